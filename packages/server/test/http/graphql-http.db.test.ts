import { createTestApi, type TestApi } from '@careergraph/testkit';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * The audits of the GraphQL over HTTP specification as graphql-http publishes them, MUST, SHOULD and MAY alike, held
 * against the handler without a port.
 */
describe('GraphQL over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api?.close());

  const audits = serverAudits({
    url: 'http://localhost/graphql',
    fetchFn: (url: string, init?: RequestInit) => api.fetch(new Request(url, init)),
  });

  test('the suite has 61 audits, each with an id of its own', () => {
    expect(audits).toHaveLength(61);
    expect(new Set(audits.map(({ id }) => id)).size).toBe(61);
  });

  test('every audit is ok', async () => {
    const results = await Promise.all(audits.map(({ fn }) => fn()));
    const faults = results.flatMap((result) =>
      result.status === 'ok' ? [] : [`${result.status} ${result.id} ${result.name}: ${result.reason}`],
    );
    expect(faults).toEqual([]);
    expect(results.filter(({ status }) => status === 'ok')).toHaveLength(61);
  });
});
