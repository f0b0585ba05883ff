import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installation, installed } from '@careergraph/db';
import type { Catalog } from '../catalog/catalog.js';

/** Packages whose code decides what an answer is. */
const PACKAGES = ['@careergraph/domain', '@careergraph/db'];

/** What names the versions of the dependencies that shape answers. The npm package has the first alone, and the others' code. */
const VERSION_FILES = [
  'package.json',
  'packages/server/package.json',
  'packages/domain/package.json',
  'pnpm-lock.yaml',
];

let code: string | undefined;

/**
 * The same on every server whose answers are the same: with the same code, dependencies, Node.js and releases. Ids alone
 * would not do, because another database gives the same ids to other releases.
 */
export function fingerprintOf({ entries: { sources, releases, files } }: Catalog): string {
  code ??= codeVersion();
  return createHash('sha256')
    .update(JSON.stringify([code, sources, releases, files]))
    .digest('base64url');
}

/** SHA-256 of the code that runs, and of the versions of what it runs with. */
function codeVersion(): string {
  const digest = createHash('sha256');
  for (const folder of codeFolders()) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (file.endsWith('.js')) digest.update(`${file}\0`).update(readFileSync(join(folder, file)));
    }
  }
  for (const file of VERSION_FILES) {
    const path = installed(file);
    if (existsSync(path)) digest.update(`${file}\0`).update(readFileSync(path));
  }
  const { node, icu, unicode } = process.versions;
  digest.update(JSON.stringify([node, icu, unicode]));
  return digest.digest('base64url');
}

function codeFolders(): readonly string[] {
  if (installation.kind === 'package') return [installed('dist')];
  const server = dirname(dirname(fileURLToPath(import.meta.url)));
  return [server, ...PACKAGES.map((name) => dirname(fileURLToPath(import.meta.resolve(name))))];
}
