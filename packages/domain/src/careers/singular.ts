import { singularize } from 'inflection';

/** Plural words that end a list in a title without naming the workers: "Compensation, Benefits, and Job Analysis Specialists". */
const THINGS = new Set([
  ...['activities', 'benefits', 'commodities', 'customs', 'earth', 'facilities', 'forces', 'gas', 'goods'],
  ...['materials', 'news', 'operations', 'products', 'programs', 'sales', 'securities', 'services', 'sports'],
  ...['systems', 'utilities'],
]);

/** Where a title stops naming the workers and says which of them it means. */
const QUALIFIER = /,? (?:except|including|of|for|in|with)\b|, (?:all other|postsecondary|other)\b/i;

/** The last word of each item of a list: "Judges, Magistrate Judges, and Magistrates". */
const LAST_WORD = /\b([A-Za-z](?:[\w'’]|-(?!-))*s)(?=$|,|\/|--| (?:and|or)\b)/g;

/** The title of one worker, such as `Radiologic Technologist and Technician` for `Radiologic Technologists and Technicians`. */
export function singularOf(title: string): string {
  const at = title.search(QUALIFIER);
  const workers = at === -1 ? title : title.slice(0, at);
  const singular = workers.replace(LAST_WORD, (word) => (THINGS.has(word.toLowerCase()) ? word : singularize(word)));
  return at === -1 ? singular : singular + title.slice(at);
}

/** The URL slug of a title or a code, such as `registered-nurse` or `29-1141-00`. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/['’]|\p{Mark}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
