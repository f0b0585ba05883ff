import { ImportError } from '@careergraph/extract';
import { defineFile } from '../define/define-file.js';
import type { FoundFile, OpenFile } from '../define/file-kind.js';
import { headerWith } from '../define/find.js';
import type { StatedRelease } from '../define/release.js';
import { Areas } from './areas.js';
import { cells, type Field } from './cells.js';
import { checkEstimate } from './checks.js';
import { estimateOf } from './estimate.js';
import { LAYOUTS } from './layouts.js';
import { readLegend } from './legend.js';
import { Listing } from './listing.js';
import { type AreaSet, areasByRow, areasOf, partByName, roleOf } from './roles.js';

/** One row per occupation and area. */
export const estimates = defineFile({
  what: 'a file of OEWS estimates',
  role: readRole,
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
  memory: ({ role, release, columns }) => ({
    release,
    areas: new Areas(areasOf(role), columns),
    listing: new Listing(),
  }),
  row(values, out, { release, areas, listing }) {
    const area = areas.read(values, out);
    const isSound = checkEstimate(values, release, out);
    if (area && isSound) listing.add(estimateOf(values, area, out), out);
  },
  end: (out, { listing }) => listing.end(out),
});

async function statedRelease({ file, table }: FoundFile): Promise<readonly StatedRelease[]> {
  const named = partByName(file.name);
  const legend = await readLegend(table);
  return [
    ...(named ? [{ by: 'its name', release: named.release }] : []),
    ...(legend?.release ? [{ by: `its sheet "${legend.sheet}"`, release: legend.release }] : []),
  ];
}

const AREAS: Readonly<Record<AreaSet, string>> = {
  nation: 'the nation',
  states: 'states',
  metros: 'metropolitan areas',
  nonmetros: 'nonmetropolitan areas',
};

/** From the name and the first row of a file, which must agree. */
async function readRole({ file: { name }, sheet, columns, first }: OpenFile<Field>): Promise<string> {
  const row = await first();
  if (!row) throw new ImportError(`${name}, sheet "${sheet.name}" has a header and no rows: download it again.`);
  const named = partByName(name);
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
