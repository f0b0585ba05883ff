import { levelOf, SOURCES } from '@careergraph/domain';
import type { NewFile, NewRelease, RowSink } from '@careergraph/releases';
import { normalizeProjections, normalizeWages } from './normalize.js';
import type { StarterFiles } from './parse.js';
import type { StarterProjectionsFile, StarterWagesFile } from './schema.js';

/** All starter figures are national. */
export const STARTER_ROLE = 'national';

export interface StarterRelease extends NewRelease {
  readonly files: readonly [NewFile];
}

/**
 * The starter figures as releases of one file each.
 *
 * @param format changes when the same file gives other rows
 */
export function starterReleases({ wages, projections }: StarterFiles, format: number): readonly StarterRelease[] {
  return [
    ...wages.map(({ value, sha256 }) =>
      starterRelease(SOURCES.oews, value, `${sha256}-${format}`, async (sink) => {
        for (const row of normalizeWages(value)) await sink.add('WageEstimate', row);
      }),
    ),
    ...projections.map(({ value, sha256 }) =>
      starterRelease(SOURCES.projections, value, `${sha256}-${format}`, async (sink) => {
        for (const row of normalizeProjections(value)) await sink.add('Projection', row);
      }),
    ),
  ];
}

function starterRelease(
  source: NewRelease['source'],
  starter: StarterWagesFile | StarterProjectionsFile,
  contentSha256: string,
  addRows: (sink: RowSink) => Promise<void>,
): StarterRelease {
  const { release: key, label, citation, url, file } = starter;
  return {
    source,
    key,
    description: { label, citation, url, topCode: topCodeOf(starter) },
    files: [
      {
        role: STARTER_ROLE,
        name: file.name,
        archive: null,
        sha256: file.sha256,
        url: null,
        edition: 'starter',
        contentSha256,
        load: async (sink) => {
          for (const [row, code, title] of starter.rows) {
            await sink.add('FileOccupation', { code, title, level: levelOf(code), sheet: file.sheet, row });
          }
          await addRows(sink);
        },
      },
    ],
    ownRows: null,
    audit: async () => ({ audits: [] }),
  };
}

function topCodeOf(starter: StarterWagesFile | StarterProjectionsFile): NewRelease['description']['topCode'] {
  if (!('topCode' in starter) || starter.topCode === null) return null;
  const { annualUsd, hourlyUsd } = starter.topCode;
  return { annualUsd, hourlyCents: Math.round(hourlyUsd * 100) };
}
