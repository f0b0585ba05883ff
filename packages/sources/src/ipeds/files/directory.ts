import { type CellType, oneOf, optional, parsed, text } from '@careergraph/extract';
import { defineFile } from '../../define/define-file.js';
import { headerWith } from '../../define/find.js';
import { POSTAL_STATES } from '../../places/postal-states.js';
import { unitId } from '../../programs/cells.js';
import { webAddress } from './web-address.js';

/** How the directory says that it has no value: not reported, not applicable, not available. */
const NONE: readonly unknown[] = [null, '-1', '-2', '-3', '.'];

/** Null for one of the directory's signs of no value. */
function orNone<T>(what: string, parse: (printed: string) => T | undefined): CellType<T | null> {
  return parsed(what, (cell) =>
    NONE.includes(typeof cell === 'number' ? String(cell) : cell) ? null : parse(String(cell)),
  );
}

const degrees = (what: string, limit: number) =>
  orNone(`a ${what} in degrees from −${limit} to ${limit}`, (printed) => {
    const value = /^-?\d+(\.\d+)?$/.test(printed) ? Number(printed) : Number.NaN;
    return Math.abs(value) <= limit ? value : undefined;
  });

const LINKS = ['website', 'admissions', 'application', 'financialAid', 'netPriceCalculator'] as const;

/** Rows that an example names. */
const NAMED_ROWS = 5;

/** Columns of 2023 and 2024 that are not read. */
const IGNORED =
  'IALIAS ADDR FIPS OBEREG CHFNM CHFTITLE GENTELE EIN UEIS DUNS OPEID OPEFLAG VETURL ATHURL DISAURL SECTOR HLOFFER UGOFFER GROFFER HDEGOFR1 DEGGRANT HBCU HOSPITAL MEDICAL TRIBAL LOCALE OPENPUBL ACT NEWID DEATHYR CLOSEDAT POSTSEC PSEFLAG PSET4FLG RPTMTH INSTCAT C00CARNEGIE C15BASIC CCBASIC CARNEGIE C18BASIC C18IPUG C18IPGRD C18UGPRF C18ENPRF C18SZSET C21BASIC C21IPUG C21IPGRD C21UGPRF C21ENPRF C21SZSET CARNEGIEIC CARNEGIESAEC CARNEGIERSCH CARNEGIESIZE CARNEGIEALF CARNEGIEAPM CARNEGIEGPM LANDGRNT INSTSIZE F1SYSTYP F1SYSNAM F1SYSCOD CBSATYPE CSA NECTA COUNTYNM CNGDSTCD DFRCGID DFRCUSCG'.split(
    ' ',
  );

/** One row per institution (HD). */
export const directory = defineFile({
  what: 'the directory of IPEDS (HD)',
  role: 'institutions',
  find: headerWith(['UNITID', 'INSTNM', 'NPRICURL']),
  statedRelease({ file }) {
    const [, year] = /^hd(\d{4})(?!\d)/i.exec(file.name) ?? [];
    return year === undefined ? [] : [{ by: 'its name', release: year }];
  },
  layouts: [
    {
      name: '2020 and later',
      columns: {
        unitId: ['UNITID'],
        name: ['INSTNM'],
        city: ['CITY'],
        state: ['STABBR'],
        zip: ['ZIP'],
        county: ['COUNTYCD'],
        area: ['CBSA'],
        latitude: ['LATITUDE'],
        longitude: ['LONGITUD'],
        control: ['CONTROL'],
        level: ['ICLEVEL'],
        active: ['CYACTIVE'],
        website: ['WEBADDR'],
        admissions: ['ADMINURL'],
        application: ['APPLURL'],
        financialAid: ['FAIDURL'],
        netPriceCalculator: ['NPRICURL'],
      },
      ignored: IGNORED,
      skipsUnknown: true,
    },
  ],
  cells: {
    unitId,
    name: text,
    city: text,
    state: oneOf(POSTAL_STATES, 'a state or territory with ZIP codes'),
    zip: parsed(
      'a ZIP code of five digits, with four more or without',
      (cell) => /^(\d{5})(?:-?\d{4})?$/.exec(String(cell))?.[1],
    ),
    county: orNone('a county code of state and county', (printed) =>
      /^\d{4,5}$/.test(printed) ? printed.padStart(5, '0') : undefined,
    ),
    area: orNone('a CBSA code of five digits', (printed) => (/^\d{5}$/.test(printed) ? `CBSA-${printed}` : undefined)),
    latitude: degrees('latitude', 90),
    longitude: degrees('longitude', 180),
    control: oneOf({ 1: 'PUBLIC', 2: 'PRIVATE_NONPROFIT', 3: 'PRIVATE_FOR_PROFIT', '-3': null } as const),
    level: oneOf({ 1: 'FOUR_YEAR', 2: 'TWO_YEAR', 3: 'LESS_THAN_TWO_YEAR', '-3': null } as const),
    active: oneOf({ 1: true, 2: false, 3: false }),
    website: optional(text),
    admissions: optional(text),
    application: optional(text),
    financialAid: optional(text),
    netPriceCalculator: optional(text),
  },
  key: ['unitId'],
  memory: () => ({ unplaced: [] as number[], closed: 0, notPages: [] as string[] }),
  row({ state, area, county, active, latitude, longitude, ...values }, out, memory) {
    if ((latitude === null) !== (longitude === null)) {
      return out.fault(latitude === null ? 'latitude' : 'longitude', 'is missing, and the other coordinate is there.');
    }
    if (latitude === null) memory.unplaced.push(out.row);
    if (!active) memory.closed += 1;
    const links = LINKS.map((link) => {
      const printed = values[link];
      const address = printed === null ? null : webAddress(printed);
      if (printed !== null && address === null) memory.notPages.push(`row ${out.row}`);
      return [`${link}Url`, address] as const;
    });
    const { unitId: id, name, city, zip, control, level } = values;
    out.add('Institution', {
      row: out.row,
      unitId: id,
      name,
      city,
      stateCode: state,
      zip,
      countyFips: county,
      areaCode: area,
      latitude,
      longitude,
      control,
      level,
      active,
      ...Object.fromEntries(links),
    });
  },
  end(out, { unplaced, closed, notPages }) {
    const rows = unplaced.slice(0, NAMED_ROWS).map((row) => `row ${row}`);
    if (unplaced.length > 0)
      out.remark(`Without coordinates: ${unplaced.length} institutions, such as ${rows.join(', ')}.`);
    if (closed > 0)
      out.remark(`Not active in the year of the directory: ${closed} institutions. They are kept and marked.`);
    if (notPages.length > 0) {
      out.remark(
        `Left out: ${notPages.length} links that are not addresses of pages, such as email addresses of people (${notPages.slice(0, NAMED_ROWS).join(', ')}).`,
      );
    }
  },
});
