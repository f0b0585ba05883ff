import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataDir, haveData, skipped, writeWorkbook } from '@careergraph/testkit/files';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportedServer, importedServer } from './comparison-server.ts';
import { cells, type Row, TOTAL } from './imported-files.ts';

/**
 * Every pair of states in each of 46 occupations of May 2023, and every pair of occupations that are asked together in a
 * state, against figures that are computed here from the agency's numbers.
 */

interface Published {
  readonly usps: string;
  readonly code: string;
  readonly mean: number;
  readonly prse: number;
}

interface Pair {
  readonly fromIndex: number;
  readonly toIndex: number;
  readonly verdict: string;
  readonly reason: string | null;
  readonly differenceUsd: number | null;
  readonly standardErrorUsd: number | null;
  readonly lowUsd: number | null;
  readonly highUsd: number | null;
}

interface Compared {
  readonly comparedPairs: number;
  readonly rows: readonly {
    readonly occupation: { readonly code: string };
    readonly cells: readonly { readonly standardError: { readonly amountUsd: number | null } }[];
    readonly pairs: readonly Pair[];
  }[];
  readonly areas: readonly { readonly area: { readonly code: string }; readonly pairs: readonly Pair[] }[];
}

const PAIR = 'fromIndex toIndex verdict reason differenceUsd standardErrorUsd lowUsd highUsd';
const QUERY = `query ($occupations: [String!]!, $areas: [AreaBy!]!) {
  compare(occupations: $occupations, areas: $areas, asOf: "2023-05") {
    comparedPairs
    rows { occupation { code } cells { standardError { amountUsd } } pairs { ${PAIR} } }
    areas { area { code } pairs { ${PAIR} } }
  }
}`;

const NOT_COMPARED = { differenceUsd: null, standardErrorUsd: null, lowUsd: null, highUsd: null };

function expectedPair(from: Published | undefined, to: Published | undefined) {
  if (!from || !to) return { verdict: 'NOT_COMPARABLE', reason: 'NO_FIGURE', ...NOT_COMPARED };
  if (from.code !== to.code && (contains(from.code, to.code) || contains(to.code, from.code))) {
    return { verdict: 'NOT_COMPARABLE', reason: 'OVERLAPPING_OCCUPATIONS', ...NOT_COMPARED };
  }
  const difference = to.mean - from.mean;
  const error = Math.hypot((from.mean * from.prse) / 100, (to.mean * to.prse) / 100);
  const margin = 1.645 * error;
  const sign = difference > 0 ? 'HIGHER' : 'LOWER';
  return {
    verdict: Math.abs(difference) > margin ? sign : 'CANNOT_BE_TOLD_APART',
    reason: null,
    differenceUsd: difference,
    standardErrorUsd: error,
    lowUsd: difference - margin,
    highUsd: difference + margin,
  };
}

function contains(group: string, code: string): boolean {
  return group === '00-0000' || (group.endsWith('-0000') && code.startsWith(group.slice(0, 3)));
}

/** Money is answered to the cent. */
function expectSame(pair: Pair, expected: ReturnType<typeof expectedPair>, where: string): void {
  expect([where, pair.verdict, pair.reason]).toEqual([where, expected.verdict, expected.reason]);
  for (const field of ['differenceUsd', 'standardErrorUsd', 'lowUsd', 'highUsd'] as const) {
    const [answered, computed] = [pair[field], expected[field]];
    if (answered === null || computed === null) expect([where, field, answered]).toEqual([where, field, computed]);
    else if (Math.abs(answered - computed) > 0.0051) throw new Error(`${where} ${field}: ${answered}, not ${computed}`);
  }
}

const inGroups = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

const blank = (cell: string | undefined) => (cell === undefined || cell === '' ? null : Number(cell));

/** A row of the agency's file, with the columns that the CSV lacks as not released. */
function workbookRow(row: Readonly<Record<string, string>>): Row {
  const known =
    'tot_emp emp_prse jobs_1000 loc_quotient h_mean a_mean mean_prse h_pct25 h_median h_pct75 a_pct25 a_median a_pct75';
  return {
    ...TOTAL,
    AREA: (row.area as string).padStart(2, '0'),
    AREA_TITLE: row.area_title as string,
    AREA_TYPE: '2',
    PRIM_STATE: row.prim_state as string,
    OCC_CODE: row.occ_code as string,
    OCC_TITLE: row.occ_title as string,
    O_GROUP: row.o_group as string,
    ...Object.fromEntries(
      known.split(' ').flatMap((name) => {
        const value = blank(row[name]);
        return value === null ? [] : [[name.toUpperCase(), value]];
      }),
    ),
  };
}

