import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newRelease } from '../onet/new-release.js';
import { plantPrograms } from '../programs/planted.js';
import { ask, onlyError } from '../support/ask.js';

interface Edge {
  readonly kind: string;
  readonly score: number;
  readonly reason: string;
  readonly matched: string;
  readonly explanation: string;
  readonly node: {
    readonly cipCode?: string;
    readonly levelName?: string;
    readonly institution?: { readonly name: string };
    readonly distanceReason?: string;
  };
}
interface Found {
  readonly search: {
    readonly totalCount: number;
    readonly explanation: string | null;
    readonly edges: readonly Edge[];
  };
}

const QUERY = `query ($text: String!, $kinds: [SearchKind!], $first: Int) {
  search(text: $text, kinds: $kinds, first: $first) { totalCount explanation
    edges { kind score reason matched explanation node { ... on Program {
      cipCode levelName institution { name } distanceMiles distanceReason } } } } }`;

let api: TestApi;
let without: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', plantPrograms);
  without = await createTestApi('loaded');
});
afterAll(async () => {
  await api?.close();
  await without?.close();
});

const found = async (text: string, kinds: readonly string[] | null = ['PROGRAM'], on = api) =>
  (await ask<Found>(on, QUERY, { text, kinds, first: 100 })).search;
const named = ({ edges }: Found['search']) =>
  edges.map(({ node }) => `${node.cipCode} ${node.levelName} ${node.institution?.name}`);

const UAA = 'University of Alaska Anchorage';

describe('a field of study', () => {
  test('gives the program with the most awards for each field and level', async () => {
    const { edges } = await found('registered nursing');
    const [first] = edges;
    expect(first).toMatchObject({
      reason: 'FIELD_OF_STUDY',
      matched: 'Registered Nursing/Registered Nurse',
      node: { cipCode: '51.3801', levelName: "Bachelor's degree", institution: { name: UAA } },
    });
    expect(first?.explanation).toBe(
      `The text names the field of study. Of the 2 programs in it at the level "Bachelor's degree", this one has the most awards: 122 (IPEDS, July 2023 to June 2024). For others near a place, use programs(near: …, cip: "51.3801", levels: [BACHELOR]).`,
    );
    const groups = edges.map(({ node }) => `${node.cipCode} ${node.levelName}`);
    expect(new Set(groups).size).toBe(groups.length);
  });
  test('is found by its code', async () => {
    expect((await found('51.3801')).edges[0]?.node.cipCode).toBe('51.3801');
  });
  test('a level leaves the other levels out', async () => {
    const levels = (await found("nursing associate's degree")).edges.map(({ node }) => node.levelName);
    expect(new Set(levels)).toEqual(new Set(["Associate's degree"]));
  });
});

describe('an institution or a place', () => {
  test.each(['Alaska Pacific University', 'pacific university anchorage', 'Alaska Pacific Universty'])(
    '%j: its programs',
    async (text) => {
      const { edges } = await found(text);
      expect(new Set(edges.map(({ node }) => node.institution?.name))).toEqual(new Set(['Alaska Pacific University']));
    },
  );
  test.each(['nursing in Anchorage', 'Nursing, AK', 'nurse alaska', 'NURSING near ANCHORAGE, Alaska'])(
    '%j: the programs of the field there',
    async (text) => {
      const { edges } = await found(text);
      expect(edges.map(({ reason }) => reason)).toEqual(edges.map(() => 'INSTITUTION'));
      const names = new Set(edges.map(({ node }) => node.institution?.name));
      expect(names).toContain(UAA);
      expect(names).toContain('Charter College');
      // Closed, or elsewhere.
      expect(names).not.toContain('Closed College');
      expect(names).not.toContain('Colegio de la Isla');
    },
  );
  test('Puerto Rico is a place of two words', async () => {
    expect(named(await found('nursing puerto rico'))).toEqual(["51.3801 Associate's degree Colegio de la Isla"]);
    expect(named(await found('nursing San Juan'))).toEqual(["51.3801 Associate's degree Colegio de la Isla"]);
  });
  test('what is reported as a second major only is left out', async () => {
    const { edges } = await found('Doubtful College');
    expect(edges.length).toBeGreaterThan(0);
    expect(edges.map(({ node }) => node.cipCode)).not.toContain('51.3802');
  });
  test('says what it read, and what it did not find', async () => {
    const [edge] = (await found('nursng Anchorge qwertz')).edges;
    expect(edge?.reason).toBe('MISSPELLING');
    expect(edge?.explanation).toMatch(/^The search read "nursng" as "nursing" and "anchorge" as "anchorage"\./);
    expect(edge?.explanation).toMatch(/It does not have "qwertz"\.$/);
  });
  test('a program that was searched has no distance', async () => {
    expect((await found('nursing anchorage')).edges[0]?.node.distanceReason).toContain('A search has no place');
  });
});

