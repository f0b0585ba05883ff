import { oneOf, optional, words } from '@careergraph/extract';
import { defineFile } from '../../define/define-file.js';
import { headerWith } from '../../define/find.js';
import { REPEATED_TITLES } from '../repeated-titles.js';
import { codeOf, HEADER_ROWS, preamble, statedRelease } from './common.js';

/** One row per occupation and title that belongs to no other occupation. */
export const titles = defineFile({
  what: 'the direct match titles',
  role: 'titles',
  find: headerWith(['2018 SOC Code', '2018 SOC Title', '2018 SOC Direct Match Title'], HEADER_ROWS),
  statedRelease,
  preamble,
  layouts: [
    {
      name: '2018',
      columns: {
        code: ['2018 SOC Code'],
        occupation: ['2018 SOC Title'],
        title: ['2018 SOC Direct Match Title'],
        mark: ['Illustrative Example'],
      },
    },
  ],
  cells: {
    code: codeOf('DETAILED'),
    occupation: words,
    title: words,
    mark: optional(oneOf(['x', 'X'])),
  },
  memory: ({ release }) => ({
    repeated: REPEATED_TITLES[release] ?? [],
    titles: new Map<string, { readonly row: number; readonly illustrative: boolean }>(),
    occupations: new Map<string, { readonly row: number; readonly name: string }>(),
  }),
  row({ code, occupation, title, mark }, out, memory) {
    const illustrative = mark !== null;
    const same = memory.occupations.get(code);
    if (same && same.name !== occupation) {
      return out.fault('occupation', `differs from the title of ${code} in row ${same.row}, "${same.name}".`);
    }
    if (!same) memory.occupations.set(code, { name: occupation, row: out.row });
    const earlier = memory.titles.get(`${code} ${title}`);
    if (earlier) {
      const isDeclared = memory.repeated.some(
        (known) =>
          known.code === code &&
          known.title === title &&
          known.illustrative[0] === earlier.illustrative &&
          known.illustrative[1] === illustrative,
      );
      if (isDeclared) return;
      const help = 'If the agency means it, add it to soc/repeated-titles.ts.';
      return out.fault('title', `is a duplicate of row ${earlier.row} for ${code}. ${help}`);
    }
    memory.titles.set(`${code} ${title}`, { row: out.row, illustrative });
    out.add('OccupationTitle', {
      sheet: out.sheet,
      row: out.row,
      occupationCode: code,
      kind: 'DIRECT_MATCH',
      title,
      shortTitle: null,
      sources: illustrative ? ['illustrative'] : [],
      shownInMyNextMove: null,
    });
  },
});
