import { runInstalled, setUp } from './setup.mjs';

await setUp('test');
const code = await runInstalled('vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
if (!process.env.CI)
  console.error('Tests named *.long.* were left out; they take long. CI=true npm test runs them, too.');
process.exit(code);
