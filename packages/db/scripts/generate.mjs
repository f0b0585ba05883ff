// `prisma generate` asks for a native schema engine that it would download but never runs:
// any executable satisfies it, so the fresh install needs no download (ARCHITECTURE.md, "Prisma").
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(import.meta.resolve('prisma/build/index.js'));
const schema = fileURLToPath(new URL('../../../prisma/schema.prisma', import.meta.url));
const bin = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));
const result = spawnSync(process.execPath, [cli, 'generate', '--schema', schema, '--no-hints'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});
if (result.status !== 0) process.exit(result.status ?? 1);

// COPY goes past Prisma's client and needs the names that the client knows: model → table, field → column.
const SCALARS = new Set(['Int', 'String', 'Boolean', 'Float', 'Json', 'DateTime']);
const source = readFileSync(schema, 'utf8').replaceAll(/\/\/.*$/gm, '');
const enums = new Set([...source.matchAll(/^enum (\w+)/gm)].map(([, name]) => name));
const models = [...source.matchAll(/^model (\w+) \{(.*?)^\}/gms)].map(([, name, body]) => {
  const fields = [...body.matchAll(/^ {2}(\w+)\s+(\w+)[?[\]]*(.*)$/gm)].filter(
    ([, , type]) => SCALARS.has(type) || enums.has(type),
  );
  const columns = fields.map(([, field, , rest]) => [field, /@map\("(\w+)"\)/.exec(rest)?.[1] ?? field]);
  return [name, { table: /@@map\("(\w+)"\)/.exec(body)[1], columns: Object.fromEntries(columns) }];
});
writeFileSync(
  new URL('../src/generated/tables.ts', import.meta.url),
  `export const TABLES = ${JSON.stringify(Object.fromEntries(models), null, 2)} as const;\n`,
);
