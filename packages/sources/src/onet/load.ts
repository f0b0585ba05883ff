import type { LoadedRows, LoadedTable } from '@careergraph/db';
import type { Importer, RowSink } from '@careergraph/releases';
import { RefusedRow } from './cells.js';
import type { Shape } from './columns.js';
import * as normalize from './normalize.js';
import { parse, type RawRow } from './parse.js';
import { fileOf } from './recognize.js';

const ROWS_A_REPORT = 1_000;

/** Normalizes a row, tells its key and gives it to the sink. */
type Loader = (raw: RawRow, sink: RowSink, isNew: (...key: readonly unknown[]) => boolean) => Promise<void> | undefined;

function into<T extends LoadedTable>(
  table: T,
  normalized: (raw: RawRow) => LoadedRows[T],
  keyOf: (row: LoadedRows[T]) => readonly unknown[],
): Loader {
  return (raw, sink, isNew) => {
    const row = normalized(raw);
    return isNew(...keyOf(row)) ? sink.add(table, row) : undefined;
  };
}

const ratings = into('OnetRating', normalize.rating, (row) => [
  row.occupationCode,
  row.elementId,
  row.scaleId,
  row.category,
]);

const LOADERS: Readonly<Record<Shape, Loader>> = {
  occupations: into('FileOccupation', normalize.occupation, (row) => [row.code]),
  // A title may be there twice with different short ones.
  alternateTitles: into('OccupationTitle', normalize.alternateTitle, (row) => [
    row.occupationCode,
    row.title,
    row.shortTitle,
  ]),
  reportedTitles: into('OccupationTitle', normalize.reportedTitle, (row) => [row.occupationCode, row.title]),
  tasks: into('OnetTask', normalize.task, (row) => [row.taskId]),
  ratings,
  categoryRatings: ratings,
  workStyles: ratings,
  interests: ratings,
  technology: into('OnetTechnology', normalize.technology, (row) => [
    row.occupationCode,
    row.example,
    row.commodityCode,
    row.elementId,
  ]),
  jobZones: into('OnetJobZone', normalize.jobZone, (row) => [row.occupationCode]),
  related: into('OnetRelated', normalize.related, (row) => [row.occupationCode, row.relatedCode]),
  elements: into('OnetElement', normalize.element, (row) => [row.elementId]),
  scales: into('OnetScale', normalize.scale, (row) => [row.scaleId]),
  categories: into('OnetCategory', normalize.category, (row) => [row.elementId, row.scaleId, row.category]),
  jobZoneNames: into('OnetJobZoneName', normalize.jobZoneName, (row) => [row.jobZone]),
};

/** Reads a file of the database row by row. */
export const load: Importer['load'] = async ({ file, release }, sink) => {
  const { shape } = fileOf(file);
  const loader = LOADERS[shape];
  const rowOfKey = new Map<string, number>();
  let rows = 0;
  for await (const raw of parse(file, shape, release)) {
    rows += 1;
    if (rows % ROWS_A_REPORT === 0) sink.progress(rows, raw.rowsExpected);
    try {
      const sent = loader(raw, sink, (...key) => {
        const text = key.join('\t');
        const first = rowOfKey.get(text);
        if (first === undefined) {
          rowOfKey.set(text, raw.number);
          return true;
        }
        const shown = key.filter((part) => part !== null).join(' ');
        sink.fault({
          file: file.name,
          sheet: raw.sheet,
          row: raw.number,
          message: `${shown} is there twice: row ${first} has it too.`,
        });
        return false;
      });
      if (sent) await sent;
    } catch (error) {
      if (!(error instanceof RefusedRow)) throw error;
      sink.fault(error.fault);
    }
  }
  sink.progress(rows);
};
