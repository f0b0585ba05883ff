import { andThen } from '../maybe-promise.js';
import { type Handler, type HttpRequest, type HttpResponse, oncePerResponse } from './handler.js';

/** Origins of the sites whose pages may read the API (`https://partner.example`); `*` allows every origin. */
export type Origins = readonly string[];

const METHODS = ['GET', 'HEAD', 'POST'];

/** Reads `https://partner.example,https://other.example:8443` or `*`; `faults` are the items that are not origins. */
export function parseOrigins(text: string): { readonly origins: Origins; readonly faults: readonly string[] } {
  const origins = text.split(',').map((item) => item.trim());
  const isEvery = origins.length === 1 && origins[0] === '*';
  return { origins, faults: isEvery ? [] : origins.filter((origin) => !isOrigin(origin)) };
}

/** Browsers send an origin in lower case, without a default port or a path, and it is compared as text. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text) || text.includes('*')) return false;
  const { protocol, host } = new URL(text);
  return host !== '' && text === `${protocol}//${host}`;
}

/**
 * Lets pages of the allowed origins read what `paths` answer, and every error, so that a page learns what is wrong with
 * its URL. Credentials are never allowed. A preflight from another origin is passed on and gets 405.
 */
export function allowOrigins(origins: Origins, paths: readonly string[], next: Handler): Handler {
  const to = new Map(
    [null, ...origins].map((origin) => [origin, oncePerResponse((response) => readable(response, origin))]),
  );
  return (request) => {
    const allowed = allowedOrigin(origins, request.headers.origin);
    const isPublic = paths.includes(request.path);
    if (isPublic && allowed !== null && isPreflight(request)) return preflightResponse(allowed);
    return andThen(next(request), (response) => {
      if (!isPublic && response.status < 400) return response;
      return to.get(allowed)?.(response) ?? response;
    });
  };
}

function readable({ status, headers, body }: HttpResponse, allowed: string | null): HttpResponse {
  const { vary } = headers;
  return {
    status,
    headers: {
      ...headers,
      vary: vary === undefined ? 'Origin' : `Origin, ${vary}`,
      ...(allowed !== null && {
        'access-control-allow-origin': allowed,
        'access-control-expose-headers': 'ETag, Cache-Status, Retry-After, RateLimit-Policy, RateLimit, X-Request-Id',
      }),
    },
    body,
  };
}

function isPreflight({ method, headers }: HttpRequest): boolean {
  return method === 'OPTIONS' && METHODS.includes(headers['access-control-request-method'] ?? '');
}

function preflightResponse(allowed: string): HttpResponse {
  return {
    status: 204,
    headers: {
      'access-control-allow-origin': allowed,
      'access-control-allow-methods': METHODS.join(', '),
      'access-control-allow-headers':
        'accept, content-type, authorization, if-none-match, traceparent, tracestate, x-request-id',
      'access-control-max-age': '86400',
      vary: 'Origin',
    },
    body: null,
  };
}

function allowedOrigin(origins: Origins, origin: string | undefined): string | null {
  if (origins.includes('*')) return '*';
  return origin !== undefined && origins.includes(origin) ? origin : null;
}
