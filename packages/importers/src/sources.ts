import type { Prisma } from '@careergraph/db';
import { oewsSource } from './oews/source.js';
import { projectionsImporter } from './projections/index.js';

/** Sources that are there from the first start. Others come with their first import, pages when they are loaded. */
export const SOURCES: readonly Prisma.SourceCreateManyInput[] = [
  oewsSource,
  projectionsImporter.source,
  {
    id: 'careergraph-guides',
    kind: 'OWN',
    name: 'CareerGraph guides',
    publisher: 'CareerGraph',
    homepage: null,
    licence: 'The terms of whoever runs this server',
    attribution: null,
  },
];
