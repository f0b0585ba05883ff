import { hybridCodes } from '@careergraph/domain';
import { type Audit, outcomeOf } from '@careergraph/releases';
import { labelOf } from '../releases.js';

/** Major groups of the SOC, 2010 and 2018 alike; OEWS leaves out 55, the military. */
const MAJOR_GROUPS = '11 13 15 17 19 21 23 25 27 29 31 33 35 37 39 41 43 45 47 49 51 53'.split(' ');

const OWN_CODES = ['00-0000', ...hybridCodes('SOC_2018')];
/** Earlier releases use SOC 2010, or a mix of both. */
const FIRST_SOC_2018_RELEASE = '2021-05';

const listOf = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');

/** Every occupation of the published files $1, with those that a condition finds. */
const unknownCodes = (condition: string, message: string) => ({
  checked: 'select count(*)::int as checked from file_occupation where file_id = any($1)',
  failures: `
    select file.name as file, sheet, "row", 'OCC_CODE' as column, code as value, code as subject, code as found,
           '${message.replaceAll("'", "''")}' as message
    from file_occupation join file on file.id = file_id
    where file_id = any($1) and edition = 'published' and ${condition} order by file.name, "row"`,
});

export const majorGroupsKnown: Audit = {
  id: 'oews/major-groups-known',
  level: 'MUST',
  title: 'Each occupation is in a major group of the SOC.',
  run: ({ sql, files }) =>
    outcomeOf(sql, {
      ...unknownCodes(
        `code <> '00-0000' and left(code, 2) not in (${listOf(MAJOR_GROUPS)})`,
        'is in no major group of the SOC.',
      ),
      parameters: [files],
    }),
};

export const codesKnown: Audit = {
  id: 'oews/codes-known',
  level: 'MUST',
  title: "Each occupation is in SOC 2018, or has one of OEWS's own codes.",
  async run({ sql, files, release }) {
    if (release < FIRST_SOC_2018_RELEASE) return { skipped: `${labelOf(release)} does not use SOC 2018.` };
    const [soc] = await sql.query<{ id: number }>(
      `select file.id from file join release_file on file_id = file.id join release on release.id = release_id
       where release.source_id = 'bls-soc' and release.status = 'ACTIVE' and file.role = 'structure' and file.edition = 'published'`,
    );
    if (!soc) return { skipped: 'The structure of SOC 2018 is not loaded: import it ("import soc").' };
    const inSoc = `code in (select code from file_occupation where file_id = ${soc.id})`;
    return outcomeOf(sql, {
      ...unknownCodes(
        `code not in (${listOf(OWN_CODES)}) and not ${inSoc}`,
        "is neither in SOC 2018 nor one of OEWS's own codes (hybrid-definitions.ts).",
      ),
      parameters: [files],
    });
  },
};
