import { join } from 'node:path';
import { type WorkbookCell, writeWorkbook } from '@careergraph/testkit/files';

export interface ProjectionsFile {
  /** The base year: 2023 is the round 2023–33. */
  readonly base: number;
  /** Between two years: an en dash, or a hyphen in older rounds. */
  readonly dash: '–' | '-';
  /** The header of medians: `Median annual wage, dollars, 2023[1]`. */
  readonly median: string;
  /** The median of 11-9199, such as `>=$239,200`. */
  readonly bound: WorkbookCell;
  /** The median of 11-9111, if not a number. */
  readonly otherBound?: WorkbookCell;
  /** Spaces before the titles: of all occupations, of a major group, and of a detailed occupation. */
  readonly indentation: readonly [number, number, number];
  /** A column that no other round has. */
  readonly link?: string;
}

/** A synthetic workbook of Employment Projections with two occupations, all figures of it made up; gives its path. */
export async function projectionsFile(folder: string, file: ProjectionsFile): Promise<string> {
  const { base, dash, median, bound, indentation, link, otherBound = 100_000 } = file;
  const projected = base + 10;
  const round = `${base}${dash}${projected % 100}`;
  const header = [
    `${base} National Employment Matrix title`,
    `${base} National Employment Matrix code`,
    ...['Occupation type', `Employment, ${base}`, `Employment, ${projected}`],
    ...[`Employment change, numeric, ${round}`, `Employment change, percent, ${round}`],
    ...[`Percent self employed, ${base}`, `Occupational openings, ${round} annual average`, median],
    ...['Typical education needed for entry', 'Work experience in a related occupation'],
    'Typical on-the-job training needed to attain competency in the occupation',
    ...(link === undefined ? [] : [link]),
  ];
  const [none, major, detailed] = indentation.map((spaces) => ' '.repeat(spaces)) as [string, string, string];
  const summary = ['—', '—', '—'];
  const required = ["Bachelor's degree", 'Less than 5 years', 'None'];
  const rows: readonly (readonly WorkbookCell[])[] = [
    [`${none}Total, all occupations`, '00-0000', 'Summary', 1000, 1100, 100, 10, 5, 100, 50_000, ...summary],
    [`${major}Management occupations`, '11-0000', 'Summary', 1000, 1100, 100, 10, 5, 100, 60_000, ...summary],
    [
      `${detailed}Medical and health services managers`,
      ...['11-9111', 'Line item', 400, 500, 100, 25, 5, 40, otherBound],
      ...required,
    ],
    [`${detailed}Managers, all other`, '11-9199', 'Line item', 600, 600, 0, 0, 5, 60, bound, ...required],
  ];
  const path = join(folder, `occupation-${base}.xlsx`);
  await writeWorkbook(path, [
    {
      name: 'Table 1.2',
      rows: [
        [`Table 1.2 Occupational projections, ${round}, and worker characteristics, ${base} (Numbers in thousands)`],
        header,
        ...rows.map((row) => (link === undefined ? row : [...row, '—'])),
        ['Footnotes:'],
        ['[1] Data are from the Occupational Employment and Wage Statistics program.'],
        ['Source: Employment Projections program, U.S. Bureau of Labor Statistics'],
      ],
    },
  ]);
  return path;
}
