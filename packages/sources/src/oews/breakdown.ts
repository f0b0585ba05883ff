import type { Cell } from '@careergraph/extract';

/** Estimates for one industry or one kind of owner would be taken for those of everyone. */
export const WITHOUT_BREAKDOWN =
  'take the file without a breakdown by industry or ownership, which is national_M…_dl (oesm…nat.zip), state_M…_dl (oesm…st.zip), MSA_M…_dl or BOS_M…_dl (oesm…ma.zip)';

export const isAllIndustries = (naics: Cell) => /^0+$/.test(String(naics));
export const isCrossIndustry = (level: Cell) => String(level).toLowerCase() === 'cross-industry';
/** Federal, state and local government, and private owners. */
export const isAllOwners = (ownership: Cell) => String(ownership) === '1235';
