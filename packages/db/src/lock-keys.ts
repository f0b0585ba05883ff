/** Keys of CareerGraph's advisory locks: arbitrary numbers that must never change. */
export const LOCK_KEY = 727_2741;
export const IMPORT_LOCK_KEY = 727_2742;
