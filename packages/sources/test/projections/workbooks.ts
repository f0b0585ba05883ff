import type { WorkbookCell, WorkbookSheet } from '@careergraph/testkit/files';

type Row = readonly WorkbookCell[];

const CHARACTERISTICS = [
  'Typical education needed for entry',
  'Work experience in a related occupation',
  'Typical on-the-job training needed to attain competency in the occupation',
];
const NO_ASSIGNMENTS = ['—', '—', '—'];

export const HEADER_2024: Row = [
  '2024 National Employment Matrix title',
  '2024 National Employment Matrix code',
  'Occupation type',
  'Employment, 2024',
  'Employment, 2034',
  'Employment distribution, percent, 2024',
  'Employment distribution, percent, 2034',
  'Employment change, numeric, 2024–34',
  'Employment change, percent, 2024–34',
  'Percent self employed, 2024',
  'Occupational openings, 2024–34 annual average',
  'Median annual wage, dollars, 2024[1]',
  ...CHARACTERISTICS,
  'Related Occupational Outlook Handbook (OOH) content xlsx',
];

/** A table of two groups: its line items have the published figures, and its sums are its own. */
export const ROWS_2024: readonly Row[] = [
  [
    'Total, all occupations',
    '00-0000',
    'Summary',
    1119,
    1254,
    100,
    100,
    135,
    12.1,
    3.1,
    112.1,
    49500,
    ...NO_ASSIGNMENTS,
    '—',
  ],
  [
    '  Management occupations',
    '11-0000',
    'Summary',
    616.2,
    759.1,
    55.1,
    60.5,
    142.9,
    23.2,
    5.1,
    62.1,
    '—',
    ...NO_ASSIGNMENTS,
    '—',
  ],
  [
    '    Other management occupations',
    '11-9000',
    'Summary',
    616.2,
    759.1,
    55.1,
    60.5,
    142.9,
    23.2,
    5.1,
    62.1,
    '>=$239,200',
    ...NO_ASSIGNMENTS,
    '—',
  ],
  [
    '      Medical and health services managers',
    '11-9111',
    'Line item',
    616.2,
    759.1,
    55.1,
    60.5,
    142.9,
    23.2,
    5.1,
    62.1,
    117960,
    "Bachelor's degree",
    'Less than 5 years',
    'None',
    'OOH Content',
  ],
  [
    '  Office and administrative support occupations',
    '43-0000',
    'Summary',
    502.8,
    494.9,
    44.9,
    39.5,
    -7.9,
    -1.6,
    '—',
    50,
    46320,
    ...NO_ASSIGNMENTS,
    '—',
  ],
  [
    '    Executive secretaries and executive administrative assistants',
    '43-6011',
    'Line item',
    502.8,
    494.9,
    44.9,
    39.5,
    -7.9,
    -1.6,
    0.2,
    50,
    74260,
    'High school diploma or equivalent',
    'Less than 5 years',
    'None',
    '—',
  ],
];

const CLOSING: readonly Row[] = [
  ['Footnotes:'],
  ['[1] Data are from the Occupational Employment and Wage Statistics program.'],
  ['Note: Data is unavailable for values denoted with a "—".'],
  ['Source: Employment Projections program, U.S. Bureau of Labor Statistics'],
];

export const TITLE_2024 =
  'Table 1.2 Occupational projections, 2024–2034, and worker characteristics, 2024 (Employment in thousands)';

/** A workbook in the layout of 2024–34, as changed by a test. */
export function workbook2024({
  title = TITLE_2024,
  header = HEADER_2024,
  rows = ROWS_2024,
  closing = CLOSING,
}: Partial<Record<'header' | 'closing', Row | readonly Row[]>> & {
  title?: string;
  rows?: readonly Row[];
} = {}): readonly WorkbookSheet[] {
  return [
    {
      name: 'Index',
      rows: [
        ['Occupation.xlsx contents'],
        ['Table 1.2 Occupational projections, 2024–34, and worker characteristics, 2024'],
      ],
    },
    { name: 'Table 1.2', rows: [[title], header as Row, ...rows, ...(closing as readonly Row[])] },
  ];
}

