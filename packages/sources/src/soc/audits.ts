import { type Audit, checkEach, type Evidence, needing, outcomeOf } from '@careergraph/releases';

/** How many codes a classification has, by level. */
const CODES_PER_LEVEL: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '2018': { MAJOR: 23, MINOR: 98, BROAD: 459, DETAILED: 867 },
};

const ROLES = ['structure', 'definitions', 'titles'];

/** Rows of a table from the file with a role, with the name of the file. */
const rowsOf = (table: string, role: string) =>
  `(select ${table}.*, file.name as file from ${table} join file on file.id = file_id
    where file_id = any($1) and file.role = '${role}')`;

/** The starter has some titles of the structure. They are no file of the classification. */
async function withoutStarter(evidence: Evidence): Promise<Evidence> {
  const { sql, files } = evidence;
  const published = await sql.query<{ id: number; role: string }>(
    `select id, role from file where id = any($1) and edition = 'published'`,
    [files],
  );
  return {
    ...evidence,
    files: published.map(({ id }) => id),
    roles: new Map(published.map(({ id, role }) => [role, id])),
  };
}

const AUDITS: readonly Audit[] = [
  {
    id: 'soc/tree-complete',
    level: 'MUST',
    title: 'Every code has a parent one level up, and each level has as many codes as the classification.',
    run: needing(['structure'], ({ sql, files, release }) =>
      outcomeOf(
        sql,
        checkEach(
          `with code as (select * from ${rowsOf('file_occupation', 'structure')} as structure),
                level_above(level, above) as (values ('MINOR', 'MAJOR'), ('BROAD', 'MINOR'), ('DETAILED', 'BROAD'))
           select file, sheet, "row", 'parent' as "column", parent_code as value,
                  format('is not the %s group of %s.', lower(above), code) as message,
                  case when code.level = 'MAJOR' then parent_code is not null
                       else not exists (select from code as parent
                                        where parent.code = code.parent_code and parent.level::text = above) end as bad
           from code left join level_above on level_above.level = code.level::text
           union all
           select (select min(file) from code), null, null, null, null,
                  format('has %s rows of level %s, and the SOC %s has %s.', found, expected.key, $3::text,
                         expected.value),
                  found <> expected.value::int
           from jsonb_each_text($2::jsonb) as expected
           cross join lateral (select count(*) as found from code where level::text = expected.key) as counted`,
          [files, JSON.stringify(CODES_PER_LEVEL[release]), release],
        ),
      ),
    ),
  },
  {
    id: 'soc/definitions-match-structure',
    level: 'MUST',
    title: 'The definitions and the structure have the same codes with the same titles.',
    run: needing(['structure', 'definitions'], ({ sql, files }) =>
      outcomeOf(
        sql,
        checkEach(
          `select coalesce(definition.file, structure.file) as file, coalesce(definition.sheet, structure.sheet) as sheet,
                  coalesce(definition."row", structure."row") as "row", coalesce(definition.code, structure.code) as "column",
                  coalesce(definition.title, structure.title) as value,
                  case when structure.code is null then 'is not in the structure.'
                       when definition.code is null then 'is in the structure, but not in the definitions.'
                       else format('has the title "%s" in the structure.', structure.title) end as message,
                  (structure.title, structure.level) is distinct from (definition.title, definition.level) as bad
           from ${rowsOf('file_occupation', 'structure')} as structure
           full join ${rowsOf('file_occupation', 'definitions')} as definition on definition.code = structure.code`,
          [files],
        ),
      ),
    ),
  },
  {
    id: 'soc/titles-have-codes',
    level: 'MUST',
    title: 'Every direct match title belongs to a detailed occupation of the structure.',
    run: needing(['structure', 'titles'], ({ sql, files }) =>
      outcomeOf(
        sql,
        checkEach(
          `select title.file, title.sheet, title."row", '2018 SOC Code' as "column", occupation_code as value,
                  'is not a detailed occupation of the structure.' as message, code is null as bad
           from ${rowsOf('occupation_title', 'titles')} as title
           left join ${rowsOf('file_occupation', 'structure')} as occupation
             on occupation.code = occupation_code and occupation.level = 'DETAILED'`,
          [files],
        ),
      ),
    ),
  },
  {
    id: 'soc/titles-cover-detailed',
    level: 'SHOULD',
    title: 'Every detailed occupation except the residual ones ("All Other") has a direct match title.',
    run: needing(['structure', 'titles'], ({ sql, files }) =>
      outcomeOf(
        sql,
        checkEach(
          `select file, sheet, "row", 'title' as "column", title as value,
                  format('has no direct match title (%s).', code) as message,
                  code not in (select occupation_code from ${rowsOf('occupation_title', 'titles')} as title) as bad
           from ${rowsOf('file_occupation', 'structure')} as occupation
           where level = 'DETAILED' and code not like '%9'`,
          [files],
        ),
      ),
    ),
  },
  {
    id: 'soc/three-files',
    level: 'SHOULD',
    title: 'The release has the structure, the definitions and the direct match titles.',
    async run({ roles }) {
      const missing = ROLES.filter((role) => !roles.has(role));
      return {
        checked: ROLES.length,
        failures: missing.length,
        examples: missing.map((role) => `The release has no file "${role}".`),
      };
    },
  },
];

export const audits: readonly Audit[] = AUDITS.map((audit) => ({
  ...audit,
  run: async (evidence) => audit.run(await withoutStarter(evidence)),
}));