describe.skipIf(!haveData)(`every pair of states in 46 occupations${skipped}`, () => {
  let folder: string;
  let server: ImportedServer;
  let published: ReadonlyMap<string, Published>;
  let states: readonly string[];
  let occupations: readonly string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'careergraph-comparison-'));
    const text = await readFile(join(dataDir, 'oews/states_2023_46_occupations.csv'), 'utf8');
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    published = new Map(
      rows.map(({ prim_state: usps = '', occ_code: code = '', a_mean: mean, mean_prse: prse }) => [
        `${usps} ${code}`,
        { usps, code, mean: Number(mean), prse: Number(prse) },
      ]),
    );
    states = [...new Set([...published.values()].map(({ usps }) => usps))];
    occupations = [...new Set([...published.values()].map(({ code }) => code))];
    const path = join(folder, 'state_M2023_dl.xlsx');
    await writeWorkbook(path, [{ name: 'state_M2023_dl', rows: cells(rows.map(workbookRow)) }]);
    server = await importedServer(['oews', path]);
  });
  afterAll(async () => {
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('are as computed from the file', async () => {
    expect([states.length, occupations.length, published.size]).toEqual([51, 46, 2278]);
    const blocks = inGroups(states, 5);
    const figure = (usps: string, code: string) => published.get(`${usps} ${code}`);
    const ofStates = new Map<string, string>();
    const ofOccupations = new Map<string, string>();
    for (const codes of inGroups(occupations, 10)) {
      for (const [place, block] of blocks.entries()) {
        for (const other of blocks.slice(place === blocks.length - 1 ? place : place + 1)) {
          const asked = [...new Set([...block, ...other])];
          const { data, errors } = await server.post(QUERY, {
            occupations: codes,
            areas: asked.map((state) => ({ state })),
          });
          expect(errors).toBeUndefined();
          const { rows, areas, comparedPairs } = (data as { compare: Compared }).compare;
          expect(rows.map(({ occupation }) => occupation.code)).toEqual(codes);
          expect(areas.map(({ area }) => area.code)).toEqual(asked.map((usps) => `US-${usps}`));
          let measured = 0;
          for (const [index, code] of codes.entries()) {
            const row = rows[index] as Compared['rows'][number];
            expect(row.pairs).toHaveLength((asked.length * (asked.length - 1)) / 2);
            for (const [column, usps] of asked.entries()) {
              const of = figure(usps, code);
              const error = row.cells[column]?.standardError.amountUsd ?? null;
              expect([usps, code, error]).toEqual([usps, code, of ? Math.round(of.mean * of.prse) / 100 : null]);
            }
            for (const pair of row.pairs) {
              const [a, b] = [asked[pair.fromIndex] as string, asked[pair.toIndex] as string];
              expectSame(pair, expectedPair(figure(a, code), figure(b, code)), `${code} ${a} ${b}`);
              if (pair.reason === null) measured += 1;
              ofStates.set([code, ...[a, b].toSorted()].join(' '), pair.reason ?? pair.verdict);
            }
          }
          for (const [index, usps] of asked.entries()) {
            for (const pair of areas[index]?.pairs ?? []) {
              const [a, b] = [codes[pair.fromIndex] as string, codes[pair.toIndex] as string];
              expectSame(pair, expectedPair(figure(usps, a), figure(usps, b)), `${usps} ${a} ${b}`);
              if (pair.reason === null) measured += 1;
              ofOccupations.set(`${usps} ${a} ${b}`, pair.reason ?? pair.verdict);
            }
          }
          expect(comparedPairs).toBe(measured);
        }
      }
    }
    expect(ofStates.size).toBe((46 * 51 * 50) / 2);
    // Of each occupation, only the states that have a figure can be paired.
    const comparable = occupations.reduce((sum, code) => {
      const having = states.filter((usps) => figure(usps, code)).length;
      return sum + (having * (having - 1)) / 2;
    }, 0);
    const counts = countsOf(ofStates);
    expect(counts.NO_FIGURE).toBe(ofStates.size - comparable);
    // The counts of a third computation, in another language, of the same file.
    expect(counts).toEqual({ HIGHER: 20_072, LOWER: 23_692, CANNOT_BE_TOLD_APART: 11_667, NO_FIGURE: 3_219 });
    expect(countsOf(ofOccupations)).toEqual({
      HIGHER: 2_951,
      LOWER: 4_365,
      CANNOT_BE_TOLD_APART: 1_120,
      OVERLAPPING_OCCUPATIONS: 946,
      NO_FIGURE: 563,
    });
  });
});

function countsOf(results: ReadonlyMap<string, string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const result of results.values()) counts[result] = (counts[result] ?? 0) + 1;
  return counts;
}
