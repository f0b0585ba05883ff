import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ciOnly, inCi } from '@careergraph/testkit/files';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installPacked, type Project } from './pack.ts';
import { COMMANDS, whyNot, workerd } from './runtimes.ts';
import { addressOfNobody, type RunningServer, startServer } from './server.ts';

test.runIf(whyNot !== undefined && inCi)('CI has the runtimes', () => {
  expect.fail(`Of the runtimes that the SDK must work in, ${whyNot}`);
});

describe.skipIf(!inCi)(`the packed SDK against a running server${ciOnly}`, () => {
  let project: Project;
  let server: RunningServer;
  let gone: string;
  let expected: { readonly requests?: readonly string[] };

  beforeAll(async () => {
    [project, server, gone] = await Promise.all([installPacked(), startServer(), addressOfNobody()]);
    await bundle(project.folder);
    expected = await plainly(server);
  });

  afterAll(async () => {
    await server?.stop();
    await project?.remove();
  });

  async function answerOf([program, ...args]: readonly [string, ...string[]]): Promise<unknown> {
    const { stdout } = await promisify(execFile)(program, [...args, server.endpoint, gone], {
      cwd: project.folder,
      env: { PATH: process.env.PATH, HOME: project.folder, DENO_NO_UPDATE_CHECK: '1', DO_NOT_TRACK: '1' },
    });
    return JSON.parse(stdout);
  }

  test.each(['ask.mjs', 'ask.cjs'])('this Node, %s', async (script) => {
    expect(await answerOf([process.execPath, script])).toEqual(expected);
  });

  test('the globals of React Native', async () => {
    expect(await answerOf([process.execPath, '--require', './react-native.cjs', 'ask.cjs'])).toEqual(expected);
  });

  test.each(['stub.mjs', 'stub.cjs'])('the fetch for tests in this Node, %s', async (script) => {
    const { stdout } = await promisify(execFile)(process.execPath, [script], { cwd: project.folder });
    expect(JSON.parse(stdout)).toEqual({ title: 'Medical Assistant', code: 'NO_ANSWER', isOurs: true });
  });

  describe.skipIf(whyNot !== undefined)(`other runtimes${whyNot === undefined ? '' : ` (skipped: ${whyNot})`}`, () => {
    test.each(Object.entries(COMMANDS))('%s', async (_name, command) => {
      expect(await answerOf(command)).toEqual(expected);
    });

    test('workerd', async () => {
      const child = spawn(workerd, ['serve', '--control-fd=1', 'worker.capnp'], { cwd: project.folder });
      try {
        const [event] = await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]);
        const [, port] = /"port":(\d+)/.exec(String(event)) ?? [];
        if (port === undefined) throw new Error(`workerd does not listen: ${event}`);
        const response = await fetch(
          `http://127.0.0.1:${port}/?${new URLSearchParams({ endpoint: server.endpoint, gone })}`,
        );
        // A request of a Worker may not wait for another one: equal ones in flight are sent each.
        const requests = [...(expected.requests ?? []), 'GET Sources'];
        expect(await response.json()).toEqual({ ...expected, requests });
      } finally {
        child.kill();
        await once(child, 'close');
      }
    });
  });
});

/** Workers and edge functions are deployed as one file. */
async function bundle(cwd: string): Promise<void> {
  const built = await rolldown({ input: 'worker.mjs', cwd, platform: 'browser' });
  await built.write({ file: join(cwd, 'dist/worker.js'), format: 'esm' });
  await built.write({
    file: join(cwd, 'dist/edge.js'),
    format: 'iife',
    name: 'worker',
    footer: "addEventListener('fetch', (event) => event.respondWith(worker.fetch(event.request)));",
  });
  await built.close();
}

/** What `questions.mjs` must tell: what the server says when it is asked without the SDK. */
async function plainly(server: RunningServer): Promise<object> {
  const { career, careers } = await server.plain();
  const { median, p10, p90, provenance } = career.salary;
  expect(careers.pageInfo.hasNextPage).toBe(false);
  expect(careers.nodes.length).toBeGreaterThan(7);
  return {
    wage: { status: 'PUBLISHED', amount: median.amount },
    formatted: [median.display, `${p10.display} – ${p90.display}`, '$239,200 o más'],
    cited: `Source: ${provenance.citation}`,
    slugs: careers.nodes.map(({ slug }) => slug),
    // Three who ask, one request: two share it, the third is answered from memory.
    requests: ['GET Sources'],
    same: true,
    unknown: null,
    errors: { wrong: 'BadUserInputError', aborted: 'AbortError', late: 'TimeoutError', gone: 'NetworkError' },
  };
}
