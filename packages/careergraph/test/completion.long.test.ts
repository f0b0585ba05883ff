import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { careergraph } from '@careergraph/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { end, run } from './running.js';

/** What may follow the words of a command line; the last one has been begun. */
async function after(...words: readonly string[]): Promise<{ words: string[]; otherwise: string | undefined }> {
  const { stdout } = await run(['complete', '--', ...words]);
  const lines = stdout.trimEnd().split('\n');
  return { otherwise: lines.pop(), words: lines.map((line) => line.split('\t')[0] as string) };
}

test.each([
  ['commands', ['s'], ['start'], ':words'],
  [
    'every command',
    [''],
    ['start', 'data', 'keys', 'check-guides', 'backup', 'restore', 'doctor', 'completion'],
    ':words',
  ],
  ['commands of data', ['data', 'r'], ['rollback', 'remove'], ':words'],
  ['commands of keys', ['keys', ''], ['create', 'list', 'rotate', 'revoke'], ':words'],
  ['sources', ['data', 'import', 'o'], ['oews', 'onet', 'ooh'], ':words'],
  ['sources of an option', ['data', 'setup', '--only', 'h'], ['hud'], ':words'],
  ['releases', ['data', 'activate', 'oe'], ['oews/'], ':open'],
  ['files after a source', ['data', 'import', 'oews', ''], [], ':files'],
  ['more files', ['data', 'check', 'oews', 'a.xlsx', ''], [], ':files'],
  ['files after an option with a value', ['data', 'import', 'oews', '--release', '2024-05', ''], [], ':files'],
  ['options', ['data', 'import', '--a'], ['--again'], ':words'],
  ['options of keys', ['keys', 'create', '--b'], ['--budget'], ':words'],
  ['shells', ['completion', ''], ['bash', 'zsh', 'fish'], ':words'],
  ['nothing after an unknown command', ['nothing', ''], [], ':words'],
])('%s', async (_, words, expected, otherwise) => {
  expect(await after(...words)).toEqual({ words: expected, otherwise });
});

test('an unknown shell is refused', async () => {
  const { code, stdout, stderr } = await run(['completion', 'csh']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^Unknown shell "csh"\. Use bash, zsh, fish\.\n/);
});

test('bash completes, and runs nothing that was typed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'careergraph-completion-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const bin = join(folder, 'careergraph');
  await writeFile(bin, `#!/bin/sh\nexec '${process.execPath}' '${careergraph}' "$@"\n`);
  await chmod(bin, 0o755);
  const script = `
    source <(careergraph completion bash)
    complete_words() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _careergraph; printf '%s ' "\${COMPREPLY[@]}"; echo; }
    complete_words careergraph data im
    complete_words careergraph data import o
    complete_words careergraph data import '$(touch made)' o`;
  const { stdout } = await end('bash', ['-c', script], { PATH: `${folder}:${process.env.PATH}` }, folder);
  expect(stdout).toBe('import \noews onet ooh \n \n');
  expect((await end('ls', [folder])).stdout).toBe('careergraph\n');
});
