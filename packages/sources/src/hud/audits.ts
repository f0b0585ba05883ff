import { type Audit, kept, noDuplicates, outcomeOf, rowCount } from '@careergraph/releases';

/** The columns of shares, with their names in the file. */
const SHARES = [
  ['residential', 'RES_RATIO'],
  ['business', 'BUS_RATIO'],
  ['other', 'OTH_RATIO'],
  ['total', 'TOT_RATIO'],
] as const;
const ACTIVE_DELINEATION = "select id from release where source_id = 'census-cbsa' and status = 'ACTIVE'";

const count = (what: string) => `select count(${what})::int as checked from zip_share where file_id = any($1)`;

/** ZIP codes of which a share adds up to something else; each row is rounded to a billionth. */
function sumsNotOne([share, column]: (typeof SHARES)[number]): string {
  const sum = `sum(${share}_billionths)`;
  return `
    select file.name as file, min("row") as "row", '${column}' as column,
           'of ZIP ' || zip || ' adds up to ' || (${sum} / 1e9)::float8 || ' over its ' || count(*) || ' rows.' as message
    from zip_share join file on file.id = file_id
    where file_id = any($1) group by file.name, zip having ${sum} <> 0 and abs(${sum} - 1000000000) > count(*)`;
}

export const audits: readonly Audit[] = [
  {
    id: 'hud/ratios-sum',
    level: 'MUST',
    title: 'Each ratio of a ZIP code adds up to 1, or to 0 where it has no such addresses.',
    run: ({ sql, files }) =>
      outcomeOf(sql, {
        checked: `select ${SHARES.length} * checked as checked from (${count('distinct zip')}) as zips`,
        failures: `${SHARES.map(sumsNotOne).join(' union all ')} order by 2, 3`,
        parameters: [files],
      }),
  },
  noDuplicates({
    id: 'hud/one-row-a-zip-and-area',
    level: 'MUST',
    title: 'No ZIP code has the same CBSA twice.',
    table: 'zip_share',
    key: ['zip', 'area_code'],
    what: "'ZIP ' || zip",
    column: 'CBSA',
    value: 'area_code',
  }),
  {
    id: 'hud/one-state-a-zip',
    level: 'SHOULD',
    title: 'A ZIP code has one preferred state.',
    run: ({ sql, files }) =>
      outcomeOf(sql, {
        checked: count('distinct zip'),
        failures: `
          select file.name as file, max("row") as "row", 'USPS_ZIP_PREF_STATE' as column,
                 'of ZIP ' || zip || ' is ' || string_agg(distinct state_code, ', ') || '.' as message
          from zip_share join file on file.id = file_id
          where file_id = any($1) group by file.name, zip having count(distinct state_code) > 1 order by 2`,
        parameters: [files],
      }),
  },
  {
    id: 'hud/areas-delineated',
    level: 'SHOULD',
    title: 'Every CBSA is in the active delineation.',
    async run({ sql, files }) {
      const [delineation] = await sql.query(ACTIVE_DELINEATION);
      if (!delineation) return { skipped: 'No delineation is loaded: import "cbsa" first to have this checked.' };
      return outcomeOf(sql, {
        checked: count('distinct area_code'),
        failures: `
          select file.name as file, min("row") as "row", 'CBSA' as column, area_code as value,
                 'is not in the active delineation.' as message
          from zip_share share join file on file.id = file_id
          where file_id = any($1) and area_code is not null and not exists (
            select from release_file part join file_area area on area.file_id = part.file_id
            where part.release_id = (${ACTIVE_DELINEATION}) and area.code = share.area_code)
          group by file.name, area_code order by 2`,
        parameters: [files],
      });
    },
  },
  rowCount({ id: 'hud/rows-against-before', allowedPercent: 5 }),
  kept({
    id: 'hud/zip-codes-kept',
    what: 'ZIP codes',
    keys: 'select file_id, zip as key from zip_share',
    allowedPercent: 1,
  }),
];
