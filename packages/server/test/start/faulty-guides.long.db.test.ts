import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentOf, rawSql, tableCounts } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import { answerOf, COUNT, COUNTED, copyOfGuides, database, edit, refused, start, stop } from './starting.js';

const CAREER = 'careers/emt.yaml';
const TITLE = '{ career(slug: "emt") { title } }';

test('a faulty guide does not stop a server that has guides: it says so and serves the last good ones', async () => {
  const location = await database('loaded');
  const before = await tableCounts(location);
  const guides = await copyOfGuides();
  const line = await edit(join(guides, CAREER), 'title: EMT', 'titel: Ambulance Technician');
  const server = start({ ...environmentOf(location), CAREERGRAPH_GUIDES: guides });
  const url = await server.url;
  expect(await answerOf(url, COUNT)).toEqual(COUNTED);
  expect(await answerOf(url, TITLE)).toEqual({ data: { career: { title: 'EMT' } } });
  const { stdout, stderr } = await stop(server);
  expect(stdout).toContain('guides kept');
  expect(stderr).toMatch(
    / error the guides have faults: nothing of them was loaded, and the guides loaded before answer /,
  );
  expect(stderr).toContain(`${CAREER}:${line}  titel: is not a known key (did you mean \\"title\\"?)`);
  expect(await tableCounts(location)).toEqual(before);
});

test('a first start refuses them', async () => {
  const guides = await copyOfGuides();
  await edit(join(guides, CAREER), 'title: EMT', 'titel: EMT');
  const location = await database('migrated');
  const said = await refused(start({ ...environmentOf(location), CAREERGRAPH_GUIDES: guides }));
  expect(said).toMatch(/^\d+ faults in the guides; nothing was loaded:\n/);
});

test.each([
  [1, 'in format 1'],
  [null, 'in an older format'],
])('guides of another format (%s) do not answer, and the refusal says so', async (format, inFormat) => {
  const location = await database('loaded');
  await rawSql(location, [
    `update release set content_format = ${format} where source_id = 'careergraph-guides' and content_format is not null`,
  ]);
  const guides = await copyOfGuides();
  const line = await edit(join(guides, CAREER), 'title: EMT', 'titel: EMT');
  const said = await refused(start({ ...environmentOf(location), CAREERGRAPH_GUIDES: guides }));
  expect(said).toContain(`${CAREER}:${line}  titel: is not a known key`);
  expect(said).toMatch(
    new RegExp(
      `the guides in the database cannot answer until these faults are fixed: another version of this program has loaded them, ${inFormat}, and this version reads format \\d+`,
    ),
  );
});

test('guides whose format was not stored have it after a start with the same guides', async () => {
  const location = await database('loaded');
  await rawSql(location, [`update release set content_format = null`]);
  const server = start(environmentOf(location));
  await server.url;
  expect((await stop(server)).stdout).toContain('guides unchanged');
  const guides = await copyOfGuides();
  await edit(join(guides, CAREER), 'title: EMT', 'titel: EMT');
  const again = start({ ...environmentOf(location), CAREERGRAPH_GUIDES: guides });
  expect(await answerOf(await again.url, TITLE)).toEqual({ data: { career: { title: 'EMT' } } });
  expect((await stop(again)).stdout).toContain('guides kept');
});

test('a guide may name an occupation that an official file in the database has', async () => {
  const location = await database('loaded');
  const guides = await copyOfGuides();
  await edit(join(guides, CAREER), 'code: 29-2042', 'code: 29-2047');
  const environment = { ...environmentOf(location), CAREERGRAPH_GUIDES: guides };
  const refusal = '"29-2047" is not an occupation of the starter figures or of an official file in the database';
  expect(await check(guides, environment)).toEqual([1, expect.stringContaining(refusal)]);

  await rawSql(location, [
    // In place of the starter's titles.
    `update release set status = 'WITHDRAWN' where source_id = 'bls-soc'`,
    `insert into release (source_id, key, revision, label, status, citation, content_sha256, audit, activated_at)
     values ('bls-soc', '2018', 2, 'SOC 2018', 'ACTIVE', 'x', repeat('0', 64), '{"audits": []}', now())`,
    `insert into file (source_id, release_key, role, name, sha256, edition, content_sha256, rows)
     values ('bls-soc', '2018', 'structure', 'soc.xlsx', repeat('0', 64), 'published', repeat('0', 64), 1)`,
    `insert into release_file select r.id, f.id from release r join file f using (source_id)
     where source_id = 'bls-soc' and r.status = 'ACTIVE' and f.edition = 'published'`,
    `insert into file_occupation (file_id, code, title, level, sheet, "row")
     select id, '29-2047', 'A new occupation', 'DETAILED', 'x', 1 from file where source_id = 'bls-soc' and edition = 'published'`,
  ]);
  expect(await check(guides, environment)).toEqual([0, expect.stringContaining('No faults: ')]);
  const server = start(environment);
  expect(await answerOf(await server.url, '{ career(slug: "emt") { occupations { occupation { code } } } }')).toEqual({
    data: { career: { occupations: [{ occupation: { code: '29-2047' } }] } },
  });
  expect((await stop(server)).stdout).toContain('guides loaded');
});

/** `npm run guides:check -- <folder>`: its exit code and what it says. */
async function check(folder: string, environment: Record<string, string>): Promise<[code: number, said: string]> {
  const program = fileURLToPath(new URL('../../../content/dist/guides-check.js', import.meta.url));
  const child = spawn(process.execPath, [program, folder], { env: { PATH: process.env.PATH, ...environment } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number];
  return [code, said];
}
