import { CREDENTIAL_LEVELS, outcomeCohort } from '@careergraph/domain';
import { oneOf, parsed, text } from '@careergraph/extract';
import { defineFile } from '../../define/define-file.js';
import { headerWith } from '../../define/find.js';
import { cipTitle, unitId } from '../../programs/cells.js';
import { count, dollars } from './cells.js';
import { statedRelease } from './release.js';

/** One row per institution, field of study of four digits, and level of credential. */
export const fieldsOfStudy = defineFile({
  what: 'the fields of study of the College Scorecard',
  role: 'field-of-study',
  find: headerWith(['UNITID', 'CIPCODE', 'CREDLEV']),
  statedRelease,
  layouts: [
    {
      name: 'since earnings are measured after 1 and 4 years',
      columns: {
        unitId: ['UNITID'],
        opeId: ['OPEID6'],
        cip: ['CIPCODE'],
        title: ['CIPDESC'],
        level: ['CREDLEV'],
        // The published file has two years of awards; files of a year's have the earlier one.
        awards: ['IPEDSCOUNT1', 'IPEDSCOUNT'],
        earnings1Year: ['EARN_MDN_1YR'],
        earnings4Years: ['EARN_MDN_4YR'],
        medianDebt: ['DEBT_ALL_STGP_EVAL_MDN'],
      },
      ignored: ['INSTNM', 'CONTROL', 'MAIN', 'CREDDESC', 'IPEDSCOUNT2'],
      skipsUnknown: true,
    },
  ],
  cells: {
    unitId: { read: (cell) => (cell === 'NA' ? null : unitId.read(cell)) },
    opeId: text,
    cip: parsed('a CIP code of four digits without a period, such as 5138', (cell) =>
      /^\d{4}$/.test(String(cell)) ? `${String(cell).slice(0, 2)}.${String(cell).slice(2)}` : undefined,
    ),
    title: cipTitle,
    level: oneOf(
      Object.fromEntries(CREDENTIAL_LEVELS.map(({ code }) => [String(code), code])),
      'a credential level of the College Scorecard',
    ),
    awards: count,
    earnings1Year: dollars,
    earnings4Years: dollars,
    medianDebt: dollars,
  },
  key: ['cip', 'unitId', 'opeId', 'level'],
  memory: ({ release }) => ({ release, titles: new Set<string>(), withoutUnit: 0, withoutReason: 0 }),
  row({ unitId: id, opeId, cip, title, level, awards, earnings1Year, earnings4Years, medianDebt }, out, memory) {
    if (id === null) memory.withoutUnit += 1;
    for (const { marker } of [awards, earnings1Year, earnings4Years, medianDebt]) {
      if (marker === 'NOT_IN_FILE') memory.withoutReason += 1;
    }
    if (!memory.titles.has(cip)) {
      memory.titles.add(cip);
      out.add('CipTitle', { sheet: out.sheet, row: out.row, cipCode: cip, title });
    }
    out.add('FieldOutcome', {
      row: out.row,
      unitId: id,
      opeId,
      cipCode: cip,
      credentialLevel: level,
      awards: awards.value,
      awardsMarker: awards.marker,
      earnings1YearUsd: earnings1Year.value,
      earnings1YearMarker: earnings1Year.marker,
      earnings4YearsUsd: earnings4Years.value,
      earnings4YearsMarker: earnings4Years.marker,
      medianDebtUsd: medianDebt.value,
      medianDebtMarker: medianDebt.marker,
    });
  },
  end(out, { release, withoutUnit, withoutReason }) {
    if (withoutUnit > 0) {
      out.remark(
        `Without a UNITID ("NA"): ${withoutUnit.toLocaleString('en-US')} rows, most of institutions abroad. They are kept.`,
      );
    }
    if (withoutReason > 0) {
      out.remark(
        `Empty cells: ${withoutReason.toLocaleString('en-US')} figures. The published file says why a figure is missing (PS, NA), and this one does not.`,
      );
    }
    if (outcomeCohort(release, 'earnings1Year') === null) {
      out.remark(
        `Which years of graduates ${release} describes is not recorded. Add them to packages/domain/src/programs/measures.ts from the cohort map of the publisher's data dictionary.`,
      );
    }
  },
});
