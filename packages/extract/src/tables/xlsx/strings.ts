import { TableError } from '../errors.js';
import type { Member } from '../zip.js';
import { scan } from './scan.js';
import type { XmlHandler } from './xml.js';

/** What is held of a workbook's strings at most; the largest published table has some 60,000. */
const STRING_LIMITS = { strings: 2_000_000, bytes: 256 * 1024 ** 2 } as const;

/** The workbook's strings, by index. */
export async function readSharedStrings(member: Member, file: string): Promise<readonly string[]> {
  const refuse = (found: string) =>
    new TableError({ file }, `has ${found}. Save the sheets that are needed as a workbook of their own.`);
  if (member.bytes > STRING_LIMITS.bytes) {
    throw refuse(`${member.bytes} bytes of shared strings; at most ${STRING_LIMITS.bytes} are read`);
  }
  const strings: string[] = [];
  const text = new StringText();
  const handler: XmlHandler = {
    wantsText: (name) => name === 't',
    open: (name) => {
      text.open(name);
      if (name === 'si') text.begin();
    },
    close: (name, characters) => {
      text.close(name, characters);
      if (name === 'si') {
        if (strings.length === STRING_LIMITS.strings) {
          throw refuse(`over ${STRING_LIMITS.strings} shared strings`);
        }
        strings.push(detached(text.value));
      }
    },
  };
  for await (const _ of scan(member, handler, { file })) {
    // Strings are collected by the handler.
  }
  return strings;
}

/** Collects the text of an `si` or `is`: its own or that of its rich text's runs, but not the phonetic guide. */
export class StringText {
  #value = '';
  #phonetic = false;

  begin(): void {
    this.#value = '';
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic = true;
  }

  close(name: string, text: string): void {
    if (name === 'rPh') this.#phonetic = false;
    else if (name === 't' && !this.#phonetic) this.#value += text;
  }

  get value(): string {
    return unescaped(this.#value);
  }
}

/** `_x000D_` is how the format writes a character that XML cannot hold (ECMA-376, ST_Xstring). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The same string without the chunk it was cut from, which it would keep in memory for as long as it is held. */
export function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}
