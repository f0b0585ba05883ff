import { openDatabase } from '@careergraph/db';
import { createApi, keepCatalog } from '@careergraph/server';
import { createTestDatabase, environmentOf, toFetch } from '@careergraph/testkit';
import { dataDir, skipped } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../cli/dist/run.js';

/** The careers of a server that has the starter, O*NET 29.3 and the 342 pages of the Handbook. */

const undo: (() => unknown)[] = [];
let ask: <T>(query: string) => Promise<T>;
let before: ReadonlySet<string>;
let said: string;

interface Profile {
  readonly slug: string;
  readonly title: string;
  readonly singularTitle: string;
}
let profiles: readonly Profile[];

async function importFiles(environment: Record<string, string>, ...args: readonly string[]): Promise<string> {
  let text = '';
  const write = (part: string, _?: unknown, written?: () => void) => {
    text += part;
    written?.();
  };
  const code = await runCommandLine(['import', ...args], {
    environment,
    stdout: { write: (part, written) => write(part, null, written) },
    stderr: { write },
    stop: new AbortController().signal,
  });
  if (code !== 0) throw new Error(`import ${args.join(' ')}: ${text}`);
  return text;
}

async function serve(location: Parameters<typeof openDatabase>[0]) {
  const database = await openDatabase(location);
  const catalog = await keepCatalog(database.prisma, 60_000, () => {});
  const fetch = toFetch(createApi({ prisma: database.prisma, catalog, logger: { info: () => {}, error: () => {} } }));
  const close = async () => {
    catalog.stop();
    await database.close();
  };
  return {
    database,
    close,
    ask: async <T>(query: string): Promise<T> => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ query });
      const response = await fetch(new Request('http://localhost/graphql', { method: 'POST', headers, body }));
      const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
  };
}

async function allSlugs(query: typeof ask): Promise<readonly string[]> {
  const slugs: string[] = [];
  for (let after = ''; ; ) {
    const { careers } = await query<{
      careers: { nodes: { slug: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }>(`{ careers(first: 100${after}) { nodes { slug } pageInfo { hasNextPage endCursor } } }`);
    slugs.push(...careers.nodes.map(({ slug }) => slug));
    if (!careers.pageInfo.hasNextPage) return slugs;
    after = `, after: ${JSON.stringify(careers.pageInfo.endCursor)}`;
  }
}

interface Found {
  readonly slug: string;
  readonly title: string;
  readonly occupations: readonly { readonly occupation: { readonly code: string } }[];
}

/** The career that each name leads to. */
async function careersOf(names: readonly string[]): Promise<readonly (Found | null)[]> {
  const found: (Found | null)[] = [];
  const perQuery = 10;
  for (let start = 0; start < names.length; start += perQuery) {
    const fields = names
      .slice(start, start + perQuery)
      .map(
        (name, index) =>
          `c${index}: career(slug: ${JSON.stringify(name)}) { slug title occupations { occupation { code } } }`,
      );
    found.push(...Object.values(await ask<Record<string, Found | null>>(`{ ${fields.join(' ')} }`)));
  }
  return found;
}

describe.skipIf(skipped !== '')(`the careers of the published Handbook${skipped}`, () => {
  beforeAll(async () => {
    const { location, remove } = await createTestDatabase('loaded');
    undo.push(remove);
    const environment = environmentOf(location);
    const fresh = await serve(location);
    before = new Set(await allSlugs(fresh.ask));
    await fresh.close();
    await importFiles(environment, 'onet', `${dataDir}/onet/29.3-excel`);
    said = await importFiles(environment, 'ooh', `${dataDir}/ooh/ooh-pages-2026-03.zip`);
    const server = await serve(location);
    undo.push(server.close);
    ask = server.ask;
    profiles = (await server.database.prisma.handbookProfile.findMany({
      select: { slug: true, title: true, singularTitle: true },
      orderBy: { slug: 'asc' },
    })) as readonly Profile[];
  }, 600_000);
  afterAll(async () => {
    for (const step of undo.toReversed()) await step();
  });

  test('are in one list, each with a slug of its own, and none lost its slug', async () => {
    const slugs = await allSlugs(ask);
    expect(before.size).toBe(877);
    expect(slugs.length).toBe(1143);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect([...before].filter((slug) => !slugs.includes(slug))).toEqual([]);
    expect((await careersOf(slugs)).map((career) => career?.slug)).toEqual(slugs);
  });

  test('are found by the singular title of each profile', async () => {
    const careers = await careersOf(profiles.map(({ singularTitle }) => singularTitle));
    expect(careers.filter((career) => career !== null)).toHaveLength(342);
    expect(new Set(careers.map((career) => career?.slug)).size).toBe(342);
  });

  test("are found by the Handbook's own slug, unless it is the title of one of the occupations", async () => {
    const byTitle = await careersOf(profiles.map(({ singularTitle }) => singularTitle));
    const bySlug = await careersOf(profiles.map(({ slug }) => slug));
    expect(bySlug.filter((career) => career !== null)).toHaveLength(342);
    const others = profiles.flatMap(({ slug }, index) =>
      bySlug[index]?.slug === byTitle[index]?.slug ? [] : [`${slug}: ${bySlug[index]?.slug}`],
    );
    expect(others).toEqual([
      'administrative-services-managers: administrative-services-manager',
      'appraisers-and-assessors-of-real-estate: appraiser-and-assessor-of-real-estate',
      'conservation-scientists: conservation-scientist',
      'database-administrators: database-administrator',
      'fire-inspectors-and-investigators: fire-inspector-and-investigator',
      'nursing-assistants: nursing-assistant',
      'public-relations-managers: public-relations-manager',
      'security-guards: security-guard',
      'software-developers: software-developer',
      'structural-iron-and-steel-workers: structural-iron-and-steel-worker',
      'surgical-technologists: surgical-technologist',
      'telecommunications-equipment-installers-and-repairers-except-line-installers: telecommunications-equipment-installer-and-repairer-except-line-installers',
      'web-developers: web-developer',
    ]);
  });

  test('lead to those of the similar profiles, even if an occupation has the address of one as its title', async () => {
    const [of] = await careersOf(['Software Developer, Quality Assurance Analyst, or Tester']);
    const { career } = await ask<{ career: { related: Pick<Found, 'slug'>[] } }>(
      '{ career(slug: "computer-programmer") { related { slug } } }',
    );
    const slugs = career.related.map(({ slug }) => slug);
    expect(slugs).toContain(of?.slug);
    expect(slugs).not.toContain('software-developer');
  });

  test('have titles of their own, so that the import reports no two with the same', () => {
    expect(said).not.toContain('Careers with the same title');
  });

  test('have pay and growth, but for the Armed Forces and fishers, whose wages OEWS does not have', async () => {
    const titles = profiles.map(({ singularTitle }) => singularTitle);
    const without: string[] = [];
    for (const title of titles) {
      const { career } = await ask<{ career: { salary: object | null; growth: object | null } }>(
        `{ career(slug: ${JSON.stringify(title)}) { salary { median { amount } } growth { outlook { label } } } }`,
      );
      if (!career.salary || !career.growth) without.push(title);
    }
    expect(without).toEqual(['Fishing or Hunting Worker', 'Member of the Armed Forces']);
  });
});
