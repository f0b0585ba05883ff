import type { Database } from '@careergraph/db';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newRelease } from '../onet/new-release.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', insertCrosswalk);
});
afterAll(() => api?.close());

async function insertCrosswalk(prisma: Database): Promise<void> {
  const id = 'bls-soc-crosswalk';
  await prisma.source.create({
    data: { id, kind: 'AGENCY', name: 'Crosswalk', publisher: 'BLS', licence: 'US public domain' },
  });
  const release = await newRelease(prisma, id, '2018', 'SOC 2010 to SOC 2018', 'ACTIVE');
  const fileId = await release.file('crosswalk', 'soc_2010_to_2018_crosswalk.xlsx');
  const rows = [
    ['15-1132', 'Software Developers, Applications', '15-1252', 'Software Developers'],
    ['29-1062', 'Family and General Practitioners', '29-1215', 'Family Medicine Physicians'],
  ] as const;
  await prisma.occupationSuccessor.createMany({
    data: rows.map(([code, title, successorCode, successorTitle], row) => ({
      ...{ fileId, sheet: 'Sorted by 2010', row: row + 1 },
      ...{ code, title, successorCode, successorTitle },
    })),
  });
}

test('all codes of a request take one statement', async () => {
  const { answer, statements } = await api.record(`{
    a: occupationLookup(code: "15-1132") { edition successors { code } }
    b: occupationLookup(code: "29-1062.00") { edition successors { code } }
    c: occupation(code: "29-1215") { edition successors { code } }
    d: occupations(filter: { text: "15-1132" }) { codeLookup { edition } } }`);
  expect(answer.data).toEqual({
    a: { edition: 'SOC_2010', successors: [{ code: '15-1252' }] },
    b: { edition: 'ONET_SOC_2010', successors: [{ code: '29-1215' }] },
    c: { edition: 'SOC_2018', successors: [] },
    d: { codeLookup: { edition: 'SOC_2010' } },
  });
  expect(statements.filter((statement) => statement.includes('occupation_successor'))).toHaveLength(1);
});