/** The layout of 2016–26: a header of two rows with merged cells, titles that are not indented. */
export function workbook2016(): readonly WorkbookSheet[] {
  return [
    {
      name: 'Table 1.7',
      rows: [
        ['Table 1.7 Occupational projections, 2016-26, and worker characteristics, 2016\n (Numbers in thousands)'],
        [
          '2016 National Employment Matrix title and code',
          null,
          'Occupation\ntype',
          'Employment',
          null,
          'Employment Change, 2016-26',
          null,
          'Percent self employed, 2016',
          'Occupational openings, 2016-26 annual average',
          'Median annual wage, 2017(1)',
          ...CHARACTERISTICS,
        ],
        [null, null, null, 2016, 2026, 'Number', 'Percent'],
        [
          'Total, all occupations',
          '00-0000',
          'Summary',
          156063.8,
          167582.3,
          11518.6,
          7.4,
          6.1,
          18742,
          37690,
          ...NO_ASSIGNMENTS,
        ],
        [
          'Fishing and hunting workers',
          '45-3000',
          'Line item',
          27,
          29.9,
          2.9,
          10.8,
          60.6,
          3.1,
          28530,
          ...NO_ASSIGNMENTS,
        ],
        [
          'Anesthesiologists',
          '29-1061',
          'Line item',
          33,
          38.1,
          5.1,
          15.4,
          7.7,
          1.4,
          '>=$208,000',
          'Doctoral or professional degree',
          'None',
          'Internship/residency',
        ],
        ...CLOSING.map(([text]) => [String(text).replace('[1]', '(1)')]),
      ],
    },
  ];
}

/** The rows with one cell of one occupation changed. */
export function withCell(code: string, column: string, value: WorkbookCell): readonly Row[] {
  const index = HEADER_2024.indexOf(column);
  return ROWS_2024.map((row) => (row[1] === code ? row.with(index, value) : row));
}

/** The layout of 2019–29: one header row, hyphens, titles without indentation, the older name of the wage survey. */
export function workbook2019(): readonly WorkbookSheet[] {
  return [
    {
      name: 'Table 1.7',
      rows: [
        ['Table 1.7 Occupational projections, 2019-29, and worker characteristics, 2019\n(Numbers in thousands)'],
        [
          '2019 National Employment Matrix title',
          '2019 National Employment Matrix code',
          'Occupation type',
          'Employment, 2019',
          'Employment, 2029',
          'Employment change, numeric, 2019-29',
          'Employment change, percent, 2019-29',
          'Percent self employed, 2019',
          'Occupational openings, 2019-29 annual average',
          'Median annual wage, 2020(1)',
          ...CHARACTERISTICS,
        ],
        ['Total, all occupations', '00-0000', 'Summary', 1000, 1100, 100, 10, 5, 100, 41950, ...NO_ASSIGNMENTS],
        [
          ...['Medical and health services managers', '11-9111', 'Line item', 400, 500, 100, 25, 5, 40, 104280],
          ...["Bachelor's degree", 'Less than 5 years', 'None'],
        ],
        [
          ...['Managers, all other', '11-9199', 'Line item', 600, 600, 0, 0, 5, 60, '>=$208,000'],
          ...["Bachelor's degree", 'Less than 5 years', 'None'],
        ],
        ['Footnotes:'],
        ['(1) Data are from the Occupational Employment Statistics program, U.S. Bureau of Labor Statistics.'],
        ['Note: Data is unavailable for values denoted with a "—".'],
        ['Source: Employment Projections program, U.S. Bureau of Labor Statistics'],
      ],
    },
  ];
}

/**
 * A round that is not published yet, as the layouts of 2024–34 and of the rounds before it may go on: no mark at the
 * median, another link, a minor group without a row, and another bound of medians.
 */
export function workbook2025(): readonly WorkbookSheet[] {
  const later = (text: string) => text.replaceAll('2034', '2035').replaceAll('2024', '2025').replaceAll('–34', '–35');
  const header = HEADER_2024.map((name) =>
    later(String(name))
      .replace('[1]', '')
      .replace(/^Related .*/, 'Occupational Outlook Handbook link'),
  );
  const rows = ROWS_2024.filter(([, code]) => code !== '11-9000').map((row) =>
    row[1] === '11-0000' ? row.with(header.indexOf('Median annual wage, dollars, 2025'), '>=$250,000') : row,
  );
  return workbook2024({
    title: later(TITLE_2024),
    header,
    rows,
    closing: [['Notes: Figures are preliminary.'], ...CLOSING.slice(2)],
  });
}
