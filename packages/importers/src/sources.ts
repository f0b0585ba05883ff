import type { Prisma } from '@careergraph/db';
import { projectionsImporter } from './projections/index.js';

/** The sources that this code knows how to read. Pages get a source each when they are loaded. */
export const SOURCES: readonly Prisma.SourceCreateManyInput[] = [
  {
    id: 'bls-oews',
    kind: 'AGENCY',
    name: 'Occupational Employment and Wage Statistics',
    publisher: 'U.S. Bureau of Labor Statistics',
    homepage: 'https://www.bls.gov/oes/',
    licence: 'US public domain',
    attribution: null,
  },
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
