import type { Prisma } from '@careergraph/db';
import { oewsSource } from './oews/source.js';

/** The sources that this code knows how to read. Pages get a source each when they are loaded. */
export const SOURCES: readonly Prisma.SourceCreateManyInput[] = [
  oewsSource,
  {
    id: 'bls-ep',
    kind: 'AGENCY',
    name: 'Employment Projections',
    publisher: 'U.S. Bureau of Labor Statistics',
    homepage: 'https://www.bls.gov/emp/',
    licence: 'US public domain',
    attribution: null,
  },
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
