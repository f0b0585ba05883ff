import type { Sql } from '@careergraph/db';
import {
  type CareersToPlan,
  type GuideToPlan,
  hybridsOf,
  type ProfileToPlan,
  planCareers,
  type SlugCollision,
  SOURCES,
} from '@careergraph/domain';

/** Careers of the active releases whose titles lead to the same URL slug. */
export async function slugCollisions(sql: Sql): Promise<readonly SlugCollision[]> {
  const guides = await sql.query<GuideToPlan>(
    `select c.slug, c.also_called as "alsoCalled", o.occupation_code as primary, c.document -> 'handbook' as handbook
     from career c join release r on r.id = c.release_id and r.status = 'ACTIVE'
     join career_occupation o on o.release_id = c.release_id and o.career_slug = c.slug and o.role = 'PRIMARY'
     order by c.slug`,
  );
  // Before the first start of the server there are no guides and no figures, so there are no careers yet.
  if (guides.length === 0) return [];
  const profiles = await sql.query<ProfileToPlan>(
    `select p.slug, p.title, p.singular_title as "singularTitle", p.occupation_codes as "occupationCodes"
     from handbook_profile p join release_file f on f.file_id = p.file_id
     join release r on r.id = f.release_id and r.status = 'ACTIVE' order by p.slug`,
  );
  return planCareers({ guides, profiles, ...(await occupationsOf(sql)) }).collisions;
}

interface OccupationRow {
  readonly code: string;
  readonly title: string;
  readonly detailed: boolean;
  readonly onet: boolean;
  /** Key of the active release of wages, if that lists the code. */
  readonly inWages: string | null;
  readonly inProjections: string | null;
}

/** Each title as the most authoritative source has it: the classification, then those that use it. */
async function occupationsOf(sql: Sql): Promise<Pick<CareersToPlan<ProfileToPlan>, 'detailed' | 'onet' | 'titles'>> {
  const { soc, onet, oews, projections } = SOURCES;
  const rows = await sql.query<OccupationRow>(
    `select o.code,
       (array_agg(o.title order by array_position($1, r.source_id), r.status::text, r.key desc, o.file_id))[1] as title,
       bool_or(o.level = 'DETAILED' and r.status = 'ACTIVE' and r.source_id = any($2)) as detailed,
       bool_or(o.level = 'ONET' and r.status = 'ACTIVE' and r.source_id = $3) as onet,
       max(r.key) filter (where r.status = 'ACTIVE' and r.source_id = $4) as "inWages",
       max(r.key) filter (where r.status = 'ACTIVE' and r.source_id = $5) as "inProjections"
     from release r join release_file f on f.release_id = r.id join file_occupation o on o.file_id = f.file_id
     where r.source_id = any($1) and r.status in ('ACTIVE', 'SUPERSEDED')
     group by o.code`,
    [[soc.id, onet.id, oews.id, projections.id], [oews.id, projections.id], onet.id, oews.id, projections.id],
  );
  const codesWith = (flag: 'detailed' | 'onet') => rows.filter((row) => row[flag]).map(({ code }) => code);
  const underHybrids = (['inWages', 'inProjections'] as const).flatMap((figures) => {
    const listed = rows.filter((row) => row[figures] !== null);
    const key = listed[0]?.[figures];
    return key ? [...hybridsOf(key, new Set(listed.map(({ code }) => code))).keys()] : [];
  });
  return {
    detailed: [...codesWith('detailed'), ...underHybrids],
    onet: codesWith('onet'),
    titles: new Map(rows.map(({ code, title }) => [code, title])),
  };
}