describe('kinds', () => {
  test('programs are not found unless they are requested', async () => {
    const kinds = (await found('registered nursing anchorage', null)).edges.map(({ kind }) => kind);
    expect(kinds).not.toContain('PROGRAM');
  });
  test('with others, the best score comes first', async () => {
    const { edges, explanation } = await found('registered nurse', ['OCCUPATION', 'PROGRAM']);
    expect(explanation).toBeNull();
    expect(new Set(edges.map(({ kind }) => kind))).toEqual(new Set(['OCCUPATION', 'PROGRAM']));
    const scores = edges.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
  test('without programs, the answer says what to import, and the other kinds are found', async () => {
    expect(await found('nursing', ['PROGRAM'], without)).toMatchObject({
      totalCount: 0,
      explanation: expect.stringContaining('careergraph import ipeds'),
    });
    const { totalCount, explanation } = await found('nursing', ['CAREER', 'PROGRAM'], without);
    expect(totalCount).toBeGreaterThan(0);
    expect(explanation).toContain('no programs of education');
  });
});

describe('hostile text', () => {
  test.each(['', '   ', "%_\\'", '😀🎉', '…!?'])('%j has nothing to search for', async (text) => {
    const { totalCount, explanation } = await found(text);
    expect([totalCount, explanation]).toEqual([0, expect.stringContaining('no letters or digits')]);
  });
  test.each(['مهندس معماري', 'constructor __proto__', "'; DROP TABLE program; --", 'degree'])(
    '%j finds nothing, and says so',
    async (text) => {
      const { totalCount, explanation } = await found(text);
      expect([totalCount, explanation]).toEqual([0, expect.stringContaining('No field of study')]);
    },
  );
  test('10,000 characters are refused', async () => {
    const answer = await api.query(QUERY, { text: 'a'.repeat(10_000), kinds: ['PROGRAM'] });
    expect(onlyError(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'text', message: /10000.*200/ });
  });
  test('a hundred words are searched', async () => {
    const letters = Array.from({ length: 99 }, (_, at) => String.fromCharCode(97 + (at % 26))).join(' ');
    expect((await found(letters)).totalCount).toBeGreaterThanOrEqual(0);
    expect((await found('nursing '.repeat(24))).edges[0]?.node.cipCode).toBe('51.3801');
  });
});

test('pages follow each other', async () => {
  interface Page {
    readonly search: {
      readonly totalCount: number;
      readonly nodes: readonly { readonly id: string }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  }
  const page = `query ($after: String) { search(text: "anchorage", kinds: [PROGRAM], first: 4, after: $after) {
    totalCount nodes { ... on Program { id } } pageInfo { hasNextPage endCursor } } }`;
  const ids: string[] = [];
  let total = 0;
  for (let after: string | null = null, more = true; more; ) {
    const { search }: Page = await ask<Page>(api, page, { after });
    ids.push(...search.nodes.map(({ id }) => id));
    total = search.totalCount;
    [after, more] = [search.pageInfo.endCursor, search.pageInfo.hasNextPage];
  }
  expect(total).toBeGreaterThan(4);
  expect(new Set(ids).size).toBe(total);
});

test('the index outlives the activation of a release that it is not made of', async () => {
  const statementsOf = async (text: string) =>
    (await api.record(QUERY, { text, kinds: ['PROGRAM'], first: 1 }, { cold: false })).statements;
  await statementsOf('nursing');
  await newRelease(api.prisma, 'bls-ep', '1998-08', 'Projections 1998-2008', 'SUPERSEDED');
  await api.refresh();
  const again = await statementsOf('nursing');
  expect(again.filter((statement) => statement.includes('string_agg'))).toEqual([]);
});
