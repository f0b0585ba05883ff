import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ATTRIBUTION, insertOccupations } from '../onet/onet-rows.js';
import { ask } from '../support/ask.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', async (prisma) => {
    await insertOccupations(prisma);
    const rows = await prisma.onetRelated.findMany({ where: { occupationCode: '11-9111.00' } });
    await prisma.onetRelated.createMany({
      data: rows.map((row) => ({ ...row, occupationCode: '43-6011.00', row: row.row + 1_000 })),
    });
  });
});
afterAll(() => api?.close());

interface Found {
  readonly description: string | null;
  readonly related: readonly { readonly slug: string }[];
  readonly origins: readonly {
    readonly section: string;
    readonly scope: string;
    readonly explanation: string;
    readonly source: { readonly key: string; readonly attribution: string | null };
    readonly release: { readonly key: string };
  }[];
}
const QUERY = `query ($slug: String!) { career(slug: $slug) {
  description
  related { slug }
  origins { section scope explanation source { key attribution } release { key } }
} }`;
const careerOf = async (slug: string) => (await ask<{ career: Found }>(api, QUERY, { slug })).career;

test('the sections of a guide come from the guide', async () => {
  const { origins } = await careerOf('medical-office-manager');
  expect(origins.map(({ section }) => section)).toEqual(
    'DESCRIPTION DUTIES STEPS EDUCATION CURRICULUM LICENSING SKILLS NETWORKING RESOURCES FAQS RELATED'.split(' '),
  );
  expect(new Set(origins.map(({ source, scope }) => `${source.key} ${scope}`))).toEqual(
    new Set(['careergraph-guides SAME']),
  );
});

test('a career without a guide has the definition and the related occupations of O*NET', async () => {
  const { description, related, origins } = await careerOf('43-6011');
  expect(description).toContain('a definition of the test');
  expect(related).toEqual([
    { slug: 'health-informatics-specialist' },
    { slug: 'health-specialties-teacher-postsecondary' },
    { slug: 'rehabilitation-counselor' },
  ]);
  const onet = { scope: 'SAME', source: { key: 'onet', attribution: ATTRIBUTION }, release: { key: '29.3' } };
  expect(origins).toMatchObject([
    { section: 'DESCRIPTION', ...onet },
    { section: 'RELATED', ...onet },
  ]);
  expect(origins[1]?.explanation).toContain('43-6011.00');
});

test('a career that no loaded source describes has no origins', async () => {
  expect(await careerOf('electrician')).toEqual({ description: null, related: [], origins: [] });
});

test('a guide without a description has the definition of its occupation', async () => {
  const { description, origins } = await careerOf('healthcare-administrator');
  expect(description).toBe('Lead health services (a definition of the test).');
  expect(origins).toMatchObject([
    { section: 'DESCRIPTION', scope: 'SAME', source: { key: 'bls-soc', attribution: null } },
    { section: 'RELATED', scope: 'SAME', source: { key: 'careergraph-guides' } },
  ]);
  expect(origins[0]?.explanation).toBe('The definition of 11-9111 in SOC 2018.');
});
