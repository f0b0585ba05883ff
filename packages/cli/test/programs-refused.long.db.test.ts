import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentOf, tableCounts } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import {
  AWARDS,
  award,
  completionsFile,
  directoryFile,
  INSTITUTIONS,
  OUTCOMES,
  outcomesFile,
  PRICES,
  pricesFile,
} from './program-files.js';
import { database, done, folder, refused } from './running.js';

const replaced = (rows: typeof AWARDS, at: number, cells: (typeof AWARDS)[0]) =>
  rows.map((row, index) => (index === at ? { ...row, ...cells } : row));

test.each([
  [
    'rows that do not add up to the total',
    replaced(AWARDS, 0, { CTOTALT: 9 }),
    /row 4, CTOTALT = 10: is the total of UNITID 100654 at award level 5 \(major 1\), and its fields add up to 9/,
  ],
  [
    'a code without its zeros',
    replaced(AWARDS, 0, { CIPCODE: '1.1001' }),
    /row 2, CIPCODE = "1\.1001": is not a CIP code such as 51\.3801/,
  ],
  [
    'a level before 2020',
    replaced(AWARDS, 0, { AWLEVEL: 9 }),
    /row 2, AWLEVEL = "9": is not an award level of IPEDS since 2020/,
  ],
  [
    'a flag that is none',
    replaced(AWARDS, 0, { XCTOTALT: 'Q' }),
    /row 2, XCTOTALT = "Q": is not an imputation flag of IPEDS/,
  ],
  [
    'a number below 0',
    replaced(AWARDS, 0, { CTOTALT: -1 }),
    /row 2, CTOTALT = "-1": is not a number of awards: it is out of range/,
  ],
  [
    'a program twice',
    [...AWARDS, award('01.1001', 5, 10)],
    /row 14, CIPCODE|row 14, UNITID = "100654": is a duplicate of row 2/,
  ],
])('completions with %s are refused, and nothing is changed', async (_, rows, message) => {
  const [location, files] = [await database('migrated'), await folder()];
  const before = await tableCounts(location);
  expect(await refused(environmentOf(location), 1, 'import', 'ipeds', await completionsFile(files, rows))).toMatch(
    message,
  );
  expect(await tableCounts(location)).toEqual(before);
});

test.each([
  ['one coordinate', { LATITUDE: -2 }, /row 2, LATITUDE = "-2": is missing, and the other coordinate is there/],
  [
    'swapped coordinates',
    { LATITUDE: -86.57, LONGITUD: 34.78 },
    /ipeds\/coordinates-in-the-united-states[\s\S]*row 2, LATITUDE, LONGITUD/,
  ],
  ['an unknown control', { CONTROL: 4 }, /row 2, CONTROL = "4": is not one of/],
  ['a UNITID of five digits', { UNITID: 10065 }, /row 2, UNITID = "10065": is not a UNITID of six digits/],
  ['an unknown state', { STABBR: 'XX' }, /row 2, STABBR = "XX": is not a state or territory with ZIP codes/],
])('a directory with %s is refused', async (_, cells, message) => {
  const [location, files] = [await database('migrated'), await folder()];
  const path = await directoryFile(files, replaced(INSTITUTIONS, 0, cells));
  expect(await refused(environmentOf(location), 1, 'import', 'ipeds', path)).toMatch(message);
});

