import {
  type Claim,
  type Evidence,
  type Finding,
  findContradictions,
  type KnownCredential,
  type OfficialProjection,
  type OfficialWage,
  STATES,
  WAGE_STATISTICS,
  wordsOf,
} from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { CareerEntry, OccupationEntry, ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { type GrowthShape, resolveGrowth } from '../figures/growth.js';
import { type Asked, type Resolved, resolveFigure } from '../figures/resolution.js';
import { type SalaryShape, wageOf } from '../figures/salary.js';
import type { MaybePromise } from '../maybe-promise.js';
import type { ClaimRow, CredentialRow } from './loaders.js';

/** What the checks find in the claims about a career; computed once per catalog. */
export function findingsOf(context: Context, career: CareerEntry): MaybePromise<readonly Finding[]> {
  return context.results.get(`findings ${career.slug}`, async () => {
    // No page is about most careers, and only claims of a page can contradict anything.
    if (context.catalog.documentsAbout(career.slug).length === 0) return [];
    return findContradictions(await evidenceOf(context, career));
  });
}

/** The claims about a career, and the official figures of its occupations. */
export function evidenceOf(context: Context, career: CareerEntry): Promise<Evidence> {
  return context.catalog.once(`evidence ${career.slug}`, () => gather(context, career));
}

async function gather(context: Context, career: CareerEntry): Promise<Evidence> {
  const { catalog, content } = context;
  const codes = career.occupations.map(({ occupationCode }) => occupationCode);
  const occupations = codes.flatMap((code) => catalog.occupation(code) ?? []);
  const asked = (occupation: OccupationEntry) => ({ occupation, area: catalog.nation(), asOf: null, exact: false });
  const [claims, credentials, wages, projections] = await Promise.all([
    content.claims.load(career.slug),
    content.careerCredentials.load(career.slug),
    Promise.all(
      catalog
        .answering('bls-oews')
        .flatMap((release) => occupations.map((occupation) => wageIn(context, asked(occupation), release))),
    ),
    Promise.all(occupations.map((occupation) => resolveGrowth(context, asked(occupation)))),
  ]);
  return {
    titles: [career.title, ...career.alsoCalled],
    primary: career.primary,
    secondary: codes.filter((code) => code !== career.primary),
    claims: claims.map(toClaim),
    documents: new Map(catalog.documentsAbout(career.slug).map(({ slug, title }) => [slug, title])),
    credentials: new Map(credentials.map(({ credential }) => [credential.slug, knownCredential(credential)])),
    wages: wages.flatMap((wage) => (wage ? officialWages(catalog, wage) : [])),
    projections: projections.flatMap((growth) => (growth ? [officialProjection(catalog, growth)] : [])),
    states: STATES.filter(({ kind }) => kind === 'STATE'),
  };
}

/** The wage that `salary` answers as of a release. Pages may say of what year their wages are, so each release counts. */
function wageIn(context: Context, asked: Asked, release: ReleaseEntry): Promise<SalaryShape | null> {
  const releases = { releases: [release], others: [release] };
  return resolveFigure(context, { ...asked, asOf: release.key }, releases, context.figures.wages);
}

export function toClaim({
  documentSlug,
  occupationCode,
  areaCode,
  credentialSlug,
  position: _,
  ...claim
}: ClaimRow): Claim {
  return {
    ...(claim as Omit<Claim, 'document' | 'occupation' | 'area' | 'credential'>),
    document: documentSlug,
    occupation: occupationCode,
    area: areaCode,
    credential: credentialSlug,
  };
}

function knownCredential({ name, document: { duration } }: CredentialRow): KnownCredential {
  const { hours, basis } = duration ?? {};
  return { name, official: hours === undefined || basis === undefined ? null : { hours, basis } };
}

function officialWages(catalog: Catalog, wage: SalaryShape): readonly OfficialWage[] {
  const { area, release, row } = wage;
  return wordsOf(WAGE_STATISTICS).map((statistic) => {
    const { annualUsd, hourlyCents } = wageOf(row, release, statistic);
    return {
      ...askedOccupation(wage),
      area: area.code,
      statistic,
      annualUsd: annualUsd.value,
      hourlyUsd: hourlyCents.value === null ? null : hourlyCents.value / 100,
      source: release.sourceId,
      sourceName: catalog.sourceOf(release).name,
      release: release.key,
      releaseLabel: release.label,
    };
  });
}

function officialProjection(catalog: Catalog, growth: GrowthShape): OfficialProjection {
  const { release, row } = growth;
  return {
    ...askedOccupation(growth),
    baseYear: row.baseYear,
    projectedYear: row.projectedYear,
    baseEmployment: row.baseEmploymentPersons,
    projectedEmployment: row.projectedEmploymentPersons,
    change: row.changePersons,
    percent: row.percentTenths === null ? null : row.percentTenths / 10,
    annualOpenings: row.annualOpeningsPersons,
    source: release.sourceId,
    sourceName: catalog.sourceOf(release).name,
    release: release.key,
    releaseLabel: release.label,
  };
}

/** The occupation of the career that a figure answers for. Where it is published under another code, the title says so. */
function askedOccupation({ resolution: { askedOccupation: asked, usedOccupation: used } }: Resolved<unknown>) {
  const isOwn = asked.code === used.code;
  return {
    occupation: asked.code,
    occupationTitle: isOwn ? used.title : `${asked.title} (published as ${used.code} ${used.title})`,
  };
}
