/** Any numbers that are always the same: the names of our advisory locks. */
export const LOCK_KEY = 727_2741;
export const IMPORT_LOCK_KEY = 727_2742;
