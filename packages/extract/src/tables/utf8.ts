import { isUtf8 } from 'node:buffer';

/** Bytes that are not UTF-8, from this offset on. */
export class Utf8Fault extends Error {
  readonly offset: number;
  readonly byte: number;

  constructor(offset: number, byte: number) {
    super(`byte 0x${byte.toString(16).toUpperCase()} at offset ${offset} is not UTF-8`);
    this.offset = offset;
    this.byte = byte;
  }
}

/**
 * The same bytes, cut so that every chunk is whole characters of UTF-8.
 *
 * @throws Utf8Fault at the first byte that is none
 */
export async function* wholeCharacters(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  let rest = Buffer.alloc(0);
  let offset = 0;
  for await (const chunk of source) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = lastBoundary(bytes);
    const whole = bytes.subarray(0, end);
    if (!isUtf8(whole)) throw faultIn(whole, offset);
    if (end > 0) yield whole;
    rest = Buffer.from(bytes.subarray(end));
    offset += end;
  }
  if (rest.length > 0) throw new Utf8Fault(offset, rest[0] as number);
}

/** Where the last character starts if it may go on in the next chunk, or the length. */
function lastBoundary(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function faultIn(bytes: Buffer, start: number): Utf8Fault {
  const text = bytes.toString('utf8');
  // Each bad byte is decoded to U+FFFD; one that the file really has is EF BF BD.
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
    const offset = Buffer.byteLength(text.slice(0, at));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) {
      return new Utf8Fault(start + offset, bytes[offset] as number);
    }
  }
  throw new Error('Bytes that are not UTF-8 were decoded without a replacement character.');
}
