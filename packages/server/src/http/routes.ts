import type { Handler } from './handler.js';
import { Refusal } from './refusal.js';

/** A handler for each method at each path. */
export type Routes = Readonly<Record<string, Readonly<Record<string, Handler>>>>;

/** As node:http reads the header. */
const CONTINUE = /(?:^|\W)100-continue(?:$|\W)/i;

/** @param fallback answers GET and HEAD at any other path. */
export function route(routes: Routes, fallback: Handler): Handler {
  const paths = new Map(Object.entries(routes).map(([path, methods]) => [path, new Map(Object.entries(methods))]));
  const otherPaths = new Map(Object.entries(readable(fallback)));
  return (request) => {
    const { expect } = request.headers;
    if (expect !== undefined && !CONTINUE.test(expect)) {
      throw new Refusal(
        417,
        `The Expect header may only be 100-continue; it is ${JSON.stringify(expect.slice(0, 60))}.`,
      );
    }
    const methods = paths.get(request.path) ?? otherPaths;
    const handler = methods.get(request.method);
    if (handler === undefined) {
      const allow = [...methods.keys()].join(', ');
      throw new Refusal(405, `The method ${request.method} is not allowed here. Use ${allow}.`, 'BAD_REQUEST', {
        allow,
      });
    }
    return handler(request);
  };
}

/** The methods of a resource that can only be read. */
export function readable(handler: Handler): Readonly<Record<string, Handler>> {
  return { GET: handler, HEAD: handler };
}
