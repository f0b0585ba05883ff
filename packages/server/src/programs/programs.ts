import type { Institution } from '@careergraph/db';
import {
  AWARD_LEVELS,
  type AwardLevel,
  type AwardLevelWord,
  CIP_SOC_CAUTION,
  type InstitutionControl,
  PROGRAMS_LEFT_OUT,
  type ProgramOrderField,
  type ProgramsLeftOutReason,
} from '@careergraph/domain';
import type { Context } from '../context.js';
import { badInput, notAvailableYet } from '../errors.js';
import type { PageArguments } from '../paging/arguments.js';
import { type Connection, listName, pageOfPositions, withNodes } from '../paging/connection.js';
import { type Directory, directoryOf } from './directory.js';
import { type FieldsShape, fieldsOf, type Subject } from './fields.js';
import { inOrder, institutionsNear, type NearBy, type PlaceShape } from './places.js';
import {
  countPrograms,
  type ListedProgramRow,
  type ProgramCount,
  type ProgramKey,
  type ProgramRow,
  type ProgramsAsked,
  readPage,
  readPrograms,
} from './rows.js';

/** A program of education: what an institution awards in a field at a level. */
export interface ProgramShape {
  readonly directory: Directory;
  readonly institution: Institution;
  readonly level: AwardLevel;
  readonly row: ProgramRow;
  readonly distance: Distance;
}

/** A distance in miles, or why there is none. */
export type Distance =
  | { readonly miles: number; readonly reason: null }
  | { readonly miles: null; readonly reason: string };

export interface ProgramOrder {
  readonly field: ProgramOrderField;
  readonly direction: 'ASC' | 'DESC';
}

export interface ProgramsQuery extends Subject {
  readonly near: NearBy;
  readonly levels?: readonly AwardLevelWord[] | null | undefined;
  readonly control?: readonly InstitutionControl[] | null | undefined;
  readonly orderBy?: ProgramOrder | null | undefined;
}

export interface ProgramsLeftOutShape extends ProgramCount {
  readonly reason: ProgramsLeftOutReason;
}

export interface ProgramsShape extends Connection<ProgramShape> {
  readonly place: PlaceShape;
  readonly subject: FieldsShape;
  /** Why the list is empty as far as that is known without counting; null if the place and the fields are known. */
  readonly lack: string | null;
  readonly leftOut: () => Promise<readonly ProgramsLeftOutShape[]>;
  readonly treatment: string;
}

const BY_DISTANCE: ProgramOrder = { field: 'DISTANCE', direction: 'ASC' };

export async function resolvePrograms(
  context: Context,
  query: ProgramsQuery,
  args: PageArguments,
): Promise<ProgramsShape> {
  const { prisma, results } = context;
  assertNotEmpty('levels', query.levels);
  assertNotEmpty('control', query.control);
  const directory = await knownDirectory(context, query.near);
  const { files, institutions } = directory;
  const [subject, near] = await Promise.all([
    fieldsOf(context, directory, query),
    institutionsNear(context, directory, query.near, query.control ?? null),
  ]);
  const order = query.orderBy ?? BY_DISTANCE;
  const asked: ProgramsAsked = {
    unitIds: inOrder(near, directory, order).map(({ unitId }) => unitId),
    cipCodes: subject.fields.map(({ cipCode }) => cipCode),
    awardLevels: levelsOf(query.levels).map(({ code }) => code),
    column: order.field === 'EARNINGS' || order.field === 'COMPLETIONS' ? order.field : null,
    direction: order.direction,
  };
  const { place, miles } = near;
  const name = listName('programs', files, place.location?.point, place.miles, place.area?.code, asked);
  const leftOut = near.leftOut.map(({ institution: { unitId }, reason }) => ({ unitId, reason }));
  const isEmpty = asked.cipCodes.length === 0 || asked.unitIds.length + leftOut.length === 0;
  const counts = async () =>
    isEmpty
      ? []
      : results.get(`count of ${name} ${near.leftOut.length}`, () => countPrograms(prisma, files, asked, leftOut));
  const page = await pageOfPositions<ListedProgramRow>(args, name, POSITIONS, {
    fetch: async (request) => (isEmpty ? [] : readPage(prisma, files, asked, request)),
    positionOf: ({ key, rank, cipCode, awardLevel }) => [key, rank, cipCode, awardLevel],
    count: async () => (await counts()).find(({ reason }) => reason === null)?.programs ?? 0,
  });
  return {
    ...withNodes(page, (row) => ({
      directory,
      row,
      ...partsOf(institutions, row),
      distance: distanceOf(miles?.get(row.unitId)),
    })),
    place,
    subject,
    lack: lackOf(subject, place, asked),
    leftOut: async () => (await counts()).filter(isLeftOut).toSorted(byReason),
    treatment: treatmentOf(directory, subject, place, order),
  };
}

const POSITIONS = [{ integer: true }, { integer: true }, {}, { integer: true }];

