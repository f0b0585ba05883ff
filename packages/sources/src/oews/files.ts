import { ImportError } from '@careergraph/extract';
import { defineFile } from '../define/define-file.js';
import type { FoundFile, OpenFile } from '../define/file-kind.js';
import { headerWith } from '../define/find.js';
import type { StatedRelease } from '../define/release.js';
import { Areas } from './areas.js';
import { WITHOUT_BREAKDOWN } from './breakdown.js';
import { cells, type Field } from './cells.js';
import { checkEstimate } from './checks.js';
import { estimateOf } from './estimate.js';
import { LAYOUTS } from './layouts.js';
import { readLegend } from './legend.js';
import { Listing } from './listing.js';
import { areaSetsOf, isOfAllJobs, mayBeMixed, OtherRows } from './mixed.js';
import { type AreaSet, areasByRow, areasOf, partByName, releaseByName, roleOf } from './roles.js';
import { FileTopCode } from './top-code.js';

/** One row per occupation and area. */
export const estimates = defineFile({
  what: 'a file of OEWS estimates',
  role: readRoles,
  find: headerWith([
    ['OCC_CODE', 'OCC CODE'],
    ['OCC_TITLE', 'OCC TITLE'],
  ]),
  preamble: [],
  statedRelease,
  layouts: LAYOUTS,
  cells,
  // Some broad occupations are listed as detailed as well: `Listing` looks at those.
  key: ['occupationCode', 'area', 'occupationLevel'],
  memory: async (file) => ({
    areas: new Areas(areasOf(file.role), file.columns),
    listing: new Listing(),
    topCode: await FileTopCode.of(file.release, file.table),
    otherRows: mayBeMixed(file) ? new OtherRows(areasOf(file.role), file.columns) : null,
  }),
  skips: (cell, { otherRows }) => otherRows?.has(cell) === true,
  row(values, out, { areas, listing, topCode }) {
    const area = areas.read(values, out);
    const isSound = [topCode.check(values, out), checkEstimate(values, out)].every(Boolean);
    if (area && isSound) listing.add(estimateOf(values, area, out), out);
  },
  end(out, { listing, topCode, otherRows }) {
    listing.end(out);
    topCode.end(out);
    otherRows?.end(out);
  },
});

async function statedRelease({ file, table }: FoundFile): Promise<readonly StatedRelease[]> {
  const named = releaseByName(file.name);
  const legend = await readLegend(table);
  return [
    ...(named ? [{ by: 'its name', release: named }] : []),
    ...(legend?.release ? [{ by: `its sheet "${legend.sheet}"`, release: legend.release }] : []),
  ];
}

const AREAS: Readonly<Record<AreaSet, string>> = {
  nation: 'the nation',
  states: 'states',
  metros: 'metropolitan areas',
  nonmetros: 'nonmetropolitan areas',
};

/** From the name and the first row of a file, which must agree, or from all rows of a file that may hold several. */
async function readRoles(file: OpenFile<Field>): Promise<string | readonly string[]> {
  const {
    file: { name },
    sheet,
    columns,
  } = file;
  const row = await file.first();
  if (!row) throw new ImportError(`${name}, sheet "${sheet.name}" has a header and no rows: download it again.`);
  if (mayBeMixed(file)) {
    const sets = await areaSetsOf(file);
    if (sets.size === 0) throw byIndustry(name, 'no row is for all jobs together');
    const roles = [...sets].flatMap((areas) => (areas === null ? [] : [roleOf(areas)]));
    if (roles.length > 0) return roles;
  }
  const named = partByName(name);
  // Before its bytes are compared with those of the file of that name that is loaded.
  if (named && !isOfAllJobs((field) => row[field] ?? null, columns)) {
    const industry = row.industry ?? null;
    throw byIndustry(
      name,
      `its first row is one industry or kind of owner${industry === null ? '' : `, NAICS ${industry}`}`,
    );
  }
  const byRow = areasByRow(row, columns);
  if (named && byRow && named.areas !== byRow) {
    throw new ImportError(
      `${name} is named as a file of ${AREAS[named.areas]}, but its first row (AREA ${JSON.stringify(row.area)}, ` +
        `${JSON.stringify(row.areaTitle)}) is of ${AREAS[byRow]}. Give the file under its published name.`,
    );
  }
  if (named) return named.role;
  if (byRow) return roleOf(byRow);
  throw new ImportError(
    `${name}, sheet "${sheet.name}": the AREA_TYPE of its first row, ${JSON.stringify(row.areaType)}, is not known. ` +
      'Give the file under its published name.',
  );
}

function byIndustry(name: string, reason: string): ImportError {
  return new ImportError(`${name} is by industry or ownership: ${reason}. For OEWS, ${WITHOUT_BREAKDOWN}.`);
}
