import {
  type ComparedFigure as ComparedFigureShape,
  type Comparison,
  correspondingFigures,
  type Finding as FindingShape,
  RULES,
} from '@careergraph/domain';
import { builder } from '../builder.js';
import type { DocumentEntry } from '../catalog/entries.js';
import { evidenceOf, toClaim } from '../content/findings.js';
import { isProfileKey, type ProfileClaim, profileClaimsByKey } from '../content/handbook-claims.js';
import { comparisonOf, officialFiguresOf } from '../content/handbook-comparisons.js';
import type { ClaimRow } from '../content/loaders.js';
import type { Context } from '../context.js';
import { all, andThen, type MaybePromise } from '../maybe-promise.js';
import { Area } from './area.js';
import { connectionOf } from './connection.js';
import {
  ClaimBound,
  ClaimMeasure,
  ClaimPopulation,
  ClaimStatistic,
  ClaimUnit,
  ComparisonResult,
  FindingRule,
} from './enums.js';
import { Occupation } from './refs.js';
import { Source } from './source.js';

/** A claim of a page about a guide, or of a profile of the Handbook. */
export type ClaimEntry = ClaimRow | ProfileClaim;

export const Document = builder.objectRef<DocumentEntry>('Document').implement({
  description: 'A published page, identified by a stored copy.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'The slug of the page. Example: `definitive-guide`.' }),
    title: t.exposeString('title', { description: 'The title of the page.' }),
    url: t.exposeString('url', { nullable: true, description: 'The URL of the page. Null if it is not known.' }),
    sha256: t.exposeString('sha256', {
      description: 'The SHA-256 hash of the stored copy, in hexadecimal. Line numbers of claims refer to this copy.',
    }),
    publishedAs: t.exposeString('publishedAs', {
      description: 'What is known about where and when the page was published.',
    }),
    source: t.field({
      type: Source,
      description: 'The page, or the publication that it belongs to, as a source of figures.',
      resolve: (document, _, { catalog }) => catalog.sourceOf(document),
    }),
  }),
});

const ComparedFigure = builder.objectRef<ComparedFigureShape>('ComparedFigure').implement({
  description: 'An official figure that a finding compares with claims.',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'A label that describes the figure.' }),
    value: t.exposeFloat('value', { description: 'The value, in `unit`.' }),
    unit: t.expose('unit', { type: ClaimUnit, description: 'The unit of the value.' }),
    occupation: t.field({
      type: Occupation,
      nullable: true,
      description: 'The occupation that the figure describes. Null if no loaded release includes it.',
      resolve: ({ occupation }, _, { catalog }) => catalog.occupation(occupation),
    }),
    source: t.exposeString('source', { description: 'The key of the source. Example: `bls-oews`.' }),
    release: t.exposeString('release', { description: 'The key of the release. Example: `2024-05`.' }),
  }),
});

const ClaimComparison = builder.objectRef<Comparison>('ClaimComparison').implement({
  description: 'How a claim compares with the official figures that are loaded.',
  fields: (t) => ({
    result: t.expose('result', { type: ComparisonResult, description: 'Whether the claim is the official figure.' }),
    official: t.string({
      nullable: true,
      description:
        'The official figure or statement as text, in the unit of the claim; the sum if the claim covers several occupations. Null if there is none.',
      resolve: (comparison) => ('official' in comparison ? comparison.official : null),
    }),
    reason: t.string({
      nullable: true,
      description: 'Why the claim cannot be compared. Null if it can.',
      resolve: (comparison) => ('reason' in comparison ? `The claim cannot be compared: ${comparison.reason}.` : null),
    }),
  }),
});

export const Claim = builder.objectRef<ClaimEntry>('Claim');

