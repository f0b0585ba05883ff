import type { Exchange } from '../http/exchange.js';
import type { HttpRequest } from '../http/handler.js';
import { Refusal } from '../http/refusal.js';
import { type Budgets, type Left, REQUEST_COST, WINDOW_SECONDS } from './budgets.js';
import { createAddressReader, type TrustedProxies } from './callers.js';
import type { Keys } from './keys.js';

/** A request that may be answered. */
export interface Admission {
  /** The same for all requests of a caller. */
  readonly caller: string;
  /**
   * Says what the request costs, before the work is done. Saying it again charges the difference only.
   *
   * @throws Refusal 429 RATE_LIMITED if the caller's budget does not have that much left
   */
  charge(cost: number): void;
}

/** @throws Refusal if the caller's key is not accepted, or nothing is left of its budget */
export type Admit = (request: HttpRequest) => Admission;

export interface AdmissionOptions {
  readonly keys?: Keys | undefined;
  readonly budgets: Budgets;
  /** Cost per minute of a caller without a key; 0 for no limit. */
  readonly anonymousBudget: number;
  readonly trustedProxies: TrustedProxies;
  /** Is told of each refusal for an exhausted budget. */
  readonly onLimited?: (() => void) | undefined;
}

/** How many requests with a key that is not accepted use up the budget of their address, if nothing else does. */
const REFUSED_KEYS_PER_MINUTE = 100;

/** Everyone is admitted, and nothing is counted. */
export const admitAll: Admit = () => ({ caller: 'anyone', charge: () => {} });

export function createAdmission(options: AdmissionOptions): Admit {
  const { keys, budgets, anonymousBudget, trustedProxies, onLimited } = options;
  const addressOf = createAddressReader(trustedProxies);
  return (request) => {
    const { headers, peer = 'unknown', exchange } = request;
    const { authorization } = headers;
    const address = addressOf(peer, forwardedFor(headers['x-forwarded-for']));
    // First, so that the log names who is refused, too.
    if (exchange) exchange.caller = address.network;
    let payer: Payer = { name: 'anonymous', caller: address.name, budget: anonymousBudget };
    try {
      const key = authorization === undefined ? null : keys?.keyOf(authorization);
      if (key) {
        const caller = `key:${key.id}`;
        if (exchange) exchange.caller = caller;
        keys?.use(key, headers.origin);
        payer = { name: 'key', caller, budget: key.budget };
      }
    } catch (error) {
      if (error instanceof Refusal) chargeRefusedKey(payer, exchange);
      throw error;
    }
    let charged = 0;
    const charge = (cost: number) => {
      const more = cost - charged;
      if (more <= 0) return;
      if (payer.budget > 0) take(payer, more, exchange, (left) => limited(payer, cost, left));
      charged = cost;
      if (exchange) exchange.cost = charged;
    };
    if (exchange) exchange.cost = 0;
    charge(REQUEST_COST);
    return { caller: payer.caller, charge };
  };

  function take(
    { name, caller, budget }: Payer,
    cost: number,
    exchange: Exchange | undefined,
    refusalOf: (left: Left) => Refusal,
  ): void {
    const left = budgets.take(caller, budget, cost);
    exchange?.setHeader('RateLimit-Policy', policyOf(name, budget));
    exchange?.setHeader('RateLimit', `"${name}";r=${left.remaining};t=${left.seconds}`);
    if (left.isAllowed) return;
    onLimited?.();
    throw refusalOf(left);
  }

  /** The address pays, and not the key: everyone can send the ID of a key, and the secret of a browser key. */
  function chargeRefusedKey(payer: Payer, exchange: Exchange | undefined): void {
    if (exchange) exchange.cost = 0;
    if (payer.budget === 0) return;
    const cost = Math.ceil(payer.budget / REFUSED_KEYS_PER_MINUTE);
    take(payer, cost, exchange, (left) => limitedKeys(payer, cost, left));
    if (exchange) exchange.cost = cost;
  }
}

/** Whose budget a request is charged to. */
interface Payer {
  /** As the headers `RateLimit` name it. */
  readonly name: 'key' | 'anonymous';
  /** The same for all requests of a caller. */
  readonly caller: string;
  /** Cost per minute; 0 for no limit. */
  readonly budget: number;
}

function forwardedFor(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}

function policyOf(name: string, budget: number): string {
  return `"${name}";q=${budget};w=${WINDOW_SECONDS}`;
}

function limited({ name, budget }: Payer, cost: number, { remaining, seconds }: Left): Refusal {
  const hasKey = name === 'key';
  const whose = hasKey ? 'of this key' : 'of callers without a key';
  const isTooLarge = cost > budget;
  const advice = isTooLarge
    ? 'Ask for less at once, or use a key with a larger budget.'
    : `Try again in ${seconds} s${hasKey ? '' : ', or use an API key'}.`;
  return new Refusal(
    429,
    `The request costs ${cost}, and ${remaining} of the budget ${whose}, ${budget} per minute, is left. ${advice}`,
    'RATE_LIMITED',
    // What never fits must not be tried again.
    isTooLarge ? {} : { 'retry-after': String(seconds) },
  );
}

function limitedKeys({ budget }: Payer, cost: number, { remaining, seconds }: Left): Refusal {
  return new Refusal(
    429,
    `The API key in Authorization is not accepted. A request with such a key costs ${cost}, and ${remaining} of the budget of callers without a key, ${budget} per minute, is left. Correct the key, and try again in ${seconds} s.`,
    'RATE_LIMITED',
    { 'retry-after': String(seconds) },
  );
}
