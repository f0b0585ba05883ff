import { matching, words } from '@careergraph/extract';
import { defineFile } from '../define/define-file.js';
import { headerWith } from '../define/find.js';
import { cipCode, cipTitle } from '../programs/cells.js';

/** Of the eight sheets, the one with every pair of codes; the others are selections from it. */
const SHEET = 'CIP-SOC';
/** Stands for a side that has no match. */
const NO_MATCH = { cip: '99.9999', soc: '99-9999', title: 'NO MATCH' } as const;

const withCodes = headerWith(['CIP2020Code', 'SOC2018Code']);

/** One row per field of study and occupation that it may lead to. */
export const crosswalk = defineFile({
  what: 'the crosswalk of the CIP 2020 and the SOC 2018',
  role: 'crosswalk',
  find: async (table, name) => (await withCodes(table, name)).filter(({ sheet }) => sheet.name === SHEET),
  statedRelease: () => [{ by: 'the names of its columns', release: '2020' }],
  layouts: [
    {
      name: 'CIP 2020 to SOC 2018',
      columns: {
        cip: ['CIP2020Code'],
        cipTitle: ['CIP2020Title'],
        soc: ['SOC2018Code'],
        socTitle: ['SOC2018Title'],
      },
    },
  ],
  cells: {
    cip: cipCode,
    cipTitle,
    soc: matching(/^\d{2}-\d{4}$/, 'an SOC code such as 29-1141'),
    socTitle: words,
  },
  key: ['cip', 'soc'],
  memory: () => ({ titles: new Map<string, string>(), withoutOccupation: 0, withoutField: 0 }),
  row({ cip, cipTitle: title, soc, socTitle }, out, memory) {
    const hasField = cip !== NO_MATCH.cip;
    const hasOccupation = soc !== NO_MATCH.soc;
    if (hasField === (title === NO_MATCH.title)) return out.fault('cipTitle', `is not the title of ${cip}.`);
    if (hasOccupation === (socTitle === NO_MATCH.title)) return out.fault('socTitle', `is not the title of ${soc}.`);
    if (!hasField && !hasOccupation) return out.fault('cip', 'matches nothing with nothing.');
    if (!hasField) memory.withoutField += 1;
    if (!hasOccupation) memory.withoutOccupation += 1;
    out.add('CipOccupation', {
      sheet: out.sheet,
      row: out.row,
      cipCode: hasField ? cip : null,
      occupationCode: hasOccupation ? soc : null,
    });
    if (!hasField) return;
    const known = memory.titles.get(cip);
    if (known === undefined) {
      memory.titles.set(cip, title);
      out.add('CipTitle', { sheet: out.sheet, row: out.row, cipCode: cip, title });
    } else if (known !== title) out.fault('cipTitle', `is not the title of ${cip} in an earlier row, "${known}".`);
  },
  end(out, { withoutOccupation, withoutField }) {
    out.remark(
      `Kept without a match, as the crosswalk says: ${withoutOccupation} fields of study that lead to no occupation, and ${withoutField} occupations that no field of study leads to.`,
    );
  },
});
