import type { SourceKind } from './vocabulary/releases.js';

/** Who publishes the data, and under what terms. Its id names it in the API and in the database. */
export interface SourceFacts {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly publisher: string;
  readonly homepage: string | null;
  readonly licence: string;
  /** Text that must accompany every answer that shows the source's content; null when the license asks for none. */
  readonly attribution: string | null;
}

/** Every source except published pages, which come with their own facts. */
export const SOURCES = {
  oews: {
    id: 'bls-oews',
    kind: 'AGENCY',
    name: 'Occupational Employment and Wage Statistics',
    publisher: 'U.S. Bureau of Labor Statistics',
    homepage: 'https://www.bls.gov/oes/',
    licence: 'US public domain',
    attribution: null,
  },
  projections: {
    id: 'bls-ep',
    kind: 'AGENCY',
    name: 'Employment Projections',
    publisher: 'U.S. Bureau of Labor Statistics',
    homepage: 'https://www.bls.gov/emp/',
    licence: 'US public domain',
    attribution: null,
  },
  soc: {
    id: 'bls-soc',
    kind: 'AGENCY',
    name: 'Standard Occupational Classification',
    publisher: 'U.S. Bureau of Labor Statistics, on behalf of the Office of Management and Budget',
    homepage: 'https://www.bls.gov/soc/',
    licence: 'US public domain',
    attribution: null,
  },
  socCrosswalk: {
    id: 'bls-soc-crosswalk',
    kind: 'AGENCY',
    name: 'Crosswalk of the Standard Occupational Classification',
    publisher: 'U.S. Bureau of Labor Statistics, on behalf of the Office of Management and Budget',
    homepage: 'https://www.bls.gov/soc/',
    licence: 'US public domain',
    attribution: null,
  },
  onet: {
    id: 'onet',
    kind: 'AGENCY',
    name: 'O*NET Database',
    publisher: 'National Center for O*NET Development',
    homepage: 'https://www.onetcenter.org/database.html',
    licence: 'CC BY 4.0',
    attribution:
      'This page includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training ' +
      'Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA.',
  },
  ooh: {
    id: 'bls-ooh',
    kind: 'AGENCY',
    name: 'Occupational Outlook Handbook',
    publisher: 'U.S. Bureau of Labor Statistics',
    homepage: 'https://www.bls.gov/ooh/',
    licence: 'US public domain',
    attribution: null,
  },
  cbsa: {
    id: 'census-cbsa',
    kind: 'AGENCY',
    name: 'Delineation of core based statistical areas',
    publisher: 'U.S. Office of Management and Budget; U.S. Census Bureau',
    homepage: 'https://www.census.gov/geographies/reference-files/time-series/demo/metro-micro/delineation-files.html',
    licence: 'US public domain',
    attribution: null,
  },
  geonames: {
    id: 'geonames-postal',
    kind: 'AGENCY',
    name: 'Postal codes',
    publisher: 'GeoNames',
    homepage: 'https://download.geonames.org/export/zip/',
    licence: 'CC BY 4.0',
    attribution: 'GeoNames, https://www.geonames.org/, CC BY 4.0',
  },
  hud: {
    id: 'hud-zip-cbsa',
    kind: 'AGENCY',
    name: 'USPS ZIP code crosswalk, ZIP to CBSA',
    publisher: 'U.S. Department of Housing and Urban Development',
    homepage: 'https://www.huduser.gov/portal/datasets/usps_crosswalk.html',
    licence: 'US government work',
    attribution: null,
  },
  ipeds: {
    id: 'nces-ipeds',
    kind: 'AGENCY',
    name: 'Integrated Postsecondary Education Data System',
    publisher: 'U.S. Department of Education, National Center for Education Statistics',
    homepage: 'https://nces.ed.gov/ipeds/',
    licence: 'US public domain',
    attribution: null,
  },
  cipSoc: {
    id: 'nces-cip-soc',
    kind: 'AGENCY',
    name: 'Crosswalk of instructional programs and occupations, CIP to SOC',
    publisher:
      'U.S. Department of Education, National Center for Education Statistics; U.S. Bureau of Labor Statistics',
    homepage: 'https://nces.ed.gov/ipeds/cipcode/',
    licence: 'US public domain',
    attribution: null,
  },
  scorecard: {
    id: 'ed-scorecard',
    kind: 'AGENCY',
    name: 'College Scorecard',
    publisher: 'U.S. Department of Education',
    homepage: 'https://collegescorecard.ed.gov/data/',
    licence: 'US public domain',
    attribution: null,
  },
  guides: {
    id: 'careergraph-guides',
    kind: 'OWN',
    name: 'CareerGraph guides',
    publisher: 'CareerGraph',
    homepage: null,
    licence:
      "Apache-2.0 for the guides that come with CareerGraph; an operator's own guides have the license that the operator sets",
    attribution: null,
  },
} as const satisfies Record<string, SourceFacts>;
