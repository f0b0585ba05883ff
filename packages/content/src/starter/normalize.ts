import type { FigureMarker, LoadedRows } from '@careergraph/db';
import type { StarterProjectionsFile, StarterWagesFile } from './schema.js';

export type WageRow = LoadedRows['WageEstimate'];
export type ProjectionRow = LoadedRows['Projection'];

type Published = StarterWagesFile['rows'][number][3];
type Stored = readonly [value: number | null, marker: FigureMarker | null];

const MARKERS = {
  '*': 'WAGE_NOT_RELEASED',
  '**': 'EMPLOYMENT_NOT_RELEASED',
  '#': 'TOP_CODED',
  '~': 'UNDER_HALF_PERCENT',
  '': 'NOT_PUBLISHED',
} as const satisfies Record<string, FigureMarker>;

/** A published cell in the smallest unit, or its marker. */
function stored(cell: Published, perUnit = 1): Stored {
  return typeof cell === 'number' ? [Math.round(cell * perUnit), null] : [null, MARKERS[cell]];
}

export function normalizeWages({ file, rows }: StarterWagesFile): readonly WageRow[] {
  return rows.map((cells) => {
    const [row, occupationCode, , employment, employmentPrse, meanPrse] = cells;
    const [hm, h10, h25, h50, h75, h90] = cells
      .slice(6, 12)
      .map((cell) => stored(cell as Published, 100)) as Stored[] as [Stored, Stored, Stored, Stored, Stored, Stored];
    const [am, a10, a25, a50, a75, a90] = cells.slice(12, 18).map((cell) => stored(cell as Published)) as Stored[] as [
      Stored,
      Stored,
      Stored,
      Stored,
      Stored,
      Stored,
    ];
    const only = cells[18];
    return {
      occupationCode,
      areaCode: 'US',
      areaKind: 'NATION',
      sheet: file.sheet,
      row,
      employmentPersons: stored(employment)[0],
      employmentMarker: stored(employment)[1],
      employmentPrseTenths: stored(employmentPrse, 10)[0],
      employmentPrseMarker: stored(employmentPrse, 10)[1],
      meanPrseTenths: stored(meanPrse, 10)[0],
      meanPrseMarker: stored(meanPrse, 10)[1],
      // Both compare an area with the nation, so the national file leaves them empty.
      jobsPer1000Marker: 'NOT_PUBLISHED',
      locationQuotientMarker: 'NOT_PUBLISHED',
      annualMeanUsd: am[0],
      annualMeanMarker: am[1],
      annualP10Usd: a10[0],
      annualP10Marker: a10[1],
      annualP25Usd: a25[0],
      annualP25Marker: a25[1],
      annualP50Usd: a50[0],
      annualP50Marker: a50[1],
      annualP75Usd: a75[0],
      annualP75Marker: a75[1],
      annualP90Usd: a90[0],
      annualP90Marker: a90[1],
      hourlyMeanCents: hm[0],
      hourlyMeanMarker: hm[1],
      hourlyP10Cents: h10[0],
      hourlyP10Marker: h10[1],
      hourlyP25Cents: h25[0],
      hourlyP25Marker: h25[1],
      hourlyP50Cents: h50[0],
      hourlyP50Marker: h50[1],
      hourlyP75Cents: h75[0],
      hourlyP75Marker: h75[1],
      hourlyP90Cents: h90[0],
      hourlyP90Marker: h90[1],
      annualOnly: only === 'ANNUAL',
      hourlyOnly: only === 'HOURLY',
    };
  });
}

export function normalizeProjections({
  file,
  baseYear,
  projectedYear,
  medianYear,
  rows,
}: StarterProjectionsFile): readonly ProjectionRow[] {
  return rows.map(
    ([
      row,
      occupationCode,
      ,
      type,
      base,
      projected,
      change,
      percent,
      openings,
      selfEmployed,
      medianWage,
      entryEducation,
      workExperience,
      onTheJobTraining,
    ]) => {
      const persons = (thousands: number | '—') => storedProjection(thousands, 1000);
      const [b, p, c, o] = [persons(base), persons(projected), persons(change), persons(openings)];
      const pc = storedProjection(percent, 10);
      const se = storedProjection(selfEmployed, 10);
      const median = storedProjection(medianWage, 1);
      return {
        occupationCode,
        areaCode: 'US',
        sheet: file.sheet,
        row,
        kind: type === 'Summary' ? 'SUMMARY' : 'LINE_ITEM',
        baseYear,
        projectedYear,
        baseEmploymentPersons: b[0],
        baseEmploymentMarker: b[1],
        projectedEmploymentPersons: p[0],
        projectedEmploymentMarker: p[1],
        changePersons: c[0],
        changeMarker: c[1],
        percentTenths: pc[0],
        percentMarker: pc[1],
        annualOpeningsPersons: o[0],
        annualOpeningsMarker: o[1],
        selfEmployedTenths: se[0],
        selfEmployedMarker: se[1],
        medianAnnualUsd: median[0],
        medianAnnualMarker: median[1],
        medianYear,
        entryEducation: words(entryEducation),
        workExperience: words(workExperience),
        onTheJobTraining: words(onTheJobTraining),
      };
    },
  );
}

function storedProjection(cell: number | '—', perUnit: number): Stored {
  return cell === '—' ? [null, 'NOT_PUBLISHED'] : [Math.round(cell * perUnit), null];
}

/** A dash in the workbook means that a summary row has no value. */
function words(cell: string): string | null {
  return cell === '—' ? null : cell;
}
