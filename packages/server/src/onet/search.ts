import type { OccupationLevel } from '@careergraph/db';
import { parseOccupationCode } from '@careergraph/domain';
import type { Catalog, OccupationEntry } from '../catalog/catalog.js';
import { once } from '../catalog/memo.js';
import type { Context } from '../context.js';
import { apiError, badInput, parseArgument } from '../errors.js';
import { filesOfRoles, onetRelease, socRelease } from './releases.js';
import { TITLE_ROLES } from './titles.js';
import { descendantsOf } from './tree.js';

export interface OccupationsAsked {
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

/** The occupations that all of a filter holds for, by code. */
export async function findOccupations(context: Context, asked: OccupationsAsked): Promise<readonly OccupationEntry[]> {
  const { catalog } = context;
  const { text, titles, level, under, jobZone, hasWages, hasProjections, careers } = asked;
  const [titled, inZone, withWages, withProjections] = await Promise.all([
    text != null && titles ? codesTitled(context, text) : null,
    jobZone == null ? null : codesInZone(context, jobZone),
    hasWages == null ? null : codesWith(context, 'wage_estimate'),
    hasProjections == null ? null : codesWith(context, 'projection'),
  ]);
  const words = text?.toLowerCase();
  const used = new Set([...catalog.careers.values()].flatMap((career) => career.occupations.map(occupationCode)));
  const below = under == null ? null : codesUnder(catalog, under);
  return [...catalog.occupations.values()].filter(
    ({ code, title, level: its }) =>
      (words === undefined || title.toLowerCase().includes(words) || titled?.has(code)) &&
      (level == null || its === level) &&
      (below === null || below.has(code)) &&
      (inZone === null || inZone.has(code)) &&
      (withWages === null || withWages.has(code) === hasWages) &&
      (withProjections === null || withProjections.has(code) === hasProjections) &&
      (careers == null || used.has(code) === careers),
  );
}

const occupationCode = (of: { readonly occupationCode: string }) => of.occupationCode;

function codesUnder(catalog: Catalog, under: string): Codes {
  const code = parseArgument('filter.under', () => parseOccupationCode(under));
  const top = catalog.occupations.get(code);
  return new Set(top ? descendantsOf(catalog, top).map((occupation) => occupation.code) : []);
}

/** Occupations one of whose job titles has the text in it, taken literally. */
async function codesTitled({ catalog, prisma }: Context, text: string): Promise<Codes> {
  const files = [socRelease(catalog), onetRelease(catalog, null)].flatMap((release) =>
    release === null ? [] : filesOfRoles(catalog, release, Object.values(TITLE_ROLES)),
  );
  if (files.length === 0) throw notAvailableYet('filter.titles', 'Job titles', 'no titles of SOC or O*NET');
  const rows = await prisma.$queryRaw<{ occupationCode: string }[]>`
    SELECT DISTINCT occupation_code AS "occupationCode" FROM occupation_title
    WHERE file_id = ANY(${files}::int[]) AND position(lower(${text}) IN lower(title)) > 0`;
  return withWhole(rows.map(occupationCode));
}

async function codesInZone({ catalog, prisma }: Context, jobZone: number): Promise<Codes> {
  if (jobZone < 1 || jobZone > 5) throw badInput('filter.jobZone', `${jobZone} is not from 1 to 5.`);
  const release = onetRelease(catalog, null);
  if (release === null) throw notAvailableYet('filter.jobZone', 'Job zones', 'no O*NET data');
  const files = [...filesOfRoles(catalog, release, ['job-zones'])];
  const rows = await once(catalog, `job zones ${files}`, () =>
    prisma.onetJobZone.findMany({
      where: { fileId: { in: files } },
      select: { occupationCode: true, jobZone: true },
    }),
  );
  return withWhole(rows.filter((row) => row.jobZone === jobZone).map(occupationCode));
}

/** A SOC code stands for its O*NET code `.00`. */
function withWhole(codes: readonly string[]): Codes {
  return new Set(codes.flatMap((code) => (code.endsWith('.00') ? [code, code.slice(0, 7)] : [code])));
}

/** Occupations of which the active release has a row of its own, whatever the area; changes only with a release. */
function codesWith({ catalog, prisma }: Context, table: 'wage_estimate' | 'projection'): Promise<Codes> {
  const sourceId = table === 'projection' ? 'bls-ep' : 'bls-oews';
  return once(catalog, `occupations with ${table}`, async () => {
    const files = [...catalog.releases.values()]
      .filter((release) => release.sourceId === sourceId && release.status === 'ACTIVE')
      .flatMap((release) => release.files);
    const codes = [...catalog.occupations.keys()];
    // One look into the index for each code: reading every row of a full release would take far longer.
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

function notAvailableYet(argument: string, what: string, lack: string) {
  return apiError('NOT_AVAILABLE_YET', `${argument}: ${what} cannot be asked for yet: this server has ${lack}.`, {
    argument,
  });
}
