import { code, oneOf, text } from '@careergraph/extract';
import { compareReleases, importParts, rowCount } from '@careergraph/releases';
import { afterAll, expect, it } from 'vitest';
import { defineFile } from '../src/define/define-file.js';
import { defineSource } from '../src/define/define-source.js';
import { headerWith } from '../src/define/find.js';
import { testDatabase } from './importing.js';
import { TestFiles } from './places/files.js';

const towns = defineSource({
  name: 'towns',
  source: { id: 'test-towns', kind: 'AGENCY', name: 'Towns', publisher: 'A test', licence: 'None' },
  summary: 'towns with their states: towns_2024.csv',
  releaseKey: { pattern: /^\d{4}$/, example: '2024' },
  releaseHelp: 'The name of the file has its year.',
  filesHelp: 'Give towns_2024.csv.',
  format: 1,
  describe: (release) => ({ label: release, citation: `Towns, ${release}`, url: null, topCode: null }),
  files: [
    defineFile({
      what: 'the list of towns',
      role: 'towns',
      find: headerWith(['Town Code']),
      statedRelease: ({ file }) => [{ by: 'its name', release: file.name.slice(6, 10) }],
      layouts: [
        { name: 'since 2024', columns: { town: ['Town Code'], name: ['Town'], state: ['State'] } },
        { name: 'until 2023', columns: { town: ['Town Code'], name: ['Name of Town'], state: ['ST'] } },
      ],
      cells: { town: code(5, 'town code'), name: text, state: oneOf({ FL: 'US-FL', OH: 'US-OH' }) },
      key: ['town'],
      row: ({ town, name, state }, out) =>
        out.add('FileArea', { code: `TOWN-${town}`, kind: 'MICRO', name, parentCode: state }),
    }),
  ],
  audits: [rowCount({ id: 'towns/row-count', allowedPercent: 10 })],
  comparisons: [
    {
      id: 'towns',
      title: 'Towns',
      table: 'FileArea',
      key: ['code'],
      measures: [{ name: 'name', field: 'name', unit: 'TEXT' }],
    },
  ],
});

const database = testDatabase();
const files = new TestFiles();
afterAll(() => files.remove());

async function importTowns(name: string, content: string) {
  const parts = await towns.recognize([await files.make(name, content)], { release: null });
  return importParts(database.open, towns, parts, { cause: 'a test', url: null });
}

it('imports a source of three columns, refuses wrong cells, and tells what changed', async () => {
  const first = await importTowns('towns_2023.csv', 'Town Code,Name of Town,ST\n00123,Salem,OH\n00456,Ocala,FL\n');
  expect(first).toMatchObject({ release: '2023', status: 'ACTIVE', files: [{ role: 'towns', rows: 2 }] });

  const wrong = 'Town Code,Town,State\n123,Salem,OH\n00456,,GA\n00789,Lima,OH\n00789,Lima,OH\n';
  await expect(importTowns('towns_2024.csv', wrong)).rejects.toThrow(
    `The import was refused, and nothing was changed: 4 errors.
  towns_2024.csv, row 2, Town Code = "123": is not a five-digit town code. Its leading zeros may have been lost in a spreadsheet: use the file as published.
  towns_2024.csv, row 3, Town = null: is empty.
  towns_2024.csv, row 3, State = "GA": is not one of FL, OH.
  towns_2024.csv, row 5, Town Code = "00789": is a duplicate of row 4.`,
  );

  const second = await importTowns('towns_2024.csv', 'State,Town,Town Code\nOH,New Salem,00123\n');
  expect(second.audit?.audits).toMatchObject([
    { id: 'towns/row-count', outcome: 'FAILED', examples: ['towns_2024.csv: has 1 rows, and 2 in 2023.'] },
  ]);
  const [compared] = await database.open.session(async (session) => {
    const names = { before: '2023', after: '2024' };
    return (await compareReleases(session, towns, names, { thresholdPercent: 10, limit: 10 })).comparisons;
  });
  expect(compared?.vanished.rows.map(({ key }) => key)).toEqual([{ code: 'TOWN-00456' }]);
  expect(compared?.measures[0]?.moved.rows.map(({ key, before, after }) => [key, before.value, after.value])).toEqual([
    [{ code: 'TOWN-00123' }, 'Salem', 'New Salem'],
  ]);
});
