import type { DatabaseLocation } from '@careergraph/db';
import { environmentOf, rawSql } from '@careergraph/testkit';
import { ciOnly, inCi } from '@careergraph/testkit/files';
import { expect, test } from 'vitest';
import { nationalFile } from './national-file.js';
import { database, done, folder, start } from './running.js';

const KILLS = 20;
const ROWS = 1_200;

/** Everything that a reader of the source's figures can be given, and whether all of it is whole. */
async function stateOf(location: DatabaseLocation) {
  const [state] = await rawSql(location, [
    `with loaded as (
       select f.id, f.rows, f.edition,
         greatest((select count(*)::int from wage_estimate w where w.file_id = f.id),
                  (select count(*)::int from file_occupation o where o.file_id = f.id)) as found,
         exists (select from release_file rf where rf.file_id = f.id) as in_release
       from file f where f.source_id = 'bls-oews'),
     answering as (
       select r.key, r.revision, r.status::text, count(w.*)::int as estimates, md5(string_agg(w::text, '|' order by
         w.file_id, w.occupation_code, w.area_code)) as figures
       from release r join release_file rf on rf.release_id = r.id join wage_estimate w on w.file_id = rf.file_id
       where r.source_id = 'bls-oews' and r.status in ('ACTIVE', 'SUPERSEDED') group by 1, 2, 3)
     select (select json_agg(answering order by key) from answering) as answering,
       (select count(*)::int from loaded where edition = 'published' and rows <> found) as half_files,
       (select count(*)::int from loaded where not in_release) as lost_files,
       (select count(*)::int from wage_estimate w where not exists (select from file f where f.id = w.file_id)) as lost_rows,
       (select count(*)::int from release where source_id = 'bls-oews' and status = 'STAGED') as staged`,
  ]);
  return state as { answering: unknown };
}

/** What the import has left is taken away, so that the next one has all of its work before it. */
const RESET = [
  `update release set status = 'WITHDRAWN' where source_id = 'bls-oews' and key = '2025-05' and revision > 1`,
  `update release set status = 'ACTIVE' where source_id = 'bls-oews' and key = '2025-05' and revision = 1`,
  `delete from activation where cause like 'import %'`,
  `delete from release where source_id = 'bls-oews' and key = '2025-05' and revision > 1`,
  `delete from file where source_id = 'bls-oews' and edition = 'published'`,
];

test.skipIf(!inCi)(
  `kill -9 at ${KILLS} moments of an import leaves what answered, or all of what was imported${ciOnly}`,
  async () => {
    const location = await database();
    const environment = environmentOf(location);
    const file = await nationalFile(await folder(), { year: 2025, occupations: ROWS });
    const before = await stateOf(location);
    expect(before).toMatchObject({ half_files: 0, lost_files: 0, lost_rows: 0, staged: 0 });

    const whole = await start(environment, 'import', 'oews', file).ended;
    expect(whole.code, whole.stderr).toBe(0);
    const after = await stateOf(location);
    expect(after.answering).toEqual([
      expect.objectContaining({ key: '2024-05', status: 'SUPERSEDED' }),
      expect.objectContaining({ key: '2025-05', status: 'ACTIVE', estimates: ROWS + 1 }),
    ]);
    await rawSql(location, RESET);
    // Ids of files are part of what is compared, and are given anew by each import.
    const figuresLeft = (state: Awaited<ReturnType<typeof stateOf>>) => JSON.stringify(state.answering);

    let wholeMs = whole.seconds * 1_000;
    for (let kills = 0, runs = 0; kills < KILLS; runs++) {
      if (runs === 2 * KILLS) throw new Error(`Of ${runs} imports only ${kills} were killed before their end.`);
      const delay = (wholeMs * (kills + Math.random())) / KILLS;
      const importing = start(environment, 'import', 'oews', file);
      const timer = setTimeout(() => importing.kill('SIGKILL'), delay);
      const end = await importing.ended;
      clearTimeout(timer);
      if (end.signal === 'SIGKILL') kills += 1;
      // The machine has more time for this test than before.
      else wholeMs = end.seconds * 1_000;
      const left = await stateOf(location);
      const moment = `killed after ${Math.round(delay)} ms of ${Math.round(wholeMs)}`;
      expect(left, moment).toMatchObject({ half_files: 0, lost_files: 0, lost_rows: 0, staged: 0 });
      const isComplete = JSON.stringify(left.answering).includes(`"estimates":${ROWS + 1}`);
      if (isComplete) await rawSql(location, RESET);
      else expect(figuresLeft(left), moment).toBe(figuresLeft(before));
    }

    expect(await done(environment, 'import', 'oews', file)).toMatchObject({ outcome: 'IMPORTED', status: 'ACTIVE' });
    expect(await stateOf(location)).toMatchObject({
      half_files: 0,
      lost_files: 0,
      lost_rows: 0,
      answering: [
        expect.objectContaining({ key: '2024-05' }),
        expect.objectContaining({ key: '2025-05', revision: 2, status: 'ACTIVE', estimates: ROWS + 1 }),
      ],
    });
  },
  900_000,
);
