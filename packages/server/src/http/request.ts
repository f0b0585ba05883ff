import { apiError, type ErrorCode } from '../errors.js';

/** Far above any question of ours. */
export const MAX_BODY_BYTES = 100_000;

const JSON_TYPES = ['application/json', 'application/graphql-response+json'];

/**
 * Looks at a POST before it is read: a form or plain text can be sent by any page on the web without asking, so only
 * JSON is taken.
 *
 * @returns the refusal, or null where the request may go on
 */
export function refusePost(request: Pick<Request, 'method' | 'headers'>): Response | null {
  if (request.method !== 'POST') return null;
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!JSON_TYPES.includes(type)) {
    return refusal(
      415,
      `The body must be application/json; it is ${type === '' ? 'of no type' : JSON.stringify(type)}.`,
    );
  }
  if (request.headers.has('content-encoding')) return refusal(415, 'A compressed body is not taken.');
  const length = Number(request.headers.get('content-length') ?? 0);
  if (length > MAX_BODY_BYTES) return tooLarge();
  return null;
}

export function tooLarge(): Response {
  return refusal(413, `The body is over ${MAX_BODY_BYTES} bytes.`, {}, 'REQUEST_ENTITY_TOO_LARGE');
}

export function refusal(
  status: number,
  message: string,
  headers: Record<string, string> = {},
  code: ErrorCode = 'BAD_REQUEST',
): Response {
  return Response.json(
    { errors: [apiError(code, message)] },
    { status, headers: { 'cache-control': 'no-store', vary: 'Origin', ...headers } },
  );
}
