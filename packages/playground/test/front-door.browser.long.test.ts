import { CHROMIUM_ARGS, chromiumPath, startTestServer } from '@careergraph/testkit';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { exampleOperations } from './examples.ts';
import { startPrefixProxy } from './prefix-proxy.ts';
import { type Offences, openWatchedPage, textOf } from './watched-page.ts';

const FIGURE = '"display": "$140,970"';
const PUBLISHER = '"publisher": "U.S. Bureau of Labor Statistics"';
const LARGEST_OPENING_BYTES = 1_200_000;
const OPENINGS = 8;

const executablePath = chromiumPath(process.env);

describe.skipIf(executablePath === undefined)('the playground as a front door', () => {
  let server: Awaited<ReturnType<typeof startTestServer>>;
  let browser: Browser;
  const opened: { context: BrowserContext; offences: Offences }[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  afterEach(async () => {
    for (const { context, offences } of opened.splice(0)) {
      expect(offences).toEqual({ foreignRequests: [], policyViolations: [], errors: [] });
      await context.close();
    }
  });

  /** A browser that was never here. */
  async function newcomer(options: BrowserContextOptions = {}, address = server.url): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const { page, offences } = await openWatchedPage(context, new URL(address).origin);
    opened.push({ context, offences });
    return page;
  }

  const answer = (page: Page) => page.locator('.graphiql-response .view-lines');
  const untilAnswered = (page: Page, text: string) =>
    expect.poll(async () => flat(await textOf(answer(page))), { timeout: 60_000 }).toContain(text);
  const activeTab = (page: Page) => page.locator('.graphiql-tab-active').innerText();
  const run = (page: Page) => page.locator('.graphiql-execute-button');

  test('shows a figure and its source without a click, for at most 1.2 MB', async () => {
    const page = await newcomer();
    const loaded: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      loaded.push(request.sizes().then(({ responseBodySize }) => Math.max(0, responseBodySize)));
    });
    await page.goto(server.url);
    await untilAnswered(page, FIGURE);
    await untilAnswered(page, PUBLISHER);
    expect(await activeTab(page)).toBe(exampleOperations().get('provenance'));
    const bytes = (await Promise.all(loaded)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(500_000);
    expect(bytes).toBeLessThanOrEqual(LARGEST_OPENING_BYTES);

    await page.reload();
    await untilAnswered(page, FIGURE);
  });

  test('loses no click on ▶ that is made as soon as it can be', async () => {
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      const page = await newcomer();
      let questions = 0;
      page.on('request', (request) => {
        if (request.postData()?.includes('query Provenance')) questions += 1;
      });
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          const button = document.querySelector('.graphiql-execute-button');
          if (button === null) return;
          document.documentElement.dataset.firstSeen = button.matches(':disabled') ? 'disabled' : 'enabled';
          observer.disconnect();
        }).observe(document, { childList: true, subtree: true });
      });
      await page.goto(server.url, { waitUntil: 'commit' });
      await run(page).click();
      // The question that the page asks by itself, and that of the click.
      await expect.poll(() => questions, { timeout: 60_000 }).toBe(2);
      await untilAnswered(page, FIGURE);
      expect(await page.locator('html').getAttribute('data-first-seen')).toBe('disabled');
    }
  });

  test('opens a link in a tab of its own, with its answer, and keeps the tabs that were there', async () => {
    const page = await newcomer();
    const examples = exampleOperations().size;
    const shared = new URL(server.url);
    shared.searchParams.set(
      'query',
      'query First { __typename } query Second($s: String!) { career(slug: $s) { slug } }',
    );
    shared.searchParams.set('variables', '{ "s": "medical-office-manager" }');
    shared.searchParams.set('operationName', 'Second');
    for (const visit of ['first', 'again']) {
      await page.goto(shared.href);
      await untilAnswered(page, '"slug": "medical-office-manager"');
      expect([visit, await page.getByRole('tab').count(), page.url()]).toEqual([visit, examples + 1, server.url]);
    }
    await page.goto(`${server.url}?query=${encodeURIComponent('query Third { __typename }')}`);
    await untilAnswered(page, '"__typename": "Query"');
    expect([await activeTab(page), await page.getByRole('tab').count()]).toEqual(['Third', examples + 2]);
  });

  test('copies a link that opens the same question elsewhere, and says when it would be too long', async () => {
    const page = await newcomer({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(server.url);
    await untilAnswered(page, FIGURE);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Copied.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const { searchParams } = new URL(link);
    expect(searchParams.get('query')).toContain('query Provenance');
    expect(JSON.parse(searchParams.get('variables') ?? '')).toEqual({ slug: 'medical-office-manager' });
    const other = await newcomer();
    await other.goto(link);
    await untilAnswered(other, FIGURE);

    await page.getByRole('tab', { name: exampleOperations().get('career-page') as string, exact: true }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText(/^The link would have [\d,]+ characters, more than the 7,500 that servers accept\./).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  });

  test('works on a screen of 390 pixels', async () => {
    const page = await newcomer({ viewport: { width: 390, height: 844 } });
    await page.goto(server.url);
    await untilAnswered(page, FIGURE);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(390);

    await page
      .locator('.graphiql-query-editor .view-line')
      .first()
      .click({ position: { x: 20, y: 8 } });
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('query Mine { __typename }');
    // GraphiQL reads the name of the operation a moment after the last key.
    await expect.poll(() => activeTab(page), { timeout: 60_000 }).toBe('Mine');
    await run(page).click();
    await untilAnswered(page, '"__typename": "Query"');
    for (const part of ['.graphiql-query-editor', '.graphiql-execute-button', '.graphiql-response']) {
      await page.locator(part).scrollIntoViewIfNeeded();
      const box = await page.locator(part).boundingBox();
      expect([part, (box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 391) <= 390]).toEqual([part, true]);
    }
    await page.getByRole('button', { name: 'Schema reference' }).click();
    await page.locator('.graphiql-doc-explorer').getByRole('link', { name: 'Query', exact: true }).waitFor();
    expect(await width()).toBe(390);
  });

  test('works behind a prefix that a proxy takes off', async () => {
    const proxy = await startPrefixProxy(server.url, '/careers-api');
    const page = await newcomer({}, proxy.url);
    await page.goto(proxy.url);
    await untilAnswered(page, FIGURE);
    await page.locator('.graphiql-doc-explorer').getByRole('link', { name: 'Query', exact: true }).waitFor();
    await expect.poll(() => page.workers().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(3);
    const addresses = page.workers().map((worker) => worker.url());
    expect(addresses).toEqual(addresses.filter((address) => address.startsWith(proxy.url)));
    for (const name of ['schema.graphql', 'TypeScript SDK']) {
      const link = await page.getByRole('link', { name }).evaluate((element: HTMLAnchorElement) => element.href);
      expect([link.startsWith(proxy.url), (await fetch(link)).status]).toEqual([true, 200]);
    }
    expect(proxy.refused).toEqual([]);
    proxy.close();
  });
});

/** Long values wrap in the response pane. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
