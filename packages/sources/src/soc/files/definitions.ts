import { levelOf } from '@careergraph/domain';
import { matching, oneOf, optional, words } from '@careergraph/extract';
import { defineFile } from '../../define/define-file.js';
import { headerWith } from '../../define/find.js';
import { HEADER_ROWS, nameOf, preamble, statedRelease } from './common.js';

/** One row per group or occupation. Only occupations have a definition. */
export const definitions = defineFile({
  what: 'the definitions',
  role: 'definitions',
  find: headerWith(['SOC Group', 'SOC Code', 'SOC Title', 'SOC Definition'], HEADER_ROWS),
  statedRelease,
  preamble,
  layouts: [
    {
      name: '2018',
      columns: {
        level: ['SOC Group'],
        code: ['SOC Code'],
        title: ['SOC Title'],
        definition: ['SOC Definition'],
      },
    },
  ],
  cells: {
    level: oneOf({ Major: 'MAJOR', Minor: 'MINOR', Broad: 'BROAD', Detailed: 'DETAILED' } as const),
    code: matching(/^\d{2}-\d{4}$/, 'an SOC code such as 11-1011'),
    title: words,
    definition: optional(words),
  },
  key: ['code'],
  row({ level, code, title, definition }, out) {
    if (levelOf(code) !== level) return out.fault('code', `is not the code of a ${nameOf(level)}.`);
    if (level === 'DETAILED' && definition === null) {
      return out.fault('definition', `is empty, and ${code} is a detailed occupation.`);
    }
    out.add('FileOccupation', { code, title, level, parentCode: null, definition, sheet: out.sheet, row: out.row });
  },
});