builder.node(Claim, {
  id: { resolve: ({ id }) => id, description: 'The global ID.' },
  loadMany: claimsByKey,
  description: 'A figure or statement from a published page, whether right or wrong, and where on the page it appears.',
  fields: (t) => ({
    key: t.exposeString('id', {
      description: 'A stable key: the slugs of the document and the claim. Example: `definitive-guide/average-salary`.',
    }),
    document: t.field({
      type: Document,
      description: 'The page that makes the claim.',
      resolve: (claim, _, { catalog }) => ('handbook' in claim ? claim.handbook.document : catalog.documentOf(claim)),
    }),
    line: t.exposeInt('line', { description: 'The line number in the stored copy, starting at 1.' }),
    section: t.exposeString('section', { description: 'The heading that the claim appears under.' }),
    printed: t.exposeString('printed', { description: 'The figure as printed. Example: `$77K`.' }),
    measure: t.expose('measure', {
      type: ClaimMeasure,
      description: 'What the claim is about.',
    }),
    statistic: t.expose('statistic', {
      type: ClaimStatistic,
      nullable: true,
      description: 'The statistic that the page says it reports. Null if the page does not say.',
    }),
    population: t.expose('population', {
      type: ClaimPopulation,
      nullable: true,
      description: 'The group of people that the claim covers. Null if the claim is not limited to a group.',
    }),
    unit: t.expose('unit', {
      type: ClaimUnit,
      description: 'The unit of the numbers. `TEXT` for a statement in words.',
    }),
    low: t.exposeFloat('low', {
      nullable: true,
      description: 'The number, or the low end of a range. Null for a statement in words.',
    }),
    high: t.exposeFloat('high', {
      nullable: true,
      description: 'The number, or the high end of a range. Null for a statement in words.',
    }),
    text: t.exposeString('text', {
      nullable: true,
      description: 'What the claim says, if it is a statement in words. Null for a number.',
    }),
    bound: t.expose('bound', {
      type: ClaimBound,
      description: 'How precise the stated number is.',
    }),
    roundedTo: t.exposeFloat('roundedTo', {
      nullable: true,
      description:
        'The rounding step that the page uses, in the same unit. Example: 1000 for `$77K`. Null if the number is printed in full.',
    }),
    subject: t.exposeString('subject', {
      nullable: true,
      description: 'The subject of the sentence, if it is not the career that the page is about. Otherwise null.',
    }),
    occupation: t.field({
      type: Occupation,
      nullable: true,
      description: 'The occupation that the page attributes the figure to. Null if the page names none.',
      resolve: ({ occupationCode }, _, { catalog }) => catalog.occupation(occupationCode),
    }),
    area: t.field({
      type: Area,
      nullable: true,
      description: 'The area that the claim covers. Null if the page names none.',
      resolve: ({ areaCode }, _, { catalog }) => catalog.area(areaCode),
    }),
    credential: t.exposeString('credentialSlug', {
      nullable: true,
      description: 'The slug of the credential that the claim is about. Null for other claims.',
    }),
    period: t.exposeString('period', {
      nullable: true,
      description:
        'The year, month, or span that the claim covers. Examples: `2023`, `2024-05`, `2023/2033`. Null if the page does not say.',
    }),
    attributedTo: t.string({
      nullable: true,
      description:
        'The name of the source that the page gives for the figure. Example: `Occupational Employment and Wage Statistics`. Null if the page gives none.',
      resolve: ({ attributedTo }, _, { catalog }) => attributedTo && catalog.nameOfAttributed(attributedTo),
    }),
    officialFigures: t.field({
      type: [ComparedFigure],
      description:
        "For a claim of the Handbook: the official figure of each occupation that it covers. For a claim of another page: official figures of the career's occupations that print the same, whatever statistic the page says it reports.",
      resolve: async (claim, _, context) => {
        if ('handbook' in claim) return officialFiguresOf(context, claim);
        const { catalog } = context;
        const evidence = await evidenceOf(context, catalog.careerOf(catalog.documentOf(claim)));
        return [...correspondingFigures(evidence, toClaim(claim))];
      },
    }),
    comparison: t.field({
      type: ClaimComparison,
      nullable: true,
      description:
        'How the claim compares with the official figures. Null if the page does not say which figure it reports: only the Occupational Outlook Handbook names occupation, statistic, and year each time.',
      resolve: (claim, _, context) => ('handbook' in claim ? comparisonOf(context, claim) : null),
    }),
    occupations: t.field({
      type: [Occupation],
      description:
        'The occupations that the claim covers, together if there are several. Empty if the page names none, or no loaded release has them.',
      resolve: (claim, _, { catalog }) => codesOf(claim).flatMap((code) => catalog.occupation(code) ?? []),
    }),
    note: t.exposeString('note', { nullable: true, description: 'A note for readers. Null if there is none.' }),
  }),
});

function codesOf(claim: ClaimEntry): readonly string[] {
  if (!('handbook' in claim)) return claim.occupationCode === null ? [] : [claim.occupationCode];
  const { about } = claim.handbook.claim;
  return 'codes' in about ? about.codes : [];
}

async function claimsByKey(keys: readonly string[], context: Context): Promise<(ClaimEntry | null)[]> {
  const ofProfiles = await profileClaimsByKey(context, keys);
  return Promise.all(
    keys.map((key) => (isProfileKey(key) ? (ofProfiles.get(key) ?? null) : context.content.claimsByKey.load(key))),
  );
}

export const ClaimConnection = connectionOf<ClaimEntry>('Claim', Claim, 'claims');

/** Claims of a section, from their ids. */
export function claimsById(context: Context, ids: readonly string[]): MaybePromise<readonly ClaimRow[]> {
  return all(
    ids.map((id) => {
      const { careerSlug } = context.catalog.documentOf({ documentSlug: id.slice(0, id.indexOf('/')) });
      return andThen(claimsAbout(context, careerSlug), (claims) => {
        const claim = claims.get(id);
        if (!claim) throw new Error(`There is no claim ${id}.`);
        return claim;
      });
    }),
  );
}

/** The claims about a career by their ids. */
function claimsAbout({ results, content }: Context, careerSlug: string): MaybePromise<ReadonlyMap<string, ClaimRow>> {
  return results.get(
    `claims ${careerSlug}`,
    async () => new Map((await content.claims.load(careerSlug)).map((claim) => [claim.id, claim])),
  );
}

export const Finding = builder.objectRef<FindingShape>('Finding').implement({
  description: 'A contradiction or doubtful statement that a check found in what has been published about a career.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'A stable key: the rule and the first claim.' }),
    rule: t.expose('rule', { type: FindingRule, description: 'The check that reported the finding.' }),
    ruleText: t.string({ description: 'What the check looks for.', resolve: ({ rule }) => RULES[rule] }),
    summary: t.exposeString('summary', { description: 'What is wrong, including the figures.' }),
    claims: t.field({
      type: [Claim],
      description: 'The claims that were compared.',
      resolve: ({ claims }, _, context) =>
        claimsById(
          context,
          claims.map(({ id }) => id),
        ),
    }),
    figures: t.field({
      type: [ComparedFigure],
      description: 'The official figures that the claims were compared with.',
      resolve: ({ figures }) => figures,
    }),
  }),
});
