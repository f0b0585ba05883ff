import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DatabaseError } from '@careergraph/db';
import { ContentError } from '@careergraph/importers';
import { ENVIRONMENT, EnvError, readEnv } from './env.js';
import { createPlayground } from './http/playground.js';
import { createLogger } from './log.js';
import { startService } from './start.js';

const usage = `usage: npm start [-- --help]

Serves CareerGraph: the playground at /, the GraphQL API at /graphql, the schema at /schema.graphql,
/health and /ready for monitors. Stop it with Ctrl-C.

Environment:
${Object.entries(ENVIRONMENT)
  .map(([name, text]) => `  ${name.padEnd(19)}${text}`)
  .join('\n')}

Exit codes: 0 stopped, 1 could not start or run, 2 wrong usage or environment.`;

async function main(): Promise<number> {
  try {
    const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
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
  try {
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    const env = readEnv(process.env, root);
    const playground = createPlayground({
      dist: new URL('dist/', import.meta.resolve('@careergraph/playground/package.json')),
    });
    const stopped = stopSignal();
    const service = await startService(env, logger, playground);
    console.log(
      `CareerGraph is at ${service.url} (API: ${service.url}graphql)\nDatabase: ${service.database}; guides ${service.content}`,
    );
    const signal = await stopped;
    console.log(`${signal}: stopping`);
    await service.close();
    return 0;
  } catch (error) {
    console.error(explain(error));
    return error instanceof EnvError ? 2 : 1;
  }
}

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

/** What the operator has to mend, without a stack; a stack for what nobody foresaw. */
function explain(error: unknown): string {
  if (error instanceof EnvError || error instanceof ContentError || error instanceof DatabaseError)
    return error.message;
  const code = (error as { code?: string } | null)?.code;
  if (code === 'EADDRINUSE') return 'The port is in use by another program: set PORT to another one, e.g. PORT=4001.';
  if (code === 'EACCES') return 'This user may not listen on that port: set PORT to one above 1023.';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'HOST is not an address of this machine.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

process.exit(await main());
