// Loaded into every measured process: replies to each message with what the process has used so far.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

process.on('message', (what) => process.send(what === 'memory' ? memory() : processorMicroseconds()));
// The measured process stops when it is told to, not when nobody asks any more. Its threads load this too, and have no channel.
process.channel?.unref();

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
