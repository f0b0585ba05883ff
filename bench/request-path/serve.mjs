import { createServer } from 'node:http';

/** Answers every request with JSON bytes on a free port, and prints the address. */
export function serve(answer) {
  const server = createServer(async (_, response) => {
    const bytes = await answer();
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
    response.end(bytes);
  });
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
  process.once('SIGTERM', () => process.exit(0));
}
