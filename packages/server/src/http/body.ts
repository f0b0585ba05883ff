import type { MaybePromise } from '../maybe-promise.js';
import type { HttpRequest } from './handler.js';
import { Refusal } from './refusal.js';

/** The longest query of the SDK, the career page, has less than 8 kB. */
const MAX_BODY_BYTES = 100_000;

/** Browsers send forms and plain text across origins without a preflight, so only JSON is accepted. */
const JSON_TYPES = ['application/json', 'application/graphql-response+json'];

/**
 * Reads the JSON body of a POST.
 *
 * @throws Refusal where the body has another media type, is compressed or too large
 */
export function readJsonBody({ headers, readBody }: HttpRequest): MaybePromise<Buffer> {
  const sent = headers['content-type'] ?? '';
  const type = JSON_TYPES.includes(sent) ? sent : (sent.split(';')[0]?.trim().toLowerCase() ?? '');
  if (!JSON_TYPES.includes(type)) {
    const received = type === '' ? 'there is none' : `it is ${JSON.stringify(type)}`;
    throw new Refusal(415, `The Content-Type must be application/json; ${received}.`);
  }
  const encoding = headers['content-encoding'];
  if (encoding !== undefined) {
    throw new Refusal(415, `Send the body uncompressed; its Content-Encoding is ${JSON.stringify(encoding)}.`);
  }
  const body = readBody(MAX_BODY_BYTES);
  return body instanceof Promise ? body.then(whole, cutShort) : whole(body);
}

function whole(body: Buffer | null): Buffer {
  if (body === null) {
    throw new Refusal(413, `The body is larger than ${MAX_BODY_BYTES} bytes.`, 'REQUEST_ENTITY_TOO_LARGE');
  }
  return body;
}

function cutShort(): never {
  throw new Refusal(400, 'The connection closed before the end of the body.');
}
