import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipOf } from '@careergraph/testkit/files';
import { expect, test } from 'vitest';
import { folder, refused } from './running.js';

/** The beginning of a page, in the Handbook's layout. */
const HALF = `<!DOCTYPE html><html lang="en"><head>
<link rel="canonical" href="https://www.bls.gov/ooh/production/lantern-keepers.htm">
</head><body><h1>Lantern Keepers</h1>
<div id="panes">
`;

/** What is no whole page of the Handbook is refused before any database is made. */
async function refusedAtOnce(name: string, content: string | Buffer): Promise<string> {
  const [home, files] = [await folder(), await folder()];
  await writeFile(join(files, name), content);
  const said = await refused({ CAREERGRAPH_HOME: home }, 1, 'import', 'ooh', join(files, name));
  expect(readdirSync(home).filter((entry) => entry !== 'snapshots')).toEqual([]);
  return said;
}

test('a page that was cut in half', async () => {
  expect(await refusedAtOnce('lantern-keepers.html', HALF)).toContain(
    'lantern-keepers.html, line 5: ends before </html>. Download it again.',
  );
});

test('a page of another site', async () => {
  const page = '<!DOCTYPE html><html><head><title>Access Denied</title></head><body>…</body></html>\n';
  expect(await refusedAtOnce('lantern-keepers.html', page)).toContain(
    'lantern-keepers.html, line 1, "": is not the address of a profile of the Occupational Outlook Handbook',
  );
});

test('an empty page', async () => {
  expect(await refusedAtOnce('lantern-keepers.html', '')).toContain(
    'lantern-keepers.html has 0 bytes. Download it again.',
  );
});

test('a zip of something else', async () => {
  const zip = await zipOf({ 'wages/national.csv': 'OCC_CODE,OCC_TITLE\n' });
  expect(await refusedAtOnce('oesm25nat.zip', zip)).toContain(
    'national.csv in oesm25nat.zip, line 1: begins with "OCC_CODE,OCC_TITLE\\n" and is not a page of the Occupational ' +
      'Outlook Handbook. Give its pages (.html) or xml-compilation.xml.',
  );
});

test('an XML file of something else', async () => {
  expect(await refusedAtOnce('xml-compilation.xml', '<?xml version="1.0"?>\n<rss></rss>')).toContain(
    'has the root <rss>, not <ooh>',
  );
});
