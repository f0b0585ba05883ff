import { createHash } from 'node:crypto';
import { SOURCES } from '@careergraph/domain';
import type { NewFile, NewRelease, RowSink } from '@careergraph/releases';
import { projection, projectionOccupation, titledOccupation, wageEstimate, wageOccupation } from './normalize.js';
import type { StarterFile, StarterFiles } from './parse.js';
import type { ProjectionsHead, TitlesHead, WagesHead } from './schema.js';

export interface StarterRelease extends NewRelease {
  readonly files: readonly [NewFile];
}

/**
 * The starter figures and titles as releases of one file each.
 *
 * @param format changes when the same file gives other rows
 */
export function starterReleases(
  { wages, projections, titles }: StarterFiles,
  format: number,
): readonly StarterRelease[] {
  return [
    ...wages.map((file) =>
      starterRelease(SOURCES.oews, 'national', file, format, async (sink) => {
        const head = file.head.value;
        for (const row of file.table.rows) {
          await sink.add('FileOccupation', wageOccupation(head, row));
          await sink.add('WageEstimate', wageEstimate(head, row));
        }
      }),
    ),
    ...projections.map((file) =>
      starterRelease(SOURCES.projections, 'national', file, format, async (sink) => {
        const head = file.head.value;
        for (const row of file.table.rows) {
          await sink.add('FileOccupation', projectionOccupation(head, row));
          await sink.add('Projection', projection(head, row));
        }
      }),
    ),
    ...titles.map((file) =>
      starterRelease(SOURCES.soc, 'structure', file, format, async (sink) => {
        for (const row of file.table.rows) await sink.add('FileOccupation', titledOccupation(file.head.value, row));
      }),
    ),
  ];
}

function starterRelease(
  source: NewRelease['source'],
  role: string,
  { head, table }: StarterFile<WagesHead | ProjectionsHead | TitlesHead, unknown>,
  format: number,
  load: (sink: RowSink) => Promise<void>,
): StarterRelease {
  const { release: key, label, citation, url, file } = head.value;
  const topCode = 'topCode' in head.value ? head.value.topCode : null;
  return {
    source,
    key,
    description: {
      label,
      citation,
      url,
      topCode: topCode && { annualUsd: topCode.annualUsd, hourlyCents: Math.round(topCode.hourlyUsd * 100) },
    },
    files: [
      {
        role,
        name: file.name,
        archive: null,
        sha256: file.sha256,
        url: null,
        edition: 'starter',
        contentSha256: createHash('sha256').update(`${head.sha256} ${table.sha256} ${format}`).digest('hex'),
        load,
      },
    ],
    ownRows: null,
    audit: async () => ({ audits: [] }),
  };
}
