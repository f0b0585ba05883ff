import { connect, createServer, type Socket } from 'node:net';

/** Stands between the server and its database, and spoils the connection. */
export interface TcpProxy {
  readonly port: number;
  /** Takes connections and bytes, and passes nothing on. */
  drop(): void;
  /** Passes bytes on so much later, each way. */
  delay(milliseconds: number): void;
  /** Ends all connections and takes no new ones. */
  refuse(): void;
  restore(): void;
  close(): void;
}

export async function openTcpProxy(target: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let mode: 'pass' | 'drop' | 'refuse' = 'pass';
  let late = 0;
  const server = createServer((client) => {
    if (mode === 'refuse') {
      client.resetAndDestroy();
      return;
    }
    const database = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => {
        if (mode === 'drop') return;
        if (late > 0) setTimeout(() => to.write(bytes), late);
        else to.write(bytes);
      });
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as { port: number }).port,
    drop: () => {
      mode = 'drop';
    },
    delay: (milliseconds) => {
      late = milliseconds;
    },
    refuse: () => {
      mode = 'refuse';
      cut();
    },
    restore: () => {
      mode = 'pass';
      late = 0;
    },
    close: () => {
      cut();
      server.close();
    },
  };
}
