import { type Database, type DatabaseLocation, type OpenDatabase, openDatabase } from '@careergraph/db';
import {
  createApi,
  createPlayground,
  createRowStore,
  type Handler,
  keepCatalog,
  type Logger,
  listen,
} from '@careergraph/server';
import { createTestDatabase, type TestContent } from './database.js';
import { type Fetch, toFetch } from './fetch.js';

/** The longest a timer can wait: a test says itself when the catalog is loaded again. */
const NEVER_MS = 2 ** 31 - 1;

/** What a client sees of an answer. */
export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

export interface TestApi {
  /** The service as it is handed to `listen`. */
  readonly handler: Handler;
  /** The same, called without a port. */
  readonly fetch: Fetch;
  /** The database behind it, to change what it holds. */
  readonly prisma: Database;
  /** The same, to load content into it. */
  readonly database: OpenDatabase;
  /** Where another process finds it; the embedded one may be open once only. */
  readonly location: DatabaseLocation;
  /** Messages that the server has logged. */
  readonly logged: readonly string[];
  /** Posts a query and gives the answer. */
  query(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** The same with the SQL statements that it took: cold, on a fresh catalog without any row kept, unless told otherwise. */
  record(
    query: string,
    variables?: Record<string, unknown>,
    options?: { readonly cold?: boolean },
  ): Promise<{ answer: Answer; statements: readonly string[] }>;
  /** Looks for a changed release, as the service does every few seconds; until then it keeps its catalog. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The whole service on a database of its own, reached by its fetch function.
 *
 * @param prepare changes the database before the service starts and reads its catalog
 */
export async function createTestApi(
  content: TestContent = 'loaded',
  prepare: (prisma: Database) => Promise<void> = async () => {},
): Promise<TestApi> {
  const testDatabase = await createTestDatabase(content);
  const database = await openDatabase(testDatabase.location);
  const { prisma } = database;
  await prepare(prisma);
  const logged: string[] = [];
  const log = (message: string, details?: object) => void logged.push(`${message} ${JSON.stringify(details ?? {})}`);
  const logger: Logger = { info: log, error: log };
  const catalog = await keepCatalog(prisma, NEVER_MS, (error) => log(String(error)));
  const rows = createRowStore();
  const handler = createApi({ prisma, catalog, logger, rows });
  const fetch = toFetch(handler);
  let statements: string[] | null = null;
  (prisma as unknown as { $on(event: 'query', listener: (event: { query: string }) => void): void }).$on(
    'query',
    (event) => statements?.push(event.query),
  );

  const query = async (text: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const response = await fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify({ query: text, variables }),
      }),
    );
    return (await response.json()) as Answer;
  };
  return {
    handler,
    fetch,
    prisma,
    database,
    location: testDatabase.location,
    logged,
    query,
    record: async (text, variables, { cold = true } = {}) => {
      if (cold) {
        catalog.forgetComputed();
        rows.clear();
      }
      const recorded: string[] = [];
      statements = recorded;
      const answer = await query(text, variables);
      // Events arrive a moment after the results of their statements, in the same order.
      const last = `SELECT 'the end of a recording'`;
      await prisma.$queryRawUnsafe(last);
      while (!recorded.includes(last)) await new Promise((resolve) => setTimeout(resolve, 1));
      statements = null;
      return { answer, statements: recorded.filter((statement) => statement !== last) };
    },
    refresh: () => catalog.refresh(),
    close: async () => {
      catalog.stop();
      await database.close();
      await testDatabase.remove();
    },
  };
}

/** The service with its playground on a free port. */
export async function startTestServer(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const testDatabase = await createTestDatabase('loaded');
  const database = await openDatabase(testDatabase.location);
  const logger: Logger = { info: () => {}, error: (message, details) => console.error(message, details) };
  const catalog = await keepCatalog(database.prisma, NEVER_MS, () => {});
  const playground = createPlayground({
    dist: new URL('../../playground/dist/', import.meta.url),
  });
  const listening = await listen(createApi({ prisma: database.prisma, catalog, logger, playground }), {
    port: 0,
    host: '127.0.0.1',
  });
  return {
    url: listening.url,
    close: async () => {
      await listening.close();
      catalog.stop();
      await database.close();
      await testDatabase.remove();
    },
  };
}
