import { join } from 'node:path';
import { type WorkbookCell, writeWorkbook } from '@careergraph/testkit/files';
import { cells, hourly, type Row, TOTAL } from './imported-files.ts';

/** Small files in the published layout, each estimate for one reason why figures are not comparable. */

const PLACES: Readonly<Record<string, Row>> = {
  FL: { AREA: '12', AREA_TITLE: 'Florida', AREA_TYPE: '2', PRIM_STATE: 'FL' },
  GA: { AREA: '13', AREA_TITLE: 'Georgia', AREA_TYPE: '2', PRIM_STATE: 'GA' },
  PR: { AREA: '72', AREA_TITLE: 'Puerto Rico', AREA_TYPE: '3', PRIM_STATE: 'PR' },
  orlando: { AREA: '36740', AREA_TITLE: 'Orlando-Kissimmee-Sanford, FL', AREA_TYPE: '4', PRIM_STATE: 'FL' },
  columbus: { AREA: '17980', AREA_TITLE: 'Columbus, GA-AL', AREA_TYPE: '4', PRIM_STATE: 'GA' },
};

export interface Estimate {
  readonly place: keyof typeof PLACES;
  readonly code: string;
  readonly mean: number | '*' | '#';
  readonly prse: number | '*';
}

function row({ place, code, mean, prse }: Estimate): Row {
  const published: Record<string, WorkbookCell> =
    typeof mean === 'number'
      ? { A_MEAN: mean, H_MEAN: hourly(mean), A_MEDIAN: mean - 1000, H_MEDIAN: hourly(mean - 1000) }
      : { A_MEAN: mean, H_MEAN: mean };
  return {
    ...TOTAL,
    ...PLACES[place],
    OCC_CODE: code,
    OCC_TITLE: `Occupation ${code}`,
    O_GROUP: 'detailed',
    ...published,
    MEAN_PRSE: prse,
  };
}

/** Writes the estimates of one file, and gives the path. */
export async function writeEstimates(
  folder: string,
  part: 'state' | 'MSA',
  year: number,
  estimates: readonly Estimate[],
): Promise<string> {
  const name = `${part}_M${year}_dl`;
  const path = join(folder, `${name}.xlsx`);
  const places = [...new Set(estimates.map(({ place }) => place))];
  const rows = places.flatMap((place) => [
    { ...TOTAL, ...PLACES[place] },
    ...estimates.filter((estimate) => estimate.place === place).map(row),
  ]);
  await writeWorkbook(path, [{ name, rows: cells(rows) }]);
  return path;
}
