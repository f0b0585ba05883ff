import type { Evidence } from '@careergraph/releases';

/** Rows of wage_estimate w of the published files among $1. The starter's figures have their own tests. */
export const PUBLISHED = `where w.file_id in (select id from file where id = any($1) and edition = 'published')`;

/**
 * To join: b, the same occupation and area as w in a file $2 of the release before. One look-up per row, because a join
 * of fresh tables, whose statistics are missing, may compare each row with each.
 */
export const ROW_BEFORE = `
  cross join lateral (
    select * from wage_estimate as earlier
    where earlier.file_id = any($2) and earlier.occupation_code = w.occupation_code and earlier.area_code = w.area_code
    limit 1
  ) as b`;

/** Wage statistics: the end of their column's name in the file, and their columns in the table. */
export const STATISTICS = [
  { name: 'MEAN', annual: 'annual_mean_usd', hourly: 'hourly_mean_cents' },
  { name: 'PCT10', annual: 'annual_p10_usd', hourly: 'hourly_p10_cents' },
  { name: 'PCT25', annual: 'annual_p25_usd', hourly: 'hourly_p25_cents' },
  { name: 'MEDIAN', annual: 'annual_p50_usd', hourly: 'hourly_p50_cents' },
  { name: 'PCT75', annual: 'annual_p75_usd', hourly: 'hourly_p75_cents' },
  { name: 'PCT90', annual: 'annual_p90_usd', hourly: 'hourly_p90_cents' },
] as const;

/** Roles of the release whose files are published ones. */
export async function publishedRoles({ sql, files }: Pick<Evidence, 'sql' | 'files'>): Promise<ReadonlySet<string>> {
  const rows = await sql.query<{ role: string }>(`select role from file where id = any($1) and edition = 'published'`, [
    files,
  ]);
  return new Set(rows.map(({ role }) => role));
}

/** A column of the file with figures. */
export interface FigureColumn {
  readonly name: string;
  /** Column of the table for its marker. */
  readonly marker: string;
  /** SQL of its figure or marker, to be compared. */
  readonly value: (alias: string) => string;
}

const columnOf = (name: string, field: string, marker: string): FigureColumn => ({
  name,
  marker,
  value: (alias) => `coalesce(${alias}.${field}::text, ${alias}.${marker}::text)`,
});

/** The figures that every file has: those that compare an area with the nation are left out. */
export const COLUMNS: readonly FigureColumn[] = [
  columnOf('TOT_EMP', 'employment_persons', 'employment_marker'),
  columnOf('EMP_PRSE', 'employment_prse_tenths', 'employment_prse_marker'),
  columnOf('MEAN_PRSE', 'mean_prse_tenths', 'mean_prse_marker'),
  ...STATISTICS.flatMap(({ name, annual, hourly }) => [
    columnOf(`A_${name}`, annual, annual.replace('_usd', '_marker')),
    columnOf(`H_${name}`, hourly, hourly.replace('_cents', '_marker')),
  ]),
];
