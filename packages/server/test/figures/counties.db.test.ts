import type { Database } from '@careergraph/db';
import { SOURCES } from '@careergraph/domain';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newRelease } from '../onet/new-release.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', insertDelineation);
});
afterAll(() => api?.close());

test('counties of several fields take one statement', async () => {
  const fields = ['12095', '12117', '12069'].map((fips) => `c${fips}: area(by: { county: "${fips}" }) { code }`);
  const { answer, statements } = await api.record(`{ ${fields.join(' ')} }`, {});
  expect(answer).toEqual({
    data: { c12095: { code: 'CBSA-36740' }, c12117: { code: 'CBSA-36740' }, c12069: { code: 'CBSA-36740' } },
  });
  const counties = statements.filter((statement) => statement.includes('"county_fips" IN'));
  expect(counties, statements.join('\n')).toHaveLength(1);
});

/** Three counties of Orlando. */
async function insertDelineation(prisma: Database): Promise<void> {
  await prisma.source.create({ data: SOURCES.cbsa });
  const release = await newRelease(prisma, SOURCES.cbsa.id, '2023-07', 'July 2023', 'ACTIVE');
  const fileId = await release.file('delineation', 'list1_2023.xlsx');
  const area = { code: 'CBSA-36740', name: 'Orlando-Kissimmee-Sanford, FL', parentCode: 'US-FL' };
  await prisma.fileArea.create({ data: { fileId, kind: 'METRO', ...area } });
  const counties = { Orange: '12095', Seminole: '12117', Lake: '12069' };
  await prisma.cbsaCounty.createMany({
    data: Object.entries(counties).map(([county, countyFips], index) => ({
      ...{ fileId, row: index + 4, countyFips, county: `${county} County` },
      ...{ stateCode: 'US-FL', areaCode: area.code, central: true },
    })),
  });
}
