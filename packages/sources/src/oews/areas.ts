import { parseState, STATES } from '@careergraph/domain';
import type { Cell } from '@careergraph/extract';
import type { Field } from './columns.js';
import type { RawRow } from './parse.js';
import { AREA_TYPES, type AreaSet } from './roles.js';

export interface Area {
  readonly code: string;
  readonly kind: 'NATION' | 'STATE' | 'TERRITORY' | 'METRO' | 'NONMETRO';
  readonly name: string | null;
  /** The primary state of a metropolitan or nonmetropolitan area; null where the layout does not say. */
  readonly parentCode: string | null;
}

/** A value that cannot be right, and what to do about it. */
export interface FieldFault {
  readonly field: Field;
  readonly message: string;
}

const EXPECTED: Readonly<Record<AreaSet, string>> = {
  nation: 'the nation (99)',
  states: 'a state or territory, by FIPS code (06)',
  metros: 'a metropolitan area, by CBSA code (36740)',
  nonmetros: 'a nonmetropolitan area, by seven digits (0100004)',
};

/**
 * The area of a row.
 *
 * @param areas those that the file has
 */
export function areaOf(row: RawRow, areas: AreaSet, columns: Readonly<Record<string, unknown>>): Area | FieldFault {
  const { area, areaTitle, areaType, primaryState } = row;
  if (columns.areaType !== undefined && AREA_TYPES.get(String(areaType)) !== areas) {
    return { field: 'areaType', message: `is not the type of ${EXPECTED[areas]}, of which this file is.` };
  }
  const name = areaTitle === null ? null : String(areaTitle);
  if (areas === 'nation') {
    if (columns.area !== undefined && String(area) !== '99') return wrong(areas);
    return { code: 'US', kind: 'NATION', name, parentCode: null };
  }
  const state = columns.primaryState === undefined ? null : stateOf(primaryState);
  if (columns.primaryState !== undefined && state === null) {
    return { field: 'primaryState', message: 'is not a state or territory that is known (CA, PR).' };
  }
  if (name === null) return { field: 'areaTitle', message: 'is empty: an area has a name.' };
  const digits = digitsOf(area);
  if (areas === 'states') {
    const facts = STATES.find(({ fips }) => fips === digits?.padStart(2, '0'));
    if (!facts) return wrong(areas);
    if (state !== null && state !== facts.code) {
      return { field: 'primaryState', message: `is another state than that of AREA, ${facts.name}.` };
    }
    if (columns.areaType !== undefined && String(areaType) !== (facts.kind === 'STATE' ? '2' : '3')) {
      return { field: 'areaType', message: `is not the type of ${facts.name}: 2 is a state, 3 a territory.` };
    }
    return { code: facts.code, kind: facts.kind, name, parentCode: 'US' };
  }
  const number = digits?.replace(/^0+/, '');
  if (areas === 'metros') {
    if (number?.length !== 5) return wrong(areas);
    return { code: `CBSA-${number}`, kind: 'METRO', name, parentCode: state };
  }
  if (number === undefined || number.length < 6 || number.length > 7) return wrong(areas);
  return { code: `NONMETRO-${number.padStart(7, '0')}`, kind: 'NONMETRO', name, parentCode: state };
}

const wrong = (areas: AreaSet): FieldFault => ({ field: 'area', message: `is not ${EXPECTED[areas]}.` });

/** Codes are texts in published workbooks, and numbers in those that were saved again. */
function digitsOf(cell: Cell): string | null {
  const text = String(cell);
  return /^\d{1,7}$/.test(text) ? text : null;
}

function stateOf(cell: Cell): string | null {
  const text = String(cell);
  return /^[A-Z]{2}$|^\d{2}$/.test(text) ? parseState(text) : null;
}
