import { request } from 'node:http';
import { join } from 'node:path';
import { endOf, environmentOf, tableCounts, testDatabaseKind } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import {
  answerOf,
  COUNT,
  COUNTED,
  copyOfGuides,
  database,
  edit,
  refused,
  start,
  stop,
  withGuidesBefore,
} from './starting.js';

const embedded = testDatabaseKind() === 'embedded';

test('answers to GET are kept, and read by other sites, as the environment says', async () => {
  const CAREERGRAPH_CORS_ORIGINS = ' https://partner.example, http://localhost:5173';
  const server = start({
    ...environmentOf(await database('loaded')),
    CAREERGRAPH_CACHE_SECONDS: '5',
    CAREERGRAPH_CORS_ORIGINS,
  });
  const url = new URL(`graphql?${new URLSearchParams({ query: COUNT })}`, await server.url);
  for (const origin of ['https://partner.example', 'http://localhost:5173', 'https://elsewhere.example']) {
    const { headers } = await fetch(url, { headers: { origin } });
    expect([headers.get('cache-control'), headers.get('access-control-allow-origin')]).toEqual([
      'public, max-age=5, stale-while-revalidate=5, stale-if-error=86400',
      CAREERGRAPH_CORS_ORIGINS.includes(origin) ? origin : null,
    ]);
  }
  const refusal = await fetch(url, {
    method: 'POST',
    headers: { origin: 'https://partner.example', 'content-type': 'text/plain' },
    body: 'x',
  });
  expect([refusal.status, refusal.headers.get('access-control-allow-origin')]).toEqual([
    415,
    'https://partner.example',
  ]);
});

/** What a signal does is the same on both databases, but for the closing of this one. */
const SIGNALS = embedded ? (['SIGTERM', 'SIGINT', 'SIGHUP'] as const) : (['SIGTERM'] as const);

test.each(SIGNALS)('%s, even twice, lets a request under way finish', async (signal) => {
  const server = start({ ...environmentOf(await database('loaded')), CAREERGRAPH_DRAIN_SECONDS: '3' });
  const url = new URL('graphql', await server.url);
  const body = JSON.stringify({ query: COUNT });
  const answer = new Promise<string>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const half = request(url, { method: 'POST', headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve(`${response.statusCode} ${text}`);
    });
    half.on('error', reject);
    half.write(body.slice(0, 5), async () => {
      await new Promise((wait) => setTimeout(wait, 300));
      server.kill(signal);
      server.kill(signal);
      await new Promise((wait) => setTimeout(wait, 500));
      // After Ctrl-C, there are no new connections.
      const ready = await fetch(new URL('ready', url)).catch(() => undefined);
      const isLeaving = signal === 'SIGINT' ? [undefined, undefined] : [503, 'close'];
      expect.soft([ready?.status, ready?.headers.get('connection')]).toEqual(isLeaving);
      half.end(body.slice(5));
    });
  });
  expect(await answer).toBe(`200 ${JSON.stringify(COUNTED)}`);
  expect(await endOf(server)).toMatchObject({ code: 0, signal: null });
});

test('a signal during the start is obeyed at once', async () => {
  const location = await database('empty');
  const server = start(environmentOf(location));
  await new Promise((wait) => setTimeout(wait, 1_200));
  server.kill('SIGTERM');
  const { code, signal } = await endOf(server);
  // Before the program has loaded, Node itself obeys.
  expect(code ?? signal).toSatisfy((end) => end === 0 || end === 'SIGTERM');
  const again = start(environmentOf(location));
  expect(await answerOf(await again.url, COUNT)).toEqual(COUNTED);
});

test('a second server: refused on one folder, welcome on Postgres', async () => {
  const location = await database('loaded');
  const first = start(environmentOf(location));
  const url = await first.url;
  const second = start(environmentOf(location));
  if (embedded) {
    expect(await refused(second)).toContain(
      `The embedded database in ${location.home} is in use by process ${first.pid} on `,
    );
  } else {
    expect(await answerOf(await second.url, COUNT)).toEqual(COUNTED);
  }
  expect(await answerOf(url, COUNT)).toEqual(COUNTED);
  first.kill('SIGKILL');
  await first.ended;
  if (!embedded) await stop(second);
  const third = start(environmentOf(location));
  expect(await answerOf(await third.url, COUNT)).toEqual(COUNTED);
  expect((await stop(third)).stdout).toContain('guides unchanged');
});

test('an edited guide is loaded at the next start', async () => {
  const location = await database('loaded');
  const guides = await copyOfGuides();
  const environment = { ...environmentOf(location), CAREERGRAPH_GUIDES: guides };
  const counts = await tableCounts(location);
  await edit(join(guides, 'careers/emt.yaml'), 'title: EMT', 'title: Ambulance Technician');
  const edited = start(environment);
  expect(await answerOf(await edited.url, '{ career(slug: "emt") { title } }')).toEqual({
    data: { career: { title: 'Ambulance Technician' } },
  });
  expect((await stop(edited)).stdout).toContain('guides loaded');
  // The guides before an edit are kept for servers that still run on them.
  expect(await tableCounts(location)).toEqual(withGuidesBefore(counts));
});
