import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfGuides, edit, folder, refused, refusedHere, start } from './starting.js';

/** A start with these guides must fail before anything is made of a database. */
async function faultsOf(guides: string): Promise<string> {
  const home = join(await folder(), 'home');
  const message = await refusedHere({ CAREERGRAPH_GUIDES: guides, CAREERGRAPH_HOME: home });
  expect(existsSync(home)).toBe(false);
  return message;
}

const RELEASE = 'starter/oews-2025-05.yaml';
const WAGES = 'starter/oews-2025-05.csv';
const GROWTH = 'starter/projections-2024-34.csv';
const PAGE = 'documents/definitive-guide.yaml';
const CAREER = 'careers/emt.yaml';
const related = 'related: [medical-office-manager, certified-nursing-assistant,';

/** What is spoilt; the message that must name its line and value; where the line is that many below the edit. */
const EDITS: [what: string, file: string, from: string | RegExp, to: string, message: string, below?: number][] = [
  ['text for a figure of a page', PAGE, 'value: 77060', 'value: many', 'must be a number (got "many")'],
  ['a value that is not printed', PAGE, 'value: 77060', 'value: 77600', 'the value 77600 is not what is printed', -6],
  ['text for a starter figure', WAGES, ',597080,', ',many,', 'employment: neither a number nor a marker'],
  ['decreasing percentiles', WAGES, ',94700,123860,', ',123900,123860,', '11-9110: annual percentiles decrease'],
  ['a wage that is not 2,080 hours', WAGES, ',140970,73390,', ',140070,73390,', '× 2,080 is 140962, not 140070'],
  ['growth that is not the difference', GROWTH, ',142.9,23.2,', ',124.9,23.2,', '759.1 − 616.2 is not 124.9'],
  ['a row without a cell', GROWTH, '616.2,759.1,', '616.2,', 'is not valid CSV: Invalid Record Length'],
  ['another column', WAGES, ',employmentPrse,', ',prse,', 'the header is "row,code,'],
  ['an occupation twice', WAGES, ',11-9121,', ',11-9111,', '11-9111: appears twice'],
  ['a credential twice', 'credentials.yaml', '- slug: cmm\n', '- slug: cmom\n', '"cmom" appears twice'],
  [
    'a document twice',
    'documents/guide-2025.yaml',
    'slug: guide-2025',
    'slug: definitive-guide',
    'is the slug of another document',
  ],
  [
    'a claim id twice',
    PAGE,
    '- id: header-education-duration\n',
    '- id: header-average-salary\n',
    'the ID "header-average-salary" appears twice',
  ],
  [
    'a related career twice',
    CAREER,
    related,
    `${related} medical-office-manager,`,
    '"medical-office-manager" appears twice',
  ],
  ['an unknown related career', CAREER, related, 'related: [nobody,', '"nobody" is not a career'],
  ['an unknown issuer', 'credentials.yaml', 'issuer: pmi', 'issuer: nobody', '"nobody" is not an organization'],
  [
    'an unknown claim',
    'careers/medical-office-manager.yaml',
    '- definitive-guide/header',
    '- definitive-guide/x',
    'is not a claim of a document',
  ],
  [
    'a group of occupations',
    CAREER,
    'code: 29-2042',
    'code: 29-2040',
    '"29-2040" is not an occupation of the starter figures or of an official file in the database',
  ],
  [
    'an unknown occupation',
    CAREER,
    'code: 29-2042',
    'code: 29-9999',
    '"29-9999" is not an occupation of the starter figures or of an official file in the database',
  ],
  [
    'a Handbook profile that is the same as two careers',
    'careers/x-ray-technician.yaml',
    /profile: radiologic-technologists\n {2}relation: NARROWER\n {2}reason: .*\n/,
    'profile: phlebotomists\n  relation: SAME\n',
    'is already the same career as phlebotomist',
  ],
  [
    'a narrower career without a reason',
    CAREER,
    /relation: NARROWER\n {2}reason: .*\n/,
    'relation: NARROWER\n',
    'reason: is missing: it must be text',
    -1,
  ],
  [
    'a rating that no claim states',
    'careers/medical-office-manager.yaml',
    'rating: MEDIUM',
    'rating: HIGH',
    'states the rating HIGH',
  ],
  ['a table of wages with an unknown state', PAGE, 'area: US-AL', 'area: US-ZZ', '"US-ZZ" is not a state or territory'],
  [
    'a table of wages of an unknown occupation',
    PAGE,
    '  occupation: 43-6011\n  statistic: MEAN\n  unit',
    '  occupation: 43-9999\n  statistic: MEAN\n  unit',
    '"43-9999" is not an occupation of the starter figures or of an official file in the database',
  ],
  ['a document without its hash', PAGE, /^sha256: .*\n/m, '', 'sha256: is missing: it must be text', -3],
  [
    'a starter file without its source',
    RELEASE,
    /^file:\n( {2}.*\n)+/m,
    '',
    'file: is missing: it must be a map of keys and values',
    -5,
  ],
  ['an unknown field', CAREER, 'title: EMT', 'titel: EMT', 'titel: is not a known key (did you mean "title"?)'],
  ['broken YAML', CAREER, 'title: EMT', 'title: "EMT', 'is not valid YAML'],
  ['the same key twice', CAREER, 'title: EMT', 'title: EMT\ntitle: EMT', 'Map keys must be unique', 1],
];

