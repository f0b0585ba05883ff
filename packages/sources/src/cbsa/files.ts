import { parseState, STATES } from '@careergraph/domain';
import { type Cell, code, oneOf, optional, parsed, text } from '@careergraph/extract';
import { defineFile } from '../define/define-file.js';
import { headerWith } from '../define/find.js';
import { COMBINED_COUNTIES } from './combined-counties.js';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const TITLE_MONTH = new RegExp(`\\b(${MONTHS.join('|')})\\s+(\\d{4})\\s*$`, 'i');

/** `Youngstown-Warren, OH`, or `Cincinnati, OH-KY-IN` with the state of the first city first. */
const AREA_TITLE = /, ([A-Z]{2}(?:-[A-Z]{2})*)$/;

/** One row per county of a metropolitan or micropolitan area. */
export const list1 = defineFile({
  what: 'the delineation of metropolitan areas (List 1)',
  role: 'delineation',
  find: headerWith(['CBSA Code']),
  statedRelease({ above }) {
    const title = above.flatMap(({ cells }) => cells).find((cell) => TITLE_MONTH.test(String(cell)));
    const [, month, year] = TITLE_MONTH.exec(String(title)) ?? [];
    if (month === undefined) return [];
    const number = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1;
    return [{ by: 'the title above its table', release: `${year}-${String(number).padStart(2, '0')}` }];
  },
  layouts: [
    {
      name: 'February 2013 to July 2023',
      columns: {
        areaCode: ['CBSA Code'],
        title: ['CBSA Title'],
        kind: ['Metropolitan/Micropolitan Statistical Area'],
        county: ['County/County Equivalent'],
        state: ['State Name'],
        stateFips: ['FIPS State Code'],
        countyFips: ['FIPS County Code'],
        central: ['Central/Outlying County'],
        divisionCode: ['Metropolitan Division Code', 'Metro Division Code'],
        divisionTitle: ['Metropolitan Division Title'],
        combinedCode: ['CSA Code'],
        combinedTitle: ['CSA Title'],
      },
    },
  ],
  notes: [/^(Notes?|Sources?|Internet Release Date|Last Revised)\b/i],
  cells: {
    areaCode: code(5, 'CBSA code'),
    title: parsed('a title that ends in states, as in "Cincinnati, OH-KY-IN"', readTitle),
    kind: oneOf({ 'Metropolitan Statistical Area': 'METRO', 'Micropolitan Statistical Area': 'MICRO' } as const),
    county: text,
    state: text,
    stateFips: code(2, 'FIPS state code'),
    countyFips: code(3, 'FIPS county code'),
    central: oneOf({ Central: true, Outlying: false }),
    divisionCode: optional(code(5, 'metropolitan division code')),
    divisionTitle: optional(text),
    combinedCode: optional(code(3, 'combined statistical area code')),
    combinedTitle: optional(text),
  },
  memory: () => ({
    areas: new Map<string, { readonly row: number; readonly name: string; readonly kind: string }>(),
    rowOfCounty: new Map<string, number>(),
  }),
  row({ areaCode, title, kind, county, state, stateFips, countyFips, central, ...wider }, out, { areas, rowOfCounty }) {
    const { row } = out;
    const facts = STATES.find(({ fips }) => fips === stateFips);
    if (!facts) return out.fault('stateFips', 'is not the FIPS code of a state.');
    if (state !== facts.name) return out.fault('state', `is not the state of FIPS ${stateFips}, ${facts.name}.`);
    const names = county.split(' + ');
    const counties = COMBINED_COUNTIES.get(stateFips + countyFips) ?? [stateFips + countyFips];
    if (names.length !== counties.length) {
      return out.fault('county', `names ${names.length} counties, and its code stands for ${counties.length}.`);
    }

    const area = { code: `CBSA-${areaCode}`, kind, name: title.name, parentCode: title.stateCode };
    const known = areas.get(area.code);
    if (!known) {
      areas.set(area.code, { ...area, row });
      out.add('FileArea', area);
    } else if (known.name !== area.name || known.kind !== kind) {
      out.fault(known.name === area.name ? 'kind' : 'title', `differs from that of ${area.code} in row ${known.row}.`);
    }
    for (const [index, fips] of counties.entries()) {
      const earlier = rowOfCounty.get(fips);
      if (earlier !== undefined) {
        out.fault('countyFips', `is county ${fips}, which row ${earlier} has already: a county is in one CBSA.`);
        continue;
      }
      rowOfCounty.set(fips, row);
      out.add('CbsaCounty', {
        row,
        countyFips: fips,
        county: names[index] as string,
        stateCode: facts.code,
        areaCode: area.code,
        central,
        ...wider,
      });
    }
  },
});

/** The title with the state of the first city; undefined where it does not end in states. */
function readTitle(cell: Cell): { readonly name: string; readonly stateCode: string } | undefined {
  const [, states] = AREA_TITLE.exec(String(cell)) ?? [];
  const [first, ...others] = states?.split('-').map(parseState) ?? [];
  if (!first || others.includes(null)) return undefined;
  return { name: String(cell), stateCode: first };
}
