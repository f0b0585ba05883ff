import { SOURCES } from '@careergraph/domain';
import type { RowFault } from '@careergraph/extract';
import { type Audit, type Failure, outcomeOf, rowCount } from '@careergraph/releases';
import { claimsEqualOfficial } from './audit-of-claims.js';
import { reasonOfGap } from './known-gaps.js';

const PROFILES_ALLOWED_PERCENT = 5;

const profileOnce: Audit = {
  id: 'ooh/profile-once',
  level: 'MUST',
  title: 'No profile is in two files: a release has the pages or the bulk edition.',
  run: ({ sql, files }) =>
    outcomeOf(sql, {
      checked: 'select count(distinct slug)::int as checked from handbook_profile where file_id = any($1)',
      failures: `
        select max(f.name) as file, p.slug as section, 'is in ' || min(f.name) || ' too.' as message
        from handbook_profile p join file f on f.id = p.file_id
        where p.file_id = any($1) group by p.slug having count(*) > 1 order by p.slug`,
      parameters: [files],
    }),
};

const sections: Audit = {
  id: 'ooh/sections',
  level: 'SHOULD',
  title: 'Every profile has the sections, tables and sentences that nearly all of them have, except for known gaps.',
  async run({ sql, files }) {
    const profiles = await sql.query<{ slug: string; notices: readonly RowFault[] }>(
      'select slug, notices from handbook_profile where file_id = any($1) order by slug',
      [files],
    );
    const failures: RowFault[] = [];
    const known = new Map<string, number>();
    for (const { slug, notices } of profiles) {
      for (const notice of notices) {
        const reason = reasonOfGap(slug, notice.message);
        if (reason === null) failures.push(notice);
        else known.set(reason, (known.get(reason) ?? 0) + 1);
      }
    }
    const outcome = await outcomeOf(sql, { checked: profiles.length, failures });
    if ('skipped' in outcome) return outcome;
    const gaps = [...known].map(
      ([reason, count]) => `Not counted: ${count} known ${count === 1 ? 'gap' : 'gaps'} (${reason}).`,
    );
    return { ...outcome, examples: [...outcome.examples, ...gaps] };
  },
};

const codesKnown: Audit = {
  id: 'ooh/codes-known',
  level: 'SHOULD',
  title: 'Occupation codes are in the projections, wages or SOC that are loaded, and O*NET codes in O*NET.',
  async run({ sql, files }) {
    const failures: Failure[] = [];
    let checked = 0;
    for (const { column, sources } of [
      { column: 'occupation_codes', sources: [SOURCES.projections.id, SOURCES.oews.id, SOURCES.soc.id] },
      { column: 'onet_codes', sources: [SOURCES.onet.id] },
    ]) {
      const codes = await sql.query<{ file: string; title: string; code: string; known: boolean; loaded: boolean }>(
        `with known as materialized (
           select distinct o.code from release r join release_file rf on rf.release_id = r.id
           join file_occupation o on o.file_id = rf.file_id
           where r.source_id = any($2) and r.status in ('ACTIVE', 'SUPERSEDED'))
         select f.name as file, p.title, c.code, c.code in (select code from known) as known,
                exists (select from known) as loaded
         from handbook_profile p join file f on f.id = p.file_id cross join unnest(p.${column}) as c(code)
         where p.file_id = any($1) order by p.slug, c.code`,
        [files, sources],
      );
      if (codes[0]?.loaded !== true) continue;
      checked += codes.length;
      for (const { file, title, code, known } of codes) {
        if (!known)
          failures.push({ file, section: title, message: `${code} is in no loaded release of ${sources.join(', ')}.` });
      }
    }
    if (checked === 0) return { skipped: 'No projections, wages, SOC or O*NET are loaded: import them first.' };
    return outcomeOf(sql, { checked, failures });
  },
};

export const audits: readonly Audit[] = [
  profileOnce,
  // The files of a release are one group: a page that is new or gone changes the sum.
  rowCount({ id: 'ooh/pages', allowedPercent: PROFILES_ALLOWED_PERCENT, subjectOf: () => 'profiles' }),
  sections,
  codesKnown,
  claimsEqualOfficial,
];