test.each(EDITS)('%s stops the start', async (_, file, from, to, message, below = 0) => {
  const guides = await copyOfGuides();
  const line = (await edit(join(guides, file), from, to)) + below;
  const said = await faultsOf(guides);
  expect(said).toMatch(/^\d+ faults? in the guides; nothing was loaded:\n/);
  const [found = said] = said.split('\n').filter((one) => one.includes(message));
  expect(found).toContain(message);
  expect(found.trim().split(' ')[0]).toBe(`${file}:${line}`);
});

const FILES: [what: string, content: string | Buffer, message: string][] = [
  ['empty', '', 'the file: must be a map of keys and values (got null)'],
  ['Latin-1', Buffer.from('title: Caf\xe9\n', 'latin1'), 'is not UTF-8 text; save it as UTF-8'],
  ['10 MB', 'x'.repeat(10_000_000), 'has 10000000 bytes; a content file has at most 4194304'],
  ['a bomb of aliases', bomb(), 'is not valid YAML: '],
];

test.each(FILES)('a file that is %s stops the start', async (_, content, message) => {
  const guides = await copyOfGuides();
  await writeFile(join(guides, CAREER), content);
  await writeFile(join(guides, RELEASE), content);
  const said = await faultsOf(guides);
  for (const file of [CAREER, RELEASE]) {
    expect(said.split('\n').find((line) => line.includes(file))).toContain(message);
  }
});

test('all faults of all files are reported at once', async () => {
  const guides = await copyOfGuides();
  const edits = EDITS.filter(([what]) => /text for|unknown field|broken YAML|without/.test(what));
  for (const [, file, from, to] of edits.slice(0, 4)) await edit(join(guides, file), from, to);
  await rm(join(guides, 'organizations.yaml'));
  await mkdir(join(guides, 'starter', 'oews-folder.yaml'));
  const said = await faultsOf(guides);
  // The process says the same, with no stack.
  expect(await refused(start({ CAREERGRAPH_GUIDES: guides, CAREERGRAPH_HOME: await folder() }))).toBe(said);
  for (const [, , , , message] of edits.slice(0, 4)) expect(said).toContain(message);
  expect(said).toMatch(/organizations\.yaml {2}cannot be read: ENOENT/);
  expect(said).toMatch(/starter\/oews-folder\.yaml {2}cannot be read: EISDIR/);
});

test('a fault of one file hides no wrong reference of another, and makes none', async () => {
  const guides = await copyOfGuides();
  const line = await edit(join(guides, CAREER), 'title: EMT', 'titel: EMT');
  await edit(join(guides, 'careers/x-ray-technician.yaml'), 'related: [', 'related: [phlebotomst, ');
  const said = await faultsOf(guides);
  expect(said).toMatch(/^3 faults /);
  expect(said).toContain(`${CAREER}:${line}  titel: is not a known key (did you mean "title"?)`);
  expect(said).toContain(`${CAREER}:${line}  title: is missing: it must be text`);
  expect(said).toContain('"phlebotomst" is not a career (did you mean "phlebotomist"?)');
});

test('without the figures of a starter file, and with figures of none', async () => {
  const guides = await copyOfGuides();
  await rename(join(guides, WAGES), join(guides, 'starter/oews-2026-05.csv'));
  const said = await faultsOf(guides);
  expect(said).toContain(`${WAGES}  cannot be read: ENOENT`);
  expect(said).toContain('starter/oews-2026-05.csv  is none of oews-*.yaml, projections-*.yaml, and soc-*.yaml');
});

test.each(['careers', 'documents', 'starter'])('without its folder %s', async (name) => {
  const guides = await copyOfGuides();
  await rm(join(guides, name), { recursive: true });
  expect(await faultsOf(guides)).toContain(`  ${name}  this folder is missing`);
});

test('a folder that is not there, or is a file', async () => {
  const guides = join(await folder(), 'nowhere');
  const message = `1 fault in the guides; nothing was loaded:\n  ${guides}  is not a folder\n`;
  expect(await faultsOf(guides)).toBe(message);
  await writeFile(guides, '');
  expect(await faultsOf(guides)).toBe(message);
});

/** Doubles ten times seven-fold: a few bytes that become a billion. */
function bomb(): string {
  const names = [...'abcdefghij'];
  return names
    .map(
      (name, at) =>
        `${name}: &${name} [${(at === 0 ? 'x ' : `*${names[at - 1]} `).repeat(9).trim().split(' ').join(', ')}]`,
    )
    .join('\n');
}
