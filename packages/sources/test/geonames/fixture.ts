const line = (...cells: (string | number)[]) => cells.join('\t');

/** Lines of US.txt: a place in a state, one of two places of a ZIP code, a military post office, and abroad. */
export const LINES: readonly string[] = [
  line('US', '32801', 'Orlando', 'Florida', 'FL', 'Orange', '095', '', '', 28.5399, -81.3727, 4),
  line('US', '94204', 'Sacramento', 'California', 'CA', 'Sacramento', '067', '', '', 38.5816, -121.4944, 4),
  line('US', '96860', 'Jbphh', 'Hawaii', 'HI', 'Honolulu', '003', '', '', 21.316, -157.8677, 1),
  line('US', '96860', 'FPO AA', '', '', '', '', '', '', 21.3448, -157.9774, 4),
  line('US', '09001', 'APO AA', '', '', '', '', '', '', 38.1105, 15.6613, ''),
  line('US', '09010', 'A station', '', 'AE', '', '', '', '', 49.4, 7.6, ''),
  line(
    'US',
    '96960',
    'Marshall Islands',
    'Marshall Islands',
    'MH',
    'Marshall Islands',
    '020',
    '',
    '',
    7.1128,
    171.237,
    1,
  ),
];

export const usTxt = (lines: readonly string[] = LINES) => `${lines.join('\n')}\n`;

/** The same with another cell in a line. */
export const withCell = (index: number, column: number, cell: string) =>
  usTxt(LINES.map((text, at) => (at === index ? text.split('\t').with(column, cell).join('\t') : text)));
