import { type Audit, auditByQuery, type Outcome } from '@careergraph/releases';
import { GROUP_COUNTS, type Role } from './columns.js';

const treeComplete: Audit = {
  id: 'soc/tree-complete',
  level: 'MUST',
  title: 'Every code has its group one level above, and there are as many of each level as the classification has.',
  async run({ sql, roles, release }) {
    const structure = roles.get('structure' satisfies Role);
    if (structure === undefined) return without('structure');
    return auditByQuery(
      sql,
      `with o as (select * from file_occupation where file_id = $1),
            above(level, upper) as (values ('MINOR', 'MAJOR'), ('BROAD', 'MINOR'), ('DETAILED', 'BROAD'))
       select f.name as file, o.sheet, o.row, 'parent' as "column", o.parent_code as value,
              format('is not the %s group of %s', lower(coalesce(a.upper, 'missing')), o.code) as message,
              case when o.level = 'MAJOR' then o.parent_code is not null
                   else not exists (select from o p where p.code = o.parent_code and p.level::text = a.upper) end as bad
       from o join file f on f.id = o.file_id left join above a on a.level = o.level::text
       union all
       select f.name, null, null, null, null,
              format('has %s rows of level %s, and the SOC %s has %s', found, k.key, $3::text, k.value), found <> k.value::int
       from jsonb_each_text($2::jsonb) k
       cross join lateral (select count(*) as found from o where level::text = k.key) c
       join file f on f.id = $1`,
      [structure, JSON.stringify(GROUP_COUNTS[release] ?? {}), release],
    );
  },
};

const definitionsMatch: Audit = {
  id: 'soc/definitions-match-structure',
  level: 'MUST',
  title: 'Definitions and structure have the same codes with the same titles.',
  async run({ sql, roles }) {
    const structure = roles.get('structure' satisfies Role);
    const definitions = roles.get('definitions' satisfies Role);
    if (structure === undefined) return without('structure');
    if (definitions === undefined) return without('definitions');
    return auditByQuery(
      sql,
      `select f.name as file, coalesce(d.sheet, s.sheet) as sheet, coalesce(d.row, s.row) as row, coalesce(d.code, s.code) as "column",
              coalesce(d.title, s.title) as value,
              case when s.code is null then 'is not in the structure'
                   when d.code is null then 'is in the structure and has no row in the definitions'
                   else format('is called "%s" in the structure', s.title) end as message,
              s.title is distinct from d.title or s.level is distinct from d.level as bad
       from (select * from file_occupation where file_id = $1) s
       full join (select * from file_occupation where file_id = $2) d on d.code = s.code
       join file f on f.id = coalesce(d.file_id, s.file_id)`,
      [structure, definitions],
    );
  },
};

const titlesHaveCodes: Audit = {
  id: 'soc/titles-have-codes',
  level: 'MUST',
  title: 'Every direct match title is of a detailed occupation of the structure.',
  async run({ sql, roles }) {
    const structure = roles.get('structure' satisfies Role);
    const titles = roles.get('titles' satisfies Role);
    if (structure === undefined) return without('structure');
    if (titles === undefined) return without('titles');
    return auditByQuery(
      sql,
      `select f.name as file, t.sheet, t.row, '2018 SOC Code' as "column", t.occupation_code as value,
              'is not a detailed occupation of the structure' as message, o.code is null as bad
       from occupation_title t join file f on f.id = t.file_id
       left join file_occupation o on o.file_id = $1 and o.code = t.occupation_code and o.level = 'DETAILED'
       where t.file_id = $2`,
      [structure, titles],
    );
  },
};

const titlesCover: Audit = {
  id: 'soc/titles-cover-detailed',
  level: 'SHOULD',
  title: 'Every detailed occupation but the residual ones (".. All Other") has a direct match title.',
  async run({ sql, roles }) {
    const structure = roles.get('structure' satisfies Role);
    const titles = roles.get('titles' satisfies Role);
    if (structure === undefined) return without('structure');
    if (titles === undefined) return without('titles');
    return auditByQuery(
      sql,
      `select f.name as file, o.sheet, o.row, 'title' as "column", o.title as value,
              format('has no direct match title (%s)', o.code) as message,
              not exists (select from occupation_title t where t.file_id = $2 and t.occupation_code = o.code) as bad
       from file_occupation o join file f on f.id = o.file_id
       where o.file_id = $1 and o.level = 'DETAILED' and o.code not like '%9'`,
      [structure, titles],
    );
  },
};

const isWhole: Audit = {
  id: 'soc/three-files',
  level: 'SHOULD',
  title: 'The release has its structure, its definitions and its direct match titles.',
  async run({ roles }) {
    const missing = (['structure', 'definitions', 'titles'] satisfies Role[]).filter((role) => !roles.has(role));
    return {
      checked: 3,
      failures: missing.length,
      examples: missing.map((role) => `The file of ${role} is not loaded.`),
    };
  },
};

function without(role: Role): Outcome {
  return { skipped: `The file of ${role} is not part of this release yet.` };
}

export const audits: readonly Audit[] = [treeComplete, definitionsMatch, titlesHaveCodes, titlesCover, isWhole];
