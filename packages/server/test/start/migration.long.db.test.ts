import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { guidesFolder, readContent } from '@careergraph/content';
import { type DatabaseLocation, migrationsFolder, openDatabase } from '@careergraph/db';
import { environmentOf, rawSql, tableCounts } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import { answerOf, database, folder, start, stop } from './starting.js';

const FOUNDATION = '20261122140000_foundation';

/** A database as the code of the foundation left it, with a row in each of its tables. */
async function filledByTheFoundation(): Promise<DatabaseLocation> {
  const location = await database('empty');
  const migrations = await folder();
  for (const name of [FOUNDATION, 'migration_lock.toml']) {
    await cp(join(migrationsFolder, name), join(migrations, name), { recursive: true });
  }
  const opened = await openDatabase({ ...location, migrations });
  expect(opened.migrated).toEqual([FOUNDATION]);
  await opened.close();
  const { sha256 } = await readContent(guidesFolder);
  const statistics = ['mean', 'p10', 'p25', 'p50', 'p75', 'p90'];
  const markers = ['annual', 'hourly'].flatMap((period) => statistics.map((name) => `${period}_${name}_marker`));
  await rawSql(location, [
    `insert into source (id, kind, name, publisher, licence) values
       ('bls-oews', 'AGENCY', 'OEWS', 'BLS', 'x'), ('bls-ep', 'AGENCY', 'EP', 'BLS', 'x'),
       ('careergraph-guides', 'OWN', 'guides', 'x', 'x'), ('page-definitive-guide', 'PAGE', 'page', 'x', 'x'),
       ('page-gone', 'PAGE', 'a page that is no more', 'x', 'x')`,
    // The guides have the content of today: even so they are loaded anew.
    `insert into release (id, source_id, key, label, status, edition, citation, content_sha256, audit) values
       (1, 'bls-oews', '2025-05', 'May 2025', 'ACTIVE', 'starter', 'x', 'x', '{}'),
       (2, 'bls-ep', '2024-34', '2024-34', 'ACTIVE', 'starter', 'x', 'x', '{}'),
       (3, 'careergraph-guides', '${sha256.slice(0, 12)}', 'Guides', 'ACTIVE', 'published', 'x', '${sha256}', '{}'),
       (4, 'page-definitive-guide', '2024-05', 'x', 'ACTIVE', 'published', 'x', 'x', '{}'),
       (5, 'page-gone', 'x', 'x', 'ACTIVE', 'published', 'x', 'x', '{}')`,
    `insert into file (id, release_id, name, sha256) values (1, 1, 'national', 'x'), (2, 2, 'occupation', 'x'), (3, 4, 'page', 'x')`,
    `insert into area (code, kind, name, fips, parent_code) values
       ('US', 'NATION', 'United States', null, null), ('US-AL', 'STATE', 'Alabama', '01', 'US')`,
    `insert into occupation (code, title, level) values ('43-6011', 'x', 'DETAILED'), ('99-9999', 'x', 'DETAILED')`,
    ...[
      [1, 1, 'US'],
      [4, 3, 'US-AL'],
    ].map(
      ([release, file, area]) =>
        `insert into wage_estimate (release_id, occupation_code, area_code, file_id, sheet, row, employment_marker, ${markers.join(', ')})
         values (${release}, '43-6011', '${area}', ${file}, 'x', 1, 'NOT_STATED', ${markers.map(() => "'NOT_STATED'").join(', ')})`,
    ),
    `insert into projection (release_id, occupation_code, area_code, file_id, sheet, row, base_year, projected_year,
       base_employment_persons, projected_employment_persons, change_persons, percent_tenths, annual_openings_persons)
     values (2, '43-6011', 'US', 2, 'x', 1, 2024, 2034, 100, 110, 10, 100, 5)`,
    ...['emt', 'gone'].map(
      (slug) =>
        `insert into career (slug, title, summary, field, typical_education, document, release_id, file, file_sha256)
         values ('${slug}', 'Old', 'x', 'x', 'x', '{}', 3, 'x', 'x')`,
    ),
    `insert into career_occupation values ('emt', 0, '43-6011', 'PRIMARY', 'x')`,
    `insert into related_career values ('emt', 'gone', 0)`,
    `insert into organization (slug, name, summary) values ('gone', 'x', 'x')`,
    `insert into career_organization values ('emt', 'gone', 0)`,
    `insert into credential (slug, name, kind, issuer_slug, document, summary) values ('gone', 'x', 'x', 'gone', '{}', 'x')`,
    `insert into credential (slug, name, kind, document, summary) values ('cmom', 'Old', 'x', '{}', 'x')`,
    `insert into career_credential (career_slug, credential_slug, position, need) values ('emt', 'gone', 0, 'x')`,
    `insert into document (slug, source_id, career_slug, title, sha256, published_as, absences)
     values ('definitive-guide', 'page-definitive-guide', 'emt', 'x', 'x', 'x', '[]')`,
    `insert into claim (id, document_slug, position, line, section, printed, measure, unit, text, bound, credential_slug)
     values ('definitive-guide/x', 'definitive-guide', 0, 1, 'x', 'x', 'x', 'x', 'x', 'EXACT', 'gone')`,
  ]);
  const counts = await tableCounts(location);
  expect(Object.entries(counts).filter(([, rows]) => rows === 0)).toEqual([]);
  expect(Object.keys(counts)).toHaveLength(17);
  return location;
}

test('a database that the foundation has filled is migrated, and holds what a new one holds', async () => {
  const location = await filledByTheFoundation();
  const server = start(environmentOf(location));
  const url = await server.url;
  const query =
    '{ career(slug: "emt") { title } gone: career(slug: "gone") { title } credential(slug: "cmom") { acronym } occupation(code: "99-9999") { title } }';
  expect(await answerOf(url, query)).toEqual({
    data: { career: { title: 'EMT' }, gone: null, credential: { acronym: 'CMOM' }, occupation: null },
  });
  const { stdout, stderr } = await stop(server);
  expect(stdout).toContain('guides loaded');
  expect(stderr).toBe('');
  expect(await tableCounts(location)).toEqual(await tableCounts(await database('loaded')));
});
