/** Rows that need more than a request, most of them real processes: the file that tests each, from the folder of the server's tests. */
export const ELSEWHERE: readonly {
  readonly id: string;
  readonly what: string;
  readonly file: string;
  readonly test: string;
}[] = [
  {
    id: 'hardening/resolver-error',
    what: 'a resolver that throws is masked',
    file: 'http/faults.db.test.ts',
    test: 'is masked, with an id that finds the log line',
  },
  {
    id: 'hardening/database-down',
    what: 'the database is down',
    file: 'faults/postgres.postgres.test.ts',
    test: 'a database that is killed',
  },
  {
    id: 'hardening/database-frozen',
    what: 'the database is frozen',
    file: 'faults/postgres.postgres.test.ts',
    test: 'a database that is frozen',
  },
  {
    id: 'hardening/kept-answers',
    what: 'kept answers go on',
    file: 'faults/postgres.postgres.test.ts',
    test: 'kept answers go on, marked as stale',
  },
  {
    id: 'hardening/network',
    what: 'the network to the database drops bytes',
    file: 'faults/postgres.postgres.test.ts',
    test: 'the network drops bytes for 6 s',
  },
  {
    id: 'hardening/login',
    what: 'the database refuses the login',
    file: 'faults/postgres.postgres.test.ts',
    test: 'a login that is refused',
  },
  {
    id: 'hardening/overload',
    what: 'more requests at once than connections',
    file: 'faults/postgres.postgres.test.ts',
    test: '200 requests at once wait for their turn',
  },
  {
    id: 'hardening/beyond-bound',
    what: 'more requests at once than may run or wait: 503 OVERLOADED',
    file: 'faults/postgres.postgres.test.ts',
    test: 'requests beyond the bound are refused',
  },
  {
    id: 'hardening/slow-network',
    what: 'the network to the database is slow',
    file: 'faults/postgres.postgres.test.ts',
    test: 'a network that is slow is waited for',
  },
  {
    id: 'hardening/connections',
    what: 'the database has no free connection',
    file: 'faults/postgres.postgres.test.ts',
    test: 'no connection is free',
  },
  {
    id: 'hardening/read-only',
    what: 'the database is read-only',
    file: 'faults/postgres.postgres.test.ts',
    test: 'a database that is read-only answers',
  },
  {
    id: 'hardening/redis-gone',
    what: 'Redis is gone',
    file: 'deployment/deployment.postgres.test.ts',
    test: 'Redis gone: servers compute the same answers themselves',
  },
  {
    id: 'hardening/release',
    what: 'a release is activated under load',
    file: 'deployment/deployment.postgres.test.ts',
    test: 'a release activated under load',
  },
  {
    id: 'hardening/long-computations',
    what: 'many requests whose computation is long: the event loop goes round between them',
    file: 'limits/queue.test.ts',
    test: 'work that waits for nothing lets the event loop go round',
  },
  {
    id: 'hardening/sigterm',
    what: 'SIGTERM under load',
    file: 'faults/sigterm.postgres.test.ts',
    test: 'with one process',
  },
  {
    id: 'hardening/rate-limit',
    what: 'over the rate limit; `X-Forwarded-For` from a peer that is not trusted',
    file: 'limits/limits.postgres.test.ts',
    test: 'over the budget: 429 with the limit',
  },
  {
    id: 'hardening/busy-database',
    what: 'the embedded database works on a long statement',
    file: 'faults/embedded.long.embedded.test.ts',
    test: 'the server answers /health and what it keeps while the database works on a long statement',
  },
  {
    id: 'hardening/database-thread',
    what: 'the thread of the embedded database ends: 503 for what waited, and the next thread answers',
    file: 'faults/thread.long.embedded.test.ts',
    test: 'a thread of the embedded database that ends',
  },
  {
    id: 'hardening/memory',
    what: '1,100 distinct valid documents of 12 kB, heap of 256 MB',
    file: 'faults/one-client.postgres.test.ts',
    test: '1,100 distinct valid documents of 12 kB with a heap of 256 MB: all are answered',
  },
  {
    id: 'hardening/late-server',
    what: 'the server was stopped while a client sent its request',
    file: 'faults/late.long.db.test.ts',
    test: 'a server that was stopped longer than a client may take answers',
  },
  {
    id: 'hardening/disk-full',
    what: "the embedded folder's disk is full",
    file: 'faults/embedded.long.embedded.test.ts',
    test: 'a load that fills the disk says so; what was there stays and opens again',
  },
];
