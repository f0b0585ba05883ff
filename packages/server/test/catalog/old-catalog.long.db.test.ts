import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadContent, readContent } from '@careergraph/content';
import { openDatabase } from '@careergraph/db';
import { createTestApi, testDatabaseKind } from '@careergraph/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { copyOfGuides, edit } from '../start/starting.js';
import { globalId } from '../support/ask.js';

/**
 * Each kind of content edited, so that no list changes its order. The words before and after stand in answers, as
 * `shown` where that differs.
 */
const EDITS: readonly {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly shown?: readonly [before: string, after: string];
}[] = [
  {
    file: 'careers/medical-office-manager.yaml',
    from: 'title: Medical Office Manager',
    to: 'title: Medical Office Master',
  },
  {
    file: 'careers/medical-office-manager.yaml',
    from: 'Oversee the daily work of the office',
    to: 'Look after the office',
  },
  { file: 'credentials.yaml', from: 'Certified Medical Office Manager', to: 'Certified Medical Office Master' },
  { file: 'credentials.yaml', from: 'Every year, with continuing education units', to: 'Every second year' },
  { file: 'organizations.yaml', from: 'Practice Management Institute', to: 'Institute for Practices' },
  { file: 'documents/definitive-guide.yaml', from: 'The Definitive Career Guide', to: 'A Career Guide' },
  { file: 'documents/definitive-guide.yaml', from: 'section: Avg. Salary', to: 'section: Typical Salary' },
  {
    file: 'documents/definitive-guide.yaml',
    from: 'printed: "$70,050", value: 70050',
    to: 'printed: "$70,060", value: 70060',
    shown: ['$70,050', '$70,060'],
  },
  { file: 'starter/oews-2024-05.csv', from: '90440,107710', to: '90450,107710', shown: ['$90,440', '$90,450'] },
  {
    file: 'starter/oews-2025-05.csv',
    from: 'detailed,597080,0.6,0.3,67.77,35.29,45.53,59.55,79.85,107.86,140970',
    to: 'detailed,597080,0.6,0.3,67.77,35.29,45.53,59.55,79.85,107.86,140960',
    shown: ['$140,970', '$140,960'],
  },
  { file: 'starter/projections-2024-34.csv', from: ',23.2,62.1,', to: ',23.2,62.2,', shown: ['62,100', '62,200'] },
];

const CLAIM =
  '{ key printed section line document { title publishedAs source { name } } officialFigures { label value } }';
const QUESTIONS: readonly (readonly [query: string, variables?: Record<string, unknown>])[] = [
  [
    await readFile(new URL('../../../../schema/examples/career-page.graphql', import.meta.url), 'utf8'),
    { slug: 'medical-office-manager', occupation: '43-6011' },
  ],
  [
    `{ career(slug: "medical-office-manager") {
      salary(occupation: "43-6011", asOf: "2024-05") { percentile(p: P75) { display } }
    } }`,
  ],
  [`{ career(slug: "medical-office-manager") { claims(first: 100) { totalCount nodes ${CLAIM} } } }`],
  [`{ career(slug: "medical-office-manager") { claims(last: 100) { totalCount nodes ${CLAIM} } } }`],
  [`{ credentials(first: 100) { totalCount nodes { slug name renewal issuer { name } claims { key section } } } }`],
  [`{ credential(slug: "cmom") { name issuer { name credentials { name } } claims ${CLAIM} } }`],
  [
    `{ careers(first: 100, filter: { field: [ADMINISTRATION, EMERGENCY] }) { totalCount nodes { slug title credentials { credential { name } } } } }`,
  ],
  [
    `query ($ids: [ID!]!) { nodes(ids: $ids) {
      ... on Career { title } ... on Credential { name } ... on Organization { name } ... on Claim ${CLAIM}
    } }`,
    {
      ids: [
        globalId('Career', 'medical-office-manager'),
        globalId('Credential', 'cmom'),
        globalId('Organization', 'pmi'),
        globalId('Claim', 'definitive-guide/header-average-salary'),
      ],
    },
  ],
  [
    `{ occupation(code: "43-6011") {
      salary(in: { state: "AL" }) { mean { display } provenance { citation file { name } } release { key citation } }
    } }`,
  ],
  ['{ sources { key name releases { key status label files { name sha256 } } } }'],
];

test('a server goes on with all of the content that it began with, until it looks for another', async () => {
  const api = await createTestApi();
  onTestFinished(() => api.close());
  const answers = async () => {
    const all: unknown[] = [];
    for (const [query, variables] of QUESTIONS) {
      const { answer } = await api.record(query, variables);
      expect(answer.errors).toBeUndefined();
      all.push(answer.data);
    }
    return all;
  };
  const before = await answers();

  const guides = await copyOfGuides();
  for (const { file, from, to } of EDITS) await edit(join(guides, file), from, to);
  // Another process on Postgres; the embedded database may be open in one only.
  const other = testDatabaseKind() === 'postgres' ? await openDatabase(api.location) : api.database;
  expect(await loadContent(other, await readContent(guides))).toBe('loaded');
  if (other !== api.database) await other.close();

  expect(await answers()).toEqual(before);

  await api.refresh();
  const after = await answers();
  const [old, now] = [JSON.stringify(before), JSON.stringify(after)];
  const words = EDITS.map(({ from, to, shown }) => shown ?? [from.replace(/^\w+: /, ''), to.replace(/^\w+: /, '')]);
  for (const [was, is] of words) {
    expect([old.includes(was), old.includes(is)], `before: ${was}, not ${is}`).toEqual([true, false]);
    expect(now.includes(is), `after: ${is}`).toBe(true);
  }
  // Nothing else has: as many entries in each list, and nothing missing. The releases have one more of each edited.
  expect(after.slice(0, -1).map(kindsOf)).toEqual(before.slice(0, -1).map(kindsOf));
});

/** An answer with the kind of each value in its place. */
function kindsOf(value: unknown): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map(kindsOf);
  if (typeof value !== 'object') return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, kindsOf(inner)]));
}
