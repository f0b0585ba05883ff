import type { Element, Root } from 'hast';
import { isElement, textOf } from './clean.js';
import { namedFigures } from './figures-in-rows.js';
import { cutBeforeLead } from './lead.js';
import { markdownOf } from './markdown.js';
import { about, figure } from './numbers.js';
import { type Part, type PlacedBlock, placedBlocks } from './part.js';
import type { Employers, JobsHeld, NamedFigure, WorkEnvironment } from './profile.js';

const HELD = /(?:^|[.!?] )([^.!?]+?) held about (\S+(?: million)?) jobs in (\d{4})\./g;
const EMPLOYERS = /largest employers of (.+?) (?:were|was) as follows:$/;
const OCCUPATIONS = /Employment in the detailed occupations that make up .+ was distributed as follows:$/;

/** How many jobs there are, in which occupations, and who the largest employers are, with their shares. */
export function workEnvironmentOf(part: Part): WorkEnvironment {
  const jobs: JobsHeld[] = [];
  const employers: Employers[] = [];
  const occupations: NamedFigure[] = [];
  const blocks = placedBlocks(part);
  for (const [index, { block, place }] of blocks.entries()) {
    if (isElement(block, 'p')) {
      for (const [, subject = '', printed = '', year] of textOf(block).matchAll(HELD)) {
        jobs.push({ subject, year: Number(year), jobs: about(figure(part.report, place, printed)) });
      }
      continue;
    }
    if (!isElement(block, 'table')) continue;
    const before = blocks[index - 1];
    const sentence = before === undefined ? '' : textOf(before.block);
    const [, subject] = EMPLOYERS.exec(sentence) ?? [];
    if (subject !== undefined) {
      const rows = namedFigures(part, block, place.section, /^\d{1,3}%?$/);
      employers.push({ subject, rows: rows.map(({ name, ...percent }) => ({ industry: name, percent })) });
    } else if (OCCUPATIONS.test(sentence)) {
      occupations.push(...namedFigures(part, block, place.section, /^\d[\d,]*$/));
    } else {
      part.report.notice(place.section, place.line, 'has a table of a kind that is only read as text');
    }
  }
  return { text: textOfBlocks(blocks), jobs, employers, occupations };
}

/** Without the tables of employers and the sentences that lead to them. */
function textOfBlocks(blocks: readonly PlacedBlock[]): string | null {
  const isEmployers = (index: number) =>
    isElement(blocks[index]?.block, 'table') && EMPLOYERS.test(textOf(blocks[index - 1]?.block ?? NOTHING));
  const prose = blocks.flatMap(({ block, heading }, index): Element[] => {
    if (heading !== null || isEmployers(index)) return [];
    const kept = isEmployers(index + 1) ? cutBeforeLead(block).rest : block;
    return kept === null ? [] : [kept];
  });
  return markdownOf(prose) || null;
}

const NOTHING: Root = { type: 'root', children: [] };
