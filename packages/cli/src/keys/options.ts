import { UsageError } from '../command.js';

/** Cost per minute of a key for which nothing else is said: ten times that of a caller without a key. */
export const DEFAULT_KEY_BUDGET = 10_000_000;

const MAX_BUDGET = 2_000_000_000;
const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1_440 };
const MAX_DAYS = 30;
const MAX_NAME = 100;

/** Control characters, line breaks, and what reverses the direction of text. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

/** Cost per minute from 1,000 to 2,000,000,000, or 0 for no limit. */
export function budgetOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const budget = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (budget === 0 || (budget >= 1_000 && budget <= MAX_BUDGET)) return budget;
  throw new UsageError(
    `Invalid value ${JSON.stringify(text)} for --budget. Use a cost per minute from 1000 to ${MAX_BUDGET}, or 0 for no limit.`,
  );
}

/** Minutes of `30m`, `24h`, `7d`, or 0. */
export function graceMinutesOf(text = '0'): number {
  const [, count, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  const minutes = text === '0' ? 0 : Number(count) * (MINUTES[unit ?? ''] ?? Number.NaN);
  if (minutes >= 0 && minutes <= MAX_DAYS * 1_440) return minutes;
  throw new UsageError(
    `Invalid value ${JSON.stringify(text)} for --grace. Use 0 or a time up to ${MAX_DAYS} days such as 30m, 24h or 7d.`,
  );
}

/** Origins as browsers send them. */
export function originsOf(texts: readonly string[]): readonly string[] {
  for (const text of texts) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url && url.host !== '' && text === `${url.protocol}//${url.host}`) continue;
    throw new UsageError(
      `Invalid value ${JSON.stringify(text)} for --origin. Use an origin such as https://partner.example: lower case, no path, no default port.`,
    );
  }
  return [...new Set(texts)];
}

/** A name for people: one line that a terminal shows as it is. */
export function nameOf(positionals: readonly string[]): string {
  const name = onlyOne(positionals, 'name of the key', ' Quote a name with spaces.').trim();
  const { length } = [...name];
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(name))
    throw new UsageError('The name of the key is empty. Use at least one letter.');
  if (length > MAX_NAME) throw new UsageError(`The name has ${length} characters. Use at most ${MAX_NAME}.`);
  const [sign] = UNPRINTABLE.exec(name) ?? [];
  if (sign !== undefined) {
    const point = `U+${(sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
    throw new UsageError(
      `The name has the control character ${point}, which would change how a terminal shows the list of keys. Leave it out.`,
    );
  }
  return name;
}

export function idOf(positionals: readonly string[]): string {
  return onlyOne(positionals, 'ID of the key');
}

function onlyOne(positionals: readonly string[], what: string, advice = ''): string {
  const [value, ...more] = positionals;
  if (value === undefined) throw new UsageError(`Missing ${what}.`);
  if (more.length > 0) throw new UsageError(`Unexpected argument ${JSON.stringify(more[0])}.${advice}`);
  return value;
}
