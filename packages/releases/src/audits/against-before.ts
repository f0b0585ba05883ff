import type { Sql } from '@careergraph/db';
import type { Audit, Evidence } from './audit.js';
import { type Failure, outcomeOf } from './check.js';

/** Files about the same subject, in this release and in the previous one. */
interface Pair {
  readonly subject: string;
  readonly now: readonly PublishedFile[];
  readonly before: readonly PublishedFile[];
}

interface PublishedFile {
  readonly id: number;
  readonly name: string;
  readonly rows: number;
}

interface Comparison {
  readonly id: string;
  readonly allowedPercent: number;
  /** What the file of a role is about, where roles were split or renamed between releases. The default is the role. */
  readonly subjectOf?: (role: string) => string;
}

/** The parts of earlier releases are there, such as a file of states. */
export function partsKept({ id, subjectOf = (role) => role }: Pick<Comparison, 'id' | 'subjectOf'>): Audit {
  return {
    id,
    level: 'SHOULD',
    title: 'No part that an earlier release has is missing.',
    run: async ({ release, roles, others }) => {
      const earlier = others.filter(({ key }) => key < release);
      if (earlier.length === 0) return { skipped: 'There is no release before this one.' };
      const now = new Set([...roles.keys()].map(subjectOf));
      const newestWith = new Map<string, string>();
      for (const { key, files } of earlier) {
        for (const subject of [...files.keys()].map(subjectOf)) {
          if (!newestWith.has(subject)) newestWith.set(subject, key);
        }
      }
      const missing = [...newestWith].filter(([subject]) => !now.has(subject));
      const keys = [...new Set(missing.map(([, key]) => key))];
      const examples = keys.map((having) => {
        const subjects = missing.flatMap(([subject, key]) => (key === having ? [subject] : []));
        return `${release} has no ${listed(subjects)}, which ${having} has. Until they are imported, the newest release that has them answers.`;
      });
      return { checked: newestWith.size, failures: missing.length, examples };
    },
  };
}

/** The number of rows is about that of the previous release. */
export function rowCount({ id, allowedPercent, subjectOf }: Comparison): Audit {
  return {
    id,
    level: 'SHOULD',
    title: `The number of rows differs from that of the previous release by at most ${allowedPercent}%.`,
    run: (evidence) =>
      withBefore(evidence, subjectOf, (pairs, key) => {
        const failures = pairs.flatMap(({ now, before }): readonly Failure[] => {
          const [rows, earlier] = [rowsOf(now), rowsOf(before)];
          if (Math.abs(rows - earlier) * 100 <= earlier * allowedPercent) return [];
          return [{ file: namesOf(now), message: `has ${rows} rows, and ${earlier} in ${key}.` }];
        });
        return outcomeOf(evidence.sql, { checked: pairs.length, failures });
      }),
  };
}

/** How many keys an example names. */
const NAMED_KEYS = 10;

/** What the previous release had is still there. */
export function kept({
  id,
  what,
  keys,
  allowedPercent,
  subjectOf,
}: Comparison & {
  /** `ZIP codes` */
  readonly what: string;
  /** Query of `file_id` and `key`. */
  readonly keys: string;
}): Audit {
  return {
    id,
    level: 'SHOULD',
    title:
      allowedPercent === 0
        ? `None of the ${what} of the previous release is missing.`
        : `At most ${allowedPercent}% of the ${what} of the previous release are missing.`,
    run: (evidence) =>
      withBefore(evidence, subjectOf, async (pairs, release) => {
        let checked = 0;
        let failures = 0;
        const examples: string[] = [];
        for (const { now, before } of pairs) {
          const { earlier, missing } = await missingKeys(evidence.sql, keys, now, before);
          checked += earlier;
          if (missing.length * 100 <= earlier * allowedPercent) continue;
          failures += missing.length;
          examples.push(`${namesOf(now)}: has no ${listed(missing)}, which ${release} has.`);
        }
        return { checked, failures, examples };
      }),
  };
}

/** The keys are those of the previous release, no more and no fewer. */
export function sameKeys({
  id,
  what,
  keys,
  subjectOf,
}: Omit<Comparison, 'allowedPercent'> & {
  /** `occupations` */
  readonly what: string;
  /** Query of `file_id` and `key`. */
  readonly keys: string;
}): Audit {
  return {
    id,
    level: 'SHOULD',
    title: `The ${what} are those of the previous release.`,
    run: (evidence) =>
      withBefore(evidence, subjectOf, async (pairs, release) => {
        let checked = 0;
        let failures = 0;
        const examples: string[] = [];
        for (const { now, before } of pairs) {
          const { earlier, missing } = await missingKeys(evidence.sql, keys, now, before);
          const { missing: added } = await missingKeys(evidence.sql, keys, before, now);
          checked += earlier + added.length;
          failures += missing.length + added.length;
          if (missing.length > 0) examples.push(`${namesOf(now)}: has no ${listed(missing)}, which ${release} has.`);
          if (added.length > 0) examples.push(`${namesOf(now)}: has ${listed(added)}, which ${release} does not have.`);
        }
        return { checked, failures, examples };
      }),
  };
}

async function missingKeys(
  sql: Sql,
  keys: string,
  now: readonly PublishedFile[],
  before: readonly PublishedFile[],
): Promise<{ readonly earlier: number; readonly missing: readonly string[] }> {
  const parameters = [now, before].map((files) => files.map(({ id }) => id));
  const rows = await sql.query<{ key: string; is_missing: boolean }>(
    `with used as materialized (select distinct file_id, key::text as key from (${keys}) as used
       where file_id = any($1) or file_id = any($2))
     select key, not exists (select from used as later where later.key = before.key and later.file_id = any($1)) as is_missing
     from used as before where file_id = any($2) group by key order by key`,
    parameters,
  );
  return { earlier: rows.length, missing: rows.flatMap(({ key, is_missing }) => (is_missing ? [key] : [])) };
}

/** Runs a comparison with the published files of the previous release. */
async function withBefore(
  { sql, roles, before }: Evidence,
  subjectOf: (role: string) => string = (role) => role,
  compare: (pairs: readonly Pair[], key: string) => ReturnType<Audit['run']>,
): ReturnType<Audit['run']> {
  if (!before) return { skipped: 'There is no release before this one.' };
  const files = await sql.query<PublishedFile>(
    `select id, name, rows from file where id = any($1) and edition = 'published' order by name`,
    [[...roles.values(), ...before.files.values()]],
  );
  const bySubject = (roleIds: ReadonlyMap<string, number>) => {
    const groups = new Map<string, PublishedFile[]>();
    for (const [role, id] of roleIds) {
      const file = files.find((published) => published.id === id);
      const subject = subjectOf(role);
      if (file) groups.set(subject, [...(groups.get(subject) ?? []), file]);
    }
    return groups;
  };
  const earlier = bySubject(before.files);
  const pairs = [...bySubject(roles)].flatMap(([subject, now]) => {
    const then = earlier.get(subject);
    return then ? [{ subject, now, before: then }] : [];
  });
  if (pairs.length === 0) return { skipped: `${before.key} has no published file to compare with.` };
  return compare(pairs, before.key);
}

const rowsOf = (files: readonly PublishedFile[]) => files.reduce((sum, { rows }) => sum + rows, 0);
const namesOf = (files: readonly PublishedFile[]) => files.map(({ name }) => name).join(', ');
const listed = (keys: readonly string[]) =>
  `${keys.slice(0, NAMED_KEYS).join(', ')}${keys.length > NAMED_KEYS ? ', …' : ''}`;
