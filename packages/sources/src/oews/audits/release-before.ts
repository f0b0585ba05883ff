import { type Audit, type Evidence, type Failure, judge, type Outcome } from '@careergraph/releases';
import { labelOf } from '../releases.js';

/** Most that the number of rows of a file may change from one release to the next. */
const ROWS_CHANGE = 0.1;
/** Least and most that the mean wage of the nation may change in a year. It was 1.3 % to 5 % from 2017 to 2025. */
const MEAN_CHANGE = { least: 0.97, most: 1.1 };

interface Pair {
  readonly role: string;
  readonly now: number;
  readonly before: number;
}

/** Published files of this release with that of the same role in the release before. */
async function pairs({ sql, roles, before }: Evidence): Promise<readonly Pair[]> {
  const both: Pair[] = [];
  for (const [role, now] of roles) {
    const earlier = before?.files.get(role);
    if (earlier === undefined) continue;
    const published = await sql.query(`select id from file where id = any($1) and edition = 'published'`, [
      [now, earlier],
    ]);
    if (published.length === 2) both.push({ role, now, before: earlier });
  }
  return both;
}

function againstBefore(
  audit: Pick<Audit, 'id' | 'level' | 'title'>,
  compare: (
    evidence: Evidence,
    pair: Pair,
  ) => Promise<{ readonly checked: number; readonly failures: readonly Failure[] }>,
): Audit {
  return {
    ...audit,
    run: async (evidence): Promise<Outcome> => {
      const both = await pairs(evidence);
      if (both.length === 0) return { skipped: 'No earlier release has a published file of the same kind.' };
      let checked = 0;
      const failures: Failure[] = [];
      for (const pair of both) {
        const outcome = await compare(evidence, pair);
        checked += outcome.checked;
        failures.push(...outcome.failures);
      }
      return judge(checked, failures, []);
    },
  };
}

const rowCount = againstBefore(
  {
    id: 'oews/row-count',
    level: 'SHOULD',
    title: `A file has as many rows as that of the release before, within ${ROWS_CHANGE * 100} %`,
  },
  async ({ sql, before }, pair) => {
    const counts = await sql.query<{ id: number; name: string; rows: number }>(
      `select f.id, f.name, count(*)::int as rows from wage_estimate w join file f on f.id = w.file_id
       where w.file_id = any($1) group by f.id`,
      [[pair.now, pair.before]],
    );
    const [now, earlier] = [pair.now, pair.before].map((id) => counts.find((count) => count.id === id));
    if (!now || !earlier || Math.abs(now.rows - earlier.rows) <= earlier.rows * ROWS_CHANGE) {
      return { checked: 1, failures: [] };
    }
    const message = `has ${now.rows} rows of estimates; ${earlier.name} of ${labelOf(before?.key as string)} has ${earlier.rows}.`;
    return { checked: 1, failures: [{ file: now.name, subject: pair.role, found: String(now.rows), message }] };
  },
);

const coverage = againstBefore(
  {
    id: 'oews/coverage',
    level: 'SHOULD',
    title: 'A file has the occupations of the release before, and no others',
  },
  async ({ sql, before }, pair) => {
    const rows = await sql.query<{
      code: string;
      title: string;
      file: string;
      sheet: string;
      row: number;
      vanished: boolean | null;
    }>(
      `select coalesce(n.code, b.code) as code, coalesce(n.title, b.title) as title, f.name as file,
              coalesce(n.sheet, b.sheet) as sheet, coalesce(n.row, b.row) as row,
              case when n.code is null then true when b.code is null then false end as vanished
       from (select * from file_occupation where file_id = $1) as n
       full join (select * from file_occupation where file_id = $2) as b on b.code = n.code
       join file f on f.id = coalesce(n.file_id, b.file_id) order by 1`,
      [pair.now, pair.before],
    );
    const label = labelOf(before?.key as string);
    const failures = rows.flatMap(({ code, title, vanished, ...place }): Failure[] => {
      if (vanished === null) return [];
      const message = vanished ? `(${title}) has no row any more.` : `(${title}) was not there in ${label}.`;
      return [
        { ...place, column: 'OCC_CODE', value: code, subject: code, found: vanished ? 'vanished' : 'new', message },
      ];
    });
    return { checked: rows.length, failures };
  },
);

/** Columns that are shifted alike in all rows show in the one figure that is known to move little. */
const nationalMean: Audit = {
  id: 'oews/national-mean',
  level: 'MUST',
  title: 'The mean wage of all occupations in the nation has not jumped since the release before',
  run: async ({ sql, release, roles, before }) => {
    const ids = [roles.get('national'), before?.files.get('national')];
    const rows = await sql.query<{ id: number; file: string; sheet: string; row: number; mean: number }>(
      `select file_id as id, f.name as file, sheet, row, annual_mean_usd as mean from wage_estimate join file f on f.id = file_id
       where file_id = any($1) and occupation_code = '00-0000' and area_code = 'US' and annual_mean_usd is not null`,
      [ids.filter((id) => id !== undefined)],
    );
    const [now, earlier] = ids.map((id) => rows.find((row) => row.id === id));
    if (!now || !earlier || !before) return { skipped: 'No earlier release has this figure.' };
    const years = Number(release.slice(0, 4)) - Number(before.key.slice(0, 4));
    const change = now.mean / earlier.mean;
    const plausible = change >= MEAN_CHANGE.least ** years && change <= MEAN_CHANGE.most ** years;
    const { file, sheet, row, mean } = now;
    const message = `is ${((change - 1) * 100).toFixed(1)} % from the $${earlier.mean} of ${labelOf(before.key)}: are the columns shifted?`;
    const failure = {
      file,
      sheet,
      row,
      column: 'A_MEAN',
      value: mean,
      subject: '00-0000 US',
      found: String(mean),
      message,
    };
    return judge(1, plausible ? [] : [failure], []);
  },
};

export const againstReleaseBefore: readonly Audit[] = [nationalMean, rowCount, coverage];
