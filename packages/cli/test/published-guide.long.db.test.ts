import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf } from '@careergraph/testkit';
import { dataDir, haveData, skipped } from '@careergraph/testkit/files';
import { expect, test } from 'vitest';
import { database, run } from './running.js';

test.skipIf(!haveData)(`docs/import.md shows what the import of a year of wages prints${skipped}`, async () => {
  const guide = readFileSync(new URL('../../../docs/import.md', import.meta.url), 'utf8');
  const shown = /The second command prints:\n\n```\n(.*?)```/s.exec(guide)?.[1];
  const environment = environmentOf(await database('loaded'));
  await run(environment, 'import', 'oews', join(dataDir, 'oews/national_M2024_dl.xlsx'));
  const { stdout } = await run(environment, 'import', 'oews', join(dataDir, 'oews/national_M2025_dl.xlsx'));
  expect(stdout).toBe(shown);
});
