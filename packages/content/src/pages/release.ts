import { SOURCES } from '@careergraph/domain';
import type { NewRelease } from '@careergraph/releases';
import type { DocumentFile } from '../guides/schema.js';
import type { ContentFile } from '../yaml-file.js';
import { pageWages } from './wages.js';

/** Each page is a source: what it states is cited as the page's statement, whomever the page attributes it to. */
export function pageRelease({ value: page, sha256 }: ContentFile<DocumentFile>, format: number): NewRelease {
  const table = page.stateWages;
  return {
    source: {
      id: pageSourceId(page.slug),
      kind: 'PAGE',
      name: page.title,
      publisher: 'Not named in the copy',
      homepage: page.url ?? null,
      licence: 'Facts only; the page itself is not reproduced',
      attribution: null,
    },
    key: table?.period ?? page.sha256.slice(0, 12),
    description: {
      label: table ? `${periodLabel(table.period)}, as the page states it` : 'As the page states it',
      citation: `"${page.title}". ${page.publishedAs}${table ? ` Attributed by the page to the ${nameOf(table.attributedTo)}.` : ''}`,
      url: page.url ?? null,
      topCode: null,
    },
    files: [
      {
        role: 'page',
        name: page.title,
        archive: null,
        sha256: page.sha256,
        url: null,
        edition: 'published',
        contentSha256: `${sha256}-${format}`,
        load: async (sink) => {
          for (const row of table ? pageWages(table) : []) await sink.add('WageEstimate', row);
        },
      },
    ],
    ownRows: null,
    audit: async () => ({ audits: [] }),
  };
}

/** The name of a source that the schema of documents gives by its id. */
function nameOf(source: string): string {
  return Object.values(SOURCES).find(({ id }) => id === source)?.name ?? source;
}

export function pageSourceId(document: string): string {
  return `page-${document}`;
}

/** `May 2024` for `2024-05`. */
function periodLabel(period: string): string {
  const [year, month] = period.split('-');
  return `${new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(Number(year), Number(month) - 1))} ${year}`;
}
