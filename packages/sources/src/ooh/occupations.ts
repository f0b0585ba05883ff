import { ImportError } from '@careergraph/extract';
import sax, { type Tag } from 'sax';
import type { Edition } from './profile.js';

/** The text of an element of the bulk file, and the line on which it begins. */
export interface Leaf {
  readonly text: string;
  readonly line: number;
}

/** One `occupation` element: its leaves by their path, such as `pay/section_body`. */
export interface Occupation {
  readonly line: number;
  readonly leaves: ReadonlyMap<string, readonly Leaf[]>;
  readonly years: Pick<Edition, 'baseYear' | 'projectedYear'>;
  readonly lastUpdated: string;
}

/** Elements with HTML, which stands there as text or, in part, as elements. */
const HTML = /^(section_body|section_datatable|description|summary_\w+)$/;
const HEADER = ['publication_title', 'current_year', 'projection_year', 'last_updated'];

/** @throws ImportError where the XML is not well formed, is cut off, or has another root */
export async function* readOccupations(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<Occupation, void, void> {
  const reader = new OccupationReader(file);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    reader.write(decoded(() => decoder.decode(chunk, { stream: true }), file));
    yield* reader.take();
  }
  reader.write(decoded(() => decoder.decode(), file));
  reader.end();
  yield* reader.take();
}

function decoded(decode: () => string, file: string): string {
  try {
    return decode();
  } catch (error) {
    throw refused(file, null, 'is not UTF-8', { cause: error });
  }
}

function refused(file: string, line: number | null, message: string, options?: ErrorOptions): ImportError {
  return new ImportError('The bulk edition of the Handbook cannot be read.', [{ file, line, message }], options);
}

class OccupationReader {
  readonly #file: string;
  readonly #parser = sax.parser(true);
  readonly #open: { readonly name: string; readonly line: number; text: string; children: number }[] = [];
  readonly #header = new Map<string, string>();
  #leaves: Map<string, Leaf[]> | null = null;
  #occupationLine = 1;
  #ready: Occupation[] = [];
  #count = 0;

  constructor(file: string) {
    this.#file = file;
    this.#parser.onopentag = (tag) => this.#opened(tag as Tag);
    this.#parser.onclosetag = (name) => this.#closed(name);
    this.#parser.ontext = (text) => this.#characters(text);
    this.#parser.oncdata = (text) => this.#characters(text);
    this.#parser.onerror = (error) => {
      throw this.#refused(`is not well-formed XML (${error.message.split('\n')[0]}). Download it again.`, error);
    };
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): void {
    this.#parser.close();
    if (this.#count === 0) throw this.#refused('has no occupations');
  }

  take(): readonly Occupation[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #opened({ name, attributes }: Tag): void {
    if (this.#open.length === 0 && name !== 'ooh') throw this.#refused(`has the root <${name}>, not <ooh>`);
    const html = this.#htmlAbove();
    if (html !== null) {
      html.text += `<${name}${Object.entries(attributes)
        .map(([key, value]) => ` ${key}="${escaped(value)}"`)
        .join('')}>`;
    }
    const parent = this.#open.at(-1);
    if (parent !== undefined) parent.children++;
    if (this.#open.length === 1 && name === 'occupation') {
      this.#leaves = new Map();
      this.#occupationLine = this.#line();
    }
    this.#open.push({ name, line: this.#line(), text: '', children: 0 });
  }

  #characters(text: string): void {
    const html = this.#htmlAbove();
    const open = html ?? this.#open.at(-1);
    if (open !== undefined) open.text += html === null || html === this.#open.at(-1) ? text : escaped(text);
  }

  #closed(name: string): void {
    const closed = this.#open.pop();
    const html = this.#htmlAbove();
    if (html !== null) {
      html.text += `</${name}>`;
      return;
    }
    if (closed === undefined) return;
    const path = [...this.#open.slice(2).map((open) => open.name), name].join('/');
    if (this.#open.length === 1) {
      if (name === 'occupation') this.#occupation();
      else this.#header.set(name, closed.text.trim());
    } else if (this.#leaves !== null && (closed.children === 0 || HTML.test(name))) {
      this.#leaves.set(path, [...(this.#leaves.get(path) ?? []), { text: closed.text, line: closed.line }]);
    }
  }

  #occupation(): void {
    const missing = HEADER.filter((name) => !this.#header.get(name));
    if (missing.length > 0) throw this.#refused(`has no ${missing.join(', ')} before its first occupation`);
    this.#count++;
    this.#ready.push({
      line: this.#occupationLine,
      leaves: this.#leaves ?? new Map(),
      years: { baseYear: this.#year('current_year'), projectedYear: this.#year('projection_year') },
      lastUpdated: this.#header.get('last_updated') ?? '',
    });
    this.#leaves = null;
  }

  #year(name: string): number {
    const text = this.#header.get(name) ?? '';
    if (!/^\d{4}$/.test(text)) throw this.#refused(`has a ${name} that is not a year: "${text}"`);
    return Number(text);
  }

  #htmlAbove() {
    return this.#open.find(({ name }) => HTML.test(name)) ?? null;
  }

  /** sax counts lines from 0. */
  #line(): number {
    return this.#parser.line + 1;
  }

  #refused(message: string, cause?: unknown): ImportError {
    return refused(this.#file, this.#line(), message, { cause });
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
