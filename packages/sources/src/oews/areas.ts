import { parseState, STATES } from '@careergraph/domain';
import type { Output } from '../define/file-kind.js';
import type { EstimateValues, Field } from './cells.js';
import type { AreaSet } from './roles.js';

export interface Area {
  readonly code: string;
  readonly kind: 'NATION' | 'STATE' | 'TERRITORY' | 'METRO' | 'NONMETRO';
  readonly name: string | null;
  /** The primary state of a metropolitan or nonmetropolitan area; null in layouts without it. */
  readonly parentCode: string | null;
}

interface FieldFault {
  readonly field: Field;
  readonly message: string;
}

const EXPECTED: Readonly<Record<AreaSet, string>> = {
  nation: 'the nation (99)',
  states: 'a state or territory, by FIPS code (06)',
  metros: 'a metropolitan area, by CBSA code (36740)',
  nonmetros: 'a nonmetropolitan area, by seven digits (0100004)',
};

/** The areas of one file. */
export class Areas {
  readonly #areas: AreaSet;
  readonly #columns: Readonly<Partial<Record<Field, number>>>;
  readonly #known = new Map<string, Area & { readonly row: number }>();
  #before: { readonly values: EstimateValues; readonly area: Area | FieldFault } | null = null;

  /**
   * @param areas those that the file has
   * @param columns those of the layout of the file
   */
  constructor(areas: AreaSet, columns: Readonly<Partial<Record<Field, number>>>) {
    this.#areas = areas;
    this.#columns = columns;
  }

  /** The area of a row; null if that is reported as an error. The first row of an area gives the area. */
  read(values: EstimateValues, out: Output<Field>): Area | null {
    // Some hundred rows in succession have the same area.
    const before = this.#before;
    if (!before || !isSameArea(values, before.values)) {
      const area = this.#areaOf(values);
      this.#before = { values, area };
      if (!('message' in area)) this.#register(area, out);
    }
    const { area } = this.#before as NonNullable<typeof before>;
    if (!('message' in area)) return area;
    out.fault(area.field, area.message);
    return null;
  }

  #register(area: Area, out: Output<Field>): void {
    const { code, kind, name, parentCode } = area;
    const known = this.#known.get(code);
    if (!known) {
      this.#known.set(code, { ...area, row: out.row });
      if ((kind === 'METRO' || kind === 'NONMETRO') && name !== null)
        out.add('FileArea', { code, kind, name, parentCode });
    } else if (known.name !== name || known.parentCode !== parentCode) {
      const message = `has another name or state for ${code} than row ${known.row}, ${JSON.stringify(known.name)}.`;
      out.fault('areaTitle', message);
    }
  }

  #areaOf({ area, areaTitle: name, areaType, primaryState }: EstimateValues): Area | FieldFault {
    const areas = this.#areas;
    const wrong: FieldFault = { field: 'area', message: `is not ${EXPECTED[areas]}.` };
    if (areaType !== null && areaType.areas !== areas) {
      return { field: 'areaType', message: `is not the area type of ${EXPECTED[areas]}, which this file has.` };
    }
    if (areas === 'nation') {
      if (area !== null && area !== '99') return wrong;
      return { code: 'US', kind: 'NATION', name, parentCode: null };
    }
    const state = primaryState === null ? null : parseState(primaryState);
    if (this.#columns.primaryState !== undefined && state === null) {
      return { field: 'primaryState', message: 'is not a state or territory (CA, PR).' };
    }
    if (name === null) return { field: 'areaTitle', message: 'is empty: an area has a name.' };
    if (area === null) return wrong;
    if (areas === 'states') {
      const facts = STATES.find(({ fips }) => fips === area.padStart(2, '0'));
      if (!facts) return wrong;
      if (state !== null && state !== facts.code) {
        return { field: 'primaryState', message: `is not the state of AREA, ${facts.name}.` };
      }
      if (areaType !== null && areaType.name !== facts.kind.toLowerCase()) {
        return { field: 'areaType', message: `is not the area type of ${facts.name}: 2 is a state, 3 a territory.` };
      }
      return { code: facts.code, kind: facts.kind, name, parentCode: 'US' };
    }
    if (areas === 'metros') {
      return area.length === 5 ? { code: `CBSA-${area}`, kind: 'METRO', name, parentCode: state } : wrong;
    }
    if (area.length < 6) return wrong;
    return { code: `NONMETRO-${area.padStart(7, '0')}`, kind: 'NONMETRO', name, parentCode: state };
  }
}

function isSameArea(a: EstimateValues, b: EstimateValues): boolean {
  return (
    a.area === b.area && a.areaTitle === b.areaTitle && a.areaType === b.areaType && a.primaryState === b.primaryState
  );
}
