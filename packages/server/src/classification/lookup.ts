import { broadOf, type CodeEdition, levelOf, listed, publishersCode, socEditionOf } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { OccupationEntry } from '../catalog/entries.js';
import { FIGURE_SOURCES } from '../catalog/releases.js';
import type { Context } from '../context.js';
import { named } from '../figures/wording.js';
import type { CrosswalkEntry, Successor } from './crosswalk.js';
import { describeHybrid } from './hybrids.js';

export interface OccupationLookup {
  readonly code: string;
  readonly occupation: OccupationEntry | null;
  /** Null if no loaded file tells which classification has the code. */
  readonly edition: CodeEdition | null;
  /** The occupations of the SOC 2018 to use in its place; none for a code of the SOC 2018. */
  readonly successors: readonly Successor[];
  /** Null for an occupation that is published under its own code. */
  readonly explanation: string | null;
}

/** What a code stands for, whichever edition it is from. */
export async function lookUpOccupation({ catalog, crosswalk }: Context, code: string): Promise<OccupationLookup> {
  const occupation = catalog.occupation(code);
  const socCode = code.slice(0, 7);
  const entry = await crosswalk.load(socCode);
  const edition = editionOf(catalog, code, entry);
  const isFormer = edition === 'SOC_2010' || edition === 'ONET_SOC_2010';
  const isUnknown = occupation === null && !isFormer && edition !== 'HYBRID';
  const explanation = isFormer
    ? describeFormer(catalog, code, entry)
    : (describeHybrid(catalog, socCode) ?? (isUnknown ? describeUnknown(catalog, code, entry) : null));
  const hasSuccessors = isFormer || edition === 'HYBRID' || (isUnknown && code !== socCode);
  return { code, occupation, edition, successors: hasSuccessors ? entry.successors : [], explanation };
}

function editionOf(catalog: Catalog, code: string, { formerTitle, isCurrent }: CrosswalkEntry): CodeEdition | null {
  const soc = editionOfSoc(catalog, code.slice(0, 7), { isFormer: formerTitle !== null, isCurrent });
  if (code.length === 7) return soc;
  // Every release of O*NET that can be loaded uses O*NET-SOC 2019. Without its list, a code may be of either edition.
  if (catalog.occupation(code)) return 'ONET_SOC_2019';
  return soc === 'SOC_2010' ? 'ONET_SOC_2010' : null;
}

function editionOfSoc(
  catalog: Catalog,
  code: string,
  { isFormer, isCurrent }: { readonly isFormer: boolean; readonly isCurrent: boolean },
): CodeEdition | null {
  const occupation = catalog.occupation(code);
  const release = occupation && catalog.releaseOf(occupation);
  if (isCurrent || release?.sourceId === 'bls-soc') return 'SOC_2018';
  // A hybrid of the current releases may have had its number as an occupation of the SOC 2010.
  const own = levelOf(code) === 'DETAILED' ? publishersCode(code) : null;
  if (own && (own.edition === 'SOC_2018' || !isFormer)) return 'HYBRID';
  if (isFormer) return 'SOC_2010';
  return release && FIGURE_SOURCES.includes(release.sourceId) ? socEditionOf(release.key) : null;
}

function describeFormer(catalog: Catalog, code: string, { formerTitle, successors }: CrosswalkEntry): string {
  const socCode = code.slice(0, 7);
  if (formerTitle === null) {
    const why = catalog.active('bls-soc-crosswalk')
      ? 'the crosswalk of editions has detailed occupations only'
      : 'this server has no crosswalk of editions';
    return `${code} is a code of the SOC 2010. Which codes of the SOC 2018 replace it is not known, because ${why}.`;
  }
  const former = named({ code: socCode, title: formerTitle });
  const what =
    code === socCode ? `${former} is an occupation of the SOC 2010` : `${code} is within ${former} of the SOC 2010`;
  return `${what}. In the SOC 2018, its workers are in ${listed(successors.map(named))}.`;
}

function describeUnknown(catalog: Catalog, code: string, entry: CrosswalkEntry): string {
  return code.length > 7 ? describeUnknownOnet(catalog, code, entry) : describeUnknownSoc(catalog, code);
}

function describeUnknownOnet(catalog: Catalog, code: string, { formerTitle, successors }: CrosswalkEntry): string {
  const soc = catalog.occupation(code.slice(0, 7));
  const onet = catalog.active('onet');
  const others = soc ? catalog.tree.onetCodesOf(soc).map(named) : [];
  const sentences = [
    onet ? `${onet.label} does not list ${code}.` : `Whether O*NET has ${code} is not known, because it is not loaded.`,
    soc && others.length > 0 && `Within ${named(soc)}, it lists ${listed(others)}.`,
    soc && others.length === 0 && `Ask for ${named(soc)}.`,
    onet &&
      formerTitle !== null &&
      `If it is a code of O*NET-SOC 2010, its workers are in ${listed(successors.map(named))}.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

function describeUnknownSoc(catalog: Catalog, code: string): string {
  const broad = catalog.occupation(broadOf(code));
  const others = broad ? catalog.tree.childrenOf(broad).map(named) : [];
  const hint = broad && others.length > 0 ? ` The loaded files divide ${named(broad)} into ${listed(others)}.` : '';
  const crosswalk = catalog.active('bls-soc-crosswalk')
    ? ''
    : ' Whether an earlier edition of the SOC has it is not known, because this server has no crosswalk of editions.';
  return `No loaded file lists ${code}.${hint}${crosswalk}`;
}
