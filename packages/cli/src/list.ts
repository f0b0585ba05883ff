import { type ListedRelease, listSources } from '@careergraph/releases';
import { atMost, importerNamed } from './arguments.js';
import { type Command, withDatabase } from './command.js';
import { count, table } from './table.js';

export const list: Command = {
  name: 'list',
  parameters: '[source]',
  summary: 'lists the loaded releases with their status, files and rows',
  details: `ACTIVE is the default of its source. SUPERSEDED answers queries that name it (asOf); wages and projections also where no
newer release has the figure. STAGED was rolled back and answers no query. WITHDRAWN was replaced by another revision of the same release. "starter" marks the starter figures in this
repository. Times are in UTC.`,
  options: {},
  examples: [
    ['', 'list all sources, including guides and pages'],
    ['oews', 'list the releases of OEWS'],
  ],
  run: async ({ positionals }, context) => {
    atMost(positionals, 1);
    const [name] = positionals;
    const id = name === undefined ? null : importerNamed(name, context.importers).source.id;
    const sources = await withDatabase(context, (database) => database.session((sql) => listSources(sql, id)));
    const rows = sources.flatMap((source) => source.releases.map((release) => rowOf(source.id, release)));
    const nothing = id === null ? 'No release is loaded.' : `No release of ${id} is loaded.`;
    return { json: { sources }, text: rows.length === 0 ? nothing : table(COLUMNS, rows) };
  },
};

const COLUMNS = [
  { title: 'SOURCE' },
  { title: 'RELEASE' },
  { title: 'STATUS' },
  { title: 'REVISION', align: 'right' },
  { title: 'ROWS', align: 'right' },
  { title: 'IMPORTED' },
  { title: 'ACTIVATED' },
  { title: 'FILES' },
] as const;

function rowOf(source: string, { key, status, revision, files, importedAt, activatedAt }: ListedRelease): string[] {
  return [
    source,
    // Keys of guides and pages are hashes.
    key.length > 16 ? `${key.slice(0, 12)}…` : key,
    status,
    String(revision),
    count(files.reduce((sum, { rows }) => sum + rows, 0)),
    minute(importedAt),
    activatedAt ? minute(activatedAt) : '',
    files.length > 4
      ? `${files.length} files`
      : files.map(({ name, edition }) => (edition === 'starter' ? `${name} (starter)` : name)).join(', '),
  ];
}

/** `2026-11-24 10:05` */
function minute(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ');
}
