import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestApi, environmentOf, type TestApi } from '@careergraph/testkit';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../cli/dist/run.js';

/** The whole career page after the published Handbook and O*NET were imported; their text stands as its length and hash. */
const CAREERS = [
  'registered-nurse',
  'phlebotomist',
  'electrician',
  'software-developer',
  // Only O*NET describes this one.
  'financial-quantitative-analyst',
];
const PAGE = readFileSync(new URL('../../../../schema/examples/career-page.graphql', import.meta.url), 'utf8');

/** Parts of the answer with text of the sources. */
const IMPORTED = new Set(
  'summary description duties specialties workEnvironment howToBecome education training licenses experience advancement personalSkills payOverview payByIndustry outlookOverview jobZone contacts resources related'.split(
    ' ',
  ),
);
/** Shorter strings there are names, numbers, and levels; duties are text however short. */
const LONGEST_NAME = 40;

describe.skipIf(!haveData)(`the career page of published data${skipped}`, () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi('loaded');
    await importFiles('onet', 'onet/29.3-excel');
    await importFiles('ooh', 'ooh/ooh-pages-2026-03.zip');
    await api.refresh();
  }, 600_000);
  afterAll(() => api?.close());

  async function importFiles(source: string, path: string): Promise<void> {
    let said = '';
    const code = await runCommandLine(['import', source, join(dataDir, path)], {
      environment: environmentOf(api.location),
      stdout: { write: (_, written) => written() },
      stderr: {
        write: (text) => {
          said += text;
        },
      },
      stop: new AbortController().signal,
    });
    if (code !== 0) throw new Error(`import ${source}: ${said}`);
  }

  test.each(CAREERS)('%s', async (slug) => {
    const { answer, statements } = await api.record(PAGE, { slug });
    expect(answer.errors).toBeUndefined();
    const career = answer.data?.career as Record<string, unknown>;
    expect(JSON.stringify(career)).not.toMatch(/<\/?[a-z]+[ >]|&(nbsp|amp|lt|gt|#\d+);|About this section|\]\(\//);
    const page = Object.entries(career).map(([name, part]) => [name, IMPORTED.has(name) ? hashed(part, name) : part]);
    await expect(
      `${JSON.stringify({ statements: statements.length, career: Object.fromEntries(page) }, null, 2)}\n`,
    ).toMatchFileSnapshot(`../golden/published/${slug}.golden.json`);
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(17);
  });
});

function hashed(part: unknown, name: string): unknown {
  if (typeof part === 'string') {
    if (part === '' || (part.length < LONGEST_NAME && name !== 'duties')) return part;
    return `${part.length} characters, ${createHash('sha256').update(part).digest('hex').slice(0, 12)}`;
  }
  if (Array.isArray(part)) return part.map((each) => hashed(each, name));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key === 'attribution' || key === 'slug' ? value : hashed(value, name),
    ]),
  );
}
