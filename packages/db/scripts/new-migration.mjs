// Writes the next migration: the difference between the schema of the last commit and prisma/schema.prisma.
//   pnpm --filter @careergraph/db migration <name> [--from-empty]
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { diffSchemas } from '../dist/diff.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'from-empty': { type: 'boolean' }, help: { type: 'boolean' } },
});
const [name] = positionals;
if (values.help || !name || !/^[a-z0-9_]+$/.test(name)) {
  console.log('usage: pnpm --filter @careergraph/db migration <name_with_underscores> [--from-empty]');
  process.exit(values.help ? 0 : 2);
}
const root = new URL('../../../', import.meta.url);
const uncommitted = execFileSync('git', ['ls-files', '--others', 'prisma/migrations'], {
  cwd: root,
  encoding: 'utf8',
}).trim();
if (uncommitted && !values['from-empty']) {
  console.error(`This commit has its migration already: ${uncommitted}. Delete its folder to write it again.`);
  process.exit(1);
}
const before = values['from-empty']
  ? null
  : execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { cwd: root, encoding: 'utf8' });
const sql = await diffSchemas(before, readFileSync(new URL('prisma/schema.prisma', root), 'utf8'));
if (sql.trim() === '' || sql.includes('This is an empty migration')) {
  console.error('prisma/schema.prisma is as it was at the last commit: there is nothing to migrate.');
  process.exit(1);
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = new URL(`prisma/migrations/${stamp}_${name}/`, root);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('migration.sql', folder), sql);
console.log(
  `prisma/migrations/${stamp}_${name}/migration.sql written: add CHECK constraints there, then build and start.`,
);
