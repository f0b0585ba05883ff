/** What V8 takes for a short text beside its letters, and for its entry in a map. */
const BYTES_PER_WORD = 64;

/** About how much memory words take that are the keys of a map, in bytes. */
export function bytesOfWords(words: Iterable<string>): number {
  let bytes = 0;
  for (const word of words) bytes += BYTES_PER_WORD + word.length;
  return bytes;
}
