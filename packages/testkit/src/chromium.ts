import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The browser to test with: CHROMIUM_PATH, Debian's place, or `chromium` in PATH; `undefined` when there is none. */
export function chromiumPath(env: NodeJS.ProcessEnv): string | undefined {
  // A path that was given and does not work is a mistake to report, not a reason to look elsewhere.
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return ['/usr/bin/chromium', ...folders.map((folder) => join(folder, 'chromium'))].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Alone, without its own traffic, and unable to resolve any name: whatever the page asks for elsewhere must fail. */
export const CHROMIUM_ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
