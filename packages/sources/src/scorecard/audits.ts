import {
  type Audit,
  checkEach,
  checkMost,
  kept,
  outcomeOf,
  partsKept,
  rowCount,
  type SpotValue,
  spotValues,
} from '@careergraph/releases';

const ACTIVE_DIRECTORY = `select file_id from release join release_file on release_id = release.id join file on file.id = file_id
  where release.source_id = 'nces-ipeds' and status = 'ACTIVE' and role = 'institutions'`;
/** Institutions that closed or that joined after the directory are few. */
const ALLOWED_PERCENT = 10;

/** The columns of `institution_outcome` and `field_outcome` by institution. */
const UNITS = `select file_id, unit_id, min("row") as "row" from (
    select file_id, unit_id, "row" from field_outcome where unit_id is not null
    union all select file_id, unit_id, "row" from institution_outcome) as units
  where file_id = any($1) group by file_id, unit_id`;

const SPOT_VALUES: Readonly<Record<string, readonly SpotValue[]>> = {
  '2026-06': [
    {
      role: 'field-of-study',
      subject: "bachelor's degrees in computer science of Vanderbilt University",
      query: `select "row", awards, earnings_1_year_usd, earnings_4_years_usd, median_debt_usd from field_outcome
              where file_id = $1 and unit_id = 221999 and cip_code = '11.07' and credential_level = 3`,
      expected: { awards: 205, earnings_1_year_usd: 122_244, earnings_4_years_usd: 160_021, median_debt_usd: 14_500 },
    },
    {
      role: 'institutions',
      subject: 'Alabama A & M University',
      query:
        'select "row", net_price_usd, completion_ten_thousandths from institution_outcome where file_id = $1 and unit_id = 100654',
      expected: { net_price_usd: 17_621, completion_ten_thousandths: 2_403 },
    },
  ],
};

export const audits: readonly Audit[] = [
  spotValues(
    { id: 'scorecard/spot-values', level: 'MUST', title: 'Values that a person read in the file are the same here.' },
    (release) => SPOT_VALUES[release] ?? [],
  ),
  {
    id: 'scorecard/institutions-known',
    level: 'SHOULD',
    title: `At most ${ALLOWED_PERCENT}% of the institutions are missing in the active directory of IPEDS.`,
    async run({ sql, files }) {
      const [directory] = await sql.query(ACTIVE_DIRECTORY);
      if (!directory) return { skipped: 'No directory is loaded: import "ipeds" first to have this checked.' };
      return outcomeOf(
        sql,
        checkMost(
          `select file.name as file, null as sheet, unit."row", 'UNITID' as "column", unit.unit_id::text as value,
                  'is not in the directory: its figures have no place.' as message,
                  not exists (select from institution where institution.unit_id = unit.unit_id
                              and institution.file_id in (${ACTIVE_DIRECTORY})) as bad
           from (${UNITS}) as unit join file on file.id = unit.file_id`,
          [files],
          ALLOWED_PERCENT,
        ),
      );
    },
  },
  {
    id: 'scorecard/one-row-per-field',
    level: 'MUST',
    title: 'An institution has one row for each field and level, so that a program has one figure.',
    run: ({ sql, files }) =>
      outcomeOf(
        sql,
        checkEach(
          `select file.name as file, null as sheet, "row", 'UNITID, CIPCODE, CREDLEV' as "column",
                  concat_ws(', ', unit_id, cip_code, credential_level) as value,
                  'is in row ' || first || ' as well: which figures are right is not known.' as message, "row" <> first as bad
           from (select *, min("row") over (partition by file_id, unit_id, cip_code, credential_level) as first
                 from field_outcome where file_id = any($1) and unit_id is not null) as outcome
           join file on file.id = file_id`,
          [files],
        ),
      ),
  },
  partsKept({ id: 'scorecard/parts-kept' }),
  rowCount({ id: 'scorecard/rows-against-before', allowedPercent: 10 }),
  kept({
    id: 'scorecard/institutions-kept',
    what: 'institutions',
    keys: 'select file_id, unit_id as key from institution_outcome union all select file_id, unit_id from field_outcome where unit_id is not null',
    allowedPercent: 5,
  }),
];
