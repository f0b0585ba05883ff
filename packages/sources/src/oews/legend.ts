import type { TopCode } from '@careergraph/domain';
import { foldName, type Table } from '@careergraph/extract';

/** What a workbook says about itself on the sheet "Field Descriptions". */
export interface Legend {
  readonly sheet: string;
  /** `2024-05` of "May 2024 OEWS Estimates". */
  readonly release: string | null;
  /** From the note on "#", with its row. */
  readonly topCode: (TopCode & { readonly row: number }) | null;
}

export async function readLegend(table: Table): Promise<Legend | null> {
  const sheet = table.sheets.find(({ name }) => foldName(name).replaceAll('_', ' ') === 'FIELD DESCRIPTIONS');
  if (!sheet) return null;
  let release: string | null = null;
  let topCode: Legend['topCode'] = null;
  for await (const { number, cells } of sheet.rows()) {
    const text = String(cells[0]);
    const year = /^\s*May (\d{4}) OEW?S Estimates/.exec(text)?.[1];
    if (year !== undefined) release ??= `${year}-05`;
    const [, hourly, annual] = /^\s*#.*?\$([\d.]+) per hour or \$([\d,]+) per year/.exec(text) ?? [];
    if (hourly === undefined || annual === undefined) continue;
    topCode ??= {
      annualUsd: Number(annual.replaceAll(',', '')),
      hourlyCents: Math.round(Number(hourly) * 100),
      row: number,
    };
  }
  return { sheet: sheet.name, release, topCode };
}
