import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { startPglite } from './pglite.js';
import { openSchemaEngine } from './schema-engine.js';

/** SQL that migrates from one Prisma schema to another. `null` means the empty database. */
export async function diffSchemas(before: string | null, after: string): Promise<string> {
  const pglite = await startPglite();
  const engine = await openSchemaEngine(new PrismaPGlite(pglite) as unknown as SqlMigrationAwareDriverAdapterFactory, [
    ['schema.prisma', after],
  ]);
  const { stdout } = await engine.diff({
    from:
      before === null
        ? { tag: 'empty' }
        : { tag: 'schemaDatamodel', files: [{ path: 'before.prisma', content: before }] },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: after }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  engine.free();
  await pglite.close();
  return stdout ?? '';
}
