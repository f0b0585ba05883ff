import { figure } from '@careergraph/extract';

/** What the publisher prints in place of a number; an empty cell is in files of which the markers were lost. */
const markers = {
  PS: 'PRIVACY_SUPPRESSED',
  PrivacySuppressed: 'PRIVACY_SUPPRESSED',
  NA: 'NOT_AVAILABLE',
  NULL: 'NOT_AVAILABLE',
} as const;
const none = { markers, empty: 'NOT_IN_FILE' } as const;

export const count = figure({ what: 'a number of awards', perUnit: 1, min: 0, ...none });
export const dollars = figure({ what: 'an amount in whole dollars', perUnit: 1, min: 1, ...none });
/** A net price is below 0 where grants exceed the cost. */
export const netPrice = figure({ what: 'a net price in whole dollars', perUnit: 1, round: true, ...none });
export const rate = figure({
  what: 'a share from 0 to 1',
  perUnit: 10_000,
  min: 0,
  max: 1,
  round: true,
  ...none,
});