test.each([
  [
    'a word for earnings',
    outcomesFile,
    replaced(OUTCOMES, 0, { EARN_MDN_1YR: 'low' }),
    /row 2, EARN_MDN_1YR = "low": is neither an amount in whole dollars nor a marker of this column \(PS, PrivacySuppressed, NA, NULL\)/,
  ],
  [
    'earnings of 0',
    outcomesFile,
    replaced(OUTCOMES, 0, { EARN_MDN_4YR: 0 }),
    /row 2, EARN_MDN_4YR = "0": is not an amount in whole dollars: it is out of range/,
  ],
  [
    'a field of three digits',
    outcomesFile,
    replaced(OUTCOMES, 2, { CIPCODE: '100' }),
    /row 4, CIPCODE = "100": is not a CIP code of four digits/,
  ],
  [
    'shifted columns',
    outcomesFile,
    replaced(OUTCOMES, 0, { EARN_MDN_1YR: 160_021, EARN_MDN_4YR: 122_244 }),
    /scorecard\/spot-values[\s\S]*should be 122244/,
  ],
  [
    'two rows of a program',
    outcomesFile,
    [...OUTCOMES, { ...OUTCOMES[0], OPEID6: '999999', EARN_MDN_4YR: 1 }],
    /scorecard\/one-row-per-field[\s\S]*row 5, UNITID, CIPCODE, CREDLEV = "221999, 11\.07, 3": is in row 2 as well/,
  ],
  [
    'prices of both kinds',
    pricesFile,
    replaced(PRICES, 0, { NPT4_PRIV: 5 }),
    /row 2, NPT4_PRIV = "5": is there as well as NPT4_PUB/,
  ],
  [
    'a rate in percent',
    pricesFile,
    replaced(PRICES, 0, { C150_4: 24.03 }),
    /row 2, C150_4 = "24\.03": is not a share from 0 to 1/,
  ],
])('a file of the College Scorecard with %s is refused', async (_, write, rows, message) => {
  const [location, files] = [await database('migrated'), await folder()];
  expect(await refused(environmentOf(location), 1, 'import', 'scorecard', await write(files, rows))).toMatch(message);
});

test('a file of another source, of another layout, or of two years is refused with what it is', async () => {
  const [location, files] = [await database('migrated'), await folder()];
  const environment = environmentOf(location);
  const completions = await completionsFile(files);
  expect(await refused(environment, 1, 'import', 'scorecard', completions)).toContain(
    'c2024_a.csv is not the fields of study of the College Scorecard or the institutions of the College Scorecard. It seems to be completions of IPEDS: import it with "ipeds".',
  );
  expect(await refused(environment, 1, 'import', 'ipeds', await outcomesFile(files))).toContain(
    'import it with "scorecard"',
  );
  const headless = join(files, 'c2022_a.csv');
  await writeFile(headless, 'UNITID,CIPCODE,AWLEVEL,CTOTALT\n100654,01.1001,5,10\n');
  expect(await refused(environment, 1, 'import', 'ipeds', headless)).toContain('has no column MAJORNUM');
  const other = await directoryFile(files, INSTITUTIONS, 'hd2023.csv');
  expect(await refused(environment, 1, 'import', 'ipeds', completions, other)).toContain(
    'These files are of more than one release: import one at a time.\n  c2024_a.csv: 2024\n  hd2023.csv: 2023\n',
  );
  expect(await refused(environment, 2, 'import', 'ipeds', completions, '--release', '2019')).toContain(
    'Invalid release "2019". Releases of ipeds are named like 2024.',
  );
});

test('a file of completions that was cut off between two institutions is reported', async () => {
  const [location, files] = [await database('migrated'), await folder()];
  const [first] = INSTITUTIONS;
  const institutions = [...INSTITUTIONS, { ...first, UNITID: 100690 }];
  const paths = [await directoryFile(files, institutions), await completionsFile(files)];
  const { audit } = await done<{ audit: { audits: readonly object[] } }>(
    environmentOf(location),
    'check',
    'ipeds',
    ...paths,
  );
  expect(audit.audits).toContainEqual({
    id: 'ipeds/institutions-with-programs',
    level: 'SHOULD',
    title: 'At most 10% of the active institutions have no programs.',
    outcome: 'FAILED',
    checked: 2,
    failures: 1,
    examples: [
      'hd2024.csv, row 4, UNITID = "100690": is active and has no programs: the file of completions may have been cut off.',
    ],
    reason: null,
  });
});
