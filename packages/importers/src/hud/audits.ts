import type { Audit, Evidence } from '../pipeline/audit.js';
import { describeFault } from '../pipeline/errors.js';
import { keptSinceBefore, rowsAgainstBefore } from '../places/before.js';
import { COLUMNS, type RatioField } from './columns.js';
import { ROLE } from './recognize.js';

const EXAMPLES = 10;
const RATIOS: readonly RatioField[] = ['residential', 'business', 'other', 'total'];

async function count({ sql, files }: Evidence, what: string): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `select count(${what})::int as count from zip_share where file_id = any($1)`,
    [files],
  );
  return (row as { count: number }).count;
}

export const audits: readonly Audit[] = [
  {
    id: 'hud/ratios-sum',
    level: 'MUST',
    title: 'Each ratio of a ZIP code adds up to 1, or to 0 where it has no such addresses.',
    async run(evidence) {
      const { sql, files } = evidence;
      const sum = (ratio: RatioField) => `sum(${ratio}_billionths)`;
      // Each row is rounded to a billionth.
      const adds = (ratio: RatioField) => `(${sum(ratio)} = 0 or abs(${sum(ratio)} - 1000000000) <= count(*))`;
      const failed = await sql.query<{ file: string; zip: string; rows: number[]; column: string; share: number }>(
        `${RATIOS.map(
          (ratio) =>
            `select file.name as file, zip, array_agg(s."row" order by s."row") as rows,
                    '${COLUMNS[ratio][0]}' as column, (${sum(ratio)} / 1e9)::float8 as share
             from zip_share s join file on file.id = s.file_id
             where s.file_id = any($1) group by file.name, zip having not ${adds(ratio)}`,
        ).join(' union all ')} order by zip, "column"`,
        [files],
      );
      const examples = failed
        .slice(0, EXAMPLES)
        .map(
          ({ file, zip, rows, column, share }) =>
            `${file}, ${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}: ${column} of ZIP ${zip} adds up to ${share}.`,
        );
      return { checked: (await count(evidence, 'distinct zip')) * RATIOS.length, failures: failed.length, examples };
    },
  },
  {
    id: 'hud/one-row-a-zip-and-area',
    level: 'MUST',
    title: 'No ZIP code has the same CBSA twice.',
    async run(evidence) {
      const twice = await evidence.sql.query<{ file: string; zip: string; area: string | null; rows: number[] }>(
        `select file.name as file, zip, area_code as area, array_agg(s."row" order by s."row") as rows
         from zip_share s join file on file.id = s.file_id
         where s.file_id = any($1) group by file.name, zip, area_code having count(*) > 1 order by zip`,
        [evidence.files],
      );
      const examples = twice
        .slice(0, EXAMPLES)
        .map(({ file, zip, area, rows }) => `${file}, rows ${rows.join(', ')}: ZIP ${zip}, ${area ?? 'no CBSA'}`);
      return { checked: await count(evidence, '*'), failures: twice.length, examples };
    },
  },
  {
    id: 'hud/one-state-a-zip',
    level: 'SHOULD',
    title: 'A ZIP code has one preferred state.',
    async run(evidence) {
      const several = await evidence.sql.query<{ file: string; row: number; zip: string; states: string }>(
        `select file.name as file, max(s."row")::int as "row", zip,
                string_agg(distinct state_code, ', ' order by state_code) as states
         from zip_share s join file on file.id = s.file_id
         where s.file_id = any($1) group by file.name, zip having count(distinct state_code) > 1 order by zip`,
        [evidence.files],
      );
      const examples = several
        .slice(0, EXAMPLES)
        .map(({ file, row, zip, states }) =>
          describeFault({ file, row, column: COLUMNS.state[0], message: `ZIP ${zip} is in ${states}.` }),
        );
      return { checked: await count(evidence, 'distinct zip'), failures: several.length, examples };
    },
  },
  {
    id: 'hud/areas-delineated',
    level: 'SHOULD',
    title: 'Every CBSA is in the delineation that answers.',
    async run(evidence) {
      const { sql, files } = evidence;
      const [delineation] = await sql.query<{ id: number; key: string }>(
        "select id, key from release where source_id = 'census-cbsa' and status = 'ACTIVE'",
      );
      if (!delineation) return { skipped: 'No delineation is loaded: import "cbsa" first to have this checked.' };
      const unknown = await sql.query<{ file: string; row: number; area: string }>(
        `select file.name as file, min(s."row")::int as "row", area_code as area
         from zip_share s join file on file.id = s.file_id
         where s.file_id = any($1) and area_code is not null and not exists (
           select from release_file part join file_area area on area.file_id = part.file_id
           where part.release_id = $2 and area.code = s.area_code)
         group by file.name, area_code order by 2`,
        [files, delineation.id],
      );
      const message = `is not in the delineation of ${delineation.key}.`;
      const examples = unknown
        .slice(0, EXAMPLES)
        .map(({ file, row, area }) => describeFault({ file, row, column: COLUMNS.area[0], value: area, message }));
      return { checked: await count(evidence, 'distinct area_code'), failures: unknown.length, examples };
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
