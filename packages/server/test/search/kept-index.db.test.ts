import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newRelease } from '../onet/new-release.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', async (prisma) => {
    const onet = {
      kind: 'AGENCY',
      name: 'O*NET Database',
      publisher: 'National Center for O*NET Development',
    } as const;
    await prisma.source.create({
      data: { id: 'onet', ...onet, licence: 'CC BY 4.0', attribution: 'O*NET (test).' },
    });
    await releaseWithTitle('28.0', 'Zeppelin Steerer', prisma);
  });
});
afterAll(() => api?.close());

/** An active release of O*NET with one job title of flight attendants, in place of the one before it. */
async function releaseWithTitle(key: string, title: string, prisma = api.prisma): Promise<void> {
  await prisma.release.updateMany({ where: { sourceId: 'onet', status: 'ACTIVE' }, data: { status: 'SUPERSEDED' } });
  const release = await newRelease(prisma, 'onet', key, `O*NET ${key}`, 'ACTIVE');
  const fileId = await release.file('alternate-titles', 'Alternate Titles.txt');
  await prisma.occupationTitle.create({
    data: {
      ...{ fileId, sheet: 'Alternate Titles', row: 2, kind: 'ALTERNATE', occupationCode: '53-2031' },
      ...{ title, shortTitle: null, sources: [] },
    },
  });
}

const QUERY = `query ($text: String!) { search(text: $text, kinds: [CAREER], first: 1) { edges { matched node {
  ... on Career { slug salary { median { amount } } } } } } }`;

/** The first career, and whether the titles were read for it. */
async function first(text: string) {
  const { answer, statements } = await api.record(QUERY, { text }, { cold: false });
  expect(answer.errors).toBeUndefined();
  const [edge] = (answer.data as { search: { edges: { matched: string; node: Record<string, unknown> }[] } }).search
    .edges;
  return { edge, isBuilt: statements.some((statement) => statement.includes('occupation_title')) };
}

test('the index outlives the activation of a release that it is not made of', async () => {
  const built = await first('zeppelin steerer');
  expect(built).toMatchObject({ isBuilt: true, edge: { matched: 'Zeppelin Steerer' } });
  expect(await first('registered nurse')).toMatchObject({
    isBuilt: false,
    edge: { node: { slug: 'registered-nurse' } },
  });
  await newRelease(api.prisma, 'bls-ep', '1998-08', 'Projections 1998-2008', 'SUPERSEDED');
  await api.refresh();
  expect(await first('zeppelin steerer')).toEqual({ ...built, isBuilt: false });
  expect(built.edge?.node).toMatchObject({
    slug: 'flight-attendant',
    salary: { median: { amount: expect.any(Number) } },
  });
});

test('it is built again after the activation of a release that it is made of', async () => {
  await releaseWithTitle('29.0', 'Airship Steerer');
  await api.refresh();
  expect(await first('airship steerer')).toMatchObject({ isBuilt: true, edge: { matched: 'Airship Steerer' } });
  const { edge, isBuilt } = await first('zeppelin steerer');
  expect(isBuilt).toBe(false);
  expect(edge?.matched).not.toBe('Zeppelin Steerer');
});
