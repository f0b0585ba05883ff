import { isElement, textOf } from './clean.js';
import { markdownOfContent } from './markdown.js';
import { numberIn } from './numbers.js';
import type { Part } from './part.js';
import type { Figure, Place, SimilarOccupation } from './profile.js';
import { cellsOf, headerOf, linkIn, rowsOf } from './tables.js';

const HEADER = [/^$/, /^occupation$/, /^job duties$/, /^entry-level education/, /^\d{4} median pay/];
const NONE = /^The annual wage is not available\.$/;

/** The table of similar occupations: their duties, education and pay. */
export function similarOf(part: Part): readonly SimilarOccupation[] {
  const table = part.blocks.find((block) => isElement(block, 'table'));
  if (table === undefined) return [];
  const header = headerOf(table);
  // The first column has photographs, which the bulk file leaves out.
  const expected = header.length === HEADER.length ? HEADER : HEADER.slice(1);
  const wrong = expected.findIndex((pattern, index) => !pattern.test(header[index] ?? ''));
  if (wrong >= 0) {
    part.report.refuse(
      part.heading,
      part.lineOf(table),
      `is not the column expected in place ${wrong + 1} of the similar occupations`,
      header[wrong] ?? '',
    );
  }
  return rowsOf(table, 'tbody').flatMap((row): SimilarOccupation[] => {
    const place = { section: part.heading, line: part.lineOf(row) };
    const cells = cellsOf(row).slice(expected.length - 4);
    const [title, duties, education, pay, ...others] = cells;
    const link = title === undefined ? null : linkIn(title);
    const [, slug] = /\/ooh\/[a-z-]+\/([a-z0-9-]+)\.htm$/.exec(link?.url ?? '') ?? [];
    if (!link || slug === undefined || !duties || !education || !pay || others.length > 0) {
      part.report.fault(
        place.section,
        place.line,
        'should have a linked occupation, duties, education and pay',
        textOf(row),
      );
      return [];
    }
    return [
      {
        slug,
        title: link.text,
        url: link.url,
        duties: markdownOfContent(duties),
        entryLevelEducation: { printed: textOf(education), ...place },
        medianPayUsdPerYear: payOf(part, place, textOf(pay)),
        ...place,
      },
    ];
  });
}

function payOf(part: Part, { section, line }: Place, printed: string): Figure {
  const number = numberIn(printed);
  const isMissing = NONE.test(printed);
  if (!isMissing && (number === null || !printed.includes('$')))
    part.report.fault(section, line, 'is not a wage', printed);
  return { printed, value: number?.value ?? null, bound: number?.bound ?? 'EXACT', roundedTo: null, section, line };
}
