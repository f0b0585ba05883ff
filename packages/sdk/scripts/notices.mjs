// Writes THIRD-PARTY-LICENSES.md from the packages in the bundle, so the notices always match their versions.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The packages that may be in the bundle. */
const EXPECTED = ['graphql-request'];

/**
 * @param modules paths of all modules in the bundle
 * @throws Error if the bundled packages are not the expected ones, or one has no license file
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
      `The bundle contains the packages [${found.join(', ')}], expected [${EXPECTED.join(', ')}] (scripts/notices.mjs). ` +
        'Make the package external, or add it to EXPECTED: it adds to the size of every page that uses the SDK.',
    );
  }
  const text = ['# Third-party licenses', '', 'The files in `dist` contain code from:', ...found.flatMap(noticeOf), ''];
  writeFileSync(fileURLToPath(new URL('../THIRD-PARTY-LICENSES.md', import.meta.url)), text.join('\n'));

  function noticeOf(name) {
    const folder = folders.get(name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = join(folder, 'LICENSE');
    if (!existsSync(file))
      throw new Error(`The bundled package ${name} ${version} has no LICENSE file, whose text must ship with the SDK.`);
    return ['', `## ${name} ${version} (${license})`, '', '```', readFileSync(file, 'utf8').trim(), '```'];
  }
}
