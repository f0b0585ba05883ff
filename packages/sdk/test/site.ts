import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package under test. */
export const sdk = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(join(sdk, 'package.json'));

/** A folder outside of the repository in which the SDK and codegen are installed, for ES modules. */
export function makeSite(): string {
  const site = mkdtempSync(join(tmpdir(), 'careergraph-site-'));
  mkdirSync(join(site, 'node_modules/@careergraph'), { recursive: true });
  symlinkSync(sdk, join(site, 'node_modules/@careergraph/sdk'), 'junction');
  for (const name of ['graphql', '@graphql-codegen']) {
    symlinkSync(join(sdk, 'node_modules', name), join(site, 'node_modules', name), 'junction');
  }
  writeFileSync(join(site, 'package.json'), '{ "type": "module" }');
  return site;
}

/** The file behind a command of an installed package. */
export function programOf(name: string, command: string): string {
  const manifest = require.resolve(`${name}/package.json`);
  return join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin[command]);
}
