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
import { type Connection, listName, type OrderBy, pageOfSorted, sorted, withNodes } from '../paging/connection.js';
import { type Directory, directoryOf } from './directory.js';
import { assertSubject, type FieldsShape, fieldsOf, type Subject } from './fields.js';
import {
  assertPlace,
  type InstitutionsNear,
  inOrder,
  institutionsNear,
  type NearBy,
  type PlaceShape,
} from './places.js';
import { NO_FIGURE, type ProgramIndex, type ProgramsOfField, programIndexOf } from './program-index.js';
import { nameOfProgram, type ProgramKey, type ProgramRow, programKeyOf } from './rows.js';

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

export interface ProgramsLeftOutShape {
  readonly reason: ProgramsLeftOutReason;
  readonly programs: number;
  /** The institutions that have them. */
  readonly institutions: number;
}

export interface ProgramsShape extends Connection<ProgramShape> {
  readonly place: PlaceShape;
  readonly subject: FieldsShape;
  /** Why the list is empty; null if it is not. */
  readonly explanation: string | null;
  readonly leftOut: readonly ProgramsLeftOutShape[];
  readonly treatment: string;
}

const BY_DISTANCE: ProgramOrder = { field: 'DISTANCE', direction: 'ASC' };

/** A program in a list, with what it is ordered by. */
interface Listed extends ProgramKey {
  /** Null without a figure. */
  readonly value: number | null;
  /** The place of the institution among those of the list. */
  readonly rank: number;
}

/** The programs of a list in their order, and what was left out. */
interface OrderedPrograms {
  readonly listed: readonly Listed[];
  readonly leftOut: readonly ProgramsLeftOutShape[];
}

export async function resolvePrograms(
  context: Context,
  query: ProgramsQuery,
  args: PageArguments,
): Promise<ProgramsShape> {
  assertNotEmpty('levels', query.levels);
  assertNotEmpty('control', query.control);
  // What is malformed is said first: no import would make up for it.
  assertSubject(query);
  await assertPlace(context, query.near);
  const directory = await knownDirectory(context, query.near);
  const [subject, near] = await Promise.all([
    fieldsOf(context, directory, query),
    institutionsNear(context, directory, query.near, query.control ?? null),
  ]);
  const index = await programIndexOf(context, directory);
  const order = query.orderBy ?? BY_DISTANCE;
  const institutions = inOrder(near, directory, order);
  const levels = levelsOf(query.levels);
  const { listed, leftOut } = programsIn(index, near, institutions, subject, levels, order);
  const { place, miles } = near;
  const name = listName(
    'programs',
    [directory.files.completions, directory.files.fieldsOfStudy, directory.files.institutionOutcomes].map(
      (file) => file?.fileId ?? null,
    ),
    [place.location?.point, place.miles, place.area?.code],
    [
      subject.fields.map(({ cipCode }) => cipCode),
      levels.map(({ code }) => code),
      query.control ?? null,
      order.field,
      order.direction,
    ],
  );
  const page = pageOfSorted(args, name, orderOf(order), listed);
  const rows = await Promise.all(page.edges.map(({ node }) => context.programs.load(node)));
  const rowOf = new Map(page.edges.map(({ node }, at) => [node, rows[at]]));
  return {
    ...withNodes(page, (key) => {
      const row = rowOf.get(key);
      if (!row) throw new Error(`Program ${nameOfProgram(key)} is in the index, but not in the database.`);
      return { directory, row, ...partsOf(directory, row), distance: distanceOf(miles?.get(row.unitId)) };
    }),
    place,
    subject,
    explanation: listed.length > 0 ? null : lackOf(subject, near, leftOut),
    leftOut,
    treatment: treatmentOf(directory, subject, place, order),
  };
}

function orderOf({ direction }: ProgramOrder): readonly OrderBy[] {
  return [
    { field: 'value', direction: direction === 'DESC' ? 'desc' : 'asc', nullable: true, integer: true },
    { field: 'rank', direction: 'asc', integer: true },
    { field: 'cipCode', direction: 'asc' },
    { field: 'awardLevel', direction: 'asc', integer: true },
  ];
}

