import type { Prisma, Sql } from '@careergraph/db';

/** The life of releases in SQL, inside a transaction of Prisma's client. */
export function sqlOf(tx: Prisma.TransactionClient): Sql {
  return {
    query: <Row extends object>(text: string, parameters: readonly unknown[] = []) =>
      tx.$queryRawUnsafe<Row[]>(text, ...parameters),
  };
}
