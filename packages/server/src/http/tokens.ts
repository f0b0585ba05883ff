import { type DocumentNode, GraphQLError, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { apiError } from '../errors.js';

/** Parsed documents are cached with their text, whose comments are not tokens but take memory. */
const MAX_CHARACTERS = 20_000;

const MAX_TOKENS = 1_000;

/**
 * A parser that stops before deeply nested brackets exhaust its stack. The last document is remembered: a request is
 * measured before it is executed.
 *
 * @throws GraphQLError at a text that is too long or no document
 */
export function createParser(): (text: string) => DocumentNode {
  let last: { readonly text: string; readonly document: DocumentNode } | undefined;
  return (text) => {
    if (last?.text === text) return last.document;
    const document = parseBounded(text);
    last = { text, document };
    return document;
  };
}

/** Parses with the given parser. */
export function limitTokens(parser: (text: string) => DocumentNode): Plugin {
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((source: Parameters<typeof parse>[0]) => parser(typeof source === 'string' ? source : source.body));
    },
  };
}

function parseBounded(text: string): DocumentNode {
  if (text.length > MAX_CHARACTERS) {
    const message = `The document has ${text.length} characters. The limit is ${MAX_CHARACTERS}.`;
    throw tooMany(message, text.length, MAX_CHARACTERS);
  }
  try {
    return parse(text, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof RangeError) throw new GraphQLError('Syntax Error: The document is nested too deeply.');
    if (error instanceof GraphQLError && /^Syntax Error: Document contains more \w+ \d+ tokens/.test(error.message)) {
      const count = countTokens(text);
      throw tooMany(`The document has ${count} tokens. The limit is ${MAX_TOKENS}.`, count, MAX_TOKENS);
    }
    throw error;
  }
}

/** Punctuation, names, numbers and texts. Exact for a valid document, and near it for any other. */
function countTokens(text: string): number {
  // A text without any token does not match at all.
  return (
    text
      .match(/"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|#[^\n\r]*|\.\.\.|[A-Za-z0-9_.+-]+|[^\s,\uFEFF]/g)
      ?.filter((token) => !token.startsWith('#')).length ?? 0
  );
}

function tooMany(message: string, value: number, limit: number): GraphQLError {
  return apiError('TOO_MANY_TOKENS', message, { limit, value, http: { status: 400 } });
}
