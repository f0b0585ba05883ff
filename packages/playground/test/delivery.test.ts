import { request } from 'node:http';
import { startTestServer } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

describe('the playground over HTTP', () => {
  let server: Awaited<ReturnType<typeof startTestServer>>;

  beforeAll(async () => {
    server = await startTestServer();
  });

  afterAll(async () => {
    await server?.close();
  });

  const get = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init);
  const script = async () => /<script[^>]* src="([^"]+)"/.exec(await (await get('/')).text())?.[1] ?? '';

  test('the page comes with its policy and is asked for anew each time', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    });
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|https?:|blob:|\*/);
  });

  test('a file is kept for good, and compressed for those who read it', async () => {
    const path = await script();
    expect(path).toMatch(/^\.\/playground\/assets\/.+-[\w-]{8}\.js$/);
    const sizes: Record<string, number> = {};
    for (const encoding of ['br', 'gzip', 'identity']) {
      const response = await get(path, { method: 'HEAD', headers: { 'accept-encoding': encoding } });
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
      expect(response.headers.get('vary')).toMatch(/accept-encoding/i);
      sizes[encoding] = Number(response.headers.get('content-length'));
    }
    expect(sizes.br).toBeLessThan(sizes.gzip as number);
    expect(sizes.gzip).toBeLessThan(sizes.identity as number);
  });

  test('every link of the page and of the guide to the SDK leads somewhere, at any address', async () => {
    for (const path of ['/', '/playground/sdk.html']) {
      const html = await (await get(path)).text();
      const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link as string);
      const own = links.filter((link) => !/^https?:/.test(link));
      expect(own).toEqual(own.filter((link) => link.startsWith('./') || link.startsWith('../')));
      for (const link of own) {
        const { status } = await fetch(new URL(link, new URL(path, server.url)));
        expect([link, status]).toEqual([link, 200]);
      }
    }
    expect(await (await get('/playground/sdk.html')).text()).toContain('createCareerClient');
  });

  test('an encoding that is refused is not sent', async () => {
    const response = await get('/', { headers: { 'accept-encoding': 'br;q=0, gzip;q=0.5' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  test('who has the bytes gets 304 and none', async () => {
    const etag = (await get('/')).headers.get('etag') as string;
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const response = await get('/', { headers: { 'if-none-match': tag } });
      expect([tag, response.status, await response.text()]).toEqual([tag, 304, '']);
    }
    expect((await get('/', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test.each([
    '/playground/../package.json',
    '/playground/../../package.json',
    '/playground/%2e%2e/package.json',
    '/playground/..%2fpackage.json',
    '/playground/assets/../../package.json',
    '/index.html',
    '/playground/index.html',
    '/playground/sdk.html.br',
    '/playground/assets/',
    '/playground/constructor',
  ])('%s is not there', async (path) => {
    expect(await statusOfRaw(path)).toBe(404);
  });

  /** `fetch` would tidy the path up before sending it. */
  function statusOfRaw(path: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const sent = request(new URL(server.url), { path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject);
      sent.end();
    });
  }
});
