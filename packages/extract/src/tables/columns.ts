const LETTERS = 26;

/** The column's letters as a spreadsheet shows them, from the index of a cell: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / LETTERS) - 1) {
    letters = String.fromCharCode(65 + (rest % LETTERS)) + letters;
  }
  return letters;
}
