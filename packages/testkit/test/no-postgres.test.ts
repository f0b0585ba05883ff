import { expect, test } from 'vitest';

/** Runs in place of the Postgres project where no server is named. */
const reason = 'CAREERGRAPH_TEST_POSTGRES_URL names no Postgres server';

test.skipIf(!process.env.CI)(`in CI the suite runs on Postgres (skipped: ${reason})`, () => {
  expect.fail(`${reason}; in CI it must.`);
});
