import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ciOnly, inCi } from '@careergraph/testkit/files';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { programOf } from '../site.ts';
import { installPacked, type Project } from './pack.ts';
import { type RunningServer, startServer } from './server.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const examples = fileURLToPath(new URL('../../../../examples', import.meta.url));

let project: Project;
let server: RunningServer;
beforeAll(async () => {
  [project, server] = await Promise.all([installPacked(), startServer()]);
});
afterAll(async () => {
  await server?.stop();
  await project?.remove();
});

/** The example with the tarball in it; what else it depends on is that of the workspace, so that no registry is asked. */
async function example(name: string): Promise<string> {
  const folder = join(project.folder, name);
  await cp(join(examples, name), folder, { recursive: true, filter: (path) => !path.includes('node_modules') });
  const { dependencies, devDependencies } = require(join(folder, 'package.json'));
  for (const [dependency, wanted] of Object.entries<string>({ ...dependencies, ...devDependencies })) {
    if (wanted.startsWith('file:')) continue;
    const installed = dirname(require.resolve(`${dependency}/package.json`));
    expect(`${dependency} ${require(join(installed, 'package.json')).version}`).toBe(`${dependency} ${wanted}`);
    const link = join(folder, 'node_modules', dependency);
    await mkdir(dirname(link), { recursive: true });
    await symlink(installed, link, 'junction');
  }
  return folder;
}

test.skipIf(!inCi)(
  `Node renders a career with Vue: wage, range, source, sections, explanations, a career that is not there${ciOnly}`,
  async () => {
    const folder = await example('node-ssr');
    const site = spawn(process.execPath, ['server.js'], {
      cwd: folder,
      env: { ...process.env, CAREERGRAPH_ENDPOINT: server.endpoint, PORT: '0' },
    });
    try {
      const said = await new Promise<string>((resolve) => site.stdout.on('data', (chunk) => resolve(String(chunk))));
      const page = await fetch(said.trim());
      const html = await page.text();
      const { career, inFlorida } = await server.plain();
      const { median, p10, p90, provenance } = career.salary;
      expect(page.status).toBe(200);
      expect(html).toContain(`<p class="median">${median.display} a year`);
      expect(html).toContain(`Most earn ${p10.display} – ${p90.display}.`);
      expect(html.replaceAll('&quot;', '"')).toContain(`<small>Source: ${provenance.citation}</small>`);
      expect(html.replaceAll('&amp;', '&')).toMatch(
        /<section id="duties">.*<p>The guide to this career does not have this section\. /s,
      );
      const guided = await (await fetch(new URL('/medical-office-manager?state=FL', said.trim()))).text();
      expect(guided).toMatch(
        /<section id="duties">.*<li>[^<]+<\/li>.*<small>From the guide to this career\. Source: /s,
      );
      expect(inFlorida.salary.resolution.exact).toBe(false);
      expect(guided).toContain(`<p>${inFlorida.salary.resolution.explanation}</p>`);
      const missing = await fetch(new URL('/%3Cb%3E', said.trim()));
      expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('“&#60;b&#62;”')]);
    } finally {
      site.kill();
    }
  },
);

test.skipIf(!inCi)(`the page of React is checked and built by Vite${ciOnly}`, async () => {
  const folder = await example('vite-page');
  await run(process.execPath, [programOf('typescript', 'tsc')], { cwd: folder });
  await run(process.execPath, [programOf('vite', 'vite'), 'build'], { cwd: folder });
  expect(await readdir(join(folder, 'dist/assets'))).toHaveLength(1);
});
