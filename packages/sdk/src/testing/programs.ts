import type { NearbyProgramFragment, ProgramNumberFragment } from '../generated/programs.fragment.js';
import { programsNear } from '../generated/programs-near.js';
import { recorded } from './recorded.js';

/** The figures of a program as `programsNear` selects them. */
export type ProgramMeasure =
  | 'completions'
  | 'awards'
  | 'earnings1Year'
  | 'earnings4Years'
  | 'medianDebt'
  | 'netPrice'
  | 'completionRate';

/** The properties of a figure of a program: its value, or the reason there is none. */
export type ProgramFigureTraits = {
  /** What the figure is; decides the unit and the texts. Default: `earnings4Years`. */
  readonly measure?: ProgramMeasure;
} & (
  | {
      readonly status?: 'PUBLISHED';
      /** US dollars, a number of awards, or a share from 0 to 1 for `completionRate`. */
      readonly value?: number;
      readonly reason?: never;
    }
  | {
      readonly status: 'SUPPRESSED' | 'NOT_PUBLISHED' | 'NOT_IN_FILE';
      /** The reason there is no number. Default: the server's text. */
      readonly reason?: string;
      readonly value?: never;
    }
);

/** The server's texts. */
const MISSING = {
  SUPPRESSED: {
    display: 'not released',
    reason: 'The publisher withholds the figure because it describes too few people ("PS").',
  },
  NOT_PUBLISHED: { display: 'not published', reason: 'The publisher has no such figure ("NA").' },
  NOT_IN_FILE: {
    display: 'not in the file',
    reason: 'The loaded file has no value here and does not say why: it may have been withheld or never published.',
  },
};

/**
 * Creates a figure of a program or its institution as the fragment `ProgramNumber` selects it, with its display text.
 *
 * @example
 * aProgramFigure(); // $93,001, published
 * aProgramFigure({ measure: 'completionRate', value: 0.642 }); // 64.2%
 * aProgramFigure({ status: 'SUPPRESSED' }); // not released
 */
export function aProgramFigure({
  measure = 'earnings4Years',
  ...traits
}: ProgramFigureTraits = {}): ProgramNumberFragment {
  const usual = aProgram()[measure];
  if (traits.status !== undefined && traits.status !== 'PUBLISHED') {
    const { display, reason } = MISSING[traits.status];
    return { ...usual, status: traits.status, value: null, display, reason: traits.reason ?? reason, note: null };
  }
  const value = traits.value ?? usual.value;
  return { ...usual, value, display: value === null ? usual.display : FORMATS[measure].format(value) };
}

/**
 * Creates a program as the fragment `NearbyProgram` selects it. Defaults: registered nursing, University of Alaska Anchorage.
 *
 * @example
 * stub.on(programsNear, { programs: { ...recorded(programsNear).programs, nodes: [aProgram({ distanceMiles: 3.2 })] } });
 */
export function aProgram(overrides: Partial<NearbyProgramFragment> = {}): NearbyProgramFragment {
  // The recorded list is not empty, which a test checks.
  return { ...(recorded(programsNear).programs.nodes[0] as NearbyProgramFragment), ...overrides };
}

const count = new Intl.NumberFormat('en-US');
const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const share = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });

const FORMATS: Readonly<Record<ProgramMeasure, Intl.NumberFormat>> = {
  completions: count,
  awards: count,
  earnings1Year: dollars,
  earnings4Years: dollars,
  medianDebt: dollars,
  netPrice: dollars,
  completionRate: share,
};
