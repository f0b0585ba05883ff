import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that serves `target` under a prefix, which it takes off, and nothing else. */
export async function startPrefixProxy(
  target: string,
  prefix: string,
): Promise<{ readonly url: string; readonly refused: readonly string[]; close(): void }> {
  const refused: string[] = [];
  const proxy = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    if (!path.startsWith(`${prefix}/`)) {
      refused.push(path);
      outgoing.writeHead(404).end();
      return;
    }
    const { method, headers } = incoming;
    const passed = request(new URL(target), { path: path.slice(prefix.length), method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}/`,
    refused,
    close: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
