import type { LoadedRows } from '@careergraph/db';
import { parseState, STATES } from '@careergraph/domain';
import { type Cell, digits, type RawRow } from '@careergraph/extract';
import { CENTRAL, COLUMNS, COMBINED_COUNTIES, type CountyField, KINDS } from './columns.js';

export interface AreaAndCounties {
  readonly area: LoadedRows['FileArea'];
  /** One, or the parts of a combined one. */
  readonly counties: readonly LoadedRows['CbsaCounty'][];
}

/** Says what is wrong with a cell. */
export type Refuse = (column: string, value: Cell, message: string) => void;

/** `Youngstown-Warren, OH`, or `Cincinnati, OH-KY-IN` with the state of the first city first. */
const TITLE = /, ([A-Z]{2}(?:-[A-Z]{2})*)$/;

/** A row of the list as an area and its county; null where a cell was refused. */
export function normalizeCounty({ row, cells }: RawRow<CountyField>, refuse: Refuse): AreaAndCounties | null {
  let refused = false;
  const wrong = (field: CountyField, message: string): undefined => {
    refused = true;
    refuse(COLUMNS[field][0] as string, cells[field], message);
    return undefined;
  };
  const text = (field: CountyField): string | undefined => {
    const cell = cells[field];
    return typeof cell === 'string' && cell.trim() !== '' ? cell.trim() : wrong(field, 'is not a text.');
  };

  const cbsa = digits(cells.areaCode, 5) ?? wrong('areaCode', 'is not a CBSA code: five digits.');
  const title = text('title');
  const kindName = text('kind');
  const kind = kindName && (KINDS.get(kindName) ?? wrong('kind', `is neither of ${[...KINDS.keys()].join(', ')}.`));
  const parentCode =
    title && (firstState(title) ?? wrong('title', 'does not end in states, as in "Cincinnati, OH-KY-IN".'));

  const county = text('county');
  const fips = digits(cells.stateFips, 2);
  const state = STATES.find((known) => known.fips === fips) ?? wrong('stateFips', 'is not the FIPS code of a state.');
  if (state && cells.state !== state.name) wrong('state', `is not the state of FIPS ${state.fips}, ${state.name}.`);
  const countyFips = digits(cells.countyFips, 3) ?? wrong('countyFips', 'is not a county: three digits.');
  const parts = county && state && countyFips ? partsOf(county, `${state.fips}${countyFips}`) : [];
  if (parts === null) wrong('county', 'is not the name of as many counties as its code stands for (columns.ts).');
  const centralName = text('central');
  const central =
    centralName && (CENTRAL.get(centralName) ?? wrong('central', `is neither of ${[...CENTRAL.keys()].join(', ')}.`));

  if (refused || !title || !kind || !parentCode || !parts || !state || typeof central !== 'boolean') return null;
  const areaCode = `CBSA-${cbsa}`;
  return {
    area: { code: areaCode, kind, name: title, parentCode },
    counties: parts.map((part) => ({ row, ...part, stateCode: state.code, areaCode, central })),
  };
}

/** Codes and names of the counties that a row is of; null where these do not go together. */
function partsOf(county: string, countyFips: string): readonly { county: string; countyFips: string }[] | null {
  const names = county.split(' + ');
  const codes = COMBINED_COUNTIES.get(countyFips) ?? [countyFips];
  if (names.length !== codes.length) return null;
  return codes.map((code, at) => ({ county: names[at] as string, countyFips: code }));
}

function firstState(title: string): string | null {
  const [, states] = TITLE.exec(title) ?? [];
  const codes = states?.split('-').map(parseState) ?? [null];
  return codes.includes(null) ? null : (codes[0] as string);
}
