import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CHROMIUM_ARGS, chromiumPath } from '@careergraph/testkit';
import { ciOnly, inCi } from '@careergraph/testkit/files';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installPacked, type Project } from './pack.ts';
import { type RunningServer, startServer } from './server.ts';

const executablePath = chromiumPath(process.env);
const isAbsent = executablePath === undefined;
const reason = isAbsent ? ' (skipped: no CHROMIUM_PATH and no chromium in PATH; apt-get install chromium)' : ciOnly;

test.runIf(isAbsent && inCi)('CI has a Chromium', () => {
  expect.fail('There is no Chromium, so the SDK ran in no browser: install it or set CHROMIUM_PATH.');
});

describe.skipIf(isAbsent || !inCi)(`the packed SDK in Chromium${reason}`, () => {
  let project: Project;
  let site: Server;
  let origin: string;
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    project = await installPacked();
    const root = join(project.folder, 'page');
    site = await serve(join(root, 'dist'));
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    [server, browser] = await Promise.all([
      startServer(origin),
      chromium.launch({ executablePath, args: CHROMIUM_ARGS }),
      build({ root, configFile: false, logLevel: 'error', build: { target: 'es2022' } }),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    site?.close();
    await project?.remove();
  });

  /** What the page shows once it shows something. */
  async function shown(slug: string) {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`${origin}/?${new URLSearchParams({ endpoint: server.endpoint, slug })}`);
    await page.locator('#wage:not(:empty), #problem:not(:empty)').first().waitFor();
    const [wage, source, problem] = await page.locator('p').allTextContents();
    await page.close();
    return { wage, source, problem, problems };
  }

  test('a page of another site, built by Vite, shows the wage and its source', async () => {
    const { median, provenance } = (await server.plain()).career.salary;
    expect(await shown('medical-assistant')).toEqual({
      wage: median.display,
      source: `Source: ${provenance.citation}`,
      problem: '',
      problems: [],
    });
  });

  test('a career that does not exist is no error', async () => {
    expect(await shown('nobody')).toEqual({ wage: 'no wage', source: '', problem: '', problems: [] });
  });

  test('without a server it shows an error that it can tell from others', async () => {
    await server.stop();
    // Of another career: the browser has kept the answer about the first one, as the server allows.
    expect(await shown('dental-assistant')).toMatchObject({
      wage: '',
      problem: 'The server cannot be reached (NETWORK).',
      problems: [],
    });
  });
});

/** The site of a partner. */
async function serve(folder: string): Promise<Server> {
  const site = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const isPage = pathname === '/';
    const body = await readFile(join(folder, isPage ? 'index.html' : pathname)).catch(() => undefined);
    response.writeHead(body ? 200 : 404, { 'content-type': isPage ? 'text/html' : 'text/javascript' }).end(body);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  return site;
}
