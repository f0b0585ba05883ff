import {
  type ClaimMeasure,
  type ClaimUnit,
  foldTitle,
  type Handbook,
  type HandbookClaim,
  type Measure,
  ownClaimsOf,
  roundOf,
  SOURCES,
  subjectsOf,
} from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { CareerEntry, DocumentEntry, ProfileLink } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { ClaimRow, ProfileFigures } from './loaders.js';

/** A claim of a profile of the Handbook, in the shape of a claim of a page, with the profile that makes it. */
export interface ProfileClaim extends ClaimRow {
  readonly handbook: {
    readonly document: DocumentEntry;
    readonly claim: HandbookClaim;
  };
}

/** Keys of documents and claims begin with it; those of pages begin with the slug of a document, which has no dot. */
const PREFIX = `${SOURCES.ooh.id}/`;

export const isProfileKey = (key: string): boolean => key.startsWith(PREFIX);

/** What the profile of a career states: about the career, or about its occupation where the profile covers more. */
export async function profileClaimsAbout(context: Context, career: CareerEntry): Promise<readonly ProfileClaim[]> {
  const { profile, primary } = career;
  if (profile === null) return [];
  const claims = await claimsOfProfile(context, profile);
  return profile.scope === 'SAME' ? claims : claims.filter(({ occupationCode }) => occupationCode === primary);
}

/** The claims with these keys; null for a key of no claim. */
export async function profileClaimsByKey(
  context: Context,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ProfileClaim>> {
  const slugs = new Set(keys.filter(isProfileKey).map((key) => key.split('/')[1] as string));
  const claims = await Promise.all(
    [...slugs].map(async (slug) => {
      const link = linkTo(context.catalog, slug);
      return link === null ? [] : claimsOfProfile(context, link);
    }),
  );
  return new Map(claims.flat().map((claim) => [claim.id, claim]));
}

/** Only careers lead to claims of profiles, so an id with a slug of no career's profile is made up. */
function linkTo({ careers }: Catalog, slug: string): ProfileLink | null {
  return careers.find(({ profile }) => profile?.slug === slug)?.profile ?? null;
}

function claimsOfProfile(
  context: Context,
  link: Pick<ProfileLink, 'slug' | 'releaseId' | 'fileId'>,
): Promise<readonly ProfileClaim[]> {
  return context.catalog.once(`claims of profile ${link.slug}`, async () => {
    const { catalog } = context;
    const profile = await context.content.profileFigures.load(`${link.fileId} ${link.slug}`);
    if (profile === null) return [];
    const document = documentOf(catalog, profile, link);
    const subjects = subjectsOf(profile, await titlesOf(catalog, profile.edition), new Map());
    return ownClaimsOf(profile, subjects).map((claim, position) => ({
      ...rowOf(claim, profile.edition),
      id: `${document.slug}/${claim.key}`,
      documentSlug: document.slug,
      releaseId: link.releaseId,
      position,
      handbook: { document, claim },
    }));
  });
}

/**
 * Codes of the occupations by folded title; the most detailed one where several have a title. Codes that only figures
 * older than those of the edition have, such as those of an earlier SOC, are none of them.
 */
function titlesOf(catalog: Catalog, edition: Handbook.Edition | null): Promise<ReadonlyMap<string, string>> {
  const oldest: Readonly<Record<string, string>> =
    edition === null ? {} : { [SOURCES.oews.id]: `${edition.payYear}-05`, [SOURCES.projections.id]: roundOf(edition) };
  return catalog.once(`codes by title ${JSON.stringify(oldest)}`, async () => {
    const ofSoc = catalog.occupations.filter((occupation) => {
      const { sourceId, key } = catalog.releaseOf(occupation);
      return occupation.level !== 'ONET' && key >= (oldest[sourceId] ?? '');
    });
    return new Map(ofSoc.map(({ code, title }) => [foldTitle(title), code]));
  });
}

function documentOf(
  catalog: Catalog,
  { slug, title, url }: ProfileFigures,
  { releaseId, fileId }: Pick<ProfileLink, 'releaseId' | 'fileId'>,
): DocumentEntry {
  const { label } = catalog.releaseOf({ releaseId });
  return {
    releaseId,
    slug: `${PREFIX}${slug}`,
    sourceId: SOURCES.ooh.id,
    careerSlug: slug,
    title,
    url,
    sha256: catalog.fileOf({ fileId }).sha256,
    publishedAs: `Profile of the Occupational Outlook Handbook, ${label}.`,
  };
}

type Row = Omit<ClaimRow, 'id' | 'documentSlug' | 'releaseId' | 'position'>;

function rowOf(claim: HandbookClaim, edition: Handbook.Edition | null): Row {
  const { about, figure, measure, printed, section, line, industry } = claim;
  const codes = 'codes' in about ? about.codes : [];
  const value = figure?.value ?? null;
  return {
    ...termsOf(measure, edition),
    section,
    line,
    printed,
    low: value,
    high: value,
    text: value === null ? printed : null,
    statistic: measure.kind === 'WAGE' ? measure.statistic : null,
    population: null,
    bound: figure?.bound ?? 'EXACT',
    roundedTo: figure?.roundedTo ?? null,
    subject: industry,
    occupationCode: codes.length === 1 ? (codes[0] ?? null) : null,
    areaCode: 'US',
    credentialSlug: null,
    attributedTo: measure.kind === 'WAGE' ? SOURCES.oews.id : SOURCES.projections.id,
    note: null,
  };
}

type ProjectedTerms = readonly [ClaimMeasure, ClaimUnit, 'base' | 'projected' | 'span'];

const TERMS: Readonly<Record<Exclude<Measure['kind'], 'WAGE'>, ProjectedTerms>> = {
  BASE_EMPLOYMENT: ['EMPLOYMENT', 'PERSONS', 'base'],
  PROJECTED_EMPLOYMENT: ['EMPLOYMENT', 'PERSONS', 'projected'],
  EMPLOYMENT_CHANGE: ['EMPLOYMENT_CHANGE', 'PERSONS', 'span'],
  PERCENT_CHANGE: ['EMPLOYMENT_CHANGE_PERCENT', 'PERCENT', 'span'],
  ANNUAL_OPENINGS: ['OPENINGS_PER_YEAR', 'PERSONS_PER_YEAR', 'span'],
  EMPLOYMENT_SHARE: ['EMPLOYMENT_SHARE', 'PERCENT', 'base'],
  ENTRY_EDUCATION: ['ENTRY_LEVEL_EDUCATION', 'TEXT', 'base'],
  WORK_EXPERIENCE: ['RELATED_EXPERIENCE', 'TEXT', 'base'],
  ON_THE_JOB_TRAINING: ['ON_THE_JOB_TRAINING', 'TEXT', 'base'],
};

function termsOf(measure: Measure, edition: Handbook.Edition | null): Pick<Row, 'measure' | 'unit' | 'period'> {
  if (measure.kind === 'WAGE') return { measure: 'WAGE', unit: measure.unit, period: measure.period };
  const [name, unit, years] = TERMS[measure.kind];
  if (edition === null) return { measure: name, unit, period: null };
  const { baseYear, projectedYear } = edition;
  const period = { base: `${baseYear}`, projected: `${projectedYear}`, span: `${baseYear}/${projectedYear}` }[years];
  return { measure: name, unit, period };
}
