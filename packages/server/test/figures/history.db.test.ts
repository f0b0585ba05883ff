import { readFileSync } from 'node:fs';
import type { Database } from '@careergraph/db';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_FIGURES } from '../support/rows.js';

const QUESTION = readFileSync(new URL('../../../../schema/examples/salary-history.graphql', import.meta.url), 'utf8');

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', insertTenYears);
});
afterAll(() => api?.close());

const history = (variables: object) =>
  api.record(QUESTION, { slug: 'medical-office-manager', asOf: '2024-05', ...variables });

test('twelve releases take one statement where each has the occupation and area', async () => {
  const { answer, statements } = await history({});
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toMatchObject({ career: { salaryHistory: { points: Array(12).fill({ reason: null }) } } });
  expect(statements, statements.join('\n')).toHaveLength(1);
});

test('twelve releases take one statement where none has the area, and the nation answers', async () => {
  const { answer, statements } = await history({ area: { state: 'CA' } });
  await expect(`${JSON.stringify({ statements: statements.length, ...answer }, null, 2)}\n`).toMatchFileSnapshot(
    '../golden/salary-history-miss.golden.json',
  );
  expect(statements, statements.join('\n')).toHaveLength(1);
});

test('twelve releases take one statement where none has the occupation', async () => {
  const { answer, statements } = await history({ occupation: '43-6011', area: { state: 'CA' } });
  const years = Array.from({ length: 10 }, (_, index) => `May ${2014 + index} (synthetic)`);
  expect(answer.data).toMatchObject({
    career: {
      salaryHistory: {
        points: [
          ...years.map((label) => ({
            reason: `The ${label} wage estimates have no figure for Executive Secretaries and Executive Administrative Assistants (43-6011) in the United States.`,
          })),
          { salary: { median: { display: '$74,260' } } },
          { salary: { median: { display: '$76,590' } } },
        ],
      },
    },
  });
  expect(statements, statements.join('\n')).toHaveLength(1);
});

/** Ten more national releases, of synthetic medians of 11-9111 and no other figures. */
async function insertTenYears(prisma: Database): Promise<void> {
  for (let year = 2014; year <= 2023; year += 1) {
    const sha256 = String(year).padStart(64, '0');
    const key = `${year}-05`;
    const { id: fileId } = await prisma.file.create({
      data: {
        ...{ sourceId: 'bls-oews', releaseKey: key, role: 'national', name: `national_M${year}_dl.xlsx` },
        ...{ sha256, edition: 'published', contentSha256: sha256, rows: 1 },
      },
    });
    const label = `May ${year} (synthetic)`;
    await prisma.release.create({
      data: {
        ...{ sourceId: 'bls-oews', key, revision: 1, label, status: 'SUPERSEDED', citation: label, audit: {} },
        ...(year < 2022
          ? { topCodeAnnualUsd: 208_000, topCodeHourlyCents: 10_000 }
          : { topCodeAnnualUsd: 239_200, topCodeHourlyCents: 11_500 }),
        contentSha256: sha256,
        files: { create: { fileId } },
      },
    });
    await prisma.wageEstimate.create({
      data: {
        ...{ fileId, sheet: 'national', row: 2, occupationCode: '11-9111', areaCode: 'US', areaKind: 'NATION' },
        ...NO_FIGURES,
        annualP50Usd: 90_000 + 1_000 * (year - 2014),
        annualP50Marker: null,
      },
    });
  }
}
