import { AWARD_LEVELS } from '@careergraph/domain';
import { NO_FIGURE } from './program-index.js';
import type { ProgramKey } from './rows.js';
import { CLOSED, type ProgramSearchIndex } from './search-index.js';
import type { ProgramWord } from './search-words.js';

/** A program that fits a query. */
export interface FittingProgram extends ProgramKey {
  /** The places of its field and institution in the index. */
  readonly field: number;
  readonly institution: number;
  readonly completions: number;
  readonly score: number;
  /** The words of the query that it has, a bit for each. */
  readonly mask: number;
  /** If only its field or level is named: how many programs are of that field and level. Null otherwise. */
  readonly ofGroup: number | null;
}

/** What a query matches: for each field, institution, and level, a bit for each of its words. */
export interface ProgramMatch {
  readonly words: readonly ProgramWord[];
  readonly fields: Uint32Array;
  readonly institutions: Uint32Array;
  readonly levels: ReadonlyMap<number, number>;
  /** How much of the name of the field, or of the institution or its place, is in the query: from 0 to 1. */
  readonly fieldFits: Float32Array;
  readonly institutionFits: Float32Array;
  /** Of each institution, the words of its name that titles of fields have too: Tulsa Welding School also trains electricians. */
  readonly doubtful: Uint32Array;
}

const MAX_HITS = 200;
/** A hit has this share of the words of the best hit, by weight. */
const LEAST_SHARE = 0.9;
/** An institution is named by its rare words: "Galen" names Galen College of Nursing, and "nursing" does not. */
const LEAST_NAME = 0.4;
/** A place is named as well as an institution with most of its words. "Media" more often means the field than the city. */
const PLACE_FIT = 0.8;
/** How a score is made up, of a program that has all words. */
const WEIGHTS = { words: 0.6, fit: 0.25, completions: 0.15 } as const;
/** As many awards in a year as the largest programs confer. */
const MANY_COMPLETIONS = 20_000;
const MISREAD = 0.9;

/** What of the index the words of a query name. */
export function matchWords(index: ProgramSearchIndex, words: readonly ProgramWord[]): ProgramMatch {
  const { fields, institutions, names, lengths, places } = index;
  const masks = new Uint32Array(names.places);
  const fits = new Float32Array(names.places);
  const roots = new Map<string, number>();
  for (const [at, word] of words.entries()) {
    for (const root of word.roots) {
      roots.set(root, (roots.get(root) ?? 0) | (1 << at));
      const rarity = names.rarityOf(root);
      names.forEach(root, (place) => {
        masks[place] = (masks[place] as number) | (1 << at);
        fits[place] = (fits[place] as number) + rarity / (lengths[place] as number);
      });
    }
  }
  const ofFields = masks.subarray(0, fields.length);
  const inFields = ofFields.reduce((all, mask) => all | mask, 0);
  const ofInstitutions = new Uint32Array(institutions.length);
  const doubtful = new Uint32Array(institutions.length);
  const institutionFits = new Float32Array(institutions.length);
  const add = (institution: number, mask: number, fit: number) => {
    ofInstitutions[institution] = (ofInstitutions[institution] as number) | mask;
    institutionFits[institution] = Math.max(institutionFits[institution] as number, fit);
  };
  for (let institution = 0; institution < institutions.length; institution++) {
    const whole = fields.length + institution;
    for (const name of [whole, whole + institutions.length]) {
      const fit = fits[name] as number;
      if (fit >= LEAST_NAME) add(institution, masks[name] as number, fit);
    }
    doubtful[institution] = (ofInstitutions[institution] as number) & inFields;
  }
  for (const root of roots.keys()) {
    for (const place of places.get(root) ?? []) {
      if (!place.roots.every((each) => roots.has(each))) continue;
      const mask = place.roots.reduce((sum, each) => sum | (roots.get(each) ?? 0), 0);
      for (const institution of place.institutions) {
        doubtful[institution] = (doubtful[institution] as number) & ~mask;
        add(institution, mask, place.isFieldToo ? 0 : PLACE_FIT);
      }
    }
  }
  const levelMask = (code: number) =>
    words.reduce((mask, { levels }, at) => (levels.has(code) ? mask | (1 << at) : mask), 0);
  return {
    words,
    fields: ofFields,
    institutions: ofInstitutions,
    levels: new Map(AWARD_LEVELS.map(({ code }) => [code, levelMask(code)])),
    fieldFits: fits.subarray(0, fields.length),
    institutionFits,
    doubtful,
  };
}

