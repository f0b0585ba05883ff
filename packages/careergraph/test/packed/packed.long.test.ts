import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ciOnly, inCi } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ended, end } from '../running.js';

const pack = fileURLToPath(new URL('../../scripts/pack.mjs', import.meta.url));
const runtimes =
  process.env.CAREERGRAPH_TEST_NODES ?? fileURLToPath(new URL('../../../sdk/test/packed/runtimes', import.meta.url));
const OTHERS = ['node-20', 'node-22', 'node-24'].map((name) => join(runtimes, 'node_modules', name, 'bin/node'));
const NODES = [process.execPath, ...OTHERS.filter(existsSync)];

const QUESTION = `{ career(slug: "medical-assistant") { title salary { median { status amount } release { label } } } }`;

describe.skipIf(!inCi)(`the npm package${ciOnly}`, () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'careergraph-packed-'));
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    const packed = await end(process.execPath, [pack, folder], { HOME: folder });
    expect(packed.code, packed.stderr).toBe(0);
    const args = ['install', '--no-audit', '--no-fund', './careergraph.tgz'];
    const installed = await end('npm', args, { HOME: folder }, folder);
    expect(installed.code, installed.stderr).toBe(0);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('takes at most 150 MB, runs nothing at install, and has no source maps or tests', () => {
    const modules = join(folder, 'node_modules');
    expect(Number(execFileSync('du', ['-sk', modules], { encoding: 'utf8' }).split('\t')[0])).toBeLessThan(150_000);
    const names = execFileSync('find', [join(modules, 'careergraph')], { encoding: 'utf8' });
    expect(names).not.toMatch(/\.map$|\.test\.|\.ts$/m);
  });

  describe.each(NODES)('%s', (node) => {
    let home: string;
    let server: ChildProcess;
    let url: string;
    const environment = () => ({ HOME: home, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` });
    const npx = (...args: readonly string[]): Promise<Ended> =>
      end('npx', ['--no-install', 'careergraph', ...args], environment(), folder);

    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), 'careergraph-home-'));
      server = spawn(node, [join(folder, 'node_modules/careergraph/dist/main.js')], {
        cwd: folder,
        env: { ...environment(), PORT: '0' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let printed = '';
      await new Promise<void>((resolve, reject) => {
        server.stdout?.setEncoding('utf8').on('data', (text: string) => {
          printed += text;
          if (printed.includes('; guides ')) resolve();
        });
        server.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${printed}`)));
      });
      url = /CareerGraph is at (\S+) /.exec(printed)?.[1] ?? '';
      expect(printed).toContain(`Database: embedded, ${join(home, '.local/share/careergraph')}; guides loaded`);
    });

    afterAll(async () => {
      await stop();
      await rm(home, { recursive: true, force: true });
    });

    async function stop(): Promise<void> {
      if (server.exitCode !== null || server.signalCode !== null) return;
      server.kill('SIGINT');
      await once(server, 'exit');
    }

    test('answers, and serves the playground', async () => {
      const response = await fetch(new URL('graphql', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: QUESTION }),
      });
      expect(await response.json()).toEqual({
        data: {
          career: {
            title: 'Medical Assistant',
            salary: { median: { status: 'PUBLISHED', amount: 45690 }, release: { label: 'May 2025' } },
          },
        },
      });
      const page = await (await fetch(url)).text();
      const script = /src="([^"]+\.js)"/.exec(page)?.[1];
      const asset = await fetch(new URL(script ?? 'none', url), { headers: { 'accept-encoding': 'br' } });
      expect([asset.status, asset.headers.get('content-encoding')]).toEqual([200, 'br']);
    });

    // They are the same on every version; the machine's own is enough.
    if (node !== process.execPath) return;

    test('runs the other commands by npx, under its own name', async () => {
      expect((await npx('data', 'list')).stderr).toContain('is in use by process');
      const file = join(home, 'a.backup');
      const backup = await npx('backup', file);
      expect(backup.code, backup.stderr).toBe(0);
      await stop();
      const restored = await npx('restore', file);
      expect(restored.code, restored.stderr).toBe(0);
      expect(JSON.parse((await npx('doctor', '--json')).stdout)).toMatchObject({ problems: 0 });
      const listed = await npx('data', 'list', '--json');
      expect(listed.code, listed.stderr).toBe(0);
      expect(JSON.parse(listed.stdout).sources.map(({ id }: { id: string }) => id)).toContain('bls-oews');
      expect((await npx('data', '--help')).stdout).toMatch(/^usage: careergraph data <command> /);
      const created = await npx('keys', 'create', 'Partner');
      expect(created.stdout).toMatch(/^cg_\w{8}_[\w-]{43}\n$/);
      expect((await npx('keys', 'list')).stdout).toContain('Partner');
      expect((await npx('check-guides')).stdout).toMatch(/^No faults: \d+ careers, /);
      expect((await npx('completion', 'bash')).stdout).toContain('complete -o default -F _careergraph careergraph');
      expect(await npx('strat')).toMatchObject({
        code: 2,
        stderr: 'Unknown command "strat". Did you mean "start"?\nSee: careergraph --help\n',
      });
    });
  });

  test.runIf(inCi)('CI has Node 22 and 24', () => {
    expect(NODES.length, 'npm ci --ignore-scripts --prefix packages/sdk/test/packed/runtimes').toBeGreaterThan(2);
  });
});
