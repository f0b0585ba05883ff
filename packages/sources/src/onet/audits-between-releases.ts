import type { Audit, Evidence } from '@careergraph/releases';
import { subjectOf } from './files.js';

/** Rows may grow or shrink by this share between two releases; more is worth a look. */
const USUAL_CHANGE = 0.1;
const EXAMPLES = 10;

const OCCUPATIONS_OF = [
  'occupation_title',
  'onet_task',
  'onet_rating',
  'onet_technology',
  'onet_job_zone',
  'onet_related',
]
  .map((table) => `select file_id, occupation_code as code from ${table}`)
  .join(' union all ');

/** Audits that compare with the newest earlier release, by subject, since files were split and renamed. */
export const betweenReleases: readonly Audit[] = [
  {
    id: 'onet/row-count',
    level: 'SHOULD',
    title: 'Every table has about as many rows as in the release before, within 10 %.',
    run: async (evidence) => {
      const { before, sql, roles } = evidence;
      if (!before) return { skipped: 'It is the first release that is loaded.' };
      const ids = [...roles.values(), ...before.files.values()];
      const files = await sql.query<{ id: number; rows: number }>(
        'select id, rows from file where id = any($1::int[])',
        [ids],
      );
      const rowsOf = new Map(files.map(({ id, rows }) => [id, rows]));
      const then = sumBySubject(before.files, rowsOf);
      const now = sumBySubject(roles, rowsOf);
      const examples: string[] = [];
      let checked = 0;
      for (const [subject, rows] of now) {
        const earlier = then.get(subject);
        if (earlier === undefined) continue;
        checked += 1;
        if (Math.abs(rows - earlier) <= earlier * USUAL_CHANGE) continue;
        examples.push(`${subject}: ${rows} rows, and ${earlier} in ${before.key}.`);
      }
      return { checked, failures: examples.length, examples };
    },
  },
  {
    id: 'onet/coverage',
    level: 'SHOULD',
    title: 'Every occupation that a table of the release before is about is still in that table.',
    run: async (evidence) => {
      const { before } = evidence;
      if (!before) return { skipped: 'It is the first release that is loaded.' };
      const now = await occupationsBySubject(evidence, evidence.roles);
      const then = await occupationsBySubject(evidence, before.files);
      const lost: string[] = [];
      let checked = 0;
      for (const [subject, codes] of then) {
        const still = now.get(subject);
        if (!still) continue;
        checked += codes.size;
        for (const code of codes)
          if (!still.has(code)) lost.push(`${subject}: ${code} was in ${before.key} and is not here.`);
      }
      return { checked, failures: lost.length, examples: lost.slice(0, EXAMPLES) };
    },
  },
];

function sumBySubject(roles: ReadonlyMap<string, number>, rowsOf: ReadonlyMap<number, number>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [role, id] of roles) {
    const rows = rowsOf.get(id);
    if (rows === undefined) throw new TypeError(`file ${id} is not there`);
    const subject = subjectOf(role);
    const sum = sums.get(subject);
    sums.set(subject, sum === undefined ? rows : sum + rows);
  }
  return sums;
}

async function occupationsBySubject(
  { sql }: Evidence,
  roles: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const subjects = new Map([...roles].map(([role, id]) => [id, subjectOf(role)]));
  const rows = await sql.query<{ id: number; code: string }>(
    `select distinct file_id as id, code
     from (select file_id, code from file_occupation union all ${OCCUPATIONS_OF}) used where file_id = any($1::int[])`,
    [[...subjects.keys()]],
  );
  const codes = new Map<string, Set<string>>();
  for (const { id, code } of rows) {
    const subject = subjects.get(id) as string;
    const known = codes.get(subject);
    if (known) known.add(code);
    else codes.set(subject, new Set([code]));
  }
  return codes;
}
