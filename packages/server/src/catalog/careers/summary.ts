import type { OccupationEntry } from '../entries.js';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The first sentence of an occupation's definition; without one, its code in the classification. */
export function summaryOf(occupation: OccupationEntry, known: ReadonlyMap<string, OccupationEntry>): string {
  const { code, title, level } = occupation;
  const definition = occupation.definition ?? known.get(`${code}.00`)?.definition;
  if (definition) return firstSentenceOf(definition.text);
  const list = level === 'ONET' ? 'O*NET' : 'the 2018 Standard Occupational Classification';
  return `"${title}" is occupation ${code} in ${list}.`;
}

function firstSentenceOf(text: string): string {
  const [first] = sentences.segment(text);
  return (first?.segment ?? text).trim();
}
