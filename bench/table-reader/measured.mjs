// One reading in a process of its own: node measured.mjs reader|reference <workbook>, prints JSON.

import { openTable } from '@careergraph/extract';
import { openZip } from '../../packages/extract/dist/tables/zip.js';

const readings = {
  /** Every cell of every sheet, as the importers get them. */
  async reader(path) {
    const table = await openTable(path, 'synthetic.xlsx');
    let cells = 0;
    for (const sheet of table.sheets) {
      for await (const row of sheet.rows()) for (const cell of row.cells) if (cell !== null) cells++;
    }
    await table.close();
    return cells;
  },
  /** The sheets inflated and `<c ` counted, without looking at what a cell holds. */
  async reference(path) {
    const archive = await openZip(path, 'synthetic.xlsx');
    let cells = 0;
    for (const member of archive.members.filter((member) => member.path.startsWith('xl/worksheets/'))) {
      let end = '';
      for await (const chunk of member.read()) {
        const text = end + chunk.toString('latin1');
        for (let at = text.indexOf('<c '); at >= 0; at = text.indexOf('<c ', at + 3)) cells++;
        end = text.slice(-2);
      }
    }
    archive.close();
    return cells;
  },
};

const [, , kind, path] = process.argv;
const started = performance.now();
const cells = await readings[kind](path);
const seconds = (performance.now() - started) / 1_000;
console.log(JSON.stringify({ cells, seconds, peakMiB: process.resourceUsage().maxRSS / 1024 }));
