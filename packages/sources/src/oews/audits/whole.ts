import { type Audit, judge, queryAudit } from '@careergraph/releases';
import { labelOf } from '../releases.js';
import { PUBLISHED } from './rows.js';

/** Major groups of the SOC, 2010 and 2018 alike; OEWS leaves out 55, the military. */
const MAJOR_GROUPS = '11 13 15 17 19 21 23 25 27 29 31 33 35 37 39 41 43 45 47 49 51 53'.split(' ');

/** Detailed codes of OEWS's own, which stand for several of SOC 2018. Found in May 2022, 2024 and 2025. */
const OWN_CODES = ['00-0000', '21-1018', '25-2052', '25-9045', '51-2028', '53-1047'];
/** Before, occupations were classified by SOC 2010 or by a hybrid. */
const SINCE_SOC_2018 = '2021-05';

const MESSAGES = {
  group: 'is in no major group of the SOC.',
  code: "is neither a code of SOC 2018 nor one of OEWS's own (audits/whole.ts).",
} as const;

const unknownCodes = (condition: string, message: string) => ({
  checked: `select count(*)::int as checked from file_occupation where file_id = any($1)`,
  failures: `
    select f.name as file, o.sheet, o.row, 'OCC_CODE' as column, o.code as value, o.code as subject, o.code as found,
           '${message.replaceAll("'", "''")}' as message
    from file_occupation o join file f on f.id = o.file_id
    where o.file_id = any($1) and f.edition = 'published' and ${condition} order by f.name, o.row`,
});

const majorGroupsKnown: Audit = {
  id: 'oews/major-groups-known',
  level: 'MUST',
  title: 'Each occupation is in a major group of the SOC',
  run: ({ sql, files }) =>
    queryAudit(
      sql,
      unknownCodes(
        `o.code <> '00-0000' and left(o.code, 2) not in (${MAJOR_GROUPS.map((group) => `'${group}'`)})`,
        MESSAGES.group,
      ),
      [files],
    ),
};

const codesKnown: Audit = {
  id: 'oews/codes-known',
  level: 'MUST',
  title: "Each occupation is one of SOC 2018, or one of OEWS's own",
  run: async ({ sql, files, release }) => {
    if (release < SINCE_SOC_2018) return { skipped: `${labelOf(release)} is not classified by SOC 2018.` };
    const [soc] = await sql.query<{ id: number }>(
      `select f.id from file f join release_file on file_id = f.id join release r on r.id = release_id
       where r.source_id = 'bls-soc' and r.status = 'ACTIVE' and f.role = 'structure'`,
    );
    if (!soc) return { skipped: 'The structure of SOC 2018 is not loaded: import it ("import soc").' };
    const own = OWN_CODES.map((code) => `'${code}'`);
    const condition = `o.code not in (${own}) and o.code not in (select code from file_occupation where file_id = ${soc.id})`;
    return queryAudit(sql, unknownCodes(condition, MESSAGES.code), [files]);
  },
};

/** In the five national files it is more than 99.9 %; the rest is not released. */
const LEAST_SHARE = 0.95;

const nationComplete: Audit = {
  id: 'oews/nation-complete',
  level: 'MUST',
  title: `Detailed occupations of the nation have at least ${LEAST_SHARE * 100} % of all employment`,
  run: ({ sql, files }) =>
    queryAudit(
      sql,
      {
        checked: `select count(*)::int as checked from wage_estimate w ${PUBLISHED} and area_code = 'US' and occupation_code = '00-0000'`,
        failures: `
          select f.name as file, t.sheet, t.row, 'TOT_EMP' as column, t.employment_persons as value,
                 '00-0000 US' as subject, part.persons::text as found,
                 'is the employment of all occupations, and its ' || part.rows || ' detailed ones have ' || part.persons ||
                 ': is the file cut off?' as message
          from wage_estimate t join file f on f.id = t.file_id
          cross join lateral (
            select coalesce(sum(w.employment_persons), 0)::bigint as persons, count(*)::int as rows
            from wage_estimate w join file_occupation o on o.file_id = w.file_id and o.code = w.occupation_code
            where w.file_id = t.file_id and w.area_code = 'US' and o.level = 'DETAILED') as part
          where t.file_id = any($1) and f.edition = 'published' and t.area_code = 'US' and t.occupation_code = '00-0000'
            and part.persons < ${LEAST_SHARE} * t.employment_persons`,
      },
      [files],
    ),
};

/** Most that the nation's employment may change in a year: between the five files it was 0.2 % to 2.1 % a year. */
const EMPLOYMENT_CHANGE = { least: 0.9, most: 1.1 };

const nationalEmployment: Audit = {
  id: 'oews/national-employment',
  level: 'MUST',
  title: 'The employment of all occupations in the nation has not jumped since the release before',
  run: async ({ sql, release, roles, before }) => {
    const ids = [roles.get('national'), before?.files.get('national')];
    const rows = await sql.query<{ id: number; file: string; sheet: string; row: number; persons: number }>(
      `select file_id as id, f.name as file, sheet, row, employment_persons as persons
       from wage_estimate join file f on f.id = file_id
       where file_id = any($1) and f.edition = 'published' and occupation_code = '00-0000' and area_code = 'US'
         and employment_persons is not null`,
      [ids.filter((id) => id !== undefined)],
    );
    const [now, earlier] = ids.map((id) => rows.find((row) => row.id === id));
    if (!now || !earlier || !before) return { skipped: 'No earlier release has a published file with this figure.' };
    const years = Number(release.slice(0, 4)) - Number(before.key.slice(0, 4));
    const change = now.persons / earlier.persons;
    const { least, most } = EMPLOYMENT_CHANGE;
    if (change >= least ** years && change <= most ** years) return judge(1, [], []);
    const { file, sheet, row, persons } = now;
    const message = `is ${((change - 1) * 100).toFixed(1)} % from the ${earlier.persons} of ${labelOf(before.key)}.`;
    const place = { file, sheet, row, column: 'TOT_EMP', value: persons };
    return judge(1, [{ ...place, subject: '00-0000 US', found: String(persons), message }], []);
  },
};

export const ofTheWhole: readonly Audit[] = [majorGroupsKnown, codesKnown, nationComplete, nationalEmployment];
