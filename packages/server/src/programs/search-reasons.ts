import { AWARD_LEVELS, listed } from '@careergraph/domain';
import { NO_FIGURE } from './program-index.js';
import type { ProgramSearchIndex } from './search-index.js';
import type { FittingProgram, ProgramMatch } from './search-rank.js';

export type ProgramReason = 'FIELD_OF_STUDY' | 'INSTITUTION' | 'MISSPELLING';

const count = new Intl.NumberFormat('en-US');

/** @param year the release of the completions, such as "IPEDS, July 2023 to June 2024" */
export function explainHit(
  { fields, institutions }: ProgramSearchIndex,
  match: ProgramMatch,
  program: FittingProgram,
  year: string,
): { readonly reason: ProgramReason; readonly matched: string; readonly explanation: string } {
  const { words } = match;
  const { title, cipCode } = fields[program.field] as (typeof fields)[number];
  const { name, city, stateCode } = institutions[program.institution] as (typeof institutions)[number];
  const level = AWARD_LEVELS.find(({ code }) => code === program.awardLevel);
  const where = `${name} (${city}, ${stateCode.slice(3)})`;
  const isFieldNamed = match.fields[program.field] !== 0;
  const isInstitutionNamed = program.ofGroup === null;
  const matched = [isFieldNamed ? (title ?? cipCode) : [], isInstitutionNamed ? where : []].flat().join(', ');
  const misread = words.filter(({ readAs }) => readAs !== null);
  const missed = words.filter((_, at) => (program.mask & (1 << at)) === 0);
  const sentences = [
    ...(misread.length === 0
      ? []
      : [`The search read ${listed(misread.map(({ text, readAs }) => `"${text}" as "${readAs}"`))}.`]),
    isInstitutionNamed
      ? `The text names ${isFieldNamed ? 'the field of study and ' : ''}the institution or its place: ${where}.`
      : `The text names the field of study. ${largestOf(program, level?.name ?? '', year)} For others near a place, use programs(near: …, cip: "${cipCode}", levels: [${level?.word}]).`,
    ...(missed.length === 0 ? [] : [`It does not have ${listed(missed.map(({ text }) => `"${text}"`))}.`]),
  ];
  return {
    reason: misread.length > 0 ? 'MISSPELLING' : isInstitutionNamed ? 'INSTITUTION' : 'FIELD_OF_STUDY',
    matched,
    explanation: sentences.join(' '),
  };
}

function largestOf({ ofGroup, completions }: FittingProgram, level: string, year: string): string {
  if (ofGroup === 1) return `This is the only program in it at the level "${level}".`;
  const programs = `Of the ${count.format(ofGroup ?? 0)} programs in it at the level "${level}"`;
  if (completions === NO_FIGURE) return `${programs}, none has a number of awards; this is one of them.`;
  return `${programs}, this one has the most awards: ${count.format(completions)} (${year}).`;
}
