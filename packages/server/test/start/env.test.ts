import { readEnv } from '@careergraph/server';
import { describe, expect, test } from 'vitest';

describe('CAREERGRAPH_CACHE_SECONDS', () => {
  const read = (value?: string) => readEnv({ CAREERGRAPH_CACHE_SECONDS: value }).cacheSeconds;
  test.each([
    [undefined, 60],
    ['', 60],
    ['0', 0],
    ['86400', 86_400],
  ])('%j is %i', (value, seconds) => {
    expect(read(value)).toBe(seconds);
  });
  test.each(['86401', '-1', '1.5', '1m', '1e3', '999999'])('%j is refused', (value) => {
    expect(() => read(value)).toThrow(
      `CAREERGRAPH_CACHE_SECONDS must be a whole number of seconds from 0 to 86400; it is "${value}"`,
    );
  });
});

describe('CAREERGRAPH_CORS_ORIGINS', () => {
  const read = (value?: string) => readEnv({ CAREERGRAPH_CORS_ORIGINS: value }).corsOrigins;
  test.each([
    [undefined, []],
    ['', []],
    ['*', ['*']],
    ['https://partner.example', ['https://partner.example']],
    [' http://localhost:5173 , http://[::1]:8080', ['http://localhost:5173', 'http://[::1]:8080']],
    ['capacitor://localhost', ['capacitor://localhost']],
  ])('%j', (value, origins) => {
    expect(read(value)).toEqual(origins);
  });
  test.each([
    ['https://partner.example/', '"https://partner.example/" is not an origin'],
    ['https://partner.example/app', '"https://partner.example/app" is not an origin'],
    ['https://Partner.example', '"https://Partner.example" is not an origin'],
    ['https://partner.example:443', '"https://partner.example:443" is not an origin'],
    ['https://u:p@partner.example', '"https://u:p@partner.example" is not an origin'],
    ['https://*.partner.example', '"https://*.partner.example" is not an origin'],
    ['https://', '"https://" is not an origin'],
    ['http://[::1]:80800', '"http://[::1]:80800" is not an origin'],
    ['partner.example', '"partner.example" is not an origin'],
    ['null', '"null" is not an origin'],
    ['https://partner.example,', '"" is not an origin'],
    ['https://partner.example,*', '"*" is not an origin'],
    ['x, https://partner.example ,y', '"x" and "y" are not origins'],
  ])('%j is refused', (value, named) => {
    expect(() => read(value)).toThrow(
      `CAREERGRAPH_CORS_ORIGINS must be * or origins like https://partner.example separated by commas; ` +
        `${named}; it is "${value}"`,
    );
  });
});

describe.each([
  ['CAREERGRAPH_ANSWER_MB', 'answerMegabytes', 64],
  ['CAREERGRAPH_ROW_MB', 'rowMegabytes', 256],
] as const)('%s', (name, setting, byDefault) => {
  const read = (value?: string) => readEnv({ [name]: value })[setting];
  test.each([
    [undefined, byDefault],
    ['0', 0],
    ['100000', 100_000],
  ])('%j is %i', (value, megabytes) => {
    expect(read(value)).toBe(megabytes);
  });
  test.each(['100001', '-1', '64MB'])('%j is refused', (value) => {
    expect(() => read(value)).toThrow(`${name} must be a whole number of megabytes from 0 to 100000; it is "${value}"`);
  });
});

describe.each([
  ['CAREERGRAPH_POOL', 'connections', 10, 1_000],
  ['CAREERGRAPH_MAX_REQUESTS', 'maxRequests', 500, 100_000],
] as const)('%s', (name, setting, byDefault, max) => {
  test('is a number of at least one', () => {
    expect(readEnv({})[setting]).toBe(byDefault);
    expect(readEnv({ [name]: String(max) })[setting]).toBe(max);
    for (const value of ['0', String(max + 1), 'many'])
      expect(() => readEnv({ [name]: value })).toThrow(
        new RegExp(`${name} must be a whole number of [a-z]+ from 1 to ${max}; it is "${value}"`),
      );
  });
});

