import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '@careergraph/db';
import type { AuditEntry } from '@careergraph/domain';
import type { Importer } from '@careergraph/releases';
import { importers } from '@careergraph/sources';
import { createTestDatabase, type TestDatabase } from '@careergraph/testkit';
import { afterAll, beforeAll } from 'vitest';
import { importInputs } from '../../dist/import-inputs.js';
import { noticed } from './noticed.js';
import type { Plant } from './wage-errors.js';
import { copyOf, type Random, type Workbook, write } from './workbook-rows.js';

interface Outcome {
  readonly planted: string;
  /** What noticed it: an id of an audit, or `refused` with the beginning of the message. */
  readonly by: string | null;
}

/** A database and a folder of this suite, and what came of each error that was planted in a file. */
export function planting() {
  let folder: string;
  let testDatabase: TestDatabase;
  let database: OpenDatabase;
  const outcomes: Outcome[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'careergraph-planted-'));
    testDatabase = await createTestDatabase('migrated');
    database = await openDatabase(testDatabase.location);
  });
  afterAll(async () => {
    await database?.close();
    await testDatabase?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  /** The command `check` or `import`, on a database that stays open. */
  const give = (importer: string, path: string, check: boolean) =>
    importInputs(importers.find(({ name }) => name === importer) as Importer, [path], {
      open: async () => ({ ...database, close: async () => {} }),
      store: join(folder, 'snapshots'),
      release: null,
      check,
    });

  async function failed(importer: string, path: string): Promise<readonly AuditEntry[]> {
    const { audit } = await give(importer, path, true);
    return (audit?.audits ?? []).filter(({ outcome }) => outcome === 'FAILED');
  }

  const writeHere = (workbook: Workbook, name: string) => write(workbook, folder, name);

  /** Records whether a file is told from the one that fails the `usual` audits. */
  async function record(planted: string, importer: string, path: string, usual: readonly AuditEntry[]) {
    outcomes.push({ planted, by: await noticed(() => failed(importer, path), usual) });
  }

  return {
    give,
    write: writeHere,
    record,
    /** Plants each error in a copy of a file, and answers with the audits that the untouched file fails. */
    async plantEach(
      { importer, name, random }: { importer: string; name: string; random: Random },
      untouched: Workbook,
      errors: readonly Plant[],
    ): Promise<readonly string[]> {
      const usual = await failed(importer, await writeHere(untouched, name));
      for (const plant of errors) {
        const workbook = copyOf(untouched);
        const planted = `${name}: ${plant(workbook, random)}`;
        await record(planted, importer, await writeHere(workbook, name), usual);
      }
      return usual.map(({ id }) => id);
    },
    /** Prints each outcome, and counts them. */
    summary(seed: number) {
      console.log(outcomes.map(({ planted, by }) => `${planted}: ${by ?? 'NOT NOTICED'}`).join('\n'));
      const count = outcomes.filter(({ by }) => by !== null).length;
      console.log(`${count} of ${outcomes.length} planted errors were noticed (seed ${seed}).`);
      return { planted: outcomes.length, share: count / outcomes.length };
    },
  };
}
