import type { Plugin } from 'graphql-yoga';
import { badInput } from '../errors.js';

/** Rejects strings that Postgres cannot store: NUL characters and lone surrogates. */
export function refuseUnstorableText(): Plugin {
  return {
    onExecute: ({ args }) => {
      for (const [name, value] of Object.entries(args.variableValues ?? {})) {
        if (!isStorable(value)) throw unstorable(`$${name}`);
      }
    },
    onParse: ({ params }) => {
      if (!isStorable(params.source) || /\\u0000|\\u\{0+\}/.test(String(params.source))) {
        throw unstorable('query');
      }
    },
  };
}

function unstorable(argument: string) {
  return badInput(argument, 'the text contains a NUL character or a lone surrogate.', { http: { status: 400 } });
}

export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && !/\p{Surrogate}/u.test(value);
  if (Array.isArray(value)) return value.every(isStorable);
  return value === null || typeof value !== 'object' || Object.values(value).every(isStorable);
}
