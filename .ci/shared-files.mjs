// node .ci/shared-files.mjs <folder …>: fails if a file in these folders is committed here under any name.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
const shared = new Map();
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = join(folder, name);
    if (statSync(file).isFile() && statSync(file).size > 0) shared.set(sha256(file), file);
  }
}
const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
const copies = tracked.filter((file) => existsSync(file) && statSync(file).isFile() && shared.has(sha256(file)));
for (const file of copies)
  console.error(`${file} is a copy of ${shared.get(sha256(file))}. Do not commit it; read it from there.`);
process.exit(copies.length === 0 ? 0 : 1);
