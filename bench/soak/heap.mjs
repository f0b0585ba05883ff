// Loaded into the server: tells its memory when asked.
process.on('message', (message) => {
  if (message !== 'memory') return;
  const { rss, heapUsed } = process.memoryUsage();
  process.send({ memory: { rss, heapUsed } });
});
// The channel alone keeps no server running.
process.channel?.unref();
