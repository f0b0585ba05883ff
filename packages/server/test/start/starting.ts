import { readdirSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ContentError } from '@careergraph/content';
import { DatabaseError, type DatabaseLocation } from '@careergraph/db';
import { createLogger, readEnv, startService } from '@careergraph/server';
import {
  createTestDatabase,
  type Ended,
  endOf,
  type SpawnedServer,
  spawnServer,
  type TestContent,
} from '@careergraph/testkit';
import { expect, onTestFinished } from 'vitest';
import { CODES_OF_GUIDES, detailedCodes } from '../support/guides.js';

export const GUIDES = fileURLToPath(new URL('../../../guides/', import.meta.url));

/** A server of this test: it does not outlive it, however the test ends. */
export function start(environment: Record<string, string>, args: readonly string[] = []): SpawnedServer {
  const server = spawnServer(environment, args);
  onTestFinished(async () => {
    server.kill('SIGKILL');
    await server.ended;
  });
  return server;
}

/** A folder of this test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'careergraph-start-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** A database of this test, on what the project of the suite runs on. */
export async function database(content: TestContent): Promise<DatabaseLocation> {
  const { location, remove } = await createTestDatabase(content);
  onTestFinished(remove);
  return location;
}

/** The guides of this repository, to be spoilt. */
export async function copyOfGuides(): Promise<string> {
  const path = await folder();
  await cp(GUIDES, path, { recursive: true, filter: (source) => !source.includes('node_modules') });
  return path;
}

/** Replaces the first occurrence, which must be there, and says on which line it stood. */
export async function edit(path: string, from: string | RegExp, to: string): Promise<number> {
  const text = await readFile(path, 'utf8');
  const at = typeof from === 'string' ? text.indexOf(from) : text.search(from);
  if (at < 0) throw new Error(`${path} does not hold ${from}: this test must be brought up to date.`);
  await writeFile(path, text.replace(from, to));
  return text.slice(0, at).split('\n').length;
}

const OF_A_RELEASE_OF_THE_GUIDES = [
  'career',
  'career_credential',
  'career_occupation',
  'career_organization',
  'claim',
  'credential',
  'document',
  'organization',
  'related_career',
];

/** Row counts after a guide was edited: the guides' previous release is kept, and the change is recorded. */
export function withGuidesBefore(counts: Record<string, number>): Record<string, number> {
  const twice = OF_A_RELEASE_OF_THE_GUIDES.map((table) => [
    `public.${table}`,
    2 * (counts[`public.${table}`] as number),
  ]);
  const more = ['public.release', 'public.activation'].map((table) => [table, (counts[table] as number) + 1]);
  return { ...counts, ...Object.fromEntries([...twice, ...more]) };
}

export async function stop(server: SpawnedServer): Promise<Ended> {
  server.kill('SIGTERM');
  const end = await endOf(server);
  expect(end).toMatchObject({ code: 0, signal: null });
  return end;
}

/** Waits for a start that must fail, and holds it to the rules: said in words, soon, with no stack. */
export async function refused(server: SpawnedServer, code = 1): Promise<string> {
  const end = await endOf(server);
  expect(end.stdout).toBe('');
  expect(end.stderr).not.toMatch(/\n\s+at |node:internal|Error:/);
  expect(end.code, end.stderr).toBe(code);
  return end.stderr;
}

/** What `main` would print of a start that fails, without a process of its own. */
export async function refusedHere(environment: Record<string, string>): Promise<string> {
  const logger = createLogger(console.error, () => new Date());
  const started = startService(readEnv({ PORT: '0', ...environment }), logger);
  const error = await started.then(
    (service) => service.close(),
    (reason: unknown) => reason,
  );
  expect(error, 'the reason why it was refused').toSatisfy(
    (it) => it instanceof ContentError || it instanceof DatabaseError,
  );
  return `${(error as Error).message}\n`;
}

export async function answerOf(url: string, query: string): Promise<unknown> {
  const response = await fetch(new URL('graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

export const COUNT = '{ careers(first: 1) { totalCount } }';
const guides = readdirSync(join(GUIDES, 'careers')).length;
const careers = guides + detailedCodes.filter((code) => !CODES_OF_GUIDES.includes(code)).length;
export const COUNTED = { data: { careers: { totalCount: careers } } };
