import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createTestApi, type TestApi } from '@careergraph/testkit';
import { haveSeeds, seedsDir, seedsSkipped } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, type Json } from '../support/ask.js';
import { at } from '../support/paths.js';
import { EXCEPTIONS, FIGURES, SECTIONS, STATE_TABLE } from './seed-figures.js';

/**
 * Every figure of the first published page's salary, state table, outlook and credential sections is in the answer of
 * `career-page`, in the career's claims, or in the pay of executive secretaries, at the path that seed-figures.ts names.
 */
const file = `${seedsDir}/000_52c362a8d04a1f2a.txt`;

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const word = WORDS.join('|');
/** Words count before a unit of time, in a range that ends in one, and before a noun: "the five major areas". */
const NUMBER = new RegExp(
  [
    String.raw`\d\d-\d{4}`,
    String.raw`[+$]{0,2}\d+(?:,\d{3})*(?:\.\d+)?[K%]?`,
    String.raw`\b(?:${word})(?= to (?:${word}) (?:year|month|week|day|hour|minute))`,
    String.raw`\b(?:${word})(?=[ -](?:year|month|week|day|hour|minute))`,
    String.raw`(?<=\bthe )(?:${word})\b`,
  ].join('|'),
  'gi',
);

/** The numbers of a text in their order, as printed. */
const tokensOf = (text: string): string[] => text.match(NUMBER) ?? [];

/** What a printed number says: `$48K` is 48000, `five` is 5, `43-6011` stays a code. */
function meaningOf(token: string): number | string {
  if (/^\d\d-\d{4}$/.test(token)) return token;
  const named = WORDS.indexOf(token.toLowerCase());
  if (named >= 0) return named;
  return Number(token.replaceAll(/[^\d.]/g, '')) * (token.endsWith('K') ? 1_000 : 1);
}

/** The numbers that a value of the answer says. */
function numbersAt(value: Json): (number | string)[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'string') throw new Error(`${JSON.stringify(value)} is neither a number nor a text.`);
  const words = new RegExp(`${NUMBER.source}|\\b(?:${word})\\b`, 'gi');
  return (value.match(words) ?? []).map(meaningOf);
}

async function allClaims(api: TestApi): Promise<Json[]> {
  const query = `query ($after: String) {
    career(slug: "medical-office-manager") {
      claims(first: 100, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { key line printed low high text statistic period measure unit area { code } }
      }
    }
  }`;
  const claims: Json[] = [];
  for (let after: Json = null; ; ) {
    const answer: Json = await ask<Json & object>(api, query, { after });
    claims.push(...(at(answer, 'career.claims.nodes') as Json[]));
    if (at(answer, 'career.claims.pageInfo.hasNextPage') === false) {
      expect(claims).toHaveLength(at(answer, 'career.claims.totalCount') as number);
      return claims;
    }
    after = at(answer, 'career.claims.pageInfo.endCursor');
  }
}

async function payOfSecretaries(api: TestApi): Promise<Json> {
  const answer = await ask<Json & object>(
    api,
    `{ career(slug: "medical-office-manager") {
      salary(occupation: "43-6011", asOf: "2024-05") {
        occupation { code }
        release { label }
        mean { display }
        p10: percentile(p: P10) { display }
        p25: percentile(p: P25) { display }
        median { display }
        p75: percentile(p: P75) { display }
        p90: percentile(p: P90) { display }
      }
    } }`,
  );
  return at(answer, 'career.salary');
}

