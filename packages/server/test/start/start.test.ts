import { endOf } from '@careergraph/testkit';
import { expect, test } from 'vitest';
import { ENVIRONMENT } from '../../dist/env.js';
import { refused, start } from './starting.js';

test('--help names every variable', async () => {
  const end = await endOf(start({}, ['--help']));
  expect(end).toMatchObject({ code: 0, stderr: '' });
  for (const name of Object.keys(ENVIRONMENT)) expect(end.stdout).toContain(`\n  ${name} `);
});

test.each([[['--port', '1']], [['serve']]])('%s is wrong usage', async (args) => {
  expect(await refused(start({}, args), 2)).toMatch(new RegExp(`${args[0]}.*\\s+.*usage: npm start`));
});

test('wrong variables are reported together, without the secret', async () => {
  const url = 'mysql://u:secret@h/x';
  const message = await refused(start({ PORT: 'abc', HOST: 'a b', DATABASE_URL: url }), 2);
  expect(message).toBe(`The environment is invalid:
  PORT must be a whole number from 0 to 65535; it is "abc"
  HOST must be a host name or address; it is "a b"
  DATABASE_URL must be a URL like postgres://user:password@host:5432/name; it is (not shown)
`);
});

test.each([
  ['PORT', '65536', 'a whole number from 0 to 65535; it is "65536"'],
  ['DATABASE_URL', 'postgres://u:secret@h/x?schema=mine', 'a URL without "?schema="'],
  ['CAREERGRAPH_CACHE_SECONDS', '86401', 'a whole number of seconds from 0 to 86400; it is "86401"'],
  ['CAREERGRAPH_CORS_ORIGINS', 'https://partner.example/', '* or origins like https://partner.example'],
])('%s=%s is refused', async (name, value, message) => {
  const said = await refused(start({ [name]: value }), 2);
  expect(said).toContain(`${name} must be ${message}`);
  expect(said).not.toContain('secret');
});
