// Loaded into every measured process: replies to each message with what the process has used so far.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

// The thread of the embedded database loads this file too, and has no channel.
if (isMainThread) {
  process.on('message', (what) => process.send(what === 'memory' ? memory() : processorMicroseconds()));
  // The measured process stops when it is told to, not when nobody asks any more.
  process.channel.unref();
}

function processorMicroseconds() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Resident memory, and what is in use once garbage is collected. */
function memory() {
  const resident = process.memoryUsage.rss();
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return { resident, used: heapUsed + external };
}
