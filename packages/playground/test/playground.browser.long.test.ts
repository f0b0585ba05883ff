import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CHROMIUM_ARGS, chromiumPath, startTestServer } from '@careergraph/testkit';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exampleOperations } from './examples.ts';
import { type Offences, openWatchedPage, textOf } from './watched-page.ts';

const CAREER_TITLE = 'Medical Office Manager';
const DOLLARS = /"\$\d{1,3}(,\d{3})+(\.\d{2})?/;
const ORDER = [
  'provenance',
  'career-page',
  'salary-in-area',
  'salaries-by-state',
  'top-states',
  'credentials',
  'growth',
];
const ROOT_FIELDS = ['career', 'careers', 'occupation', 'area', 'sources', 'releases'];
/** Where to click in a line of the editor: the middle of a long line is behind the scroll bar. */
const LINE_START = { x: 20, y: 8 };
const ARTIFACTS = new URL('../../../artifacts/', import.meta.url);

const executablePath = chromiumPath(process.env);
const isAbsent = executablePath === undefined;
const name = isAbsent
  ? 'playground in Chromium (skipped: no CHROMIUM_PATH and no chromium in PATH; apt-get install chromium)'
  : 'playground in Chromium';

test.runIf(isAbsent && process.env.CI)('CI has a Chromium', () => {
  expect.fail('There is no Chromium, so nobody looked at the page: install it or set CHROMIUM_PATH.');
});

describe.skipIf(isAbsent)(name, () => {
  let server: Awaited<ReturnType<typeof startTestServer>>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let offences: Offences;

  beforeAll(async () => {
    server = await startTestServer();
    browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
    ({ page, offences } = await openWatchedPage(context, new URL(server.url).origin));
    await page.goto(new URL('/', server.url).href);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  });

  afterEach(async () => {
    expect(offences).toEqual({ foreignRequests: [], policyViolations: [], errors: [] });
    await context.close();
  });

  const tabs = () => page.getByRole('tab');
  const activeTab = () => page.locator('.graphiql-tab-active');
  const response = () => page.locator('.graphiql-response .view-lines');

  test('answers the career page', async () => {
    await page.getByRole('tab', { name: exampleOperations().get('career-page') as string, exact: true }).click();
    await page.getByRole('button', { name: /execute query/i }).click();
    await expect.poll(() => textOf(response()), { timeout: 20_000 }).toContain(CAREER_TITLE);
    await scrollTo(response(), DOLLARS);

    mkdirSync(ARTIFACTS, { recursive: true });
    await page.screenshot({ path: fileURLToPath(new URL('playground-career-page.png', ARTIFACTS)) });
  });

  test('has a tab for each example question, and one only after a reload', async () => {
    const operations = exampleOperations();
    const expected = [...operations.values()].sort();
    const titles = await tabs().allInnerTexts();
    expect([...titles].sort()).toEqual(expected);
    const inOrder = ORDER.flatMap((file) => operations.get(file) ?? []);
    expect(titles.filter((title) => inOrder.includes(title))).toEqual(inOrder);

    await tabs().last().click();
    const chosen = await activeTab().innerText();
    // GraphiQL stores its tabs half a second after the last change.
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('graphiql:tabState')))
      .toContain(`"activeTabIndex":${expected.length - 1}`);
    await page.reload();
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    expect((await tabs().allInnerTexts()).sort()).toEqual(expected);
    expect(await activeTab().innerText()).toBe(chosen);
  });

  test('brings new examples to a browser that has tabs of an earlier visit', async () => {
    await page.addInitScript(() => {
      const before = 'query BeforeTheChange { __typename }';
      const own = 'query OfTheReader { __typename }';
      const stored = [before, own].map((query) => ({
        id: query,
        title: query,
        query,
        variables: null,
        headers: null,
        operationName: null,
        response: null,
      }));
      localStorage.setItem('graphiql:tabState', JSON.stringify({ tabs: stored, activeTabIndex: 1 }));
      localStorage.setItem('graphiql:query', own);
      localStorage.setItem('careergraph:examples', JSON.stringify([`${before}\n`]));
    });
    await page.reload();
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    const titles = await tabs().allInnerTexts();
    expect(titles.sort()).toEqual([...exampleOperations().values(), 'OfTheReader'].sort());
  });

  test('completes, checks and formats a question in workers of its own origin', async () => {
    await page.locator('.graphiql-query-editor .view-line').first().click({ position: LINE_START });
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('query Wrong { noSuchField }');
    await page.locator('.graphiql-query-editor .squiggly-error').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget.visible').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /prettify/i }).click();
    await expect.poll(() => textOf(page.locator('.graphiql-query-editor .view-lines'))).toContain('query Wrong {\n');

    const workers = page.workers().map((worker) => new URL(worker.url()));
    expect(workers.map(({ origin }) => origin)).toEqual(workers.map(() => new URL(server.url).origin));
    expect(workers.map(({ pathname }) => pathname.replace(/^.*\/([a-z]+)\.worker.*$/, '$1')).sort()).toEqual(
      expect.arrayContaining(['editor', 'graphql', 'json']),
    );
  });

  test('keeps to its policy while its tools are used', async () => {
    const lines = page.locator('.graphiql-query-editor .view-line');
    await lines.first().click({ position: LINE_START });
    await untilVisible(page.locator('.find-widget.visible'), () => page.keyboard.press('ControlOrMeta+F'));
    await page.keyboard.press('Escape');
    await untilVisible(page.locator('.quick-input-widget').first(), () => page.keyboard.press('F1'));
    await page.keyboard.press('Escape');
    await untilVisible(page.getByRole('menuitem', { name: /run operation/i }), () =>
      lines.nth(1).click({ button: 'right', position: LINE_START }),
    );
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Show History' }).click();
    await page.locator('.graphiql-history').waitFor();
    await page.getByRole('button', { name: 'Open settings dialog' }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    await expect.poll(() => page.locator('body.graphiql-dark').count()).toBe(1);
  });

  test('shows the documentation of the schema beside it', async () => {
    const docs = page.locator('.graphiql-doc-explorer');
    await docs.getByRole('link', { name: 'Query', exact: true }).click();
    for (const field of ROOT_FIELDS) {
      await docs.locator('.graphiql-doc-explorer-field-name', { hasText: new RegExp(`^${field}$`) }).waitFor();
    }
  });

  test('has a title, a heading and a dark theme', async () => {
    expect(await page.title()).toBe('CareerGraph');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('CareerGraph');

    const background = () =>
      page.locator('.graphiql-container').evaluate((element) => getComputedStyle(element).backgroundColor);
    const light = await background();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).not.toBe(light);
  });
});

/** Repeats an action until its result is visible: the editor drops keys and clicks that come while it still loads a tool. */
async function untilVisible(result: Locator, act: () => Promise<void>): Promise<void> {
  const isVisible = async () => {
    if (await result.isVisible()) return true;
    await act();
    return result.isVisible();
  };
  await expect.poll(isVisible, { timeout: 50_000, interval: 1_000 }).toBe(true);
}

/** Turns the wheel over an editor until the text is on screen; fails after 40,000 pixels. */
async function scrollTo(lines: Locator, pattern: RegExp): Promise<void> {
  for (let turn = 0; turn < 100 && !pattern.test(await textOf(lines)); turn += 1) {
    await lines.hover();
    await lines.page().mouse.wheel(0, 400);
    await lines.page().waitForTimeout(50);
  }
  expect(await textOf(lines)).toMatch(pattern);
}
