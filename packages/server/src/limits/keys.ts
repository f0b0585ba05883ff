import { type Database, hashOfSecret, isSameHash, parseApiKey } from '@careergraph/db';
import { every } from '../every.js';
import { Refusal } from '../http/refusal.js';

/** A key that the database has, as far as a request needs it. */
export interface KnownKey {
  readonly id: string;
  /** Cost per minute; 0 for no limit. */
  readonly budget: number;
  readonly origins: readonly string[];
  readonly secretHash: string;
  readonly previousHash: string | null;
  readonly previousUntil: Date | null;
}

/** The keys that are accepted. */
export interface Keys {
  /**
   * The key in the header `Authorization`; null if it has another scheme than `Bearer`.
   *
   * @throws Refusal 401 UNAUTHENTICATED if there is no key after `Bearer`, no `Bearer` before the key, or the key is
   *   unknown or revoked
   */
  keyOf(authorization: string): KnownKey | null;
  /**
   * Notes that the key is used.
   *
   * @throws Refusal 403 FORBIDDEN if it is bound to other origins
   */
  use(key: KnownKey, origin: string | undefined): void;
  stop(): void;
}

const HOUR_MS = 3_600_000;

/**
 * Reads the keys, and again after each interval. While the database does not answer, those read last stay valid.
 *
 * @param prisma of the primary database, because the last use is written too, to the hour
 */
export async function keepKeys(
  prisma: Pick<Database, 'apiKey'>,
  intervalMs: number,
  onError: (error: unknown) => void,
): Promise<Keys> {
  const read = async () => {
    const rows = await prisma.apiKey.findMany({
      where: { revokedAt: null },
      select: { id: true, budget: true, origins: true, secretHash: true, previousHash: true, previousUntil: true },
    });
    return new Map<string, KnownKey>(rows.map((row) => [row.id, row]));
  };
  let keys = await read();
  let hour = 0;
  const used = new Set<string>();
  const written = new Set<string>();
  const writeUses = async () => {
    const now = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
    if (now !== hour) written.clear();
    hour = now;
    const fresh = [...used].filter((id) => !written.has(id));
    used.clear();
    if (fresh.length === 0) return;
    await prisma.apiKey.updateMany({ where: { id: { in: fresh } }, data: { lastUsedAt: new Date(now) } });
    for (const id of fresh) written.add(id);
  };
  let isReported = false;
  const stop = every(
    intervalMs,
    async () => {
      keys = await read();
      await writeUses();
      isReported = false;
    },
    (error) => {
      if (!isReported) onError(error);
      isReported = true;
    },
  );
  return {
    keyOf: (authorization) => {
      if (/^cg_/i.test(authorization)) throw unauthenticated('The API key in Authorization has no "Bearer" before it.');
      const [isBearer, token] = /^Bearer(?: +(.*))?$/i.exec(authorization) ?? [];
      // Other schemes belong to a proxy before this server.
      if (isBearer === undefined) return null;
      if (token === undefined) throw unauthenticated('Authorization has no API key after "Bearer".');
      const key = matching(keys, token);
      if (!key) throw unauthenticated('The API key in Authorization is unknown, revoked or incomplete.');
      return key;
    },
    use: (key, origin) => {
      if (key.origins.length > 0 && (origin === undefined || !key.origins.includes(origin))) {
        const received =
          origin === undefined ? 'the request has no Origin' : `the Origin is ${JSON.stringify(origin.slice(0, 100))}`;
        throw new Refusal(
          403,
          `The key ${key.id} is for pages of ${key.origins.join(' and ')}; ${received}. Use it there, or use a key for servers.`,
          'FORBIDDEN',
        );
      }
      used.add(key.id);
    },
    stop,
  };
}

function unauthenticated(reason: string): Refusal {
  const advice = 'Write "Authorization: Bearer cg_…" with a valid key, or leave the header out to ask without a key.';
  return new Refusal(401, `${reason} ${advice}`, 'UNAUTHENTICATED', {
    'www-authenticate': 'Bearer error="invalid_token"',
  });
}

function matching(keys: ReadonlyMap<string, KnownKey>, token: string): KnownKey | undefined {
  const parts = parseApiKey(token);
  const key = parts && keys.get(parts.id);
  if (!parts || !key) return undefined;
  const hash = hashOfSecret(parts.secret);
  if (isSameHash(hash, key.secretHash)) return key;
  const { previousHash, previousUntil } = key;
  if (previousHash === null || previousUntil === null || previousUntil.getTime() <= Date.now()) return undefined;
  return isSameHash(hash, previousHash) ? key : undefined;
}
