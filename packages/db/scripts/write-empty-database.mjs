// Creates an empty embedded database and stores it compressed. Creating one takes 800 MB of memory, unpacking this one 300.
import { writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';

const pglite = await PGlite.create();
const archive = await pglite.dumpDataDir('gzip');
await pglite.close();
await writeFile(new URL('../src/generated/empty-database.tar.gz', import.meta.url), archive.stream());
