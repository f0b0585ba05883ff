import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Ranks occupations by the title that is most similar to a text, as `similarity` of pg_trgm counts it. */
export async function createTrigrams(folder) {
  const rows = async (file) => (await readFile(join(folder, file), 'utf8')).split(/\r?\n/).slice(1).filter(Boolean);
  const files = ['Occupation Data.txt', 'Alternate Titles.txt', 'Sample of Reported Titles.txt'];
  const titles = (await Promise.all(files.map(rows))).flat().map((line) => line.split('\t'));
  const owners = titles.map(([code]) => code);
  const sizes = [];
  const withTrigram = new Map();
  for (const [index, [, title]] of titles.entries()) {
    const trigrams = trigramsOf(title);
    sizes.push(trigrams.size);
    for (const trigram of trigrams) {
      const list = withTrigram.get(trigram);
      if (list) list.push(index);
      else withTrigram.set(trigram, [index]);
    }
  }
  return (text) => {
    const trigrams = trigramsOf(text);
    const shared = new Uint16Array(titles.length);
    for (const trigram of trigrams) for (const index of withTrigram.get(trigram) ?? []) shared[index] += 1;
    const best = new Map();
    for (const [index, count] of shared.entries()) {
      if (count === 0) continue;
      const similarity = count / (trigrams.size + sizes[index] - count);
      if (similarity > (best.get(owners[index]) ?? 0)) best.set(owners[index], similarity);
    }
    return [...best]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 20)
      .map(([code]) => code);
  };
}

function trigramsOf(text) {
  const trigrams = new Set();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
}