test('CAREERGRAPH_DRAIN_SECONDS is a number from 0 to 5', () => {
  expect(readEnv({}).drainSeconds).toBe(3);
  expect(readEnv({ CAREERGRAPH_DRAIN_SECONDS: '0' }).drainSeconds).toBe(0);
  expect(() => readEnv({ CAREERGRAPH_DRAIN_SECONDS: '6' })).toThrow('a whole number of seconds from 0 to 5');
});

test('METRICS_PORT is a port, or nothing', () => {
  expect(readEnv({}).metricsPort).toBe(undefined);
  expect(readEnv({ METRICS_PORT: '9464' }).metricsPort).toBe(9464);
  expect(() => readEnv({ METRICS_PORT: '65536' })).toThrow('METRICS_PORT must be a whole number from 0 to 65535');
});

describe('DATABASE_REPLICA_URL', () => {
  const url = 'postgres://127.0.0.1/careergraph';
  const read = (DATABASE_REPLICA_URL?: string, DATABASE_URL?: string) =>
    readEnv({ DATABASE_REPLICA_URL, DATABASE_URL }).replicaUrls;
  test.each([
    [undefined, []],
    [' ', []],
    ['postgres://a/x', ['postgres://a/x']],
    [' postgres://a/x , postgresql://u:p@b:5433/x\n', ['postgres://a/x', 'postgresql://u:p@b:5433/x']],
  ])('%j', (value, urls) => {
    expect(read(value, url)).toEqual(urls);
  });
  test.each(['a', 'postgres://a/x,', 'postgres://u:secret@a/x, http://a'])('%j is refused and not shown', (value) => {
    expect(() => read(value, url)).toThrow(
      'DATABASE_REPLICA_URL must be a URL like postgres://user:password@host:5432/name; it is (not shown)',
    );
  });
  test('needs the primary database', () => {
    expect(() => read(url)).toThrow('DATABASE_REPLICA_URL needs DATABASE_URL, the primary database, which is not set');
  });
});

test('DATABASE_URL that is no URL is refused', () => {
  expect(() => readEnv({ DATABASE_URL: 'localhost' })).toThrow(
    'DATABASE_URL must be a URL like postgres://user:password@host:5432/name; it is (not shown)',
  );
});

describe('REDIS_URL', () => {
  const read = (value?: string) => readEnv({ REDIS_URL: value }).redisUrl;
  test.each([undefined, 'redis://127.0.0.1:6379', 'rediss://user:password@redis.example:6380/2'])('%j', (value) => {
    expect(read(value)).toBe(value);
  });
  test.each(['http://user:secret@redis.example', '127.0.0.1:6379'])('%j is refused and not shown', (value) => {
    expect(() => read(value)).toThrow(
      'REDIS_URL must be a URL like redis://user:password@host:6379/0; it is (not shown)',
    );
  });
});

describe('CAREERGRAPH_DOCUMENTS', () => {
  const read = (value?: string) => readEnv({ CAREERGRAPH_DOCUMENTS: value }).allowedDocuments;
  test('any, if nothing is said; or known', () => {
    expect([read(), read('any'), read('known')]).toEqual(['any', 'any', 'known']);
  });
  test('anything else is refused', () => {
    expect(() => read('all')).toThrow('CAREERGRAPH_DOCUMENTS must be "any" or "known"; it is "all"');
  });
});

describe('WORKERS', () => {
  const read = (WORKERS?: string, DATABASE_URL?: string) => readEnv({ WORKERS, DATABASE_URL }).workers;
  const url = 'postgres://127.0.0.1/careergraph';
  test.each([
    [undefined, 1],
    ['1', 1],
    ['2', 2],
    ['64', 64],
  ])('%j is %i', (value, workers) => {
    expect(read(value, url)).toBe(workers);
  });
  test.each(['0', '65', '-1', '1.5', 'auto'])('%j is refused', (value) => {
    expect(() => read(value, url)).toThrow(`WORKERS must be a whole number from 1 to 64; it is "${value}"`);
  });
  test('more than one needs Postgres', () => {
    expect(read('1')).toBe(1);
    expect(() => read('2')).toThrow(
      'WORKERS must be 1 without DATABASE_URL, because only one process can use the embedded database; it is "2"',
    );
  });
});
