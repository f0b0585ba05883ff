// The second reference: node:http and one hand-written statement, as one would write it for this page alone.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { STATES } from '@careergraph/domain';
import { serve } from './serve.mjs';

/** The drivers that the service uses. */
const load = createRequire(new URL('../../packages/db/package.json', import.meta.url));
const { DATABASE_URL, CAREERGRAPH_HOME } = process.env;

const SQL = `
with active as (
  select source_id, file_id from release join release_file on release_id = id where status = 'ACTIVE')
select json_build_object(
  'title', c.title, 'summary', c.summary, 'document', c.document,
  'wages', (
    select to_json(w) from wage_estimate w join active a using (file_id)
    where a.source_id = 'bls-oews' and w.occupation_code = o.occupation_code and w.area_code = 'US'),
  'growth', (
    select to_json(p) from projection p join active a using (file_id)
    where a.source_id = 'bls-ep' and p.occupation_code = o.occupation_code and p.area_code = 'US'),
  'states', (
    select json_agg(json_build_object('code', w.area_code, 'name', $2::jsonb ->> w.area_code,
      'annualMeanUsd', w.annual_mean_usd, 'row', w.row) order by w.annual_mean_usd desc)
    from wage_estimate w join active a using (file_id)
    where w.occupation_code = '43-6011' and w.area_kind in ('STATE', 'TERRITORY')),
  'credentials', (
    select json_agg(json_build_object('need', cc.need, 'note', cc.note, 'name', k.name, 'acronym', k.acronym,
      'kind', k.kind, 'issuer', i.name, 'document', k.document) order by cc.position)
    from career_credential cc
    join credential k on k.release_id = cc.release_id and k.slug = cc.credential_slug
    left join organization i on i.release_id = k.release_id and i.slug = k.issuer_slug
    where cc.release_id = c.release_id and cc.career_slug = c.slug)
)::text as answer
from release r
join career c on c.release_id = r.id
join career_occupation o on o.release_id = r.id and o.career_slug = c.slug and o.role = 'PRIMARY'
where r.source_id = 'careergraph-guides' and r.status = 'ACTIVE' and c.slug = $1`;
/** Names of states are no rows of the database: they are known without it. */
const NAMES = JSON.stringify(Object.fromEntries(STATES.map(({ code, name }) => [code, name])));
const VALUES = ['medical-office-manager', NAMES];

async function connect() {
  if (DATABASE_URL) {
    const pool = new (load('pg').Pool)({ connectionString: DATABASE_URL, max: 10 });
    return async () => (await pool.query({ name: 'page', text: SQL, values: VALUES })).rows;
  }
  const pglite = await load('@electric-sql/pglite').PGlite.create({ dataDir: join(CAREERGRAPH_HOME, 'pgdata') });
  return async () => (await pglite.query(SQL, VALUES)).rows;
}

const query = await connect();
serve(async () => Buffer.from((await query())[0].answer));
