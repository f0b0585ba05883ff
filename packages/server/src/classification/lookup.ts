import { broadOf, type CodeEdition, listed, parseOccupationCode } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { OccupationEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { parseArgument } from '../errors.js';

export interface Successor {
  readonly code: string;
  readonly title: string;
}

export interface OccupationLookup {
  readonly code: string;
  readonly occupation: OccupationEntry | null;
  /** Null if no loaded classification or crosswalk has the code. */
  readonly edition: CodeEdition | null;
  /** The occupations of the SOC 2018 that have its workers now; none for a code of the SOC 2018. */
  readonly successors: readonly Successor[];
  /** Null for an occupation that is published under its own code. */
  readonly explanation: string | null;
}

/** What a code stands for, whichever edition it is from. A malformed code is BAD_USER_INPUT. */
export async function lookUpOccupation(context: Context, value: string, argument: string): Promise<OccupationLookup> {
  const { catalog } = context;
  const code = parseArgument(argument, () => parseOccupationCode(value));
  const occupation = catalog.occupation(code);
  const socCode = code.slice(0, 7);
  const { former, isCurrent } = await inCrosswalk(context, socCode);
  const edition = editionOf(catalog, code, { isFormer: former.length > 0, isCurrent });
  const isFormer = edition === 'SOC_2010' || edition === 'ONET_SOC_2010';
  const successors = isFormer
    ? former.map(({ successorCode, successorTitle }) => ({ code: successorCode, title: successorTitle }))
    : [];
  const explanation = isFormer
    ? describeFormer(code, former[0]?.title ?? socCode, successors)
    : (describeHybrid(catalog, socCode) ?? (occupation ? null : describeUnknown(catalog, code)));
  return { code, occupation, edition, successors, explanation };
}

async function inCrosswalk({ catalog, prisma }: Context, socCode: string) {
  const fileIds = catalog.fileIdsOf(catalog.active('bls-soc-crosswalk'), ['crosswalk']);
  if (fileIds.length === 0) return { former: [], isCurrent: false };
  const rows = await prisma.occupationSuccessor.findMany({
    where: { fileId: { in: fileIds }, OR: [{ code: socCode }, { successorCode: socCode }] },
    orderBy: { successorCode: 'asc' },
  });
  return {
    former: rows.filter((row) => row.code === socCode),
    isCurrent: rows.some((row) => row.successorCode === socCode),
  };
}

function editionOf(
  catalog: Catalog,
  code: string,
  { isFormer, isCurrent }: { readonly isFormer: boolean; readonly isCurrent: boolean },
): CodeEdition | null {
  const isOnet = code.length > 7;
  const entry = catalog.occupation(code.slice(0, 7));
  if (isCurrent || (entry && catalog.releaseOf(entry).sourceId === 'bls-soc'))
    return isOnet ? 'ONET_SOC_2019' : 'SOC_2018';
  if (isFormer) return isOnet ? 'ONET_SOC_2010' : 'SOC_2010';
  return catalog.partsOfHybrid(code).length > 0 ? 'HYBRID' : null;
}

function describeFormer(code: string, title: string, successors: readonly Successor[]): string {
  const socCode = code.slice(0, 7);
  const names = successors.map((successor) => `${successor.code} ${successor.title}`);
  const named =
    code === socCode ? `${code} is ${title} in the SOC 2010` : `${code} is below ${socCode} ${title} of the SOC 2010`;
  return `${named}. In the SOC 2018, its workers are in ${listed(names)}.`;
}

/** For a hybrid, and for an occupation that is published under one. */
function describeHybrid(catalog: Catalog, socCode: string): string | null {
  const parts = catalog.partsOfHybrid(socCode);
  if (parts.length > 0) return `Wages and projections publish ${listed(parts)} together as ${socCode}.`;
  const [hybrid] = catalog.hybridsOf(socCode);
  if (!hybrid) return null;
  return `Wages and projections publish ${listed(catalog.partsOfHybrid(hybrid.code))} together as ${hybrid.code} ${hybrid.title}.`;
}

function describeUnknown(catalog: Catalog, code: string): string {
  const broad = catalog.occupation(broadOf(code.slice(0, 7)));
  const others = broad ? catalog.tree.childrenOf(broad).map((child) => `${child.code} ${child.title}`) : [];
  const hint =
    others.length > 0 ? ` The loaded files divide ${broad?.code} ${broad?.title} into ${listed(others)}.` : '';
  const crosswalk = catalog.active('bls-soc-crosswalk')
    ? ''
    : ' Whether an earlier edition of the SOC has it is not known, because this server has no crosswalk of editions.';
  return `No loaded file lists ${code}.${hint}${crosswalk}`;
}
