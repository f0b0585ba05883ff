// How many careers have each section of a career page, and from which source, as a Markdown table.
//   node bench/career-sections.mjs [http://localhost:4000/graphql] [--reasons]      (of a running server)

import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { reasons: { type: 'boolean' } } });
const [url = 'http://localhost:4000/graphql'] = positionals;

const QUERY = `query ($after: String) {
  careers(first: 50, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { slug origins { section scope source { key } } absentSections { section reason } }
  }
}`;

async function page(after) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { after } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data.careers;
}

const careers = [];
for (let after = null, more = true; more; ) {
  const { nodes, pageInfo } = await page(after);
  careers.push(...nodes);
  after = pageInfo.endCursor;
  more = pageInfo.hasNextPage;
}

const NAMES = {
  'careergraph-guides': 'guide',
  'bls-ooh': 'Handbook',
  onet: 'O*NET',
  'bls-soc': 'SOC',
  'bls-oews': 'OEWS',
  'bls-ep': 'EP',
};
const sections = new Map();
const rowOf = (section) => {
  if (!sections.has(section)) sections.set(section, { from: new Map(), absent: 0, reasons: new Map() });
  return sections.get(section);
};
const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
for (const { slug, origins, absentSections } of careers) {
  for (const { section, scope, source } of origins)
    count(rowOf(section).from, `${NAMES[source.key] ?? source.key} ${scope}`);
  for (const { section, reason } of absentSections) {
    rowOf(section).absent += 1;
    count(rowOf(section).reasons, reason.replaceAll(/"[^"]+"/g, '"…"').replaceAll(/\d\d-\d{4}(\.\d\d)?/g, '…'));
  }
  const named = new Set(origins.map(({ section }) => section));
  const twice = absentSections.filter(({ section }) => named.has(section));
  if (twice.length > 0) throw new Error(`${slug} has and lacks ${twice.map(({ section }) => section)}`);
}

const columns = [...new Set([...sections.values()].flatMap(({ from }) => [...from.keys()]))].sort();
console.log(`${careers.length} careers\n`);
console.log(`| section | ${columns.join(' | ')} | absent |`);
console.log(`|---|${columns.map(() => '---|').join('')}---|`);
for (const [section, { from, absent }] of [...sections].sort()) {
  console.log(`| ${section} | ${columns.map((column) => from.get(column) ?? '').join(' | ')} | ${absent || ''} |`);
}
if (values.reasons) {
  for (const [section, { reasons }] of [...sections].sort()) {
    for (const [reason, times] of reasons) console.log(`${section}: ${times} × ${reason}`);
  }
}
