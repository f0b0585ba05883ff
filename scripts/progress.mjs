// Shows on stderr what a fresh clone waits for: stdout belongs to the command that follows.
const LINE_MS = 4_000;
const REDRAW_MS = 250;

/**
 * Runs a step that may take long. A terminal shows one line with the time so far; elsewhere, a line comes every few seconds.
 *
 * @template T
 * @param {string} name what is done: `Installing dependencies`
 * @param {(detail: (text: string) => void) => Promise<T>} work is told how to show how far it is
 */
export async function step(name, work) {
  const from = Date.now();
  const { isTTY, columns = 80 } = process.stderr;
  let detail = '';
  const state = () => {
    const seconds = Math.round((Date.now() - from) / 1_000);
    return `${name} … ${seconds} s${detail && `, ${detail}`}`;
  };
  const show = () => process.stderr.write(isTTY ? `\r\u001b[2K${state().slice(0, columns - 1)}` : `${state()}\n`);
  process.stderr.write(`${name} …${isTTY ? '' : '\n'}`);
  const timer = setInterval(show, isTTY ? REDRAW_MS : LINE_MS);
  try {
    return await work((text) => {
      detail = text;
    });
  } finally {
    clearInterval(timer);
    process.stderr.write(`${isTTY ? '\r\u001b[2K' : ''}${name}: ${((Date.now() - from) / 1_000).toFixed(1)} s\n`);
  }
}
