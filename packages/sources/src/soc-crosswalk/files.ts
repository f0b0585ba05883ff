import { matching, words } from '@careergraph/extract';
import { defineFile } from '../define/define-file.js';
import { headerWith } from '../define/find.js';
import { HEADER_ROWS, preamble } from '../soc/files/common.js';

const CODE = matching(/^\d{2}-\d{4}$/, 'an SOC code such as 11-1011');

/** One row per occupation of the earlier edition and occupation of the later one that has some of its workers. */
export const crosswalk = defineFile({
  what: 'the crosswalk from the SOC 2010 to the SOC 2018',
  role: 'crosswalk',
  find: headerWith(['2010 SOC Code', '2018 SOC Code'], HEADER_ROWS),
  statedRelease: () => [{ by: 'the names of its columns', release: '2018' }],
  preamble,
  layouts: [
    {
      name: '2010 to 2018',
      columns: {
        code: ['2010 SOC Code'],
        title: ['2010 SOC Title'],
        successorCode: ['2018 SOC Code'],
        successorTitle: ['2018 SOC Title'],
      },
    },
  ],
  cells: { code: CODE, title: words, successorCode: CODE, successorTitle: words },
  key: ['code', 'successorCode'],
  row({ code, title, successorCode, successorTitle }, out) {
    out.add('OccupationSuccessor', {
      sheet: out.sheet,
      row: out.row,
      code,
      title: withoutMark(title),
      successorCode,
      successorTitle: withoutMark(successorTitle),
    });
  },
});

/** Some titles end in a mark: "All Other (##)". */
function withoutMark(title: string): string {
  return title.replace(/ \(#+\)$/, '');
}
