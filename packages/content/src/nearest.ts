/** The candidate that a mistyped word was probably meant to be; null if none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const most = Math.max(1, Math.floor(word.length / 3));
  let [best, least]: [string | null, number] = [null, most + 1];
  for (const candidate of candidates) {
    const distance = editsBetween(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** ` (did you mean "title"?)`, or nothing. */
export function suggestion(word: string, candidates: Iterable<string>): string {
  const likely = nearest(word, candidates);
  return likely === null ? '' : ` (did you mean ${JSON.stringify(likely)}?)`;
}

/** How many letters must be added, removed, replaced, or exchanged with their neighbor. */
function editsBetween(from: string, to: string): number {
  let [earlier, above]: [readonly number[], readonly number[]] = [
    [],
    Array.from({ length: to.length + 1 }, (_, at) => at),
  ];
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      let edits = Math.min(at(above, column) + 1, at(current, column - 1) + 1, at(above, column - 1) + same);
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        edits = Math.min(edits, at(earlier, column - 2) + 1);
      }
      current.push(edits);
    }
    [earlier, above] = [above, current];
  }
  return at(above, to.length);
}

const at = (row: readonly number[], column: number): number => row[column] as number;
