import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The smallest first. */
export const ENCODINGS = ['br', 'gzip'] as const;

/** How the bytes of an answer are compressed, as `Content-Encoding` names it; `identity`: not at all. */
export type Encoding = (typeof ENCODINGS)[number] | 'identity';

/** Less fits in one packet anyway. */
const MIN_BYTES = 1_024;

/** Higher qualities of brotli take ten times as long for a tenth of the bytes. */
const BROTLI_QUALITY = 5;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Compresses in a thread of its own; null if the bytes are too few to gain anything. */
export async function compress(
  bytes: Uint8Array,
  encoding: Exclude<Encoding, 'identity'>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (bytes.byteLength < MIN_BYTES) return null;
  const compressed =
    encoding === 'gzip'
      ? await toGzip(bytes)
      : await toBrotli(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
          },
        });
  // zlib gives a part of a larger buffer, which would be kept as a whole.
  return new Uint8Array(compressed);
}
