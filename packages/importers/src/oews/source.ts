import type { Prisma } from '@careergraph/db';

export const oewsSource = {
  id: 'bls-oews',
  kind: 'AGENCY',
  name: 'Occupational Employment and Wage Statistics',
  publisher: 'U.S. Bureau of Labor Statistics',
  homepage: 'https://www.bls.gov/oes/',
  licence: 'US public domain',
  attribution: null,
} as const satisfies Prisma.SourceCreateManyInput;
