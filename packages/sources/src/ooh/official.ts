import type { Sql } from '@careergraph/db';
import {
  broadOccupationOf,
  foldTitle,
  type Measure,
  type OfficialFigures,
  type OfficialValue,
  type ProjectedMeasure,
  SOURCES,
} from '@careergraph/domain';

export interface LoadedOfficial extends OfficialFigures {
  /** Codes of the occupations in the loaded releases by their folded title. */
  readonly titles: ReadonlyMap<string, string>;
  /** The requested releases that are loaded: `bls-ep/2024-34` */
  readonly releases: ReadonlySet<string>;
}

type Row = Readonly<Record<string, number | string | null>>;

const WAGE_COLUMNS = {
  USD_PER_YEAR: { MEAN: 'annual_mean', P10: 'annual_p10', P50: 'annual_p50', P90: 'annual_p90' },
  USD_PER_HOUR: { MEAN: 'hourly_mean', P10: 'hourly_p10', P50: 'hourly_p50', P90: 'hourly_p90' },
} as const;

const PROJECTION_COLUMNS: Readonly<Record<ProjectedMeasure, { readonly column: string; readonly unit: number }>> = {
  BASE_EMPLOYMENT: { column: 'base_employment_persons', unit: 1 },
  PROJECTED_EMPLOYMENT: { column: 'projected_employment_persons', unit: 1 },
  EMPLOYMENT_CHANGE: { column: 'change_persons', unit: 1 },
  PERCENT_CHANGE: { column: 'percent_tenths', unit: 10 },
  ANNUAL_OPENINGS: { column: 'annual_openings_persons', unit: 1 },
  ENTRY_EDUCATION: { column: 'entry_education', unit: 1 },
  WORK_EXPERIENCE: { column: 'work_experience', unit: 1 },
  ON_THE_JOB_TRAINING: { column: 'on_the_job_training', unit: 1 },
};

/** National wages and projections of the active releases and of those that answer if they are named. */
export async function loadOfficial(
  sql: Sql,
  { periods, rounds }: { readonly periods: readonly string[]; readonly rounds: readonly string[] },
): Promise<LoadedOfficial> {
  const wages = await rowsOf(sql, 'wage_estimate', SOURCES.oews.id, periods);
  const projections = await rowsOf(sql, 'projection', SOURCES.projections.id, rounds);
  const titles = await titlesOf(sql, [...rounds, ...periods]);
  const releases = new Set([
    ...[...wages.keys()].map((key) => `${SOURCES.oews.id}/${key}`),
    ...[...projections.keys()].map((key) => `${SOURCES.projections.id}/${key}`),
  ]);
  return {
    titles,
    releases,
    together: (codes, period) => broadOccupationOf(codes, wages.get(period)?.keys() ?? []),
    wage(code, measure) {
      const row = wages.get(measure.period)?.get(code);
      return row
        ? wageIn(row, measure)
        : (medianOfProjections(projections, code, measure) ?? missing(wages, SOURCES.oews.id, measure.period));
    },
    projection(code, kind, round) {
      const row = projections.get(round)?.get(code);
      if (!row) return missing(projections, SOURCES.projections.id, round);
      const { column, unit } = PROJECTION_COLUMNS[kind];
      const value = row[column] ?? null;
      return { value: typeof value === 'number' ? value / unit : value, marker: null };
    },
  };
}

type Releases = ReadonlyMap<string, ReadonlyMap<string, Row>>;

const missing = (releases: Releases, source: string, key: string) =>
  releases.has(key) ? null : { notLoaded: `${source}/${key}` };

function wageIn(row: Row, { unit, statistic }: Measure & { kind: 'WAGE' }): OfficialValue {
  const name = WAGE_COLUMNS[unit][statistic];
  const isAnnual = unit === 'USD_PER_YEAR';
  const marker = row[`${name}_marker`] as string | null;
  const stored =
    marker === 'TOP_CODED' ? row[isAnnual ? 'top_annual' : 'top_hourly'] : row[`${name}_${isAnnual ? 'usd' : 'cents'}`];
  const value = (stored ?? null) as number | null;
  return { value: value === null || isAnnual ? value : value / 100, marker };
}

/** The projections print the median of some occupations that the wage estimates combine in another way. */
function medianOfProjections(
  projections: Releases,
  code: string,
  { unit, statistic, period }: Measure & { kind: 'WAGE' },
): OfficialValue | null {
  if (unit !== 'USD_PER_YEAR' || statistic !== 'P50') return null;
  for (const round of projections.values()) {
    const row = round.get(code);
    if (row && `${row.median_year}-05` === period) {
      const marker = row.median_annual_marker as string | null;
      const value = marker === 'TOP_CODED' ? row.top_annual : row.median_annual_usd;
      return { value: value ?? null, marker };
    }
  }
  return null;
}

async function rowsOf(
  sql: Sql,
  table: 'wage_estimate' | 'projection',
  source: string,
  keys: readonly string[],
): Promise<Releases> {
  const rows = await sql.query<Row>(
    `select r.key, r.top_code_annual_usd as top_annual, r.top_code_hourly_cents as top_hourly, t.*
     from release r join release_file rf on rf.release_id = r.id join ${table} t on t.file_id = rf.file_id
     where r.source_id = $1 and r.key = any($2) and r.status in ('ACTIVE', 'SUPERSEDED') and t.area_code = 'US'`,
    [source, keys],
  );
  const releases = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const key = String(row.key);
    const ofKey = releases.get(key) ?? new Map<string, Row>();
    releases.set(key, ofKey.set(String(row.occupation_code), row));
  }
  return releases;
}

async function titlesOf(sql: Sql, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  // Groups of several levels have one title. The last one stays: of the projections, which have the fewest groups, and the
  // most detailed of these.
  const rows = await sql.query<{ code: string; title: string }>(
    `select o.code, o.title from release r join release_file rf on rf.release_id = r.id
     join file_occupation o on o.file_id = rf.file_id
     where r.source_id = any($1) and r.key = any($2) and r.status in ('ACTIVE', 'SUPERSEDED')
     group by o.code, o.title order by bool_or(r.source_id = $3), o.code`,
    [[SOURCES.oews.id, SOURCES.projections.id], keys, SOURCES.projections.id],
  );
  return new Map(rows.map(({ code, title }) => [foldTitle(title), code]));
}
