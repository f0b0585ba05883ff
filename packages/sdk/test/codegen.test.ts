import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const sdk = fileURLToPath(new URL('..', import.meta.url));
const manifest = createRequire(join(sdk, 'package.json')).resolve('@graphql-codegen/cli/package.json');
const program = join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin['graphql-codegen']);

let site: string;
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'careergraph-codegen-'));
  mkdirSync(join(site, 'node_modules/@careergraph'), { recursive: true });
  symlinkSync(sdk, join(site, 'node_modules/@careergraph/sdk'), 'junction');
  for (const name of ['graphql', '@graphql-codegen']) {
    symlinkSync(join(sdk, 'node_modules', name), join(site, 'node_modules', name), 'junction');
  }
  writeFileSync(join(site, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(site, 'codegen.mjs'),
    "import { careerGraph } from '@careergraph/sdk/codegen';\nexport default careerGraph({ documents: 'own.graphql', output: 'own.ts' });\n",
  );
});
afterAll(() => rmSync(site, { recursive: true, force: true }));

/** What codegen writes of a document, or what it says. */
async function written(document: string): Promise<{ readonly module: string; readonly said: string }> {
  rmSync(join(site, 'own.ts'), { force: true });
  writeFileSync(join(site, 'own.graphql'), document);
  const said = await new Promise<string>((resolve) => {
    // With NODE_ENV=test it says nothing.
    execFile(process.execPath, [program, '--config', 'codegen.mjs'], { cwd: site, env: {} }, (error, out, err) =>
      resolve(`${error ? 'failed' : 'done'} ${out}${err}`),
    );
  });
  return { module: said.startsWith('done') ? readFileSync(join(site, 'own.ts'), 'utf8') : '', said };
}

const median = (fields: string, name = 'Pay') =>
  `query ${name} { career(slug: "emt") { salary { median { ${fields} } } } }`;

test('types and documents are named as the operations are, figures are unions, comments stay comments', async () => {
  const { module } = await written(
    `# What it pays. */ export const hacked = 1; /*\r\n${median('status amount')}\n${median('...HourlyWage', 'getSEO_pay')}`,
  );
  expect(module).toContain('export const pay: TypedDocument<PayQuery, PayQueryVariables>');
  expect(module).toContain('export const getSEO_pay: TypedDocument<getSEO_payQuery, getSEO_payQueryVariables>');
  expect(module).toContain(
    'export type PayQuery = { readonly career: { readonly salary: { readonly median: Figure<{ readonly status: FigureStatus, readonly amount: number | null }> } | null } | null };',
  );
  expect(module).toContain('\n * What it pays. * / export const hacked = 1; /*\n');
  expect(module.match(/export type \w+ =\n/g)).toEqual(['export type FigureStatus =\n']);
});

test.each([
  ['a number of another pay period than its status', median('status amount(per: HOUR)')],
  ['a number under the name of another', median('status amount: atLeast')],
  ['a status under the name of another', median('was: status status: display amount')],
])('%s is refused', async (_what, document) => {
  const { said } = await written(document);
  expect(said).toMatch(/^failed /);
  expect(said.replaceAll(/\s+/g, ' ')).toContain('A Wage is selected with a status that speaks of something else');
});

test('a name that no constant can have is refused', async () => {
  const { said } = await written(median('display', 'Default'));
  expect(said.replaceAll(/\s+/g, ' ')).toContain('"Default" would become the reserved word "default": rename it.');
});
