import type { Cell } from '@careergraph/extract';

/** Which areas a file has. */
export type AreaSet = 'nation' | 'states' | 'metros' | 'nonmetros';

/** The files of a release, by the name that the publisher gives them. */
const FILES: readonly { readonly name: string; readonly role: string; readonly areas: AreaSet }[] = [
  { name: 'national', role: 'national', areas: 'nation' },
  { name: 'state', role: 'state', areas: 'states' },
  { name: 'MSA', role: 'metro', areas: 'metros' },
  // Until May 2017: the eleven metropolitan areas that MSA has by division only.
  { name: 'aMSA', role: 'metro-whole', areas: 'metros' },
  { name: 'BOS', role: 'nonmetro', areas: 'nonmetros' },
];

const ROLE_OF: Readonly<Record<AreaSet, string>> = {
  nation: 'national',
  states: 'state',
  metros: 'metro',
  nonmetros: 'nonmetro',
};

/** `national_M2024_dl.xlsx`; until May 2013 metropolitan areas came in three files: `MSA_M2013_dl_1_AK_IN.xls`. */
const NAME = /^(national|state|a?MSA|BOS)_M(\d{4})_dl(?:_(\d)(?:_[A-Z]{2}_[A-Z]{2})?)?\.[a-z]+$/i;

export interface NamedPart {
  readonly release: string;
  readonly role: string;
  readonly areas: AreaSet;
}

/** What the name of a file says; null if it is not a name that the publisher gives. */
export function partByName(fileName: string): NamedPart | null {
  const [, name, year, part] = NAME.exec(fileName) ?? [];
  const file = FILES.find((candidate) => candidate.name.toLowerCase() === name?.toLowerCase());
  if (!file || year === undefined) return null;
  return { release: `${year}-05`, role: part ? `${file.role}-${part}` : file.role, areas: file.areas };
}

/** `all_data_M_2024.xlsx`, `nat4d_M2024_dl.xlsx`: every file has its year in its name. */
export function releaseByName(fileName: string): string | null {
  const year = /_M_?(\d{4})(?:_dl|\.|$)/i.exec(fileName)?.[1];
  return year === undefined ? null : `${year}-05`;
}

export function roleOf(areas: AreaSet): string {
  return ROLE_OF[areas];
}

/** The areas of a role: `metro-1` has metropolitan areas. */
export function areasOf(role: string): AreaSet {
  const file = FILES.find((candidate) => candidate.role === role) ?? FILES.find(({ role: r }) => role.startsWith(r));
  if (!file) throw new TypeError(`${role} is not a role of a file of OEWS`);
  return file.areas;
}

export interface AreaType {
  readonly name: string;
  readonly areas: AreaSet;
}

/** AREA_TYPE, since May 2019. */
export const AREA_TYPES: ReadonlyMap<string, AreaType> = new Map([
  ['1', { name: 'nation', areas: 'nation' }],
  ['2', { name: 'state', areas: 'states' }],
  ['3', { name: 'territory', areas: 'states' }],
  ['4', { name: 'metropolitan', areas: 'metros' }],
  ['6', { name: 'nonmetropolitan', areas: 'nonmetros' }],
]);

/** Which areas a file has according to its first row; null if AREA_TYPE is unknown. */
export function areasByRow(
  { area = null, areaType = null }: { readonly area?: Cell; readonly areaType?: Cell },
  columns: { readonly area?: number },
): AreaSet | null {
  if (areaType !== null) return AREA_TYPES.get(String(areaType).trim())?.areas ?? null;
  if (columns.area === undefined) return 'nation';
  const digits = String(area).trim().replace(/^0+/, '').length;
  if (digits <= 2) return 'states';
  return digits > 5 ? 'nonmetros' : 'metros';
}
