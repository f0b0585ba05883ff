import type { LoadedRows, LoadedTable } from '@careergraph/db';
import { openTable } from '@careergraph/extract';
import type { Part, RowSink } from '@careergraph/releases';
import type { Role } from './columns.js';
import { definitionsNormalizer, type Normalizer, structureNormalizer, titlesNormalizer } from './normalize.js';
import { readTable, type SocSheet, type SocTable, socSheet } from './parse.js';

/** Reads one file of the classification that was recognized. */
export async function load({ file, release }: Part, sink: RowSink): Promise<void> {
  const opened = await openTable(file.path, file.name);
  try {
    const found = (await socSheet(opened)) as SocSheet;
    const report: RowSink['fault'] = (fault) => sink.fault(fault);
    if (found.role === 'structure') {
      const table = readTable(file.name, 'structure', found);
      await send(table, structureNormalizer(table, report), 'FileOccupation', sink);
    } else if (found.role === 'definitions') {
      const table = readTable(file.name, 'definitions', found);
      await send(table, definitionsNormalizer(table, report), 'FileOccupation', sink);
    } else {
      const table = readTable(file.name, 'titles', found);
      await send(table, titlesNormalizer(table, release, report), 'OccupationTitle', sink);
    }
  } finally {
    await opened.close();
  }
}

async function send<R extends Role, T extends LoadedTable>(
  table: SocTable<R>,
  normalize: Normalizer<R, LoadedRows[T]>,
  into: T,
  sink: RowSink,
): Promise<void> {
  let read = 0;
  for await (const raw of table.rows((fault) => sink.fault(fault))) {
    read += 1;
    sink.progress(read);
    const row = normalize(raw);
    if (row) await sink.add(into, row);
  }
}
