import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { apiError, badInput } from '../errors.js';
import { MAX_BODY_BYTES } from './request.js';

/** Levels of lists and objects in a body; our deepest question has six. */
const MAX_BODY_DEPTH = 64;

/** Reads what a request asks for. Unknown keys are ignored; a refusal repeats nothing of the body. */
export function readParameters(): Plugin {
  return {
    onRequestParse: ({ request, setRequestParser }) => {
      if (request.method === 'GET') setRequestParser(fromAddress);
      if (request.method === 'POST') setRequestParser(fromBody);
    },
  };
}

async function fromBody(request: Request): Promise<GraphQLParams> {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MAX_BODY_BYTES) {
    throw tooLarge(`The body has ${bytes.byteLength} bytes; at most ${MAX_BODY_BYTES} are taken.`);
  }
  return known(parseJson('body', decode(bytes)));
}

function fromAddress(request: Request): GraphQLParams {
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

/** The four parameters of GraphQL over HTTP; their types are checked after this. A persisted document has no query. */
function known(parameters: unknown): GraphQLParams {
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) {
    throw badRequest('The body must be one JSON object with a query; batches are not taken.');
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
    throw badRequest(text === '' ? `The ${what} is empty.` : `The ${what} cannot be read as JSON.`);
  }
  if (depthExceeds(value, MAX_BODY_DEPTH)) {
    throw tooLarge(`The ${what} is nested deeper than ${MAX_BODY_DEPTH} levels.`);
  }
  return value;
}

/** Level by level rather than by recursion, whose stack a hostile body would exhaust. */
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

function tooLarge(message: string) {
  return apiError('REQUEST_ENTITY_TOO_LARGE', message, { http: { status: 413 } });
}
