/** A published file that `npm run data -- setup` loads. */
export interface SetupFile {
  /** Name of the importer. */
  readonly source: string;
  /** Release key; null if any release will do, because the publisher replaces the file often. */
  readonly release: string | null;
  /** The release is the month of the file, which does not state it. */
  readonly isReleaseMonthOfFile?: true;
  /** As a browser saves it. */
  readonly fileName: string;
  /** Null if the publisher requires a login. */
  readonly url: string | null;
  /** The page to open in a browser. */
  readonly page: string;
  /** Roles in the release that come from this file; empty if any file of the release is enough. */
  readonly roles: readonly string[];
  /** What a server can answer with it. */
  readonly adds: string;
  /** Roughly, as downloaded. */
  readonly megabytes: number;
}

const OEWS = [
  { archive: 'nat', roles: ['national'], adds: 'wages and employment of the nation', megabytes: 0.4 },
  { archive: 'st', roles: ['state'], adds: 'wages and employment of states', megabytes: 6 },
  {
    archive: 'ma',
    roles: ['metro', 'nonmetro'],
    adds: 'wages and employment of metropolitan and nonmetropolitan areas',
    megabytes: 13,
  },
] as const;

function oews(year: number): readonly SetupFile[] {
  return OEWS.map(({ archive, ...file }) => ({
    source: 'oews',
    release: `${year}-05`,
    fileName: `oesm${year % 100}${archive}.zip`,
    url: `https://www.bls.gov/oes/special-requests/oesm${year % 100}${archive}.zip`,
    page: 'https://www.bls.gov/oes/tables.htm',
    ...file,
  }));
}

function soc(role: string, fileName: string, adds: string, megabytes: number): SetupFile {
  return {
    source: 'soc',
    release: '2018',
    fileName,
    url: `https://www.bls.gov/soc/2018/${fileName}`,
    page: 'https://www.bls.gov/soc/2018/home.htm',
    roles: [role],
    adds,
    megabytes,
  };
}

function ipeds(role: string, fileName: string, adds: string, megabytes: number): SetupFile {
  return {
    source: 'ipeds',
    release: '2024',
    fileName,
    url: `https://nces.ed.gov/ipeds/datacenter/data/${fileName}`,
    page: 'https://nces.ed.gov/ipeds/datacenter/DataFiles.aspx',
    roles: [role],
    adds,
    megabytes,
  };
}

function scorecard(role: string, fileName: string, adds: string, megabytes: number): SetupFile {
  return {
    source: 'scorecard',
    release: '2026-06',
    fileName,
    url: `https://ed-public-download.scorecard.network/downloads/${fileName}`,
    page: 'https://collegescorecard.ed.gov/data/',
    roles: [role],
    adds,
    megabytes,
  };
}

/**
 * The files that a server should have, in the order they are loaded: of a source, the oldest release first; a source
 * after those that its audits compare it with. CONTRIBUTING.md says what to change each year.
 */
export const SETUP_FILES: readonly SetupFile[] = [
  soc('structure', 'soc_structure_2018.xlsx', 'occupations and their groups', 0.1),
  soc('definitions', 'soc_2018_definitions.xlsx', 'definitions of occupations', 0.1),
  soc('titles', 'soc_2018_direct_match_title_file.xlsx', 'job titles that match an occupation', 0.2),
  {
    source: 'soc-crosswalk',
    release: '2018',
    fileName: 'soc_2010_to_2018_crosswalk.xlsx',
    url: 'https://www.bls.gov/soc/2018/soc_2010_to_2018_crosswalk.xlsx',
    page: 'https://www.bls.gov/soc/2018/home.htm',
    roles: ['crosswalk'],
    adds: 'successors of SOC 2010 codes',
    megabytes: 0.1,
  },
  {
    source: 'cbsa',
    release: '2023-07',
    fileName: 'list1_2023.xlsx',
    url: 'https://www2.census.gov/programs-surveys/metro-micro/geographies/reference-files/2023/delineation-files/list1_2023.xlsx',
    page: 'https://www.census.gov/geographies/reference-files/time-series/demo/metro-micro/delineation-files.html',
    roles: ['delineation'],
    adds: 'metropolitan areas and their counties',
    megabytes: 1,
  },
  ...oews(2023),
  ...oews(2024),
  ...oews(2025),
  {
    source: 'projections',
    release: '2024-34',
    fileName: 'occupation.xlsx',
    url: 'https://www.bls.gov/emp/ind-occ-matrix/occupation.xlsx',
    page: 'https://www.bls.gov/emp/data/occupational-data.htm',
    roles: ['national'],
    adds: 'employment projections, openings, and typical education',
    megabytes: 0.4,
  },
  {
    source: 'onet',
    release: '29.3',
    fileName: 'db_29_3_text.zip',
    url: 'https://www.onetcenter.org/dl_files/database/db_29_3_text.zip',
    page: 'https://www.onetcenter.org/db_releases.html',
    roles: ['occupation-data'],
    adds: 'tasks, skills, knowledge, technology, and related occupations',
    megabytes: 12,
  },
  {
    source: 'ooh',
    release: null,
    fileName: 'xml-compilation.xml',
    url: 'https://www.bls.gov/ooh/xml-compilation.xml',
    page: 'https://www.bls.gov/ooh/',
    roles: [],
    adds: 'profiles of the Occupational Outlook Handbook',
    megabytes: 10,
  },
  {
    source: 'geonames',
    release: null,
    isReleaseMonthOfFile: true,
    fileName: 'US.zip',
    url: 'https://download.geonames.org/export/zip/US.zip',
    page: 'https://download.geonames.org/export/zip/',
    roles: ['postal-codes'],
    adds: 'places and counties of ZIP codes',
    megabytes: 0.7,
  },
  {
    source: 'hud',
    release: null,
    fileName: 'ZIP_CBSA_MMYYYY.xlsx',
    url: null,
    page: 'https://www.huduser.gov/portal/datasets/usps_crosswalk.html',
    roles: ['zip-cbsa'],
    adds: 'metropolitan areas of ZIP codes',
    megabytes: 2,
  },
  ipeds('institutions', 'HD2024.zip', 'institutions, their places, and their own links', 1.1),
  ipeds('completions', 'C2024_A.zip', 'programs of institutions and the awards of a year', 9),
  {
    source: 'cip-soc',
    release: '2020',
    fileName: 'CIP2020_SOC2018_Crosswalk.xlsx',
    url: 'https://nces.ed.gov/ipeds/cipcode/Files/CIP2020_SOC2018_Crosswalk.xlsx',
    page: 'https://nces.ed.gov/ipeds/cipcode/post3.aspx?y=56',
    roles: ['crosswalk'],
    adds: 'fields of study that may prepare for an occupation',
    megabytes: 0.4,
  },
  scorecard('field-of-study', 'Most-Recent-Cohorts-Field-of-Study_06102026.zip', 'earnings and debt of graduates', 17),
  scorecard('institutions', 'Most-Recent-Cohorts-Institution_06102026.zip', 'net prices and completion rates', 25),
];
