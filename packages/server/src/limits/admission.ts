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
    const key = authorization === undefined ? null : (keys?.keyOf(authorization) ?? null);
    const caller = key ? `key:${key.id}` : address.name;
    if (key) {
      if (exchange) exchange.caller = caller;
      keys?.use(key, headers.origin);
    }
    const budget = key ? key.budget : anonymousBudget;
    const name = key ? 'key' : 'anonymous';
    let charged = 0;
    const charge = (cost: number) => {
      const more = cost - charged;
      if (more <= 0) return;
      if (budget > 0) take(more, cost);
      charged = cost;
      if (exchange) exchange.cost = charged;
    };
    const take = (more: number, cost: number) => {
      const left = budgets.take(caller, budget, more);
      exchange?.setHeader('RateLimit-Policy', policyOf(name, budget));
      exchange?.setHeader('RateLimit', `"${name}";r=${left.remaining};t=${left.seconds}`);
      if (left.isAllowed) return;
      onLimited?.();
      throw limited(key !== null, cost, budget, left);
    };
    if (exchange) exchange.cost = 0;
    charge(REQUEST_COST);
    return { caller, charge };
  };
}

function forwardedFor(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}

function policyOf(name: string, budget: number): string {
  return `"${name}";q=${budget};w=${WINDOW_SECONDS}`;
}

function limited(hasKey: boolean, cost: number, budget: number, { remaining, seconds }: Left): Refusal {
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
