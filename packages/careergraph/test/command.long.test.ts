import { expect, test } from 'vitest';
import { run } from './running.js';

const COMMANDS = ['start', 'data', 'keys', 'check-guides', 'backup', 'restore', 'doctor', 'completion'];

test('--help lists the commands', async () => {
  const { code, stdout, stderr } = await run(['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const name of COMMANDS) expect(stdout).toContain(`\n  ${name} `);
});

test.each(COMMANDS)('%s has --help and --version', async (name) => {
  const { code, stdout, stderr } = await run([name, '--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^usage: npm /);
  expect(stdout).toContain('Exit codes: 0 ');
  expect(await run([name, '--version'])).toEqual({ code: 0, stdout: 'careergraph 0.0.0\n', stderr: '' });
});

test.each([
  ['strat', 'Unknown command "strat". Did you mean "start"?'],
  [
    'guides-check',
    'Unknown command "guides-check". Use start, data, keys, check-guides, backup, restore, doctor, completion.',
  ],
  ['dta', 'Unknown command "dta". Did you mean "data"?'],
])('%s is an unknown command', async (name, message) => {
  const { code, stdout, stderr } = await run([name]);
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: '',
    stderr: `${message}\nSee: npm run careergraph -- --help\n`,
  });
});

const MALFORMED = ['localhost', 'postgres://[bad', 'postgres://u:p@localhost/%E0%A4%A'];
const BY_DATABASE = [['start'], ['data', 'list'], ['keys', 'list']];

test.each(BY_DATABASE.flatMap((args) => MALFORMED.map((url) => [args.join(' '), url] as const)))(
  '%s with DATABASE_URL=%s is refused in words',
  async (args, url) => {
    const { code, stdout, stderr } = await run(args.split(' '), { DATABASE_URL: url });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^The environment is invalid:\n {2}DATABASE_URL must be a URL .*; it is \(not shown\)\n$/);
  },
);

test.each(BY_DATABASE.map((args) => args.join(' ')))('%s with a home that cannot be made ends', async (args) => {
  const { code, stdout, stderr } = await run(args.split(' '), { CAREERGRAPH_HOME: '/dev/null/x' });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(
    /^The folder \/dev\/null\/x .* cannot be created: .* Set CAREERGRAPH_HOME to a writable folder\.\n$/,
  );
});

test.runIf(process.platform === 'linux')('a home in /proc ends', async () => {
  const { code, stderr } = await run(['start'], { CAREERGRAPH_HOME: '/proc/x' });
  expect(code).toBe(1);
  expect(stderr).toContain('The folder /proc/x of the embedded database cannot be created: ');
});
