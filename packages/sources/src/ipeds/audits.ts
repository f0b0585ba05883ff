import { STATES } from '@careergraph/domain';
import {
  type Audit,
  checkEach,
  checkMost,
  covers,
  kept,
  needing,
  outcomeOf,
  partsKept,
  rowCount,
  type SpotValue,
  spotValues,
} from '@careergraph/releases';

/** From American Samoa to Alaska, and from the Caribbean west to Palau; swapped coordinates are never in it. */
const OUTSIDE =
  'latitude is not null and not (latitude between -15 and 72 and (longitude between -180 and -64 or longitude between 130 and 180))';

/** In 2024, 125 of 5,994 report no completions. */
const ALLOWED_PERCENT = 10;

/** In 2024, the directory has every one of the 5,869 institutions with programs; half of a directory lacks half of them. */
const MISSING_PERCENT = 2;

const WITH_PROGRAMS =
  'select file_id, unit_id, min("row") as "row" from program where file_id = any($1) group by file_id, unit_id';

/** Its files. If it was loaded before the directory, its own check had nothing to compare with. */
const ACTIVE_SCORECARD = `select file_id from release join release_file on release_id = release.id
  where release.source_id = 'ed-scorecard' and status = 'ACTIVE'`;
const OF_SCORECARD = `select file_id, unit_id, min("row") as "row" from (
    select file_id, unit_id, "row" from field_outcome where unit_id is not null
    union all select file_id, unit_id, "row" from institution_outcome) as units
  where file_id in (${ACTIVE_SCORECARD}) group by file_id, unit_id`;

const INSTITUTION = `select "row", name, city, zip, latitude, longitude, area_code from institution where file_id = $1 and unit_id = `;
const PROGRAM = (unit: number, cip: string, level: number) =>
  `select "row", completions from program
   where file_id = $1 and unit_id = ${unit} and cip_code = '${cip}' and award_level = ${level} and major_number = 1`;

const SPOT_VALUES: Readonly<Record<string, readonly SpotValue[]>> = {
  2024: [
    {
      role: 'institutions',
      subject: 'Alabama A & M University',
      query: `${INSTITUTION} 100654`,
      expected: {
        name: 'Alabama A & M University',
        city: 'Normal',
        zip: '35762',
        latitude: 34.783368,
        longitude: -86.568502,
        area_code: 'CBSA-26620',
      },
    },
    {
      role: 'completions',
      subject: "bachelor's degrees in food science of Alabama A & M University",
      query: PROGRAM(100654, '01.1001', 5),
      expected: { completions: 10 },
    },
    {
      role: 'completions',
      subject: "master's degrees in food science of Alabama A & M University",
      query: PROGRAM(100654, '01.1001', 7),
      expected: { completions: 7 },
    },
  ],
};

export const audits: readonly Audit[] = [
  {
    id: 'ipeds/coordinates-in-the-united-states',
    level: 'MUST',
    title: 'Coordinates are in or near the United States.',
    run: ({ sql, files }) =>
      outcomeOf(
        sql,
        checkEach(
          `select file.name as file, null as sheet, "row", 'LATITUDE, LONGITUD' as "column",
                  latitude || ', ' || longitude as value, 'is not where ' || institution.name || ' can be.' as message,
                  ${OUTSIDE} as bad
           from institution join file on file.id = file_id where file_id = any($1)`,
          [files],
        ),
      ),
  },
  spotValues(
    { id: 'ipeds/spot-values', level: 'MUST', title: 'Values that a person read in the file are the same here.' },
    (release) => SPOT_VALUES[release] ?? [],
  ),
  covers({
    id: 'ipeds/states-covered',
    level: 'SHOULD',
    title: 'Every state and the District of Columbia have an institution.',
    table: 'institution',
    column: 'state_code',
    codes: STATES.filter(({ kind }) => kind === 'STATE').map(({ code }) => code),
    what: 'institution',
  }),
  {
    id: 'ipeds/institutions-of-programs',
    level: 'SHOULD',
    title: 'Every institution with programs is in the directory of the same year.',
    run: needing(['institutions', 'completions'], ({ sql, files }) =>
      outcomeOf(
        sql,
        checkEach(
          `select file.name as file, null as sheet, program."row", 'UNITID' as "column", program.unit_id::text as value,
                  'is not in the directory: its programs have no place.' as message, institution.unit_id is null as bad
           from (${WITH_PROGRAMS}) program
           join file on file.id = program.file_id
           left join institution on institution.unit_id = program.unit_id and institution.file_id = any($1)`,
          [files],
        ),
      ),
    ),
  },
  {
    id: 'ipeds/directory-whole',
    level: 'MUST',
    title: `At most ${MISSING_PERCENT}% of the institutions with programs are missing in the directory of the same year.`,
    run: needing(['institutions', 'completions'], ({ sql, files }) =>
      outcomeOf(
        sql,
        checkMost(
          `select file.name as file, null as sheet, program."row", 'UNITID' as "column", program.unit_id::text as value,
                  'is not in the directory, like many others: the directory may have been cut off.' as message,
                  not exists (select from institution where institution.unit_id = program.unit_id
                              and institution.file_id = any($1)) as bad
           from (${WITH_PROGRAMS}) program join file on file.id = program.file_id`,
          [files],
          MISSING_PERCENT,
        ),
      ),
    ),
  },
  {
    id: 'ipeds/institutions-of-scorecard',
    level: 'SHOULD',
    title: `At most ${ALLOWED_PERCENT}% of the institutions of the active College Scorecard are missing in the directory.`,
    run: needing(['institutions'], async ({ sql, files }) => {
      const [scorecard] = await sql.query(ACTIVE_SCORECARD);
      if (!scorecard) return { skipped: 'No College Scorecard is loaded: the import of "scorecard" will check this.' };
      return outcomeOf(
        sql,
        checkMost(
          `select file.name as file, null as sheet, outcome."row", 'UNITID' as "column", outcome.unit_id::text as value,
                  'is not in the directory: its figures have no place.' as message,
                  not exists (select from institution where institution.unit_id = outcome.unit_id
                              and institution.file_id = any($1)) as bad
           from (${OF_SCORECARD}) outcome join file on file.id = outcome.file_id`,
          [files],
          ALLOWED_PERCENT,
        ),
      );
    }),
  },
  {
    id: 'ipeds/institutions-with-programs',
    level: 'SHOULD',
    title: `At most ${ALLOWED_PERCENT}% of the active institutions have no programs.`,
    run: needing(['institutions', 'completions'], ({ sql, files }) =>
      outcomeOf(
        sql,
        checkMost(
          `select file.name as file, null as sheet, "row", 'UNITID' as "column", unit_id::text as value,
                  'is active and has no programs: the file of completions may have been cut off.' as message,
                  not exists (select from program where program.unit_id = institution.unit_id
                              and program.file_id = any($1)) as bad
           from institution join file on file.id = file_id where file_id = any($1) and active`,
          [files],
          ALLOWED_PERCENT,
        ),
      ),
    ),
  },
  partsKept({ id: 'ipeds/parts-kept' }),
  rowCount({ id: 'ipeds/rows-against-before', allowedPercent: 10 }),
  kept({
    id: 'ipeds/institutions-kept',
    what: 'institutions',
    keys: 'select file_id, unit_id as key from institution',
    allowedPercent: 5,
  }),
];
