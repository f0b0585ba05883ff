import { hash } from 'node:crypto';
import type { Encoding } from './encodings.js';
import { jsonBytes } from './json-bytes.js';

/** The body of a complete answer. The same question on the same catalog always has this answer. */
export interface KeptAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly encoding: Encoding;
  /** SHA-256 of the bytes before they were compressed, in base64url. */
  readonly hash: string;
}

/** The keys of an answer in each encoding, made once: Node computes the hash of a text once. */
export type AnswerKeys = Readonly<Record<Encoding, string>>;

export function keysOf(key: string): AnswerKeys {
  return { identity: `identity ${key}`, gzip: `gzip ${key}`, br: `br ${key}` };
}

export function toAnswer(result: unknown): KeptAnswer {
  const bytes = jsonBytes(result);
  return { bytes, encoding: 'identity', hash: hash('sha256', bytes, 'base64url') };
}
