// npm run test:unit [-- <files>]: the tests that need neither a database nor a build, on the TypeScript source.
import { runInstalled, setUp } from './setup.mjs';

await setUp('unit');
process.exit(await runInstalled('vitest/vitest.mjs', ['run', '--project', 'unit', ...process.argv.slice(2)]));
