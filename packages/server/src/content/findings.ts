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
import type { CareerEntry, ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import type { FigureLoader, ProjectionRow, WageRow } from '../figures/loaders.js';
import { wageOf } from '../figures/salary.js';
import type { ClaimRow, CredentialRow } from './loaders.js';

/** What the checks find in the claims about a career; computed once per catalog. */
export function findingsOf(context: Context, career: CareerEntry): Promise<readonly Finding[]> {
  // No page is about most careers, and only claims of a page can contradict anything.
  if (context.catalog.documentsAbout(career.slug).length === 0) return Promise.resolve([]);
  return context.catalog.once(`findings ${career.slug}`, async () =>
    findContradictions(await evidenceOf(context, career)),
  );
}

/** The claims about a career, and the official figures of its occupations. */
export function evidenceOf(context: Context, career: CareerEntry): Promise<Evidence> {
  return context.catalog.once(`evidence ${career.slug}`, () => gather(context, career));
}

async function gather(context: Context, career: CareerEntry): Promise<Evidence> {
  const { catalog, content, figures } = context;
  const codes = career.occupations.map(({ occupationCode }) => occupationCode);
  const activeProjections = catalog.active('bls-ep');
  const national = <Row>(releases: readonly ReleaseEntry[], loader: FigureLoader<Row>) =>
    Promise.all(
      releases.flatMap((release) =>
        codes.map(async (occupationCode) => ({
          release,
          row: (await loader.load({ releases: [release], occupationCode, areaCode: 'US' }))?.row ?? null,
        })),
      ),
    );
  const [claims, credentials, wages, projections] = await Promise.all([
    content.claims.load(career.slug),
    content.careerCredentials.load(career.slug),
    national(catalog.answering('bls-oews'), figures.wages),
    national(activeProjections === null ? [] : [activeProjections], figures.projections),
  ]);
  return {
    titles: [career.title, ...career.alsoCalled],
    primary: career.primary,
    secondary: codes.filter((code) => code !== career.primary),
    claims: claims.map(toClaim),
    documents: new Map(catalog.documentsAbout(career.slug).map(({ slug, title }) => [slug, title])),
    credentials: new Map(credentials.map(({ credential }) => [credential.slug, knownCredential(credential)])),
    wages: wages.flatMap(({ release, row }) => (row ? officialWages(catalog, release, row) : [])),
    projections: projections.flatMap(({ release, row }) => (row ? [officialProjection(catalog, release, row)] : [])),
    states: STATES.filter(({ kind }) => kind === 'STATE'),
  };
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

function officialWages(catalog: Catalog, release: ReleaseEntry, row: WageRow): readonly OfficialWage[] {
  return wordsOf(WAGE_STATISTICS).map((statistic) => {
    const wage = wageOf(row, release, statistic);
    return {
      occupation: row.occupationCode,
      occupationTitle: catalog.occupationOf(row).title,
      area: row.areaCode,
      statistic,
      annualUsd: wage.annualUsd.value,
      hourlyUsd: wage.hourlyCents.value === null ? null : wage.hourlyCents.value / 100,
      source: release.sourceId,
      sourceName: catalog.sourceOf(release).name,
      release: release.key,
      releaseLabel: release.label,
    };
  });
}

function officialProjection(catalog: Catalog, release: ReleaseEntry, row: ProjectionRow): OfficialProjection {
  return {
    occupation: row.occupationCode,
    occupationTitle: catalog.occupationOf(row).title,
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
