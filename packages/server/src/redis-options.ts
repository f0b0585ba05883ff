/** How every client of Redis connects: nothing waits for a connection, and a lost one is tried again until the client is closed. */
export function redisOptions(url: string) {
  return {
    url,
    RESP: 2,
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
    socket: {
      connectTimeout: 2_000,
      reconnectStrategy: (retries: number) => Math.min(100 * 2 ** retries, 2_000),
    },
  } as const;
}
