import { type Cell, firstRows, foldName, ImportError, type SheetRow, type Table } from '@careergraph/extract';

/** Columns that tell the files of a source. */
const SIGNS: readonly (readonly [column: string, source: string])[] = [
  ['CBSA Code', 'the delineation of metropolitan areas: import it with "cbsa"'],
  ['RES_RATIO', 'HUD\'s ZIP crosswalk: import it with "hud"'],
  ['AWLEVEL', 'completions of IPEDS: import it with "ipeds"'],
  ['NPRICURL', 'the directory of IPEDS: import it with "ipeds"'],
  ['CREDLEV', 'fields of study of the College Scorecard: import it with "scorecard"'],
  ['NPT4_PUB', 'institutions of the College Scorecard: import it with "scorecard"'],
  ['CIP2020Code', 'the crosswalk of CIP and SOC: import it with "cip-soc"'],
  ['OCC_CODE', 'wages (OEWS): import it with "oews"'],
  ['O*NET-SOC Code', 'O*NET: import it with "onet"'],
  ['Scale ID', 'O*NET: import it with "onet"'],
  ['Element ID', 'O*NET: import it with "onet"'],
];

/** Whether a file accompanies the data and has none itself. */
export function isReadMe(name: string): boolean {
  return /^read[ _-]?me\b/i.test(name);
}

/** Whether a row has the form of GeoNames' postal codes, which come without a header. */
export function isPostalCodeRow(cells: readonly Cell[]): boolean {
  return cells.length === 12 && /^[A-Z]{2}$/.test(String(cells[0])) && cells[1] !== null && cells[9] !== null;
}

/**
 * The refusal of a file that is not of a source, with what it seems to be.
 *
 * @param help which file to give instead
 */
export async function notOfSource(file: string, what: string, help: string, table: Table): Promise<ImportError> {
  const rows: SheetRow[] = [];
  for (const sheet of table.sheets) rows.push(...(await firstRows(sheet)));
  const [first] = rows;
  if (!first) return new ImportError(`${file} has no rows. Download it again.`);
  const names = new Set(rows.flatMap(({ cells }) => cells.map(foldName)));
  const sign = SIGNS.find(([column]) => names.has(foldName(column)))?.[1];
  const other = sign ?? (isPostalCodeRow(first.cells) ? 'postal codes of GeoNames: import it with "geonames"' : null);
  if (other !== null) return new ImportError(`${file} is not ${what}. It seems to be ${other}.`);
  const beginning = first.cells.filter((cell) => cell !== null).join(' | ');
  return new ImportError(
    `${file} is not ${what}. It begins with ${JSON.stringify(beginning.slice(0, 80))} (row ${first.number}). ${help}`,
  );
}
