// node scripts/run.mjs [command] [arguments]: a command of careergraph in this clone, which is installed and built first.
import { join } from 'node:path';
import { runToEnd } from './child.mjs';
import { root, setUp } from './setup.mjs';

const [command = 'start'] = process.argv.slice(2);
await setUp(command === 'start' ? 'server' : 'cli');
const main = join(root, 'packages/careergraph/dist/main.js');
process.exit(await runToEnd(process.execPath, ['--enable-source-maps', main, ...process.argv.slice(2)]));
