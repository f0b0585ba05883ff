import { ImportError, openTable, type PublishedFile } from '@careergraph/extract';
import type { Part } from '@careergraph/releases';
import { findEstimates, type RawRow, readLegend } from './parse.js';
import { type AreaSet, areasByRow, partByName, roleOf } from './roles.js';

/** Comes with the estimates, and describes their columns. */
const ACCOMPANYING = /^(field|file)_?descriptions?.*\.xlsx?$/i;

/** Tells which part of which release each file of estimates is, by its name, its legend and its first row. */
export async function recognize(
  files: readonly PublishedFile[],
  asked: { readonly release: string | null },
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const file of files) {
    if (!ACCOMPANYING.test(file.name)) parts.push(await recognizeFile(file, asked.release));
  }
  return parts;
}

async function recognizeFile(file: PublishedFile, asked: string | null): Promise<Part> {
  const { name } = file;
  const named = partByName(name);
  const table = await openTable(file.path, name);
  try {
    const estimates = await findEstimates(table, name);
    const first = await firstOf(estimates.rows());
    if (!first)
      throw new ImportError(`${name}, sheet "${estimates.sheet}" has a header and no rows: download it again.`);
    const legend = await readLegend(table);
    const release = agreed(name, [
      ['its name', named?.release ?? null],
      [`its sheet "${legend?.sheet}"`, legend?.release ?? null],
      ['the release that was asked for', asked],
    ]);
    const byRow = areasByRow(first, estimates.layout.columns);
    if (named && byRow && named.areas !== byRow) {
      throw new ImportError(
        `${name} is named as a file of ${AREAS[named.areas]}, but its first row (AREA ${JSON.stringify(first.area)}, ` +
          `${JSON.stringify(first.areaTitle)}) is of ${AREAS[byRow]}. Give the file as the publisher named it.`,
      );
    }
    const areas = named?.areas ?? byRow;
    if (!areas) {
      throw new ImportError(
        `${name}, sheet "${estimates.sheet}", row ${first.row}: AREA_TYPE ${JSON.stringify(first.areaType)} is not known ` +
          '(1 nation, 2 state, 3 territory, 4 metropolitan, 6 nonmetropolitan).',
      );
    }
    return { file, release, role: named?.role ?? roleOf(areas) };
  } finally {
    await table.close();
  }
}

const AREAS: Readonly<Record<AreaSet, string>> = {
  nation: 'the nation',
  states: 'states',
  metros: 'metropolitan areas',
  nonmetros: 'nonmetropolitan areas',
};

async function firstOf(rows: AsyncIterable<RawRow>): Promise<RawRow | null> {
  for await (const row of rows) return row;
  return null;
}

function agreed(name: string, sayings: readonly (readonly [who: string, release: string | null])[]): string {
  const said = sayings.filter((saying): saying is readonly [string, string] => saying[1] !== null);
  const [first, ...others] = said;
  if (!first) {
    throw new ImportError(`${name} does not say of which release it is. Name it: --release 2024-05 for May 2024.`);
  }
  const other = others.find(([, release]) => release !== first[1]);
  if (other) {
    throw new ImportError(
      `${name} is of ${first[1]} by ${first[0]}, but of ${other[1]} by ${other[0]}. Nothing was changed: find out which is right.`,
    );
  }
  return first[1];
}
