import { runInstalled, setUp } from './setup.mjs';

await setUp();
process.exit(await runInstalled('vitest/vitest.mjs', ['run', ...process.argv.slice(2)]));
