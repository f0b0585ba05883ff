import { join } from 'node:path';
import { runToEnd } from './child.mjs';
import { root, setUp } from './setup.mjs';

await setUp('server');
const main = join(root, 'packages/server/dist/main.js');
process.exit(await runToEnd(process.execPath, [main, ...process.argv.slice(2)]));
