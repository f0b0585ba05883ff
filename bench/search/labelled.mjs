import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** The English preferred titles, each with its SOC code and its half: that of the code, so that no code is in both. */
export async function readLabelled(path) {
  const [, ...lines] = (await readFile(path, 'utf8')).split(/\r?\n/);
  return lines.flatMap((line) => {
    const [language, kind, title, code] = line.split('\t');
    if (language !== 'en' || kind !== 'preferred') return [];
    const isOdd = createHash('sha256').update(code).digest()[0] % 2 === 1;
    return [{ title, socCode: code.slice(0, 7), half: isOdd ? 'B' : 'A' }];
  });
}

/** The title with one typo in its longest word: a letter left out, swapped, doubled, or replaced, in turn. */
export function withTypo({ title }, index) {
  const words = title.split(' ');
  const longest = words.reduce((best, word, at) => (word.length > words[best].length ? at : best), 0);
  const word = words[longest];
  const at = 1 + ((index * 7) % Math.max(1, word.length - 2));
  const [start, letter, next = ''] = [word.slice(0, at), word[at], word[at + 1]];
  const typed = [
    start + word.slice(at + 1),
    start + next + letter + word.slice(at + 2),
    start + letter + word.slice(at),
    start + 'qxzjw'[index % 5] + word.slice(at + 1),
  ][index % 4];
  return words.with(longest, typed).join(' ');
}
