// node scripts/pack.mjs careergraph|sdk [folder]: writes the tarball of a package, after installing and building what it is made of.
import { join } from 'node:path';
import { runToEnd } from './child.mjs';
import { root, setUp } from './setup.mjs';

const [name, ...rest] = process.argv.slice(2);
await setUp('server');
process.exit(await runToEnd(process.execPath, [join(root, 'packages', name, 'scripts/pack.mjs'), ...rest]));
