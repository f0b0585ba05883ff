// npm run dev: serves from the TypeScript source and restarts after an edit.
import { runInstalled, setUp } from './setup.mjs';

await setUp('dev');
process.exit(
  await runInstalled('tsx/dist/cli.mjs', [
    'watch',
    '--clear-screen=false',
    // Workspace packages resolve to src instead of dist.
    '--conditions=@careergraph/source',
    // Files the server reads without importing them.
    ...['packages/guides/**/*.yaml', 'prisma/migrations/**'].flatMap((path) => ['--include', path]),
    'packages/server/src/main.ts',
    ...process.argv.slice(2),
  ]),
);
