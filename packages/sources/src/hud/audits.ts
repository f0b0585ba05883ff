import { type Audit, queryAudit } from '@careergraph/releases';
import { keptSinceBefore, rowsAgainstBefore } from '../places/before.js';
import { COLUMNS, type RatioField } from './columns.js';
import { ROLE } from './recognize.js';

const RATIOS: readonly RatioField[] = ['residential', 'business', 'other', 'total'];
const ACTIVE_DELINEATION = "select id from release where source_id = 'census-cbsa' and status = 'ACTIVE'";

const count = (what: string) => `select count(${what})::int as checked from zip_share where file_id = any($1)`;

/** ZIP codes of which a ratio adds up to something else; each row is rounded to a billionth. */
function sumsNotOne(ratio: RatioField): string {
  const sum = `sum(${ratio}_billionths)`;
  return `
    select file.name as file, min("row") as "row", '${COLUMNS[ratio][0]}' as column, zip as subject,
           (${sum} / 1e9)::float8::text as found,
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
      queryAudit(
        sql,
        {
          checked: `select ${RATIOS.length} * checked as checked from (${count('distinct zip')}) as zips`,
          failures: `${RATIOS.map(sumsNotOne).join(' union all ')} order by 2, 3`,
        },
        [files],
      ),
  },
  {
    id: 'hud/one-row-a-zip-and-area',
    level: 'MUST',
    title: 'No ZIP code has the same CBSA twice.',
    run: ({ sql, files }) =>
      queryAudit(
        sql,
        {
          checked: count('*'),
          failures: `
            select file.name as file, max("row") as "row", '${COLUMNS.area[0]}' as column, area_code as value,
                   zip || ' ' || coalesce(area_code, 'none') as subject, 'twice' as found,
                   'ZIP ' || zip || ' has it in row ' || min("row") || ' already.' as message
            from zip_share join file on file.id = file_id
            where file_id = any($1) group by file.name, zip, area_code having count(*) > 1 order by 2`,
        },
        [files],
      ),
  },
  {
    id: 'hud/one-state-a-zip',
    level: 'SHOULD',
    title: 'A ZIP code has one preferred state.',
    run: ({ sql, files }) =>
      queryAudit(
        sql,
        {
          checked: count('distinct zip'),
          failures: `
            select file.name as file, max("row") as "row", '${COLUMNS.state[0]}' as column, zip as subject,
                   string_agg(distinct state_code, ', ') as found,
                   'of ZIP ' || zip || ' is ' || string_agg(distinct state_code, ', ') || '.' as message
            from zip_share join file on file.id = file_id
            where file_id = any($1) group by file.name, zip having count(distinct state_code) > 1 order by 2`,
        },
        [files],
      ),
  },
  {
    id: 'hud/areas-delineated',
    level: 'SHOULD',
    title: 'Every CBSA is in the delineation that answers.',
    async run({ sql, files }) {
      const [delineation] = await sql.query(ACTIVE_DELINEATION);
      if (!delineation) return { skipped: 'No delineation is loaded: import "cbsa" first to have this checked.' };
      return queryAudit(
        sql,
        {
          checked: count('distinct area_code'),
          failures: `
            select file.name as file, min("row") as "row", '${COLUMNS.area[0]}' as column, area_code as value,
                   area_code as subject, 'unknown' as found, 'is not in the delineation that answers.' as message
            from zip_share share join file on file.id = file_id
            where file_id = any($1) and area_code is not null and not exists (
              select from release_file part join file_area area on area.file_id = part.file_id
              where part.release_id = (${ACTIVE_DELINEATION}) and area.code = share.area_code)
            group by file.name, area_code order by 2`,
        },
        [files],
      );
    },
  },
  rowsAgainstBefore({ importer: 'hud', role: ROLE, table: 'zip_share', allowedPercent: 5 }),
  keptSinceBefore({
    importer: 'hud',
    role: ROLE,
    table: 'zip_share',
    allowedPercent: 1,
    what: 'ZIP codes',
    column: 'zip',
  }),
];