function programsIn(
  index: ProgramIndex,
  near: InstitutionsNear,
  institutions: readonly Institution[],
  { fields }: FieldsShape,
  levels: readonly AwardLevel[],
  order: ProgramOrder,
): OrderedPrograms {
  const ranks = new Map(institutions.map(({ unitId }, rank) => [unitId, rank]));
  const reasons = new Map(near.leftOut.map(({ institution, reason }) => [institution.unitId, reason]));
  const codes = new Set(levels.map(({ code }) => code));
  const listed: Listed[] = [];
  const leftOut = new Map<ProgramsLeftOutReason, number[]>();
  const unitIdsOf = (reason: ProgramsLeftOutReason) => {
    const unitIds = leftOut.get(reason) ?? [];
    leftOut.set(reason, unitIds);
    return unitIds;
  };
  for (const { cipCode } of fields) {
    const programs = index.get(cipCode);
    // No institution reports the field.
    if (programs === undefined) continue;
    const values = valuesOf(programs, order);
    programs.unitIds.forEach((unitId, at) => {
      const rank = ranks.get(unitId);
      const awardLevel = programs.awardLevels[at] as number;
      const reason = rank === undefined ? reasons.get(unitId) : reasonOf(programs, at, codes.has(awardLevel));
      if (reason) unitIdsOf(reason).push(unitId);
      else if (rank !== undefined) {
        const value = values?.[at] ?? null;
        listed.push({ unitId, cipCode, awardLevel, rank, value: value === NO_FIGURE ? null : value });
      }
    });
  }
  return { listed: sorted(orderOf(order), listed), leftOut: countsOf(leftOut) };
}

/** What comes before the order of the institutions; null for what is a matter of the institution itself. */
function valuesOf({ completions, earnings }: ProgramsOfField, { field }: ProgramOrder): Int32Array | null {
  if (field === 'COMPLETIONS') return completions;
  return field === 'EARNINGS' ? earnings : null;
}

function reasonOf({ isSecondMajorOnly }: ProgramsOfField, at: number, isAsked: boolean): ProgramsLeftOutReason | null {
  if (!isAsked) return 'OTHER_LEVEL';
  return isSecondMajorOnly[at] === 1 ? 'SECOND_MAJOR_ONLY' : null;
}

function countsOf(leftOut: ReadonlyMap<ProgramsLeftOutReason, readonly number[]>): readonly ProgramsLeftOutShape[] {
  return REASONS.flatMap((reason) => {
    const unitIds = leftOut.get(reason);
    return unitIds ? [{ reason, programs: unitIds.length, institutions: new Set(unitIds).size }] : [];
  });
}

const REASONS = Object.keys(PROGRAMS_LEFT_OUT) as readonly ProgramsLeftOutReason[];

/** A program by the key in its global ID; null if no active release has it. */
export async function programNamed(context: Context, name: string): Promise<ProgramShape | null> {
  const key = programKeyOf(name);
  return key && programOf(context, key, 'The program was fetched by its ID, and not in a list near a place.');
}

/** A program that a search found. */
export async function programFound(context: Context, key: ProgramKey): Promise<ProgramShape> {
  const program = await programOf(context, key, 'A search has no place from which a distance could be measured.');
  if (program === null) throw new Error(`Program ${nameOfProgram(key)} is in the index, but not in the database.`);
  return program;
}

/** @param reason why there is no distance */
async function programOf(context: Context, key: ProgramKey, reason: string): Promise<ProgramShape | null> {
  const [directory, row] = await Promise.all([directoryOf(context), context.programs.load(key)]);
  if (!row || !directory.institutions.has(row.unitId)) return null;
  return { directory, row, ...partsOf(directory, row), distance: { miles: null, reason } };
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

function partsOf({ institutions }: Directory, { unitId, awardLevel }: ProgramRow) {
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

function lackOf(
  { fields, explanation }: FieldsShape,
  { place, listed }: InstitutionsNear,
  leftOut: readonly ProgramsLeftOutShape[],
): string {
  if (fields.length === 0) return explanation;
  const isNowhere = place.location === null ? place.area === null : place.location.point === null;
  if (isNowhere && place.explanation !== null) return place.explanation;
  const where =
    place.location === null
      ? `in ${place.area?.name}`
      : `within ${place.miles} ${place.miles === 1 ? 'mile' : 'miles'}`;
  if (listed.length === 0) return `The directory has no open institution ${where} that matches the query.`;
  const hint = leftOut.length > 0 ? ' Programs that do not match are counted in leftOut.' : '';
  return `No institution ${where} reports a program that matches the query.${hint}`;
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
    `Programs are those of the completions of IPEDS, ${files.completions?.release.label}: a field of six digits of the CIP, at a level, at an institution. One without awards in that year is listed with 0.`,
    'Fields that are sums (CIP 99, two and four digits) and award levels that are sums of others were left out when the file was loaded. Second majors are not added to first majors.',
    `${order}, then by CIP code and award level.`,
    ...(location === null
      ? []
      : ['Distances are great-circle distances to the coordinates in the directory, and not travel distances.']),
    'Awarding a degree is not accreditation.',
    ...(fields.some(({ crosswalk }) => crosswalk !== null) ? [CIP_SOC_CAUTION] : []),
  ].join(' ');
}
