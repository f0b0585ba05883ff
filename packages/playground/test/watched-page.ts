import type { BrowserContext, Locator, Page } from 'playwright-core';

/** What a page did that it must not do. Every list must stay empty. */
export interface Offences {
  /** Requests to any origin but the server's; they were cut off. */
  readonly foreignRequests: string[];
  readonly policyViolations: string[];
  /** Console messages of level error, and exceptions nobody caught. */
  readonly errors: string[];
}

/** Opens a page in the context, with every other origin cut off and each offence written down. */
export async function openWatchedPage(
  context: BrowserContext,
  origin: string,
): Promise<{ page: Page; offences: Offences }> {
  const offences: Offences = { foreignRequests: [], policyViolations: [], errors: [] };
  await context.route(
    (url) => url.origin !== origin,
    (route) => route.abort(),
  );
  // The event comes for requests that are cut off, too.
  context.on('request', (request) => {
    const { origin: asked, protocol, href } = new URL(request.url());
    if (asked !== origin && protocol !== 'data:') offences.foreignRequests.push(href);
  });
  await context.exposeFunction('reportPolicyViolation', (text: string) => offences.policyViolations.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportPolicyViolation(text: string): void }).reportPolicyViolation;
      report(`${event.effectiveDirective} blocked ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => offences.errors.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') offences.errors.push(message.text());
  });
  return { page, offences };
}

/** The text of a Monaco editor, whose spaces are no-break spaces and which renders only what is on screen. */
export async function textOf(lines: Locator): Promise<string> {
  return (await lines.innerText()).replaceAll('\u00a0', ' ');
}
