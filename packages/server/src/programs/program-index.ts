import { setImmediate } from 'node:timers/promises';
import type { Database } from '@careergraph/db';
import { AWARD_LEVELS } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { Context } from '../context.js';
import { bytesOfWords } from '../search/bytes.js';
import type { StoreSize, StoreState } from '../store-state.js';
import type { Directory } from './directory.js';
import { NO_FILE, type ProgramFiles } from './files.js';

/** Every program of a field of study: entry `i` of each list is one program. */
export interface ProgramsOfField {
  readonly unitIds: Int32Array;
  readonly awardLevels: Uint8Array;
  /** 1 if it is reported as a second major only. */
  readonly isSecondMajorOnly: Uint8Array;
  /** Awards conferred in the year; {@link NO_FIGURE} where there is no number. */
  readonly completions: Int32Array;
  /** Median earnings four years after completion; {@link NO_FIGURE} where there is no number. */
  readonly earnings: Int32Array;
}

/** What lists of programs are made of, by CIP code of six digits. */
export type ProgramIndex = ReadonlyMap<string, ProgramsOfField>;

/** Awards and earnings are never below 0. */
export const NO_FIGURE = -1;

/** Institutions whose programs are read with one statement, so that other requests are answered in between. */
const INSTITUTIONS_AT_ONCE = 500;

/**
 * The programs of the active releases in memory: about 270,000 take 4 MB and some seconds to read. Read at the first list of
 * programs, and kept as long as the files that they come from answer. In SQL, the same list takes a hundred milliseconds and more on the embedded database.
 */
export function programIndexOf({ catalog, prisma }: Context, directory: Directory): Promise<ProgramIndex> {
  const { institutions, completions, fieldsOfStudy } = directory.files;
  const inputs = [institutions, completions, fieldsOfStudy].map((file) => file?.fileId ?? NO_FILE).join(' ');
  return catalog.kept.get(NAME, inputs, async () => {
    const index = await readIndex(prisma, directory);
    SIZES.set(catalog.kept, sizeOf(index));
    return index;
  });
}

const NAME = 'index of programs';

/** The sizes of the indexes that were read. */
const SIZES = new WeakMap<Catalog['kept'], StoreSize>();

/** How many programs the index has, and its memory; how often it served a list, and was read. */
export function programIndexState({ kept }: Catalog): StoreState {
  return { ...(SIZES.get(kept) ?? { entries: 0, bytes: 0 }), ...kept.countsOf(NAME) };
}

function sizeOf(index: ProgramIndex): StoreSize {
  const columns = [...index.values()];
  return {
    entries: columns.reduce((sum, { unitIds }) => sum + unitIds.length, 0),
    bytes:
      bytesOfWords(index.keys()) +
      columns.flatMap((each) => Object.values(each)).reduce((sum, { byteLength }) => sum + byteLength, 0),
  };
}

interface Group {
  readonly cipCode: string;
  readonly numbers: string;
}

/** A program in the making: its columns in the order of {@link ProgramsOfField}. */
type Entry = [unitId: number, awardLevel: number, isSecondMajorOnly: number, completions: number, earnings: number];

async function readIndex(prisma: Database, { files, institutions }: Directory): Promise<ProgramIndex> {
  const unitIds = [...institutions.keys()].sort((a, b) => a - b);
  const fields = new Map<string, Entry[]>();
  for (let at = 0; at < unitIds.length; at += INSTITUTIONS_AT_ONCE) {
    const some = unitIds.slice(at, at + INSTITUTIONS_AT_ONCE);
    const earnings = new Map<string, number>();
    for (const { cipCode, numbers } of await readEarnings(prisma, files, some)) {
      for (const [unitId, level, usd] of tuplesIn(numbers)) {
        earnings.set(`${unitId} ${cipCode} ${level}`, usd as number);
      }
    }
    for (const { cipCode, numbers } of await readCompletions(prisma, files, some)) {
      const entries = fields.get(cipCode) ?? [];
      fields.set(cipCode, entries);
      addPrograms(entries, numbers, (unitId, level) => earnings.get(`${unitId} ${cipCode.slice(0, 5)} ${level}`));
    }
    await setImmediate();
  }
  return new Map([...fields].map(([cipCode, entries]) => [cipCode, columnsOf(entries)]));
}

/** Second majors count where the institution reports no first major of the field and level. */
function addPrograms(
  entries: Entry[],
  numbers: string,
  earningsOf: (unitId: number, credentialLevel: number | undefined) => number | undefined,
): void {
  const tuples = [...tuplesIn(numbers)];
  const nameOf = ([unitId, awardLevel]: readonly number[]) => `${unitId} ${awardLevel}`;
  const first = new Set(tuples.filter(([, , major]) => major === 1).map(nameOf));
  for (const tuple of tuples) {
    const [unitId, awardLevel, major, completions] = tuple as [number, number, number, number];
    const isSecond = major !== 1;
    if (isSecond && first.has(nameOf(tuple))) continue;
    const earnings = earningsOf(unitId, CREDENTIAL_LEVELS.get(awardLevel)) ?? NO_FIGURE;
    entries.push([unitId, awardLevel, isSecond ? 1 : 0, completions, earnings]);
  }
}

const CREDENTIAL_LEVELS = new Map(AWARD_LEVELS.map(({ code, credentialLevel }) => [code, credentialLevel]));

function* tuplesIn(numbers: string): Generator<number[]> {
  for (const tuple of numbers.split(',')) yield tuple.split(' ').map(Number);
}

/** As text, because Prisma takes four seconds for as many rows. */
function readCompletions(prisma: Database, files: ProgramFiles, unitIds: readonly number[]): Promise<Group[]> {
  return prisma.$queryRaw<Group[]>`
    SELECT cip_code AS "cipCode",
           string_agg(concat_ws(' ', unit_id, award_level, major_number, coalesce(completions, ${NO_FIGURE}::int)), ',') AS numbers
    FROM program WHERE file_id = ${files.completions?.fileId ?? NO_FILE}
      AND unit_id BETWEEN ${unitIds[0]}::int AND ${unitIds.at(-1)}::int
    GROUP BY cip_code`;
}

function readEarnings(prisma: Database, files: ProgramFiles, unitIds: readonly number[]): Promise<Group[]> {
  return prisma.$queryRaw<Group[]>`
    SELECT cip_code AS "cipCode", string_agg(concat_ws(' ', unit_id, credential_level, earnings_4_years_usd), ',') AS numbers
    FROM field_outcome WHERE file_id = ${files.fieldsOfStudy?.fileId ?? NO_FILE}
      AND unit_id BETWEEN ${unitIds[0]}::int AND ${unitIds.at(-1)}::int AND earnings_4_years_usd IS NOT NULL
    GROUP BY cip_code`;
}

function columnsOf(entries: readonly Entry[]): ProgramsOfField {
  const column = (index: 0 | 3 | 4) => Int32Array.from(entries, (entry) => entry[index]);
  const bytes = (index: 1 | 2) => Uint8Array.from(entries, (entry) => entry[index]);
  return {
    unitIds: column(0),
    awardLevels: bytes(1),
    isSecondMajorOnly: bytes(2),
    completions: column(3),
    earnings: column(4),
  };
}
