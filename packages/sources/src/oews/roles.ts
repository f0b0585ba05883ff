import type { Cell } from '@careergraph/extract';
import type { RawRow } from './parse.js';

/** Which areas a file has. */
export type AreaSet = 'nation' | 'states' | 'metros' | 'nonmetros';

/** The files of a release, by the name that the publisher gives them. */
const FILES: readonly { readonly name: string; readonly role: string; readonly areas: AreaSet }[] = [
  { name: 'national', role: 'national', areas: 'nation' },
  { name: 'state', role: 'state', areas: 'states' },
  { name: 'MSA', role: 'metro', areas: 'metros' },
  // Until May 2017: the eleven metros that MSA has by division only.
  { name: 'aMSA', role: 'metro-whole', areas: 'metros' },
  { name: 'BOS', role: 'nonmetro', areas: 'nonmetros' },
];

const ROLE_OF: Readonly<Record<AreaSet, string>> = {
  nation: 'national',
  states: 'state',
  metros: 'metro',
  nonmetros: 'nonmetro',
};

/** `national_M2024_dl.xlsx`; until May 2013 metros came in three parts: `MSA_M2013_dl_1_AK_IN.xls`. */
const NAME = /^(national|state|a?MSA|BOS)_M(\d{4})_dl(?:_(\d)(?:_[A-Z]{2}_[A-Z]{2})?)?\.[a-z]+$/i;

export interface NamedPart {
  readonly release: string;
  readonly role: string;
  readonly areas: AreaSet;
}

/** What a file's name says; null where it is not named as the publisher names it. */
export function partByName(fileName: string): NamedPart | null {
  const [, name, year, part] = NAME.exec(fileName) ?? [];
  const file = FILES.find((candidate) => candidate.name.toLowerCase() === name?.toLowerCase());
  if (!file || year === undefined) return null;
  return { release: `${year}-05`, role: part ? `${file.role}-${part}` : file.role, areas: file.areas };
}

export function roleOf(areas: AreaSet): string {
  return ROLE_OF[areas];
}

/** The areas of a role: `metro-1` has metros. */
export function areasOf(role: string): AreaSet {
  const file = FILES.find((candidate) => candidate.role === role) ?? FILES.find(({ role: r }) => role.startsWith(r));
  if (!file) throw new TypeError(`${role} is not a role of a file of OEWS`);
  return file.areas;
}

/** AREA_TYPE, since May 2019. */
export const AREA_TYPES: ReadonlyMap<string, AreaSet> = new Map([
  ['1', 'nation'],
  ['2', 'states'],
  ['3', 'states'],
  ['4', 'metros'],
  ['6', 'nonmetros'],
]);

/** What a row's own columns say; null where they cannot tell. */
export function areasByRow(row: RawRow, columns: Readonly<Record<string, unknown>>): AreaSet | null {
  if (row.areaType !== null) return AREA_TYPES.get(String(row.areaType)) ?? null;
  if (columns.area === undefined) return 'nation';
  const digits = digitsOf(row.area);
  if (digits <= 2) return 'states';
  return digits > 5 ? 'nonmetros' : 'metros';
}

function digitsOf(area: Cell): number {
  return String(area).replace(/^0+/, '').length;
}
