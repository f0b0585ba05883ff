import { createHash } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { apiError } from '../errors.js';

const MAX_DOCUMENTS = 1_000;

/** A hundred of the longest documents that are accepted. */
const MAX_CHARACTERS = 2_000_000;

/**
 * Automatic persisted queries: a document that was once sent with its SHA-256 can be requested by the hash alone. The
 * least recently used documents are evicted first, and a restart forgets all of them, so a client must be ready to send
 * a document again.
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
    // Invalid documents are not stored, so nobody can fill the store with them.
    onValidate:
      ({ context: { params } }) =>
      ({ valid }) => {
        const hash = hashOf(params.extensions);
        if (valid && hash !== undefined && params.query !== undefined) documents.set(hash, params.query);
      },
  };
}

/** The hash in `extensions.persistedQuery`, or undefined. */
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

/** Both are part of the protocol: urql reads the message, Apollo Client the code. */
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
