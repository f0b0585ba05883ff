import { run, setUp } from './setup.mjs';

setUp();
run('vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
