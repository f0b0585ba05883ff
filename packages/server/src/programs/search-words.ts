import { AWARD_LEVELS, type AwardLevelWord } from '@careergraph/domain';
import { contentOf, rootOf, stemOf, wordsIn } from '../search/words.js';
import type { ProgramSearchIndex } from './search-index.js';

/** A word of a query. */
export interface ProgramWord {
  readonly text: string;
  /** The words that it may stand for: itself, or those that are spelled almost like it. None if no name has such a word. */
  readonly roots: readonly string[];
  /** The word that it was read as; null if it is not misspelled. */
  readonly readAs: string | null;
  /** The award levels that it names, as IPEDS codes. */
  readonly levels: ReadonlySet<number>;
  /** How much it counts: rare words count more. */
  readonly weight: number;
}

/** The most words of a query that count: one bit of a number stands for each. */
const MAX_WORDS = 30;

/** An award level counts about as much as a common word of a field of study, such as "nursing". */
const LEVEL_WEIGHT = 4;

/** They say that a program is wanted, but not which. */
const ASKING = new Set(['program', 'programme', 'course', 'class', 'degree', 'near', 'learn', 'study', 'where']);

const CERTIFICATES = [
  'CERTIFICATE_UNDER_12_WEEKS',
  'CERTIFICATE_12_WEEKS_TO_1_YEAR',
  'CERTIFICATE_1_TO_2_YEARS',
  'CERTIFICATE_2_TO_4_YEARS',
] as const;
const DOCTORATES = ['DOCTORATE_RESEARCH', 'DOCTORATE_PROFESSIONAL', 'DOCTORATE_OTHER'] as const;

const LEVELS_OF: Readonly<Record<string, readonly AwardLevelWord[]>> = {
  certificate: [...CERTIFICATES, 'POSTBACCALAUREATE_CERTIFICATE', 'POST_MASTERS_CERTIFICATE'],
  associate: ['ASSOCIATE'],
  bachelor: ['BACHELOR'],
  baccalaureate: ['BACHELOR'],
  postbaccalaureate: ['POSTBACCALAUREATE_CERTIFICATE'],
  master: ['MASTER', 'POST_MASTERS_CERTIFICATE'],
  doctor: DOCTORATES,
  doctoral: DOCTORATES,
  doctorate: DOCTORATES,
  phd: ['DOCTORATE_RESEARCH'],
};

const CODES_OF = new Map(
  Object.entries(LEVELS_OF).map(([word, levels]) => [
    word,
    new Set(AWARD_LEVELS.filter((level) => levels.includes(level.word)).map(({ code }) => code)),
  ]),
);
const NO_LEVELS: ReadonlySet<number> = new Set();

/** The words of a query, each once. */
export function readProgramWords(index: ProgramSearchIndex, text: string): readonly ProgramWord[] {
  const stems = contentOf(wordsIn(text.replaceAll(/\bnear me\b/gi, ' '))).map(stemOf);
  const wanted = stems.filter((stem) => !ASKING.has(stem));
  const words = new Map<string, ProgramWord>();
  for (const stem of wanted.length > 0 ? wanted : stems) {
    if (words.size === MAX_WORDS) break;
    const root = rootOf(stem);
    if (!words.has(root)) words.set(root, readWord(index, stem, root));
  }
  return [...words.values()];
}

function readWord({ names, placeWords, speller }: ProgramSearchIndex, stem: string, root: string): ProgramWord {
  const levels = CODES_OF.get(stem) ?? NO_LEVELS;
  const isKnown = levels.size > 0 || names.has(root) || placeWords.has(root);
  const variants = isKnown ? [] : speller.variantsOf(stem).map(({ term }) => term);
  const roots = isKnown ? [root] : [...new Set(variants.map(rootOf))];
  const rarity = Math.max(...(roots.length > 0 ? roots : [root]).map((each) => names.rarityOf(each)));
  return {
    text: stem,
    roots,
    readAs: variants[0] ?? null,
    levels,
    weight: levels.size > 0 ? LEVEL_WEIGHT : rarity,
  };
}
