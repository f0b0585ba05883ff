import { createServer } from 'node:http';

/** Reads every request whole and answers it with JSON bytes, on a free port, and prints the address. */
export function serve(answer) {
  const server = createServer((request, response) => {
    const send = async () => {
      const bytes = await answer();
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
      response.end(bytes);
    };
    if (request.method === 'POST') request.on('data', () => {}).on('end', send);
    else send();
  });
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
  process.once('SIGTERM', () => process.exit(0));
}
