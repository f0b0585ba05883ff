export { type AnyDocument, type Outcome, partial, type StubbedAnswer, slow } from './answer.js';
export {
  aCareerCard,
  aCareerPage,
  aCitation,
  aClaim,
  aCredential,
  aGrowth,
  aPage,
  aProvenance,
  aResolution,
  aSalary,
} from './factories.js';
export { type FailureDetails, fail } from './fail.js';
export { aCount, aPercent, aQuotient, aWage, type NoFigure, type NumberTraits, type WageTraits } from './figures.js';
export { aProgram, aProgramFigure, type ProgramFigureTraits, type ProgramMeasure } from './programs.js';
export { recorded } from './recorded.js';
export type { StubbedCall } from './request.js';
export { type StubFetch, stubFetch } from './stub-fetch.js';
