import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaClient } from './generated/client/client.js';

export function client(adapter: SqlDriverAdapterFactory): PrismaClient {
  return new PrismaClient({
    adapter,
    log: [
      { emit: 'event', level: 'query' },
      { emit: 'event', level: 'error' },
    ],
  });
}

/** For an adapter that exists once. */
export function adapterFactory(adapter: SqlDriverAdapter): SqlDriverAdapterFactory {
  const { provider, adapterName } = adapter;
  return { provider, adapterName, connect: async () => adapter };
}
