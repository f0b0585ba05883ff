import { publishersCode } from '@careergraph/domain';
import type { CareerEntry, OccupationEntry } from '../entries.js';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The first sentence of an occupation's definition; without one, its code in the classification or the statistics. */
export function summaryOf(
  occupation: OccupationEntry,
  known: ReadonlyMap<string, OccupationEntry>,
): Pick<CareerEntry, 'summary' | 'summaryPlace'> {
  const { code, title, level, releaseId } = occupation;
  const definition = occupation.definition ?? known.get(`${code}.00`)?.definition;
  if (definition) {
    const summaryPlace = { from: 'DEFINITION', releaseId: definition.releaseId } as const;
    return { summary: firstSentenceOf(definition.text), summaryPlace };
  }
  const own = publishersCode(code);
  const list = level === 'ONET' ? 'O*NET' : 'the 2018 Standard Occupational Classification';
  const summary =
    own && 'parts' in own
      ? `Official statistics combine ${own.parts.length} occupations as "${title}" (${code}).`
      : `"${title}" is occupation ${code} in ${list}.`;
  return { summary, summaryPlace: { from: 'TITLE', releaseId } };
}

function firstSentenceOf(text: string): string {
  const [first] = sentences.segment(text);
  return (first?.segment ?? text).trim();
}
