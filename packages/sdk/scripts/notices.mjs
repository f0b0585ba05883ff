// Writes THIRD-PARTY-LICENSES.md from what the bundle holds, so that the notice cannot be of another version.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What may be bundled; everything else has to stay outside, or be thought about first. */
const EXPECTED = ['graphql-request'];

/**
 * @param modules paths of all modules in the bundle
 * @throws Error where a package is bundled that is not expected, none is any more, or one has no licence to ship
 */
export function writeNotices(modules) {
  const folders = new Map();
  for (const id of modules) {
    const [, folder, name] = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id.replaceAll('\\', '/')) ?? [];
    if (name !== undefined) folders.set(name, folder);
  }
  const found = [...folders.keys()].sort();
  if (found.join() !== EXPECTED.join()) {
    throw new Error(
      `The bundle holds [${found.join(', ')}] of node_modules; expected is [${EXPECTED.join(', ')}] (scripts/notices.mjs). ` +
        'Make a package external, or expect it: it adds to every page that uses the SDK.',
    );
  }
  const text = ['# Third-party licences', '', 'The files of `dist` contain code of:', ...found.flatMap(noticeOf), ''];
  writeFileSync(fileURLToPath(new URL('../THIRD-PARTY-LICENSES.md', import.meta.url)), text.join('\n'));

  function noticeOf(name) {
    const folder = folders.get(name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = join(folder, 'LICENSE');
    if (!existsSync(file))
      throw new Error(`${name} ${version} is bundled and has no file LICENSE: its notice must be shipped.`);
    return ['', `## ${name} ${version} (${license})`, '', '```', readFileSync(file, 'utf8').trim(), '```'];
  }
}
