import { type ListedRelease, listSources } from '@careergraph/releases';
import { atMost, importerNamed } from './arguments.js';
import { type Command, withDatabase } from './command.js';
import { count, table } from './table.js';

export const list: Command = {
  name: 'list',
  parameters: '[source]',
  summary: 'lists what is loaded: releases with status, files and rows',
  details: `ACTIVE answers where no release is named, SUPERSEDED where it is named (asOf). STAGED is loaded and answers nothing;
WITHDRAWN was replaced by another revision of the same release. "starter" are the figures typed into this repository.
Times are UTC.`,
  options: {},
  examples: [
    ['', 'all sources, the guides and the pages too'],
    ['oews', 'the releases of OEWS'],
  ],
  run: async ({ positionals }, context) => {
    atMost(positionals, 1);
    const [name] = positionals;
    const id = name === undefined ? null : importerNamed(name, context.importers).source.id;
    const sources = await withDatabase(context, (database) => database.session((sql) => listSources(sql, id)));
    const rows = sources.flatMap((source) => source.releases.map((release) => rowOf(source.id, release)));
    const nothing = id === null ? 'Nothing is loaded.' : `Nothing of ${id} is loaded.`;
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
    // Guides and pages have a hash for a key.
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
