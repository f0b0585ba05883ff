import { parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Stops the parser before deep brackets exhaust its stack. */
export function limitTokens(maxTokens: number): Plugin {
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((source: Parameters<typeof parse>[0], options: Parameters<typeof parse>[1]) =>
        parse(source, { ...options, maxTokens }),
      );
    },
  };
}
