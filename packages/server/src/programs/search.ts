import type { Context } from '../context.js';
import { othersTurn } from '../search/others-turn.js';
import { directoryOf } from './directory.js';
import { nameOfProgram, type ProgramKey } from './rows.js';
import { programSearchIndexOf } from './search-index.js';
import { fittingPrograms, matchWords } from './search-rank.js';
import { explainHit, type ProgramReason } from './search-reasons.js';
import { readProgramWords } from './search-words.js';

export interface ProgramHit {
  readonly kind: 'PROGRAM';
  readonly key: string;
  readonly program: ProgramKey;
  /** From 0 to 1. */
  readonly score: number;
  readonly reason: ProgramReason;
  readonly matched: string;
  readonly explanation: string;
}

export interface ProgramHits {
  readonly hits: readonly ProgramHit[];
  /** Why programs, or some of them, cannot be found; null if all can. */
  readonly lack: string | null;
}

/** The programs that a text names, the best first. */
export async function searchPrograms(context: Context, text: string): Promise<ProgramHits> {
  const directory = await directoryOf(context);
  const { institutions, completions, crosswalk } = directory.files;
  if (institutions === null || completions === null) return { hits: [], lack: NO_PROGRAMS };
  const index = await programSearchIndexOf(context, directory);
  await othersTurn();
  const match = matchWords(index, readProgramWords(index, text));
  const hits = fittingPrograms(index, match).map((program): ProgramHit => {
    const { unitId, cipCode, awardLevel, score } = program;
    return {
      kind: 'PROGRAM',
      key: `PROGRAM ${nameOfProgram(program)}`,
      program: { unitId, cipCode, awardLevel },
      score,
      ...explainHit(index, match, program, `IPEDS, ${completions.release.label}`),
    };
  });
  return { hits, lack: crosswalk === null ? NO_TITLES : null };
}

const NO_PROGRAMS =
  'This server has no programs of education. Ask the operator to import IPEDS: careergraph import ipeds.';
const NO_TITLES =
  'This server has no titles of fields of study, so that programs are only found by institution and place. Ask the operator to import the crosswalk of CIP and SOC: careergraph import cip-soc.';