/** The best programs that a query names. */
export function fittingPrograms(index: ProgramSearchIndex, match: ProgramMatch): readonly FittingProgram[] {
  const shareOf = sharesOf(match.words);
  const matching = programsWithWords(index, match);
  const most = matching.reduce((share, { mask }) => Math.max(share, shareOf(mask)), 0);
  const best = new BestPrograms();
  let groups = new Map<number, FittingProgram>();
  let groupsOf = -1;
  for (const { field, at, mask, isNamed } of matching) {
    const share = shareOf(mask);
    if (share < most * LEAST_SHARE) continue;
    const { cipCode, programs, institutions } = index.fields[field] as (typeof index.fields)[number];
    const [institution, completions] = [institutions[at] as number, programs.completions[at] as number];
    const [unitId, awardLevel] = [programs.unitIds[at] as number, programs.awardLevels[at] as number];
    const score = share * scoreOf(fitOf(match, field, isNamed ? institution : null, mask, shareOf), completions);
    // Most are not among the best: making an object of each would take longer than the search.
    if (isNamed && !best.admits(score)) continue;
    const program = { unitId, cipCode, awardLevel, field, institution, completions, score, mask };
    if (isNamed) {
      best.add({ ...program, ofGroup: null });
      continue;
    }
    if (groupsOf !== field) {
      for (const each of groups.values()) best.add(each);
      [groups, groupsOf] = [new Map(), field];
    }
    const other = groups.get(awardLevel);
    const ofGroup = (other?.ofGroup ?? 0) + 1;
    const isLarger = other === undefined || completions > other.completions;
    groups.set(awardLevel, { ...(isLarger ? program : other), ofGroup });
  }
  for (const each of groups.values()) best.add(each);
  return best.programs;
}

interface MatchingProgram {
  readonly field: number;
  /** Its place among the programs of the field. */
  readonly at: number;
  /** The words of the query that it has, a bit for each. */
  readonly mask: number;
  /** Whether its institution, or the place of it, has words that the field and the level do not have. */
  readonly isNamed: boolean;
}

/** The programs of open institutions whose field, institution, or place is named, by field. */
function programsWithWords({ fields }: ProgramSearchIndex, match: ProgramMatch): readonly MatchingProgram[] {
  const levels = new Uint32Array(256);
  for (const [code, mask] of match.levels) levels[code] = mask;
  const isAnyNamed = match.institutions.some((mask) => mask !== 0);
  const matching: MatchingProgram[] = [];
  for (const [field, { programs, institutions }] of fields.entries()) {
    const ofField = match.fields[field] as number;
    if (ofField === 0 && !isAnyNamed) continue;
    for (let at = 0; at < institutions.length; at++) {
      const institution = institutions[at] as number;
      if (institution === CLOSED || programs.isSecondMajorOnly[at] === 1) continue;
      const ofInstitution = match.institutions[institution] as number;
      if ((ofField | ofInstitution) === 0) continue;
      const others = ofField | (levels[programs.awardLevels[at] as number] as number);
      const isNamed = (ofInstitution & ~others) !== 0;
      if (isNamed || ofField !== 0)
        matching.push({ field, at, mask: isNamed ? others | ofInstitution : others, isNamed });
    }
  }
  return matching;
}

/** The share of the words in a set, by weight. Few different sets occur. */
function sharesOf(words: readonly ProgramWord[]): (mask: number) => number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const isMisread = words.some(({ readAs }) => readAs !== null);
  const shares = new Map<number, number>();
  return (mask) => {
    const known = shares.get(mask);
    if (known !== undefined) return known;
    const weight = words.reduce((sum, word, at) => ((mask & (1 << at)) === 0 ? sum : sum + word.weight), 0);
    const share = (weight / total) * (isMisread ? MISREAD : 1);
    shares.set(mask, share);
    return share;
  };
}

function fitOf(
  match: ProgramMatch,
  field: number,
  institution: number | null,
  mask: number,
  shareOf: (mask: number) => number,
): number {
  const named = match.fields[field] as number;
  const ofField = Math.min(1, match.fieldFits[field] as number);
  if (institution === null) return ofField;
  const ofInstitution = Math.min(1, match.institutionFits[institution] as number);
  const fit = named === 0 ? ofInstitution : (ofField + ofInstitution) / 2;
  const doubtful = (match.doubtful[institution] as number) & ~named;
  return doubtful === 0 ? fit : fit * (1 - shareOf(doubtful) / shareOf(mask));
}

function scoreOf(fit: number, completions: number): number {
  const size = completions === NO_FIGURE ? 0 : Math.min(1, Math.log1p(completions) / Math.log1p(MANY_COMPLETIONS));
  return WEIGHTS.words + WEIGHTS.fit * fit + WEIGHTS.completions * size;
}

/** The best programs of many, in order; most are not among them, and take no more than a comparison. */
class BestPrograms {
  readonly programs: FittingProgram[] = [];

  admits(score: number): boolean {
    const { programs } = this;
    return programs.length < MAX_HITS || score >= (programs.at(-1) as FittingProgram).score;
  }

  add(program: FittingProgram): void {
    const { programs } = this;
    const last = programs.at(-1);
    if (programs.length === MAX_HITS && last && inOrder(last, program) <= 0) return;
    let [low, high] = [0, programs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder(programs[middle] as FittingProgram, program) <= 0) low = middle + 1;
      else high = middle;
    }
    programs.splice(low, 0, program);
    if (programs.length > MAX_HITS) programs.pop();
  }
}

function inOrder(a: FittingProgram, b: FittingProgram): number {
  return (
    b.score - a.score ||
    b.completions - a.completions ||
    a.unitId - b.unitId ||
    (a.cipCode < b.cipCode ? -1 : a.cipCode > b.cipCode ? 1 : 0) ||
    a.awardLevel - b.awardLevel
  );
}
