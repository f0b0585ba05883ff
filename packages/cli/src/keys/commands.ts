import { commandLine, formatApiKey, hashOfSecret, newApiKeyId, newApiKeySecret, type Session } from '@careergraph/db';
import { NothingToChange, type Report, UsageError } from '../command.js';
import { count, table } from '../table.js';
import { budgetOf, DEFAULT_KEY_BUDGET, graceMinutesOf, idOf, nameOf, originsOf } from './options.js';

/** The arguments after the name of the command. */
export interface KeysGiven {
  readonly positionals: readonly string[];
  readonly origin: readonly string[];
  readonly budget: string | undefined;
  readonly grace: string | undefined;
}

/** The standard output is one value that a script can take; the note for a person goes to the standard error. */
export interface KeysReport extends Report {
  readonly note?: string;
}

/** The database with the keys. */
export interface KeysDatabase {
  readonly sql: Session;
  /** Servers use it at this moment, and learn of a change. With the embedded database, none does. */
  readonly isShared: boolean;
}

/** A command of `keys`. */
export interface KeysCommand {
  readonly usage: string;
  readonly summary: string;
  /** Options that it takes beside --json and --help. */
  readonly options: readonly ('origin' | 'budget' | 'grace')[];
  /** Reads the arguments before the database is opened. */
  prepare(given: KeysGiven): (database: KeysDatabase) => Promise<KeysReport>;
}

interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly budget: number;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly previousUntil: Date | null;
  readonly revokedAt: Date | null;
}

const COLUMNS = `id, name, origins, budget, created_at as "createdAt", last_used_at as "lastUsedAt",
  case when previous_until > now() then previous_until end as "previousUntil", revoked_at as "revokedAt"`;

const shownOnce = (isShared: boolean) =>
  `This is the only time that the key is shown. ${isShared ? 'Servers accept it within 3 s.' : 'Start the server to use it.'}`;

const create: KeysCommand = {
  usage: 'create <name> [--origin ORIGIN]… [--budget COST]',
  summary: 'makes a key and shows it once',
  options: ['origin', 'budget'],
  prepare: (given) => {
    const name = nameOf(given.positionals);
    const origins = originsOf(given.origin);
    const budget = budgetOf(given.budget) ?? DEFAULT_KEY_BUDGET;
    return async ({ sql, isShared }) => {
      const [id, secret] = [newApiKeyId(), newApiKeySecret()];
      await sql.query(
        'insert into public.api_key (id, name, secret_hash, origins, budget) values ($1, $2, $3, $4, $5)',
        [id, name, hashOfSecret(secret), origins, budget],
      );
      const key = formatApiKey({ id, secret });
      const others = await sql.query<{ id: string }>(
        'select id from public.api_key where name = $1 and id <> $2 and revoked_at is null order by created_at, id',
        [name, id],
      );
      const note =
        others.length === 0 ? '' : ` Other keys have this name, too: ${others.map(({ id }) => id).join(', ')}.`;
      return { json: { id, name, key, origins, budget }, text: key, note: `${shownOnce(isShared)}${note}` };
    };
  },
};

const list: KeysCommand = {
  usage: 'list',
  summary: 'lists the keys without their secrets',
  options: [],
  prepare: ({ positionals }) => {
    if (positionals.length > 0) throw new UsageError(`Unexpected argument ${JSON.stringify(positionals[0])}.`);
    return async ({ sql }) => {
      const keys = await sql.query<KeyRow>(`select ${COLUMNS} from public.api_key order by created_at, id`);
      const columns = ['ID', 'NAME', 'ORIGINS', 'BUDGET', 'CREATED', 'LAST USED', 'STATUS'].map((title) => ({ title }));
      return { json: { keys }, text: keys.length === 0 ? 'There is no key.' : table(columns, keys.map(rowOf)) };
    };
  },
};

const rotate: KeysCommand = {
  usage: 'rotate <id> [--grace TIME]',
  summary: 'gives a key a new secret; only the last old one is accepted for a grace period',
  options: ['grace'],
  prepare: (given) => {
    const id = idOf(given.positionals);
    const minutes = graceMinutesOf(given.grace);
    return async ({ sql, isShared }) => {
      const secret = newApiKeySecret();
      const [row] = await sql.query<KeyRow>(
        `update public.api_key set previous_hash = case when $3 > 0 then secret_hash end,
           previous_until = case when $3 > 0 then now() + make_interval(mins => $3::int) end, secret_hash = $2
         where id = $1 and revoked_at is null returning ${COLUMNS}`,
        [id, hashOfSecret(secret), minutes],
      );
      if (!row) throw await noSuchKey(sql, id);
      const key = formatApiKey({ id, secret });
      const old = row.previousUntil
        ? `The old secret is accepted until ${row.previousUntil.toISOString()}.`
        : isShared
          ? 'The old secret is refused within 3 s.'
          : 'The old secret is no longer accepted.';
      return { json: { ...row, key }, text: key, note: `${shownOnce(isShared)} ${old}` };
    };
  },
};

const revoke: KeysCommand = {
  usage: 'revoke <id>',
  summary: 'ends a key and its old secret for good',
  options: [],
  prepare: (given) => {
    const id = idOf(given.positionals);
    return async ({ sql, isShared }) => {
      const [row] = await sql.query<KeyRow>(
        `update public.api_key set revoked_at = now(), previous_hash = null, previous_until = null
         where id = $1 and revoked_at is null returning ${COLUMNS}`,
        [id],
      );
      if (!row) throw await noSuchKey(sql, id);
      return {
        json: { ...row },
        text: `Revoked ${id} (${row.name}).${isShared ? ' Servers refuse it within 3 s.' : ''}`,
      };
    };
  },
};

export const KEYS_COMMANDS: Readonly<Record<string, KeysCommand>> = { create, list, rotate, revoke };

async function noSuchKey(sql: Session, id: string): Promise<NothingToChange> {
  const [row] = await sql.query<{ revokedAt: Date }>(
    'select revoked_at as "revokedAt" from public.api_key where id = $1',
    [id],
  );
  if (row)
    return new NothingToChange(`The key ${id} was revoked at ${row.revokedAt.toISOString()}. Create another one.`);
  const hint = id.startsWith('cg_') ? ' Give the ID alone: the 8 characters after cg_.' : '';
  // Whoever pastes a whole key must not find its secret in the terminal's output.
  return new NothingToChange(
    `There is no key ${JSON.stringify(id.slice(0, 11))}.${hint} "${commandLine('keys', 'list')}" shows the IDs.`,
  );
}

function rowOf({ id, name, origins, budget, createdAt, lastUsedAt, previousUntil, revokedAt }: KeyRow): string[] {
  const status = revokedAt
    ? `revoked ${minute(revokedAt)}`
    : previousUntil
      ? `active, old secret until ${minute(previousUntil)}`
      : 'active';
  return [
    id,
    name,
    origins.length === 0 ? 'none: for servers' : origins.join(' '),
    budget === 0 ? 'no limit' : `${count(budget)} per minute`,
    minute(createdAt),
    lastUsedAt ? minute(lastUsedAt) : 'never',
    status,
  ];
}

/** `2026-11-24 10:05` */
function minute(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ');
}
