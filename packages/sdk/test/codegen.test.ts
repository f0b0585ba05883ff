import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSite, programOf } from './site.ts';

const program = programOf('@graphql-codegen/cli', 'graphql-codegen');

let site: string;
beforeAll(() => {
  site = makeSite();
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
  expect(said.replaceAll(/\s+/g, ' ')).toContain('The status of Wage does not belong to the fields selected with it');
});

test('a name that no constant can have is refused', async () => {
  const { said } = await written(median('display', 'Default'));
  expect(said.replaceAll(/\s+/g, ' ')).toContain(
    'The operation "Default" would become the reserved word "default". Rename it.',
  );
});
