import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DatabaseEnvironment,
  DatabaseError,
  EnvironmentError,
  installed,
  migrationsFolder,
  readFolder,
  readPostgres,
} from '@careergraph/db';
import { atMost } from '../arguments.js';
import { databaseNamed, type MaintenanceCommand, type MaintenanceContext, runMaintenance } from '../maintenance/run.js';
import type { Surroundings } from '../surroundings.js';
import { checkDatabase, checkDisk, checkFolder, checkLock, checkNode, checkParts, type Finding } from './checks.js';

const PARTS = {
  playground: installed('packages/playground/dist/index.html'),
  guides: installed('packages/guides/careers'),
  migrations: migrationsFolder,
};

const WORDS = { OK: 'ok', NOTE: 'note', UNKNOWN: 'unknown', PROBLEM: 'PROBLEM' } as const;

const doctor: MaintenanceCommand = {
  name: 'doctor',
  parameters: '',
  summary: 'checks the installation and its database, and says what to do',
  details: `Checks the version of Node, the installed parts, the folder of the database and its disk, which process has it open, the
version of the database, and which releases are loaded. Nothing is changed. It can run while a server runs, which answers
its questions between two others.`,
  options: {},
  examples: [
    ['', 'check what CAREERGRAPH_HOME or DATABASE_URL names'],
    ['--json', 'the same for a script'],
  ],
  exitCodes: 'Exit codes: 0 no problem; 1 at least one problem; 2 invalid usage.',
  run: async ({ positionals }, context) => {
    atMost(positionals, 0);
    const findings = await findingsOf(context);
    const problems = findings.filter(({ status }) => status === 'PROBLEM').length;
    const lines = findings.flatMap(({ check, status, message, todo }) => [
      `${WORDS[status].padEnd(9)}${check.padEnd(13)}${message}`,
      ...(todo === undefined ? [] : [`${' '.repeat(22)}${todo}`]),
    ]);
    const sum = problems === 0 ? 'No problem found.' : `Problems: ${problems}.`;
    return {
      json: { problems, findings },
      text: [...lines, sum].join('\n'),
      exitCode: problems === 0 ? 0 : 1,
    };
  },
};

async function findingsOf(context: MaintenanceContext): Promise<readonly Finding[]> {
  const installation = [checkNode(process.versions.node), ...checkParts(PARTS)];
  let environment: DatabaseEnvironment;
  try {
    environment = databaseNamed(context);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    const [, ...faults] = error.message.split('\n');
    const message = faults.map((fault) => fault.trim()).join('; ');
    return [...installation, { check: 'environment', status: 'PROBLEM', message, todo: 'Correct the variable.' }];
  }
  const { url, home } = environment;
  if (url !== undefined) {
    const found = await read(
      () => readPostgres(url, checkDatabase),
      'Check DATABASE_URL and whether the database server runs.',
    );
    return [...installation, ...found];
  }
  const places = [await checkFolder(home), await checkDisk(home)];
  if (places.some(({ check, status }) => check === 'folder' && status === 'PROBLEM'))
    return [...installation, ...places];
  const lock = await checkLock(home);
  const found = existsSync(join(home, 'pgdata'))
    ? await read(() => readFolder(home, checkDatabase))
    : [
        {
          check: 'database',
          status: 'NOTE',
          message: 'there is none yet',
          todo: 'Start the server: it makes one.',
        } as const,
      ];
  return [...installation, ...places, lock, ...found];
}

/** @param todo what to do if the message of the database does not say it */
async function read(work: () => Promise<readonly Finding[]>, todo?: string): Promise<readonly Finding[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const isBusy = error.code === 'LOCKED' || (error.code === 'UNREACHABLE' && todo === undefined);
    return [
      { check: 'database', status: isBusy ? 'UNKNOWN' : 'PROBLEM', message: error.message, ...(todo && { todo }) },
    ];
  }
}

/**
 * `careergraph doctor`
 *
 * @returns the exit code
 */
export function runDoctor(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  return runMaintenance(doctor, argv, surroundings);
}
