import { join } from 'node:path';
import { runToEnd } from './child.mjs';
import { root, setUp } from './setup.mjs';

await setUp('cli');
const main = join(root, 'packages/cli/dist/keys/main.js');
process.exit(await runToEnd(process.execPath, ['--enable-source-maps', main, ...process.argv.slice(2)]));
