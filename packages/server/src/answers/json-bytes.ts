const utf8 = new TextEncoder();

/** Of most answers; a longer one gets a longer buffer. */
const BUFFER_BYTES = 1 << 18;

/** UTF-8 needs at most three bytes for one of JavaScript's characters. */
const BYTES_PER_CHARACTER = 3;

/** How deep objects and arrays are written part by part: the answer, its data, and a career or a page of a list. */
const DEPTH = 3;

/** Nothing waits while a value is written, so one buffer is enough. */
let buffer = new Uint8Array(BUFFER_BYTES);

/**
 * What JSON.stringify makes of a value, in UTF-8, without the whole text in between: V8 makes room of its own for each
 * text of more than 128 kB, and that takes longer than all the rest.
 */
export function jsonBytes(value: unknown): Uint8Array<ArrayBuffer> {
  const length = writeValue(0, value, DEPTH);
  const bytes = new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
  bytes.set(buffer.subarray(0, length));
  if (buffer.length > BUFFER_BYTES) buffer = new Uint8Array(BUFFER_BYTES);
  return bytes;
}

/** Each of these writes at an offset, and gives the next one. */
function writeValue(offset: number, value: unknown, depth: number): number {
  if (depth === 0 || typeof value !== 'object' || value === null || 'toJSON' in value)
    return writeText(offset, JSON.stringify(value));
  return Array.isArray(value)
    ? writeList(offset, value, depth)
    : writeObject(offset, value as Readonly<Record<string, unknown>>, depth);
}

function writeObject(start: number, object: Readonly<Record<string, unknown>>, depth: number): number {
  let offset = start;
  let before = '{';
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    offset = writeText(offset, `${before}${JSON.stringify(name)}:`);
    offset = writeValue(offset, value, depth - 1);
    before = ',';
  }
  return writeText(offset, before === '{' ? '{}' : '}');
}

function writeList(start: number, list: readonly unknown[], depth: number): number {
  let offset = start;
  let before = '[';
  for (const value of list) {
    offset = writeText(offset, before);
    offset = writeValue(offset, value ?? null, depth - 1);
    before = ',';
  }
  return writeText(offset, before === '[' ? '[]' : ']');
}

function writeText(offset: number, text: string): number {
  const needed = offset + text.length * BYTES_PER_CHARACTER;
  if (needed > buffer.length) {
    const larger = new Uint8Array(2 * needed);
    larger.set(buffer.subarray(0, offset));
    buffer = larger;
  }
  return offset + utf8.encodeInto(text, buffer.subarray(offset)).written;
}
