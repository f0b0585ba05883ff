import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { apiError, badInput } from '../errors.js';

/** Levels of lists and objects in a body; the deepest query of the SDK has six. */
const MAX_BODY_DEPTH = 64;

/** Reads the GraphQL parameters of a request. Unknown keys are ignored; an error message repeats nothing of the body. */
export function readParameters(): Plugin {
  return {
    onRequestParse: ({ request, setRequestParser }) => {
      if (request.method === 'GET') setRequestParser(fromUrl);
      if (request.method === 'POST') setRequestParser(fromBody);
    },
  };
}

async function fromBody(request: Request): Promise<GraphQLParams> {
  return known(parseJson('body', decode(await request.arrayBuffer())));
}

function fromUrl(request: Request): GraphQLParams {
  const search = new URL(request.url).searchParams;
  const json = (name: string) => {
    const text = search.get(name);
    return text ? parseJson(name, text) : undefined;
  };
  return known({
    query: search.get('query') ?? undefined,
    operationName: search.get('operationName') || undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  });
}

/** The four parameters of GraphQL over HTTP; yoga checks their types. A persisted document has no query. */
function known(parameters: unknown): GraphQLParams {
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) {
    throw badRequest('The body must be one JSON object with a query; batches are not supported.');
  }
  const { query, operationName, variables, extensions } = parameters as GraphQLParams;
  const isGiven = query != null && query !== '';
  if (!isGiven && extensions?.persistedQuery == null) throw badRequest('There is no query.');
  return {
    ...(isGiven && { query }),
    ...(operationName != null && { operationName }),
    ...(variables != null && { variables }),
    ...(extensions != null && { extensions }),
  };
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badInput('body', 'the text is not UTF-8.', { http: { status: 400 } });
  }
}

function parseJson(what: string, text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest(text === '' ? `The ${what} is empty.` : `The ${what} is not valid JSON.`);
  }
  if (depthExceeds(value, MAX_BODY_DEPTH)) {
    throw apiError('REQUEST_ENTITY_TOO_LARGE', `The ${what} is nested deeper than ${MAX_BODY_DEPTH} levels.`, {
      http: { status: 413 },
    });
  }
  return value;
}

/** Goes level by level, because a hostile body would exhaust the stack of a recursion. */
function depthExceeds(value: unknown, limit: number): boolean {
  const isBranch = (item: unknown): item is object => typeof item === 'object' && item !== null;
  let level = [value].filter(isBranch);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === limit) return true;
    level = level.flatMap((item): unknown[] => Object.values(item)).filter(isBranch);
  }
  return false;
}

function badRequest(message: string) {
  return apiError('BAD_REQUEST', message, { http: { status: 400 } });
}
