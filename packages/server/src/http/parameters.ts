import { apiError, badInput } from '../errors.js';

/** Levels of lists and objects in a body; the deepest query of the SDK has six. */
const MAX_BODY_DEPTH = 64;

/** Entries of lists and objects in a body. Of the SDK's operations, compare has the most variables, some 30. */
const MAX_BODY_VALUES = 1_000;

/** The parameters of GraphQL over HTTP. A persisted document has no query. */
export interface Parameters {
  readonly query?: string;
  /** Of any type, because what it must be is said where it is read. */
  readonly documentId?: unknown;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
  readonly extensions?: Record<string, unknown>;
}

/** Reads the body of a POST. Unknown keys are ignored; an error message repeats nothing of the body. */
export function fromBody(bytes: Uint8Array): Parameters {
  return known(parseJson('body', decode(bytes)));
}

/** Reads the query string of a GET. */
export function fromSearch(search: string): Parameters {
  const given = new URLSearchParams(search);
  const json = (name: string) => {
    const text = given.get(name);
    return text ? parseJson(name, text) : undefined;
  };
  return known({
    query: given.get('query'),
    documentId: given.get('documentId'),
    operationName: given.get('operationName') || undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  });
}

function known(given: unknown): Parameters {
  if (!isObject(given)) throw badRequest('The body must be one JSON object with a query; batches are not supported.');
  const { query, documentId, operationName, variables, extensions } = given;
  if (!isAbsent(query) && typeof query !== 'string') throw badRequest('The query must be a string.');
  if (!isAbsent(operationName) && typeof operationName !== 'string') {
    throw badRequest('The operationName must be a string.');
  }
  if (!isAbsent(variables) && !isObject(variables)) throw badRequest('The variables must be a JSON object.');
  if (!isAbsent(extensions) && !isObject(extensions)) throw badRequest('The extensions must be a JSON object.');
  if (!query && isAbsent(documentId) && isAbsent(extensions?.persistedQuery)) throw badRequest('There is no query.');
  return {
    ...(query && { query }),
    ...(!isAbsent(documentId) && { documentId }),
    ...(!isAbsent(operationName) && { operationName }),
    ...(!isAbsent(variables) && { variables }),
    ...(!isAbsent(extensions) && { extensions }),
  };
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
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
  checkSize(what, value);
  return value;
}

/** Goes level by level, because a hostile body would exhaust the stack of a recursion. */
function checkSize(what: string, value: unknown): void {
  const isBranch = (item: unknown): item is object => typeof item === 'object' && item !== null;
  let level = [value].filter(isBranch);
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === MAX_BODY_DEPTH) throw tooLarge(`The ${what} is nested deeper than ${MAX_BODY_DEPTH} levels.`);
    const items = level.flatMap((item): unknown[] => Object.values(item));
    values += items.length;
    if (values > MAX_BODY_VALUES)
      throw tooLarge(
        `The ${what} has ${values} values in lists and objects, or more. The limit is ${MAX_BODY_VALUES}.`,
      );
    level = items.filter(isBranch);
  }
}

function tooLarge(message: string) {
  return apiError('REQUEST_ENTITY_TOO_LARGE', message, { http: { status: 413 } });
}

function badRequest(message: string) {
  return apiError('BAD_REQUEST', message, { http: { status: 400 } });
}
