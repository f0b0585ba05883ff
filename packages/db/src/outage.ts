import { isDriverAdapterError } from '@prisma/driver-adapter-utils';

/** Codes of Prisma: login refused, cannot connect, timed out, no such database, connection closed, no free connection. */
const PRISMA = new Set(['P1000', 'P1001', 'P1002', 'P1003', 'P1008', 'P1010', 'P1017', 'P2024', 'P2037']);

/** The same as the driver adapter names it. */
const KINDS = new Set([
  'AuthenticationFailed',
  'ConnectionClosed',
  'DatabaseAccessDenied',
  'DatabaseDoesNotExist',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TlsConnectionError',
  'TooManyConnections',
]);

/** SQLSTATE of a connection that fails, a refused login, no such database, no resources, a server that stops or starts. */
const SQLSTATES = /^(08|28|3D|53|57P)/;

/** What the library behind the adapter says of a connection that is lost, and of sockets that Prisma does not know. */
const MESSAGES =
  /connection terminated|terminating connection|query read timeout|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|after calling end on the pool|not currently accepting connections|database system is|\b(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)\b/i;

interface Known {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly meta?: { readonly driverAdapterError?: unknown };
}

/** Whether the database could not be asked: it is gone, silent, full, or refuses the login. A statement that fails is not. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isDriverAdapterError(error)) {
    const { kind, originalCode = '', originalMessage = '' } = error.cause;
    return KINDS.has(kind) || SQLSTATES.test(originalCode) || MESSAGES.test(originalMessage);
  }
  const { code, message, meta } = error as Known;
  if (meta?.driverAdapterError !== undefined && isOutage(meta.driverAdapterError)) return true;
  return (
    PRISMA.has(String(code)) || SQLSTATES.test(String(code)) || MESSAGES.test(`${String(code)} ${String(message)}`)
  );
}
