import { slugOf } from '@careergraph/domain';
import type { CareerEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { TITLE_ROLES } from './titles.js';

interface TitleOfOccupations {
  readonly title: string;
  readonly codes: readonly string[];
}

/** Such as ` (RN)`. */
const ABBREVIATION = / \([A-Z][A-Z0-9/&.-]*\)$/;

/**
 * The career that alone has a job title of the SOC or O*NET. There are about 47,000 titles, so they are read when a name is
 * first asked for that is neither a slug nor a career's own title.
 */
export async function careerByJobTitle(context: Context, name: string): Promise<CareerEntry | null> {
  const slugs = await context.catalog.once('careers by job title', () => loadCareersByTitle(context));
  return context.catalog.career(slugs.get(slugOf(name)) ?? '');
}

async function loadCareersByTitle({ catalog, prisma }: Context): Promise<ReadonlyMap<string, string>> {
  const files = [catalog.active('bls-soc'), catalog.active('onet')].flatMap((release) =>
    catalog.fileIdsOf(release, Object.values(TITLE_ROLES)),
  );
  if (files.length === 0) return new Map();
  // In SQL, because Prisma cannot collect the codes of each title.
  const rows = await prisma.$queryRaw<TitleOfOccupations[]>`
    SELECT title, array_agg(DISTINCT occupation_code) AS codes FROM occupation_title
    WHERE file_id = ANY(${files}::int[]) GROUP BY title`;
  const owners = new Map<string, string | null>();
  for (const { title, codes } of rows) {
    const careers = codes.map((code) => catalog.careerNamed(code)).filter((career) => career !== null);
    for (const spelling of new Set([title, title.replace(ABBREVIATION, '')].map(slugOf))) {
      for (const { slug } of careers) {
        owners.set(spelling, owners.has(spelling) && owners.get(spelling) !== slug ? null : slug);
      }
    }
  }
  return new Map([...owners].filter((entry): entry is [string, string] => entry[1] !== null));
}
