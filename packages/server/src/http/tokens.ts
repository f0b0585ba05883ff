import { GraphQLError, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Stops the parser before deep brackets exhaust its stack. */
export function limitTokens(maxTokens: number): Plugin {
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((source: Parameters<typeof parse>[0], options: Parameters<typeof parse>[1]) => {
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