/** Programs by their keys, in their order; null for one that no active release has. */
export async function programsWith(
  context: Context,
  keys: readonly (ProgramKey | null)[],
): Promise<(ProgramShape | null)[]> {
  const directory = await directoryOf(context);
  const known = keys.filter((key) => key !== null);
  const rows = known.length === 0 ? [] : await readPrograms(context.prisma, directory.files, known);
  return keys.map((key) => {
    const row = key && rows.find((each) => nameOfProgram(each) === nameOfProgram(key));
    if (!row || !directory.institutions.has(row.unitId)) return null;
    const reason = 'The program was fetched by its ID, and not in a list near a place.';
    return { directory, row, ...partsOf(directory.institutions, row), distance: { miles: null, reason } };
  });
}

/** `104151/51.3801/5`, the key of a program in its global ID. */
export function nameOfProgram({ unitId, cipCode, awardLevel }: ProgramKey): string {
  return `${unitId}/${cipCode}/${awardLevel}`;
}

/** Null for what names no program. */
export function programKeyOf(name: string): ProgramKey | null {
  const [, unitId, cipCode, awardLevel] = /^(\d{1,8})\/(\d\d\.\d{4})\/(\d{1,2})$/.exec(name) ?? [];
  if (unitId === undefined || cipCode === undefined || awardLevel === undefined) return null;
  return { unitId: Number(unitId), cipCode, awardLevel: Number(awardLevel) };
}

async function knownDirectory(context: Context, near: NearBy): Promise<Directory> {
  const directory = await directoryOf(context);
  if (directory.files.institutions === null || directory.files.completions === null) {
    const value = near.zip?.code ?? 'the area';
    throw notAvailableYet('near', value.slice(0, 60), 'programs of education', 'Ask the operator to import IPEDS.');
  }
  return directory;
}

function assertNotEmpty(argument: string, values: readonly unknown[] | null | undefined): void {
  if (values?.length === 0) {
    throw badInput(argument, 'name at least one, or leave the argument out.');
  }
}

function levelsOf(words: readonly AwardLevelWord[] | null | undefined): readonly AwardLevel[] {
  return words == null ? AWARD_LEVELS : AWARD_LEVELS.filter(({ word }) => words.includes(word));
}

function partsOf(institutions: ReadonlyMap<number, Institution>, { unitId, awardLevel }: ProgramRow) {
  const institution = institutions.get(unitId);
  const level = AWARD_LEVELS.find(({ code }) => code === awardLevel);
  if (!institution || !level)
    throw new Error(`Program ${unitId} has no institution or the unknown level ${awardLevel}.`);
  return { institution, level };
}

function distanceOf(miles: number | undefined): Distance {
  if (miles !== undefined) return { miles, reason: null };
  return { miles: null, reason: 'An area has no point from which a distance could be measured.' };
}

function isLeftOut(count: ProgramCount): count is ProgramsLeftOutShape {
  return count.reason !== null;
}

const REASONS = Object.keys(PROGRAMS_LEFT_OUT);

function byReason(a: ProgramsLeftOutShape, b: ProgramsLeftOutShape): number {
  return REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason);
}

function lackOf({ fields, explanation }: FieldsShape, place: PlaceShape, { unitIds }: ProgramsAsked): string | null {
  if (fields.length === 0) return explanation;
  if (unitIds.length > 0) return null;
  if (place.location?.point === null || (place.location === null && place.area === null)) return place.explanation;
  return place.location === null
    ? `The directory has no open institution in ${place.area?.name} that was asked for.`
    : `The directory has no open institution within ${place.miles} miles that was asked for. Ask for more miles.`;
}

const ORDER_TEXT: Readonly<Record<ProgramOrderField, string>> = {
  DISTANCE: 'distance',
  EARNINGS: 'median earnings four years after completion',
  COMPLETIONS: 'awards conferred in the year',
  PRICE: 'average net price of the institution',
};

/** What a list contains, in which order, and what its figures do not say. */
function treatmentOf(
  { files }: Directory,
  { fields }: FieldsShape,
  { location }: PlaceShape,
  { field, direction }: ProgramOrder,
): string {
  const isUnordered = field === 'DISTANCE' && location === null;
  const ties = location === null ? 'name of the institution' : 'distance, then name of the institution';
  const order = isUnordered
    ? 'Sorted by name of the institution, because an area has no distances'
    : `Sorted by ${ORDER_TEXT[field]}, ${direction === 'ASC' ? 'lowest' : 'highest'} first; programs without it come last. Ties are sorted by ${ties}`;
  return [
    `Programs are those of the completions of IPEDS (${files.completions?.release.label}): a field of six digits of the CIP, at a level, at an institution. One without awards in that year is listed with 0.`,
    'Fields that are sums (CIP 99, two and four digits) and award levels that are sums of others were left out when the file was loaded. Second majors are not added to first majors.',
    `${order}, then by CIP code and award level.`,
    ...(location === null
      ? []
      : ['Distances are great-circle distances to the coordinates in the directory, and not travel distances.']),
    'Awarding a degree is not accreditation.',
    ...(fields.some(({ crosswalk }) => crosswalk !== null) ? [CIP_SOC_CAUTION] : []),
  ].join(' ');
}
