import {
  type ComparedFigure as ComparedFigureShape,
  correspondingFigures,
  type Finding as FindingShape,
  RULES,
} from '@careergraph/domain';
import { builder } from '../builder.js';
import { evidenceOf, toClaim } from '../content/findings.js';
import type { ClaimRow } from '../content/loaders.js';
import type { Context } from '../context.js';
import { Area } from './area.js';
import { connectionOf } from './connection.js';
import { ClaimBound, ClaimMeasure, ClaimPopulation, ClaimStatistic, ClaimUnit, FindingRule } from './enums.js';
import { Occupation } from './refs.js';

const Document = builder.prismaObject('Document', {
  description: 'A published page, known by a stored copy.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Our name for it.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it was published, if that is known.' }),
    sha256: t.exposeString('sha256', { description: 'SHA-256 of the stored copy whose lines the claims name.' }),
    publishedAs: t.exposeString('publishedAs', { description: 'What is known of where and when it was published.' }),
    source: t.relation('source', {
      description: 'The page as a source of figures.',
      resolve: (_, document, __, { catalog }) => catalog.sourceOf(document),
    }),
  }),
});

const ComparedFigure = builder.objectRef<ComparedFigureShape>('ComparedFigure').implement({
  description: 'An official figure that a finding compares claims with.',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'What it is.' }),
    value: t.exposeFloat('value', { description: 'The number in its unit.' }),
    unit: t.expose('unit', { type: ClaimUnit, description: 'Its unit.' }),
    occupation: t.field({
      type: Occupation,
      nullable: true,
      description: 'Of which occupation.',
      resolve: ({ occupation }, _, { catalog }) => catalog.occupation(occupation),
    }),
    source: t.exposeString('source', { description: 'Key of its source.' }),
    release: t.exposeString('release', { description: 'Key of its release.' }),
  }),
});

export const Claim = builder.prismaNode('Claim', {
  nullable: true,
  id: { resolve: ({ id }) => id, description: 'Global id.' },
  findUnique: (id, { catalog }) => ({ releaseId_id: { releaseId: catalog.guidesReleaseId, id } }),
  description: 'A figure or statement of a published page, whether right or wrong, with its place in the page.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Stable name: document and claim.' }),
    document: t.field({
      type: Document,
      description: 'The page.',
      resolve: (claim, _, { catalog }) => catalog.documentOf(claim),
    }),
    line: t.exposeInt('line', { description: 'Line of the stored copy, from 1.' }),
    section: t.exposeString('section', { description: 'Heading under which it stands.' }),
    printed: t.exposeString('printed', { description: 'The figure as printed.' }),
    measure: t.expose('measure', {
      type: ClaimMeasure,
      description: 'What it is about.',
    }),
    statistic: t.expose('statistic', {
      type: ClaimStatistic,
      nullable: true,
      description: 'Which statistic the page calls it.',
    }),
    population: t.expose('population', {
      type: ClaimPopulation,
      nullable: true,
      description: 'Whom it is about, if not everyone.',
    }),
    unit: t.expose('unit', {
      type: ClaimUnit,
      description: 'Unit of the numbers; TEXT for a statement in words.',
    }),
    low: t.exposeFloat('low', { nullable: true, description: 'The number, or the lower end of a range.' }),
    high: t.exposeFloat('high', { nullable: true, description: 'The number, or the upper end of a range.' }),
    text: t.exposeString('text', { nullable: true, description: 'What it says where that is not a number.' }),
    bound: t.expose('bound', {
      type: ClaimBound,
      description: 'How far the number binds.',
    }),
    roundedTo: t.exposeFloat('roundedTo', {
      nullable: true,
      description: 'Step to which the page rounded, in the unit.',
    }),
    subject: t.exposeString('subject', {
      nullable: true,
      description: 'What the sentence speaks of, where that is not the career of the page.',
    }),
    occupation: t.field({
      type: Occupation,
      nullable: true,
      description: 'Occupation that the page names for it.',
      resolve: ({ occupationCode }, _, { catalog }) => catalog.occupation(occupationCode),
    }),
    area: t.field({
      type: Area,
      nullable: true,
      description: 'Area that it is for.',
      resolve: ({ areaCode }, _, { catalog }) => catalog.area(areaCode),
    }),
    credential: t.exposeString('credentialSlug', {
      nullable: true,
      description: 'Slug of the credential that it is about.',
    }),
    period: t.exposeString('period', {
      nullable: true,
      description: 'Year, month or span that it is for: `2023`, `2024-05`, `2023/2033`.',
    }),
    attributedTo: t.exposeString('attributedTo', {
      nullable: true,
      description: 'Source that the page itself names for it.',
    }),
    officialFigures: t.field({
      type: [ComparedFigure],
      description:
        "Official figures of the career's occupations that print as this claim does, whatever it calls itself.",
      resolve: async (claim, _, context) => {
        const { catalog } = context;
        const evidence = await evidenceOf(context, catalog.careerOf(catalog.documentOf(claim)));
        return [...correspondingFigures(evidence, toClaim(claim))];
      },
    }),
    note: t.exposeString('note', { nullable: true, description: 'What a reader must know.' }),
  }),
});

export const ClaimConnection = connectionOf<ClaimRow>('Claim', Claim, 'claims');

/** Claims of a section, from their ids. */
export async function claimsById({ catalog, content }: Context, ids: readonly string[]): Promise<ClaimRow[]> {
  return Promise.all(
    ids.map(async (id) => {
      const { careerSlug } = catalog.documentOf({ documentSlug: id.slice(0, id.indexOf('/')) });
      const claim = (await content.claims.load(careerSlug)).find((row) => row.id === id);
      if (!claim) throw new Error(`There is no claim ${id}.`);
      return claim;
    }),
  );
}

export const Finding = builder.objectRef<FindingShape>('Finding').implement({
  description: 'A contradiction or doubt in what was published about a career, found by a check.',
  fields: (t) => ({
    key: t.exposeString('id', { description: 'Stable name: rule and first claim.' }),
    rule: t.expose('rule', { type: FindingRule, description: 'The check that found it.' }),
    ruleText: t.string({ description: 'What the check looks for.', resolve: ({ rule }) => RULES[rule] }),
    summary: t.exposeString('summary', { description: 'What is wrong, with the figures.' }),
    claims: t.field({
      type: [Claim],
      description: 'The claims compared.',
      resolve: ({ claims }, _, context) =>
        claimsById(
          context,
          claims.map(({ id }) => id),
        ),
    }),
    figures: t.field({
      type: [ComparedFigure],
      description: 'The official figures compared with.',
      resolve: ({ figures }) => [...figures],
    }),
  }),
});
