import type { OccupationLevel } from '@careergraph/db';
import { parseOccupationCode } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { OccupationEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { badInput, notAvailableYet, parseArgument } from '../errors.js';
import { TITLE_ROLES } from './titles.js';

export interface OccupationFilter {
  readonly text?: string | null | undefined;
  readonly titles?: boolean | null | undefined;
  readonly level?: OccupationLevel | null | undefined;
  readonly under?: string | null | undefined;
  readonly jobZone?: number | null | undefined;
  readonly hasWages?: boolean | null | undefined;
  readonly hasProjections?: boolean | null | undefined;
  readonly careers?: boolean | null | undefined;
}

type Codes = ReadonlySet<string>;

/** The occupations that match all of a filter, by code. */
export async function findOccupations(context: Context, filter: OccupationFilter): Promise<readonly OccupationEntry[]> {
  const { catalog } = context;
  const { text, titles, level, under, jobZone, hasWages, hasProjections, careers } = filter;
  const [titled, inZone, withWages, withProjections] = await Promise.all([
    text != null && titles ? codesTitled(context, text) : null,
    jobZone == null ? null : codesInZone(context, jobZone),
    hasWages == null ? null : codesWith(context, 'wage_estimate'),
    hasProjections == null ? null : codesWith(context, 'projection'),
  ]);
  const words = text?.toLowerCase();
  const used = new Set(catalog.careers.flatMap((career) => career.occupations.map(codeOf)));
  const below = under == null ? null : codesUnder(catalog, under);
  return catalog.occupations.filter(
    (occupation) =>
      (words === undefined ||
        occupation.title.toLowerCase().includes(words) ||
        occupation.code.startsWith(words) ||
        titled?.has(occupation.code)) &&
      (level == null || occupation.level === level) &&
      (below === null || below.has(occupation.code)) &&
      (inZone === null || inZone.has(occupation.code)) &&
      (withWages === null || withWages.has(occupation.code) === hasWages) &&
      (withProjections === null || withProjections.has(occupation.code) === hasProjections) &&
      (careers == null || used.has(occupation.code) === careers),
  );
}

const codeOf = ({ occupationCode }: { readonly occupationCode: string }) => occupationCode;

function codesUnder(catalog: Catalog, under: string): Codes {
  const occupation = catalog.occupation(parseArgument('filter.under', () => parseOccupationCode(under)));
  return new Set(occupation ? catalog.tree.descendantsOf(occupation).map(({ code }) => code) : []);
}

/** Occupations with a job title that contains the text. In SQL, because Prisma removes duplicates only in memory. */
async function codesTitled({ catalog, prisma }: Context, text: string): Promise<Codes> {
  const roles = Object.values(TITLE_ROLES);
  const files = ['bls-soc', 'onet'].flatMap((sourceId) =>
    catalog.fileIdsOf(catalog.releaseWith(sourceId, roles, null), roles),
  );
  if (files.length === 0) {
    throw notAvailableYet('filter.titles', 'true', 'job titles of SOC or O*NET', 'Leave out "titles".');
  }
  const rows = await prisma.$queryRaw<{ occupationCode: string }[]>`
    SELECT DISTINCT occupation_code AS "occupationCode" FROM occupation_title
    WHERE file_id = ANY(${files}::int[]) AND position(lower(${text}) IN lower(title)) > 0`;
  return withSocCodes(rows.map(codeOf));
}

async function codesInZone({ catalog, prisma }: Context, jobZone: number): Promise<Codes> {
  if (jobZone < 1 || jobZone > 5) throw badInput('filter.jobZone', `${jobZone} is not from 1 to 5.`);
  const release = catalog.releaseWith('onet', ['job-zones'], null);
  if (release === null) {
    throw notAvailableYet('filter.jobZone', String(jobZone), 'O*NET data', 'Leave out "jobZone".');
  }
  const files = catalog.fileIdsOf(release, ['job-zones']);
  const rows = await catalog.once(`job zones ${files}`, () =>
    prisma.onetJobZone.findMany({
      where: { fileId: { in: files } },
      select: { occupationCode: true, jobZone: true },
    }),
  );
  return withSocCodes(rows.filter((row) => row.jobZone === jobZone).map(codeOf));
}

/** O*NET codes, and the SOC code of each that ends in `.00`. */
function withSocCodes(codes: readonly string[]): Codes {
  return new Set(codes.flatMap((code) => (code.endsWith('.00') ? [code, code.slice(0, 7)] : [code])));
}

/**
 * Occupations that a release has a row for by default, in any area; computed once per catalog. In SQL, with one index
 * lookup for each code: reading all rows of a full release takes far longer.
 */
function codesWith({ catalog, prisma }: Context, table: 'wage_estimate' | 'projection'): Promise<Codes> {
  return catalog.once(`occupations with ${table}`, async () => {
    const source = table === 'projection' ? 'bls-ep' : 'bls-oews';
    const files = catalog.releasesAsOf(source, null).flatMap(({ fileIds }) => fileIds);
    const codes = catalog.occupations.map(({ code }) => code);
    const rows =
      table === 'projection'
        ? await prisma.$queryRaw<{ code: string }[]>`
            SELECT code FROM unnest(${codes}::text[]) AS code WHERE EXISTS (
              SELECT FROM projection WHERE file_id = ANY(${files}::int[]) AND occupation_code = code)`
        : await prisma.$queryRaw<{ code: string }[]>`
            SELECT code FROM unnest(${codes}::text[]) AS code WHERE EXISTS (
              SELECT FROM wage_estimate WHERE file_id = ANY(${files}::int[]) AND occupation_code = code)`;
    return new Set(rows.map(({ code }) => code));
  });
}
