import cluster from 'node:cluster';
import { inspect, parseArgs } from 'node:util';
import { ContentError } from '@careergraph/content';
import { commandLine, DatabaseError, EnvironmentError, installed, isFirstStart } from '@careergraph/db';
import { GraphQLError } from 'graphql';
import { ENVIRONMENT, readEnv } from './env.js';
import { createPlayground } from './http/playground.js';
import { createLogger } from './log.js';
import { startService } from './start.js';
import { reportStarted, startWorkers, WorkerFailed } from './workers.js';

/** Longer than `listen` waits for requests under way. */
const STOP_SECONDS = 10;

const NAME_WIDTH = Math.max(...Object.keys(ENVIRONMENT).map(({ length }) => length)) + 2;

const usage = `usage: ${commandLine('start')} [options]

Serves CareerGraph: the playground at /, the GraphQL API at /graphql, the schema at /schema.graphql,
/health and /ready for monitoring. Stop it with Ctrl-C.

Options:
  --help     print this text
  --version  print the version

Environment:
${Object.entries(ENVIRONMENT)
  .map(([name, text]) => `  ${name.padEnd(NAME_WIDTH)}${text}`)
  .join('\n')}

Exit codes: 0 stopped, 1 failed to start or run, 2 invalid arguments or environment.`;

/**
 * Serves until a signal to stop.
 *
 * @param argv the arguments after `start`
 * @returns the exit code: 0 stopped, 1 failed to start or run, 2 invalid arguments or environment
 */
export async function runStart(argv: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args: [...argv], options: { help: { type: 'boolean', short: 'h' } } });
    if (values.help) {
      console.log(usage);
      return 0;
    }
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  const logger = createLogger(
    (line) => console.error(line),
    () => new Date(),
  );
  // Of a list whose entry fails at once, the executor leaves the entries before it, and they may fail later.
  process.on('unhandledRejection', (reason) => {
    if (reason instanceof GraphQLError) return;
    logger.error('something failed that nothing waited for', { message: String(reason) });
  });
  try {
    const env = readEnv(process.env);
    const stopped = stopSignal();
    if (process.stdout.isTTY && isFirstStart({ url: env.databaseUrl, home: env.home })) {
      console.log(`Creating the database in ${env.home} with guides and national figures. This takes a few seconds …`);
    }
    const starting =
      env.workers > 1 && cluster.isPrimary
        ? startWorkers(env, logger)
        : startService(env, logger, createPlayground({ dist: installed('packages/playground/dist') }));
    const service = await Promise.race([starting, stopped]);
    if (typeof service === 'string') {
      // Content is loaded in one transaction: there is nothing to clean up.
      if (cluster.isPrimary) console.log(`${service}: stopped before the service was ready`);
      return 0;
    }
    if (cluster.isWorker) reportStarted(service);
    else {
      const processes = env.workers > 1 ? `; ${env.workers} processes` : '';
      console.log(
        `CareerGraph is at ${service.url} (API: ${service.url}graphql)\nDatabase: ${service.database}; guides ${service.content}${processes}`,
      );
      service.becomeReady();
    }
    const signal = await stopped;
    if (cluster.isPrimary) console.log(`${signal}: stopping`);
    setTimeout(() => {
      console.error(`Stopping took more than ${STOP_SECONDS} s. Open connections are closed.`);
      process.exit(1);
    }, STOP_SECONDS * 1_000).unref();
    // Who presses Ctrl-C does not want to wait for a load balancer.
    await service.close(signal === 'SIGINT' ? 0 : undefined);
    return 0;
  } catch (error) {
    if (error instanceof WorkerFailed) return error.exitCode;
    console.error(explain(error));
    return error instanceof EnvironmentError ? 2 : 1;
  }
}

/**
 * The first signal to stop. Later signals are ignored: one Ctrl-C arrives twice, from the terminal and from npm, and the
 * second must not interrupt the requests that the first lets finish.
 */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
  });
}

/** A message that tells the operator what to do; a stack only for an unexpected error. */
function explain(error: unknown): string {
  if (error instanceof EnvironmentError || error instanceof ContentError || error instanceof DatabaseError)
    return error.message;
  const {
    code,
    port,
    address,
    variable = 'PORT',
  } = (error ?? {}) as {
    code?: string;
    port?: number;
    address?: string;
    variable?: string;
  };
  if (code === 'EADDRINUSE') {
    return `Port ${port} of ${address} is in use by another program. Set ${variable} to another one, e.g. ${variable}=4001.`;
  }
  if (code === 'EACCES') return `This user may not listen on port ${port}. Set ${variable} to one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    const host = address ?? (error as { hostname?: string }).hostname;
    return `HOST=${host} is not an address of this machine. 127.0.0.1 and 0.0.0.0 always are.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : inspect(error);
}
