import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from '@careergraph/db';
import type { GraphQLParams } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import { type AnswerKeys, keysOf } from '../answers/answer.js';
import { apiError, badInput } from '../errors.js';
import type { Parameters } from './parameters.js';

const MAX_DOCUMENTS = 1_000;

/** A hundred of the longest documents that are accepted. */
const MAX_CHARACTERS = 2_000_000;

/** What one client may take of them. */
const SHARE = 1 / 4;

/** Texts of documents by their SHA-256. */
export type KnownDocuments = ReadonlyMap<string, string>;

/** Which documents are executed: any, or only those that the server knows from its start. */
export type AllowedDocuments = 'any' | 'known';

/** A request with its document found. */
export interface Question {
  /** Has the text of the document as `query`. */
  readonly params: GraphQLParams;
  /** SHA-256 of the text. */
  readonly documentHash: string;
  /** The same for every request that asks the same, however it is written: by GET, by POST, or by hash. */
  readonly keys: AnswerKeys;
  /** Whether the client sent the document together with its hash, so that it may send the hash alone from now on. */
  readonly isNamed: boolean;
}

export interface Documents {
  /** @throws GraphQLError if the hash is malformed, unknown or that of another text, or if the document is not allowed */
  find(parameters: Parameters): Question;
  /**
   * Makes a document that was answered without errors known by its hash, if the client has named it. A client has room for
   * a quarter of all: its further documents take the place of its own.
   */
  remember(question: Question, caller: string): void;
}

/** The documents of the SDK, which `npm run sdk:operations` writes, and those of its earlier versions. */
export function readKnownDocuments(): KnownDocuments {
  const folder = installed('schema/documents');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    files.flatMap((name) =>
      Object.entries(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>),
    ),
  );
}

/**
 * Documents that can be requested by their SHA-256: the known ones, and those that a client has sent together with the
 * hash. Of the latter, the least recently used are evicted first, and a restart forgets all of them, so a client must
 * be ready to send a document again.
 */
export function createDocuments(known: KnownDocuments, allowed: AllowedDocuments): Documents {
  const named = new LRUCache<string, string>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (document) => document.length,
    dispose: (_document, id) => shares.release(id),
  });
  const shares = createShares((id) => named.delete(id));
  return {
    find: ({ query: given, documentId, ...params }) => {
      const id = hashOf(documentId, params.extensions);
      const query = given ?? (id === undefined ? undefined : (known.get(id) ?? named.get(id)));
      if (query === undefined) throw notFound();
      const documentHash = given === undefined && id !== undefined ? id : hash('sha256', query);
      if (id !== undefined && id !== documentHash) throw mismatch();
      if (allowed === 'known' && !known.has(documentHash)) throw notAllowed();
      return {
        params: { ...params, query },
        documentHash,
        keys: keysOf(keyOf(documentHash, params)),
        isNamed: given !== undefined && id !== undefined,
      };
    },
    remember: ({ params: { query }, documentHash, isNamed }, caller) => {
      if (!isNamed || query === undefined || known.has(documentHash)) return;
      if (named.has(documentHash)) shares.join(documentHash, caller);
      else {
        named.set(documentHash, query);
        shares.take(documentHash, query.length, caller);
      }
    },
  };
}

/** Whose the documents are: the client's that was first to name it, until another names it too. */
function createShares(drop: (id: string) => void) {
  const owners = new Map<string, string>();
  const owned = new Map<string, Map<string, number>>();
  const release = (id: string) => {
    const owner = owners.get(id);
    if (owner === undefined) return;
    owners.delete(id);
    const documents = owned.get(owner);
    documents?.delete(id);
    if (documents?.size === 0) owned.delete(owner);
  };
  return {
    release,
    join: (id: string, caller: string) => {
      if (owners.get(id) !== caller) release(id);
    },
    take: (id: string, characters: number, caller: string) => {
      owners.set(id, caller);
      const documents = owned.get(caller) ?? new Map<string, number>();
      owned.set(caller, documents.set(id, characters));
      let total = 0;
      for (const size of documents.values()) total += size;
      for (const [oldest, size] of documents) {
        if (documents.size <= MAX_DOCUMENTS * SHARE && total <= MAX_CHARACTERS * SHARE) break;
        total -= size;
        drop(oldest);
      }
    },
  };
}

/** Extensions count, because a later version may answer to them. */
function keyOf(documentHash: string, { operationName, variables, extensions }: GraphQLParams): string {
  const { persistedQuery, ...others } = extensions ?? {};
  return documentHash + JSON.stringify([operationName, withoutEmpty(variables), withoutEmpty(others)], sortKeys);
}

function withoutEmpty(object: object | undefined): object | undefined {
  return object && Object.keys(object).length > 0 ? object : undefined;
}

/** @throws GraphQLError at a number such as 1e400, which JSON would write as null, as if the request were another */
function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw badInput('variables', 'a number is too large.', { http: { status: 400 } });
  }
  return value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}

/** The hash in `documentId` or in `extensions.persistedQuery`, or undefined. */
function hashOf(documentId: unknown, extensions: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const apollo = apolloHash(extensions?.persistedQuery);
  if (documentId === undefined) return apollo;
  const [, id] = (typeof documentId === 'string' && /^(?:sha256:)?([0-9a-f]{64})$/.exec(documentId)) || [];
  if (id === undefined) {
    throw badRequest(
      'documentId must be sha256: followed by the SHA-256 of the document as 64 lowercase hexadecimal digits.',
    );
  }
  if (apollo !== undefined && apollo !== id) throw badRequest('documentId and extensions.persistedQuery differ.');
  return id;
}

function apolloHash(persistedQuery: unknown): string | undefined {
  if (persistedQuery == null) return undefined;
  const { version, sha256Hash } = persistedQuery as { readonly version?: unknown; readonly sha256Hash?: unknown };
  if (version === 1 && typeof sha256Hash === 'string' && /^[0-9a-f]{64}$/.test(sha256Hash)) return sha256Hash;
  throw badRequest(
    'extensions.persistedQuery must be { "version": 1, "sha256Hash": the SHA-256 of the document as 64 lowercase hexadecimal digits }.',
  );
}

function badRequest(message: string) {
  return apiError('BAD_REQUEST', message, { http: { status: 400 } });
}

/** Both are part of the protocol: urql reads the message, Apollo Client the code. */
function notFound() {
  return apiError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound', { http: { status: 404 } });
}

function mismatch() {
  return apiError(
    'PERSISTED_QUERY_MISMATCH',
    'The hash is not the SHA-256 of the query; hash the text as it is sent, in UTF-8.',
    { http: { status: 400 } },
  );
}

function notAllowed() {
  return apiError(
    'DOCUMENT_NOT_ALLOWED',
    'This server executes only documents that it knows from its start, such as those of its SDK.',
    { http: { status: 403 } },
  );
}
