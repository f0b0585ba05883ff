import { expect, test } from 'vitest';
import { folder, refusalOf, refused, run, start } from './running.js';

const COMMANDS = ['import', 'check', 'setup', 'diff', 'list', 'activate', 'rollback', 'remove'];

test('--help lists commands, sources, variables and exit codes', async () => {
  const { code, stdout, stderr } = await start({}, '--help').ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const name of COMMANDS) expect(stdout).toContain(`\n  ${name} `);
  expect(stdout).toContain('\n  oews ');
  expect(stdout).toContain('\n  DATABASE_URL ');
  expect(stdout).toContain('\n  CAREERGRAPH_HOME ');
  expect(stdout).toContain('Exit codes: 0 done');
});

test.each(COMMANDS)('%s --help says how to call it, with examples', async (name) => {
  const { code, stdout, stderr } = await run({}, name, '--help');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(new RegExp(`^usage: npm run data -- ${name}`));
  expect(stdout).toMatch(new RegExp(`Examples:\n  npm run data -- ${name}`));
  expect(stdout).toContain('Exit codes: 0 done');
});

test('--help --json is one document', async () => {
  const { code, stdout } = await run({}, 'list', '--help', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    command: 'list',
    help: expect.stringMatching(/^usage: npm run data -- list/),
  });
});

test.each([
  ['no command', [], 'Missing command.'],
  [
    'another command',
    ['load'],
    'Unknown command "load". Use import, check, setup, diff, list, activate, rollback or remove.',
  ],
  ['an unknown option', ['list', '--all'], "Unknown option '--all'"],
  ['no source', ['import'], 'Missing source. Use oews'],
  ['an unknown source', ['import', 'bea', 'x.xlsx'], 'Unknown source "bea". Use oews'],
  ['no file', ['import', 'oews'], 'Missing file. Give its path or URL.'],
  [
    'a release of another form',
    ['import', 'oews', 'x.xlsx', '--release', 'May 2024'],
    'Invalid release "May 2024". Releases of oews are named like 2024-05.',
  ],
  [
    'a release without a key',
    ['activate', 'oews'],
    '"oews" does not name a release. Use <source>/<release>, e.g. oews/2024-05.',
  ],
  ['no release', ['remove'], 'Missing release. Use <source>/<release>, e.g. oews/2024-05.'],
  ['one release to a diff', ['diff', 'oews/2024-05'], 'Missing release.'],
  [
    'a threshold that is no number',
    ['diff', 'oews/2024-05', 'oews/2025-05', '--threshold', 'x'],
    'Invalid value "x" for --threshold. Use a number such as 10.',
  ],
  ['an extra argument', ['rollback', 'oews', 'bls-oews'], 'Unexpected argument "bls-oews".'],
])('%s is wrong usage', async (_, args, message) => {
  const said = await refused({ CAREERGRAPH_HOME: '/nowhere' }, 2, ...args);
  expect(said).toContain(message);
  expect(said).toMatch(/See: npm run data -- (\w+ )?--help\n$/);
});

test('wrong usage with --json is one document', async () => {
  const { code, stdout } = await start({}, 'import', 'bea', 'x.xlsx', '--json').ended;
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toEqual({
    command: 'import',
    error: { kind: 'USAGE', message: expect.stringContaining('Unknown source "bea"'), faults: [] },
  });
});

test('wrong variables are refused without the secret', async () => {
  const said = refusalOf(await start({ DATABASE_URL: 'mysql://u:secret@h/x' }, 'list').ended, 2);
  expect(said).toBe(`The environment is invalid:
  DATABASE_URL must be a URL like postgres://user:password@host:5432/name; it is (not shown)
`);
});

test('an empty home lists nothing', async () => {
  const { code, stdout } = await run({ CAREERGRAPH_HOME: await folder() }, 'list');
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'No release is loaded.\n' });
});
