/**
 * The words of a vocabulary, in order: what `z.enum` takes. A vocabulary is the set of words that the database, the
 * guides, and the API use for one thing, each with its meaning; the API publishes the meanings as descriptions.
 */
export function wordsOf<V extends Readonly<Record<string, string>>>(
  vocabulary: V,
): [keyof V & string, ...(keyof V & string)[]] {
  return Object.keys(vocabulary) as [keyof V & string, ...(keyof V & string)[]];
}
