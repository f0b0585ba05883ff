import { openTable } from '@careergraph/extract';
import type { Part, RowSink } from '@careergraph/releases';
import type { Area } from './areas.js';
import { type Estimate, type Level, normalizer } from './normalize.js';
import { type Estimates, findEstimates } from './parse.js';
import { topCodeOf } from './releases.js';
import { areasOf } from './roles.js';

const ROWS_A_REPORT = 1_000;

/** Reads one file of estimates. */
export async function load(part: Part, sink: RowSink): Promise<void> {
  const table = await openTable(part.file.path, part.file.name);
  try {
    await loadEstimates(await findEstimates(table, part.file.name), part, sink);
  } finally {
    await table.close();
  }
}

/** From parsed rows on; apart from `load`, so that it can be measured by itself. */
export async function loadEstimates(estimates: Estimates, { file, release, role }: Part, sink: RowSink): Promise<void> {
  const normalize = normalizer({
    file: file.name,
    estimates,
    areas: areasOf(role),
    release,
    topCode: topCodeOf(release),
    fault: sink.fault.bind(sink),
  });
  const whole = new WholeFile(file.name, estimates, sink);
  let read = 0;
  for await (const raw of estimates.rows()) {
    read += 1;
    if (read % ROWS_A_REPORT === 0) sink.progress(read, estimates.rowsExpected);
    const estimate = normalize(raw);
    if (estimate) {
      const sent = whole.add(estimate);
      // To wait for every row of some 400,000 would cost more than the rows.
      if (sent) await sent;
    }
  }
  await whole.end();
  sink.progress(read, estimates.rowsExpected);
}

interface KnownOccupation {
  readonly title: string;
  level: Level;
  readonly row: number;
}

/** What only the rows of a file together show: rows that are there twice, and names that change. */
class WholeFile {
  readonly #file: string;
  readonly #estimates: Estimates;
  readonly #sink: RowSink;
  /** Occupations that an area has had. */
  readonly #listed = new Map<string, Set<string>>();
  readonly #occupations = new Map<string, KnownOccupation>();
  readonly #areas = new Map<string, Area & { readonly row: number }>();
  #held: Estimate | null = null;

  constructor(file: string, estimates: Estimates, sink: RowSink) {
    this.#file = file;
    this.#estimates = estimates;
    this.#sink = sink;
  }

  /** Takes a row. It is held back until the next one shows whether that is the same once more. */
  add(estimate: Estimate): Promise<void> | undefined {
    const held = this.#held;
    if (held && this.#isSecondListing(held, estimate)) {
      // Both levels are true of it. What the publisher says of its parts is that this is the most detailed one.
      this.#held = held.occupation.level === 'DETAILED' ? held : estimate;
      return undefined;
    }
    this.#held = estimate;
    return held ? this.#send(held) : undefined;
  }

  async end(): Promise<void> {
    if (this.#held) await this.#send(this.#held);
    const { sheet } = this.#estimates;
    for (const [code, { title, level, row }] of this.#occupations) {
      await this.#sink.add('FileOccupation', { code, title, level, parentCode: null, definition: null, sheet, row });
    }
    for (const { code, kind, name, parentCode } of this.#areas.values()) {
      if ((kind === 'METRO' || kind === 'NONMETRO') && name !== null) {
        await this.#sink.add('FileArea', { code, kind, name, parentCode });
      }
    }
  }

  /** Broad occupations without published parts are listed twice in a row, as broad and as detailed. */
  #isSecondListing(first: Estimate, second: Estimate): boolean {
    const { wage } = second;
    if (first.wage.occupationCode !== wage.occupationCode || first.wage.areaCode !== wage.areaCode) return false;
    if ([first.occupation.level, second.occupation.level].sort().join() !== 'BROAD,DETAILED') return false;
    for (const field in wage) {
      const key = field as keyof typeof wage;
      if (key === 'row' || wage[key] === first.wage[key]) continue;
      this.#refuse(
        wage.row,
        'occupationCode',
        wage.occupationCode,
        `differs from row ${first.wage.row}, the same occupation, in ${key}.`,
      );
    }
    return true;
  }

  #send({ wage, occupation, area }: Estimate): Promise<void> | undefined {
    const { row } = wage;
    const listed = this.#listed.get(area.code) ?? new Set();
    if (listed.size === 0) this.#listed.set(area.code, listed);
    if (listed.has(occupation.code)) {
      this.#refuse(
        row,
        'occupationCode',
        occupation.code,
        `is there twice for ${area.name ?? area.code}: an occupation has one row an area.`,
      );
    }
    listed.add(occupation.code);
    const known = this.#occupations.get(occupation.code);
    if (!known) {
      this.#occupations.set(occupation.code, { ...occupation, row: row as number });
    } else if (known.title !== occupation.title) {
      this.#refuse(
        row,
        'occupationTitle',
        occupation.title,
        `is another title of ${occupation.code} than ${JSON.stringify(known.title)} in row ${known.row}.`,
      );
    } else if (known.level !== occupation.level) {
      this.#refuse(
        row,
        'occupationLevel',
        occupation.level.toLowerCase(),
        `is another level of ${occupation.code} than ${known.level.toLowerCase()} in row ${known.row}.`,
      );
    }
    const place = this.#areas.get(area.code);
    if (!place) this.#areas.set(area.code, { ...area, row: row as number });
    else if (place.name !== area.name || place.parentCode !== area.parentCode) {
      this.#refuse(
        row,
        'areaTitle',
        area.name,
        `is another name or state of ${area.code} than ${JSON.stringify(place.name)} in row ${place.row}.`,
      );
    }
    return this.#sink.add('WageEstimate', wage);
  }

  #refuse(
    row: number | null | undefined,
    field: 'occupationCode' | 'occupationTitle' | 'occupationLevel' | 'areaTitle',
    value: unknown,
    message: string,
  ) {
    const { sheet, names } = this.#estimates;
    this.#sink.fault({ file: this.#file, sheet, row: row ?? null, column: names[field] ?? field, value, message });
  }
}
