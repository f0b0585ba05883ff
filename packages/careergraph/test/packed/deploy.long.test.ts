import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, chown, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ciOnly, inCi } from '@careergraph/testkit/files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ENVIRONMENT } from '../../../server/dist/env.js';
import { end } from '../running.js';

/** The files in deploy/, with the package as it is published. */

const pack = fileURLToPath(new URL('../../scripts/pack.mjs', import.meta.url));
const deploy = fileURLToPath(new URL('../../../../deploy/', import.meta.url));
const isRoot = process.getuid?.() === 0;
/** The user and group `nobody` of Debian. */
const NOBODY = 65_534;
const QUESTION = '{ career(slug: "registered-nurse") { salary { median { display } } } }';
const ANSWER = { data: { career: { salary: { median: { display: '$97,550' } } } } };

describe.skipIf(!inCi)(`what is in deploy/${ciOnly}`, () => {
  let folder: string;
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'careergraph-deploy-'));
    await chmod(folder, 0o755);
    await mkdir(join(folder, 'context'));
    const packed = await end(process.execPath, [pack, join(folder, 'context')], { HOME: folder });
    expect(packed.code, packed.stderr).toBe(0);
  });
  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  /** The folder of the image, in which the steps are done instead of at the root of a file system. */
  const inImage = (text: string) =>
    text.replaceAll(/(?<![\w.])\/(opt\/careergraph|var\/lib\/careergraph|tmp\/careergraph\.tgz|root\/\.npm)/g, (path) =>
      join(folder, 'image', path),
    );

  function start(file: string, args: readonly string[], env: Record<string, string>, user?: number): ChildProcess {
    const as = user === undefined || !isRoot ? {} : { uid: user, gid: user };
    const child = spawn(file, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'], ...as });
    child.stdout?.resume();
    started.push(child);
    return child;
  }

  async function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return ended;
  }

  async function answerAt(port: number): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUESTION }),
    });
    return response.json();
  }

  test('the steps of the Dockerfile, one after the other in an empty folder, make a server that is healthy and stops', async () => {
    const lines = readFileSync(join(deploy, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ').split('\n');
    const port = await freePort();
    const env: Record<string, string> = { PATH: process.env.PATH ?? '', HOME: join(folder, 'image/root') };
    let [user, health, stopSignal]: [number | undefined, string[], NodeJS.Signals] = [undefined, [], 'SIGTERM'];
    const command: string[] = [];
    let cwd = folder;
    await Promise.all(
      ['tmp', 'root', 'var/lib'].map((path) => mkdir(join(folder, 'image', path), { recursive: true })),
    );
    for (const line of lines.filter((line) => line !== '' && !line.startsWith('#'))) {
      const [, instruction, rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? [];
      if (instruction === 'ENV') {
        for (const [, name = '', value = ''] of rest.matchAll(/(\w+)=(\S+)/g)) env[name] = inImage(value);
      } else if (instruction === 'WORKDIR') {
        cwd = inImage(rest);
        await mkdir(cwd, { recursive: true });
      } else if (instruction === 'COPY') {
        const [from = '', to = ''] = rest.split(' ');
        await copyFile(join(folder, 'context', from), inImage(to));
      } else if (instruction === 'RUN') {
        const step = inImage(rest).replace('chown node:node', isRoot ? `chown ${NOBODY}:${NOBODY}` : 'true');
        execFileSync('sh', ['-ec', step], { cwd, env, stdio: 'pipe' });
      } else if (instruction === 'USER') user = NOBODY;
      else if (instruction === 'HEALTHCHECK') health = JSON.parse(rest.slice(rest.indexOf('['))) as string[];
      else if (instruction === 'STOPSIGNAL') stopSignal = rest as NodeJS.Signals;
      else if (instruction === 'ENTRYPOINT' || instruction === 'CMD') command.push(...(JSON.parse(rest) as string[]));
      else expect(['FROM', 'VOLUME', 'EXPOSE']).toContain(instruction);
    }
    const [file = '', ...args] = command.map(inImage);
    const server = start(file, args, { ...env, PORT: String(port), HOST: '127.0.0.1' }, user);
    const [program = '', ...check] = health;
    await expect
      .poll(() => end(program, check, { ...env, PORT: String(port) }), { timeout: 120_000, interval: 500 })
      .toMatchObject({ code: 0 });
    expect(await answerAt(port)).toEqual(ANSWER);
    expect(await stopped(server, stopSignal)).toBe(0);
  });

  test('compose.yaml names files that exist, and settings of the service', () => {
    const { services } = parse(readFileSync(join(deploy, 'compose.yaml'), 'utf8'), { merge: true });
    const { build, environment } = services['server-2'];
    expect(existsSync(join(deploy, build.context, build.dockerfile))).toBe(true);
    for (const name of Object.keys(environment)) expect(Object.keys(ENVIRONMENT)).toContain(name);
    const [mount] = services.nginx.volumes as [string];
    expect(existsSync(join(deploy, mount.split(':')[0] as string))).toBe(true);
  });

  test('systemd accepts the unit', async () => {
    const text = readFileSync(join(deploy, 'careergraph@.service'), 'utf8');
    const unit = join(folder, 'careergraph@4000.service');
    await writeFile(unit, text.replace('/opt/careergraph/node_modules/.bin/careergraph', process.execPath));
    const { code, stderr } = await end('systemd-analyze', ['verify', '--man=no', unit]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test.skipIf(!isRoot)(
    `serves as another user from a file system of which only its home can be written${isRoot ? '' : ' (skipped: needs root)'}`,
    async () => {
      const home = join(folder, 'home');
      await mkdir(home);
      await chown(home, NOBODY, NOBODY);
      const port = await freePort();
      const main = inImage('/opt/careergraph/node_modules/careergraph/dist/main.js');
      const readOnly = `mount --bind ${home} ${home} && mount -o remount,bind,ro / &&
      exec setpriv --reuid ${NOBODY} --regid ${NOBODY} --clear-groups ${process.execPath} ${main} start`;
      const server = start('unshare', ['-m', 'sh', '-ec', readOnly], {
        PATH: process.env.PATH ?? '',
        PORT: String(port),
        CAREERGRAPH_HOME: home,
      });
      await expect
        .poll(
          () =>
            fetch(`http://127.0.0.1:${port}/ready`).then(
              ({ status }) => status,
              () => 0,
            ),
          { timeout: 120_000 },
        )
        .toBe(200);
      expect(await answerAt(port)).toEqual(ANSWER);
      expect(await stopped(server, 'SIGTERM')).toBe(0);
    },
  );
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a port was asked for');
  await new Promise((resolve) => server.close(resolve));
  return address.port;
}
