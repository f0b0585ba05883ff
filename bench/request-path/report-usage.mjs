// Loaded into every measured process: replies to each message with the processor time used so far, in microseconds, or
// with the resident memory, in bytes.
process.on('message', (what) => {
  const { user, system } = process.cpuUsage();
  process.send(what === 'memory' ? process.memoryUsage.rss() : user + system);
});
// The measured process stops when it is told to, not when nobody asks any more.
process.channel.unref();
