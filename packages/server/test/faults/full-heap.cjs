// Preloaded into the threads of a process (node --require). When the file `block` is in the folder CRASH_FOLDER, the first
// thread that sees it takes it away and stands still until the file `go` is there. Then it fills its heap, and Node ends it.
const { existsSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { isMainThread } = require('node:worker_threads');

const folder = process.env.CRASH_FOLDER;

function look() {
  if (!existsSync(join(folder, 'block'))) return;
  rmSync(join(folder, 'block'));
  const clock = new Int32Array(new SharedArrayBuffer(4));
  while (!existsSync(join(folder, 'go'))) Atomics.wait(clock, 0, 0, 20);
  rmSync(join(folder, 'go'));
  const kept = [];
  for (;;) kept.push(Array.from({ length: 100_000 }, (_, at) => ({ at })));
}

if (!isMainThread && folder) setInterval(look, 20).unref();
