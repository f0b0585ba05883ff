import type { DatabaseLocation } from '@careergraph/db';
import { environmentOf } from '@careergraph/testkit';
import { createClient } from '@redis/client';
import { describe, expect, test } from 'vitest';
import { database, start, stop } from '../start/starting.js';
import { ask, askUntil, codeOf, keys, keysJson } from './serving.js';

const CHEAP = '{ sources { key } }';
/** Costs 1,151. */
const LARGE = '{ areas(first: 100) { nodes { code name kind parent { code name kind parent { code name } } } } }';
/** Costs 451, by the rules of the schema. */
const page = (alias: string) => `{ ${alias}: areas(first: 100) { nodes { code parent { code } } } }`;

const ORIGIN = 'https://a.example';

const serve = async (location: DatabaseLocation, more: Record<string, string> = {}) => {
  const server = start({ ...environmentOf(location), CAREERGRAPH_LOG: 'off', ...more });
  return { server, url: await server.url };
};
const remaining = (header: unknown) => Number(/;r=(\d+);/.exec(String(header))?.[1]);

describe('hardening/rate-limit', () => {
  test('over the budget: 429 with the limit, what is left and when to try again; kept answers cost 1', async () => {
    const { server, url } = await serve(await database('loaded'), { CAREERGRAPH_ANONYMOUS_BUDGET: '1000' });
    const first = await ask(url, CHEAP);
    expect(first.status).toBe(200);
    expect(first.headers['ratelimit-policy']).toBe('"anonymous";q=1000;w=60');
    expect(first.headers.ratelimit).toMatch(/^"anonymous";r=\d+;t=\d+$/);
    const left = remaining(first.headers.ratelimit);
    const kept = await ask(url, CHEAP);
    expect(kept.headers['cache-status']).toBe('CareerGraph; hit');
    expect(remaining(kept.headers.ratelimit)).toBe(left - 1);
    const replies = [];
    while (replies.at(-1)?.status !== 429) replies.push(await ask(url, page(`a${replies.length}`)));
    expect(replies.length).toBeGreaterThan(1);
    const refused = replies.slice(-1);
    expect(codeOf(refused[0] as never)).toBe('RATE_LIMITED');
    expect(refused[0]?.body.errors?.[0]?.message).toMatch(
      /^The request costs \d+, and \d+ of the budget of callers without a key, 1000 per minute, is left\. Try again in \d+ s, or use an API key\.$/,
    );
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(refused[0]?.headers['ratelimit-policy']).toBe('"anonymous";q=1000;w=60');
    // What is refused costs no more than reading it, so what is kept can still be had.
    expect((await ask(url, CHEAP)).status).toBe(200);
    await stop(server);
  });

  test('a request that never fits is not to be tried again', async () => {
    const { server, url } = await serve(await database('loaded'), { CAREERGRAPH_ANONYMOUS_BUDGET: '1000' });
    const refused = await ask(url, LARGE);
    expect([refused.status, codeOf(refused), refused.headers['retry-after']]).toEqual([429, 'RATE_LIMITED', undefined]);
    expect(refused.body.errors?.[0]?.message).toContain('Ask for less at once, or use a key with a larger budget.');
    await stop(server);
  });

  test('X-Forwarded-For counts only if a trusted proxy sends it', async () => {
    const location = await database('loaded');
    const budgets = async (more: Record<string, string>) => {
      const { server, url } = await serve(location, { CAREERGRAPH_ANONYMOUS_BUDGET: '100000', ...more });
      await ask(url, CHEAP, { 'x-forwarded-for': '203.0.113.1' });
      const left: number[] = [];
      for (const from of ['198.51.100.1', '9.9.9.9, 198.51.100.1', '2001:db8::1', '2001:db8::ffff', '2001:db8:0:1::1'])
        left.push(remaining((await ask(url, CHEAP, { 'x-forwarded-for': from })).headers.ratelimit));
      await stop(server);
      return left.map((value) => value - Math.max(...left));
    };
    expect(await budgets({})).toEqual([0, -1, -2, -3, -4]);
    // The first of two hops is the client's own word; and a /64 is one caller.
    expect(await budgets({ CAREERGRAPH_TRUSTED_PROXIES: '127.0.0.0/8' })).toEqual([0, -1, 0, -1, 0]);
  });

  test('a key that is not accepted costs its address a hundredth of the budget, and other callers nothing', async () => {
    const location = await database('loaded');
    const { id, key } = await keysJson<{ id: string; key: string }>(location, 'create', 'x', '--origin', ORIGIN);
    const { server, url } = await serve(location, {
      CAREERGRAPH_ANONYMOUS_BUDGET: '20000',
      CAREERGRAPH_TRUSTED_PROXIES: '127.0.0.1',
    });
    const from = (address: string, authorization?: string, origin?: string) =>
      ask(url, CHEAP, {
        'x-forwarded-for': address,
        ...(authorization !== undefined && { authorization }),
        ...(origin !== undefined && { origin }),
      });
    const tries = [`Bearer cg_${id}_guess`, 'Bearer', key, `Bearer ${key}`];
    const replies = [await from('203.0.113.1', tries[0])];
    expect(replies[0]?.headers['ratelimit-policy']).toBe('"anonymous";q=20000;w=60');
    expect(remaining(replies[0]?.headers.ratelimit)).toBe(20_000 - 200);
    while (replies.at(-1)?.status !== 429) replies.push(await from('203.0.113.1', tries[replies.length % 4]));
    expect(replies.length).toBeGreaterThan(100);
    for (const [at, { status }] of replies.slice(0, -1).entries()) expect(status).toBe([401, 401, 401, 403][at % 4]);
    for (const authorization of tries) {
      const limited = await from('203.0.113.1', authorization);
      expect([limited.status, codeOf(limited)]).toEqual([429, 'RATE_LIMITED']);
      expect(limited.body.errors?.[0]?.message).toMatch(
        /^The API key in Authorization is not accepted\. A request with such a key costs 200, and 0 of the budget of callers without a key, 20000 per minute, is left\. Correct the key, and try again in \d+ s\.$/,
      );
      expect(Number(limited.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    }
    expect((await from('203.0.113.1')).status).toBe(429);
    // Who shares the address with someone who guesses still has its own key, and other addresses their budget.
    expect((await from('203.0.113.1', `Bearer ${key}`, ORIGIN)).status).toBe(200);
    expect((await from('203.0.113.2')).status).toBe(200);
    await stop(server);
  });

  test('0 turns the limits off', async () => {
    const { server, url } = await serve(await database('loaded'), { CAREERGRAPH_ANONYMOUS_BUDGET: '0' });
    const { status, headers } = await ask(url, CHEAP);
    expect([status, headers.ratelimit, headers['ratelimit-policy']]).toEqual([200, undefined, undefined]);
    for (let time = 0; time < 110; time++)
      expect((await ask(url, CHEAP, { authorization: 'Bearer cg_guess' })).status).toBe(401);
    await stop(server);
  });

  test('servers with one Redis share a budget, and each counts alone without it', async () => {
    const location = await database('loaded');
    const settings = {
      CAREERGRAPH_ANONYMOUS_BUDGET: '123457',
      CAREERGRAPH_TRUSTED_PROXIES: '127.0.0.1',
      REDIS_URL: 'redis://127.0.0.1:6379/0',
    };
    const [one, two] = [await serve(location, settings), await serve(location, settings)];
    // Another caller in each run, because Redis remembers.
    const from = {
      'x-forwarded-for': `10.${process.pid % 250}.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
    };
    for (let time = 0; time < 5; time++) await ask(one.url, page(`r${time}`), from);
    const other = await askUntil(
      ({ headers }) => remaining(headers.ratelimit) < 123_457 - 1_000,
      () => ask(two.url, CHEAP, from),
    );
    expect(other.status).toBe(200);
    const redis = await createClient({ url: settings.REDIS_URL }).connect();
    const stored = await redis.keys('careergraph:budget:*');
    redis.destroy();
    expect(stored.length).toBeGreaterThan(0);
    for (const key of stored) expect(key).toMatch(/^careergraph:budget:[\w-]{22}$/);
    await Promise.all([stop(one.server), stop(two.server)]);
    const alone = await serve(location, { ...settings, REDIS_URL: 'redis://127.0.0.1:1/0' });
    expect(remaining((await ask(alone.url, CHEAP, from)).headers.ratelimit)).toBeGreaterThan(123_000);
    await stop(alone.server);
  });
});

describe('keys', () => {
  interface Created {
    readonly id: string;
    readonly key: string;
  }
  const bearer = (key: string, more: Record<string, string> = {}) => ({ authorization: `Bearer ${key}`, ...more });

  test('are learned, rotated and revoked while the server runs, each with its own budget', async () => {
    const location = await database('loaded');
    const { server, url } = await serve(location, { CAREERGRAPH_ANONYMOUS_BUDGET: '1000' });
    const { id, key } = await keysJson<Created>(location, 'create', 'partner', '--budget', '5000');
    expect(key).toMatch(new RegExp(`^cg_${id}_[A-Za-z0-9_-]{43}$`));
    const accepted = await askUntil(
      ({ status }) => status === 200,
      () => ask(url, CHEAP, bearer(key)),
    );
    expect(accepted.headers['ratelimit-policy']).toBe('"key";q=5000;w=60');
    const other = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;
    const unknown = await ask(url, CHEAP, bearer(other));
    expect([unknown.status, codeOf(unknown), unknown.headers['www-authenticate']]).toEqual([
      401,
      'UNAUTHENTICATED',
      'Bearer error="invalid_token"',
    ]);
    expect(JSON.stringify(unknown.body)).not.toContain(other);
    // The scheme of a proxy before this server is none of its business.
    expect((await ask(url, CHEAP, { authorization: 'Basic dTpw' })).status).toBe(200);

    const rotated = await keysJson<Created>(location, 'rotate', id, '--grace', '1h');
    await askUntil(
      ({ status }) => status === 200,
      () => ask(url, CHEAP, bearer(rotated.key)),
    );
    expect((await ask(url, CHEAP, bearer(key))).status).toBe(200);
    const again = await keysJson<Created>(location, 'rotate', id);
    await askUntil(
      ({ status }) => status === 200,
      () => ask(url, CHEAP, bearer(again.key)),
    );
    for (const old of [key, rotated.key]) expect((await ask(url, CHEAP, bearer(old))).status).toBe(401);

    const { keys: listed } = await keysJson<{ keys: Record<string, unknown>[] }>(location, 'list');
    expect(listed).toMatchObject([{ id, name: 'partner', origins: [], budget: 5_000, revokedAt: null }]);
    expect(JSON.stringify(listed)).not.toContain(again.key.split('_').slice(2).join('_'));
    await keysJson(location, 'revoke', id);
    await askUntil(
      ({ status }) => status === 401,
      () => ask(url, CHEAP, bearer(again.key)),
    );
    await stop(server);
  });

  test.each([
    ['Bearer', 'Authorization has no API key after "Bearer".'],
    ['Bearer one two', 'The API key in Authorization is unknown, revoked or incomplete.'],
    ['cg_rvfh5k4p_x', 'The API key in Authorization has no "Bearer" before it.'],
  ])('Authorization: %s is refused, and not anonymous', async (authorization, reason) => {
    const { server, url } = await serve(await database('loaded'));
    const refused = await ask(url, CHEAP, { authorization });
    expect([refused.status, codeOf(refused)]).toEqual([401, 'UNAUTHENTICATED']);
    expect(refused.body.errors?.[0]?.message).toBe(
      `${reason} Write "Authorization: Bearer cg_…" with a valid key, or leave the header out to ask without a key.`,
    );
    await stop(server);
  });

  test('a new key is alone on the standard output; an unknown or revoked one is no wrong usage', async () => {
    const location = await database('loaded');
    const created = await keys(location, 'create', 'partner');
    expect(created).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^cg_[a-z2-9]{8}_[\w-]{43}\n$/),
      stderr: 'This is the only time that the key is shown. Servers accept it within 3 s.\n',
    });
    const id = created.stdout.slice(3, 11);
    const rotated = await keys(location, 'rotate', id, '--grace', '1h');
    expect(rotated.stdout).toMatch(new RegExp(`^cg_${id}_[\\w-]{43}\n$`));
    expect((await keys(location, 'list')).stdout).toMatch(/ active, old secret until 20\d\d-\d\d-\d\d \d\d:\d\d\n$/);
    expect((await keys(location, 'revoke', id)).stdout).toBe(
      `Revoked ${id} (partner). Servers refuse it within 3 s.\n`,
    );
    for (const args of [
      ['revoke', id],
      ['rotate', id],
      ['revoke', 'unknown2'],
    ]) {
      const { code, stdout, stderr } = await keys(location, ...args);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^The key \w+ was revoked at |^There is no key "unknown2"\./);
      expect(stderr).not.toContain('See');
    }
  });

  test('two keys may have one name, and create says so', async () => {
    const location = await database('loaded');
    const first = await keysJson<Created>(location, 'create', 'partner');
    const second = await keys(location, 'create', ' partner ');
    expect(second).toMatchObject({
      code: 0,
      stderr: `This is the only time that the key is shown. Servers accept it within 3 s. Other keys have this name, too: ${first.id}.\n`,
    });
    await keys(location, 'revoke', first.id);
    await keys(location, 'revoke', second.stdout.slice(3, 11));
    expect((await keys(location, 'create', 'partner')).stderr).not.toContain('this name');
    const { keys: listed } = await keysJson<{ keys: { name: string }[] }>(location, 'list');
    expect(listed.map(({ name }) => name)).toEqual(['partner', 'partner', 'partner']);
  });

  test('for browsers are for pages of their origins', async () => {
    const location = await database('loaded');
    const { id, key } = await keysJson<Created>(location, 'create', 'site', '--origin', 'https://a.example');
    const { server, url } = await serve(location);
    const from = (origin?: string) => ask(url, CHEAP, bearer(key, origin === undefined ? {} : { origin }));
    expect((await from('https://a.example')).status).toBe(200);
    for (const origin of ['https://b.example', undefined]) {
      const refused = await from(origin);
      expect([refused.status, codeOf(refused)]).toEqual([403, 'FORBIDDEN']);
      expect(refused.body.errors?.[0]?.message).toContain(`The key ${id} is for pages of https://a.example;`);
    }
    await stop(server);
  });

  test.each([
    [['create'], 'Missing name of the key.'],
    [['create', ''], 'The name of the key is empty.'],
    [['create', ' \u200b '], 'The name of the key is empty.'],
    [['create', 'x'.repeat(10_000)], 'The name has 10000 characters. Use at most 100.'],
    [['create', 'partner\u001b[2J'], 'The name has the control character U+001B, which'],
    [['create', 'one\ntwo'], 'The name has the control character U+000A, which'],
    [['create', 'one\u2028two'], 'The name has the control character U+2028, which'],
    [['create', 'one\u202etwo'], 'The name has the control character U+202E, which'],
    [['create', 'one', 'two'], 'Unexpected argument "two". Quote a name with spaces.'],
    [['rotate'], 'Missing ID of the key.'],
    [['revoke', 'one', 'two'], 'Unexpected argument "two".'],
    [['create', 'x', '--origin', 'https://a.example/path'], 'Invalid value "https://a.example/path" for --origin.'],
    [['create', 'x', '--budget', '10'], 'Invalid value "10" for --budget.'],
    [['rotate', 'x', '--grace', '31d'], 'Invalid value "31d" for --grace.'],
    [['list', '--budget', '5000'], '"list" takes no --budget.'],
    [['delete', 'x'], 'Unknown command "delete".'],
  ])('%j is refused', async (args, message) => {
    const { code, stderr } = await keys({ home: '/nowhere' }, ...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
