import { roundOf } from '@careergraph/domain';
import type { Edition } from './profile.js';

/** Projection round and year of pay. They change at different times of the year. */
export const RELEASE_KEY = { pattern: /^\d{4}-\d{2}-pay-\d{4}$/, example: '2024-34-pay-2024' };

export const releaseKeyOf = (edition: Edition) => `${roundOf(edition)}-pay-${edition.payYear}`;
