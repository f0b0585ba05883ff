import { hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

const ID_LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const FORM = /^cg_([a-z2-9]{8})_([A-Za-z0-9_-]{43})$/;

/** The two parts of a key: `cg_<id>_<secret>`. */
export interface ApiKeyParts {
  /** 8 letters and digits. Not secret: it names the key in lists and logs. */
  readonly id: string;
  /** 256 random bits in base64url. */
  readonly secret: string;
}

export function newApiKeyId(): string {
  return Array.from({ length: 8 }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join('');
}

export function newApiKeySecret(): string {
  return randomBytes(32).toString('base64url');
}

export function formatApiKey({ id, secret }: ApiKeyParts): string {
  return `cg_${id}_${secret}`;
}

/** Undefined if the text does not have the form of a key. */
export function parseApiKey(text: string): ApiKeyParts | undefined {
  const [, id, secret] = FORM.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** What the database keeps of a secret: its SHA-256 in base64url. A random secret of 256 bits needs no slow hash. */
export function hashOfSecret(secret: string): string {
  return hash('sha256', secret, 'base64url');
}

/** Compares two hashes in constant time. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}
