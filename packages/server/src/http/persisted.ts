import { createHash } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { apiError } from '../errors.js';

const MAX_DOCUMENTS = 1_000;

/** A hundred of the longest documents that are taken. */
const MAX_CHARACTERS = 2_000_000;

/**
 * Automatic persisted queries: a document that was once sent with its SHA-256 can be asked for by that alone. Those
 * least recently asked for are forgotten first, and all of them with the process: who asks must be ready to send a
 * document again.
 */
export function persistDocuments(): Plugin {
  const documents = new LRUCache<string, string>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (document) => document.length,
  });
  return {
    onParams: ({ params, setParams }) => {
      const hash = hashOf(params.extensions);
      if (hash === undefined) return;
      const given: unknown = params.query;
      if (given === undefined) {
        const query = documents.get(hash);
        if (query === undefined) throw notFound();
        setParams({ ...params, query });
      } else if (typeof given === 'string' && createHash('sha256').update(given).digest('hex') !== hash) {
        throw mismatch();
      }
    },
    // Or anyone could fill the store with what is never answered.
    onValidate:
      ({ context: { params } }) =>
      ({ valid }) => {
        const hash = hashOf(params.extensions);
        if (valid && hash !== undefined && params.query !== undefined) documents.set(hash, params.query);
      },
  };
}

/** The hash that `extensions.persistedQuery` names; undefined where there is none. */
function hashOf(extensions: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const persistedQuery = extensions?.persistedQuery;
  if (persistedQuery == null) return undefined;
  const { version, sha256Hash } = persistedQuery as { readonly version?: unknown; readonly sha256Hash?: unknown };
  if (version === 1 && typeof sha256Hash === 'string' && /^[0-9a-f]{64}$/.test(sha256Hash)) return sha256Hash;
  throw apiError(
    'BAD_REQUEST',
    'extensions.persistedQuery must be { "version": 1, "sha256Hash": the SHA-256 of the document as 64 lowercase hexadecimal digits }.',
    { http: { status: 400 } },
  );
}

/** The message is part of the protocol: urql looks for it, Apollo Client for the code. */
function notFound() {
  return apiError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound', { http: { status: 404 } });
}

function mismatch() {
  return apiError(
    'PERSISTED_QUERY_MISMATCH',
    'extensions.persistedQuery.sha256Hash is not the SHA-256 of the query; hash the text as it is sent, in UTF-8.',
    { http: { status: 400 } },
  );
}
