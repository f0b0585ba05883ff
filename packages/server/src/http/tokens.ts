import { GraphQLError, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { apiError } from '../errors.js';

/** Parsed documents are cached with their text, whose comments are not tokens but take memory. */
const MAX_CHARACTERS = 20_000;

/** Stops the parser before deeply nested brackets exhaust its stack. */
export function limitTokens(maxTokens: number): Plugin {
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((source: Parameters<typeof parse>[0], options: Parameters<typeof parse>[1]) => {
        const text = typeof source === 'string' ? source : source.body;
        if (text.length > MAX_CHARACTERS) {
          throw apiError(
            'TOO_MANY_TOKENS',
            `The document has ${text.length} characters. The limit is ${MAX_CHARACTERS}.`,
            {
              http: { status: 400 },
            },
          );
        }
        try {
          return parse(source, { ...options, maxTokens });
        } catch (error) {
          if (error instanceof RangeError) throw new GraphQLError('Syntax Error: The document is nested too deeply.');
          throw error;
        }
      });
    },
  };
}
