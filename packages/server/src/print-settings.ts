import { readFileSync, writeFileSync } from 'node:fs';
import { ENVIRONMENT } from './env.js';

const BEGIN = '<!-- settings: written by npm run docs:settings -->';
const END = '<!-- end of settings -->';

/** Writes the table of settings in docs/operate.md; CI fails if the committed one is stale. */
const file = new URL('../../../docs/operate.md', import.meta.url);
const text = readFileSync(file, 'utf8');
const [before, rest] = text.split(BEGIN);
const after = rest?.split(END)[1];
if (before === undefined || after === undefined)
  throw new Error(`docs/operate.md has no lines "${BEGIN}" and "${END}".`);
writeFileSync(file, `${before}${BEGIN}\n\n${table()}\n\n${END}${after}`);
console.log('docs/operate.md: settings written');

function table(): string {
  const rows = Object.entries(ENVIRONMENT).map(([name, line]) => {
    const [, meaning = line, byDefault = ''] = /^(.*?) \(default:? (.*)\)$/.exec(line) ?? [];
    return `| \`${name}\` | ${meaning} | ${byDefault} |`;
  });
  return ['| variable | meaning | default |', '|---|---|---|', ...rows].join('\n');
}