describe.skipIf(!haveSeeds)(`figures of the first published page${seedsSkipped}`, () => {
  const bytes = !haveSeeds ? Buffer.alloc(0) : readFileSync(file);
  const lines = bytes.toString('utf8').split('\n');
  const printedAt = (line: number) => lines[line - 1] as string;
  const inTable = (line: number) => STATE_TABLE[0] <= line && line <= STATE_TABLE[1];

  let api: TestApi;
  let answer: Json;
  beforeAll(async () => {
    api = await createTestApi();
    const read = (name: string) =>
      readFileSync(new URL(`../../../../schema/examples/${name}`, import.meta.url), 'utf8');
    const page = await ask<Json & object>(
      api,
      read('career-page.graphql'),
      JSON.parse(read('career-page.variables.json')),
    );
    answer = { page, claims: await allClaims(api), secretaries: await payOfSecretaries(api) };
  });
  afterAll(() => api?.close());

  test('the page is the one that the claims are of', async () => {
    const { career } = await ask<{ career: Json }>(
      api,
      '{ career(slug: "medical-office-manager") { claims(first: 100) { nodes { document { slug sha256 } } } } }',
    );
    expect(at(career, 'claims.nodes[0].document')).toEqual({
      slug: 'definitive-guide',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  test.each(SECTIONS)('section $name starts on its line', ({ lines: [from], starts }) => {
    expect(printedAt(from)).toBe(starts);
  });

  describe('each is where the list says', () => {
    test.each(FIGURES)('line $line: $printed at $at', ({ printed, at: path }) => {
      const value = at(answer, path);
      expect(numbersAt(value)).toContain(meaningOf(printed));
      // A sum of money is the whole of its text, dollar sign and all.
      if (typeof value === 'string' && value.startsWith('$') && !printed.endsWith('K')) expect(value).toBe(printed);
    });
    test.each(FIGURES.flatMap(({ official, ...figure }) => (official ? [{ ...figure, ...official }] : [])))(
      'line $line: $printed is $at, rounded to $step',
      ({ printed, at: path, step }) => {
        const [official, ...more] = numbersAt(at(answer, path));
        expect(more).toEqual([]);
        expect(Math.round((official as number) / step) * step).toBe(meaningOf(printed));
      },
    );
    test('a claim stands on the line of its figure', () => {
      const wrong = FIGURES.filter(({ at: path }) => path.startsWith('claims['))
        .map(({ line, at: path }) => ({ line, claim: at(answer, path.replace(/\.[a-z]+$/i, '.line')), path }))
        // Labels of the chart and of the bars stand below what they name.
        .filter(({ path }) => !path.endsWith('.statistic') && !path.endsWith('.period'))
        .filter(({ line, claim }) => line !== claim);
      expect(wrong).toEqual([]);
    });
  });

  test('the list is complete: every number of the sections is in it, or is a declared exception', () => {
    const differing = SECTIONS.flatMap(({ lines: [from, to] }) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index)
        .filter((line) => !inTable(line))
        .map((line) => ({
          line,
          page: tokensOf(printedAt(line)),
          list: [...FIGURES, ...EXCEPTIONS].filter((figure) => figure.line === line).map(({ printed }) => printed),
        }))
        .filter(({ page, list }) => JSON.stringify(page) !== JSON.stringify(list)),
    );
    expect(differing).toEqual([]);
  });

  test('nothing in the list lies outside the sections', () => {
    const inSections = (line: number) => SECTIONS.some(({ lines: [from, to] }) => from <= line && line <= to);
    expect([...FIGURES, ...EXCEPTIONS].filter(({ line }) => !inSections(line))).toEqual([]);
    expect(new Set(EXCEPTIONS.map(({ reason }) => reason)).size).toBe(EXCEPTIONS.length);
  });

  describe('the table of states', () => {
    const rows = !haveSeeds
      ? []
      : lines.slice(STATE_TABLE[0] - 1, STATE_TABLE[1]).map((text, index) => {
          const [, name, printed] = /^(\D+)(\$[\d,]+)$/.exec(text) ?? [];
          return { line: STATE_TABLE[0] + index, name: name as string, printed: printed as string };
        });
    interface Node {
      readonly area: { readonly code: string; readonly name: string };
      readonly mean: { readonly display: string; readonly amount: number };
    }
    const nodes = (): Node[] => {
      const states = at(answer, 'page.career.states.edges') as unknown as { node: Node }[];
      return [...states.map(({ node }) => node), ...(at(answer, 'page.career.territories.nodes') as unknown as Node[])];
    };

    test('has 53 rows, each with a name and an amount', () => {
      expect(rows).toHaveLength(53);
      expect(rows.filter(({ name, printed }) => !name || !printed)).toEqual([]);
    });
    test.each(rows)('line $line: $name $printed', ({ line, name, printed }) => {
      const [node, ...more] = nodes().filter(({ area }) => area.name === name);
      expect(more).toEqual([]);
      expect(node?.mean).toEqual({ display: printed, amount: meaningOf(printed) });
      const claim = at(answer, `claims[key=definitive-guide/state-${node?.area.code.slice(3).toLowerCase()}]`);
      expect(claim).toMatchObject({
        line,
        printed,
        low: meaningOf(printed),
        high: meaningOf(printed),
        measure: 'WAGE',
      });
    });
    test('the answer has a mean for no other area, and says which state is left out', () => {
      const having = nodes().filter(({ mean }) => mean.amount !== null);
      expect(having.map(({ area }) => area.name).sort()).toEqual(rows.map(({ name }) => name).sort());
      const colorado = nodes().find(({ area }) => area.name === 'Colorado');
      expect(colorado?.mean ?? { amount: null }).toMatchObject({ amount: null });
      expect(at(answer, 'page.career.states.leftOut')).toEqual([
        { area: { name: 'Colorado' }, reason: expect.stringContaining('states no figure for this area') },
      ]);
    });
    test('the five best paid are those of the page, in its order', () => {
      const printed = [156, 157, 158, 159, 160].map((line) => printedAt(line).split(' - '));
      const best = [1, 2, 3, 4, 5].map((rank) => at(answer, `page.career.states.edges[rank=${rank}].node`));
      expect(best.map((node) => [at(node, 'area.name'), at(node, 'mean.display')])).toEqual(printed);
    });
  });
});
