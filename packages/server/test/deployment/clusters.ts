import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { onServer } from '@careergraph/testkit';
import { freePort } from '../start/free-port.js';
import { processesOf } from '../start/processes.js';

/** Where Debian installs the programs that make a cluster. Elsewhere they are in PATH. */
const DEBIAN = '/usr/lib/postgresql';

const programs = findPrograms();
const user = findUser();

export const haveClusters = programs !== undefined && user !== undefined;

/** Ends the name of a test that makes clusters. With CI=true it runs, and fails without the programs. */
export const clustersSkipped = haveClusters
  ? ''
  : ' (skipped: no initdb and pg_basebackup in PATH, or no user postgres to run them as, which root needs)';

/** A Postgres server with a data folder of its own. */
export interface Cluster {
  readonly port: number;
  /** The data folder. */
  readonly data: string;
  /** The database that the servers use. */
  readonly url: string;
  start(): Promise<void>;
  /** Without waiting for anyone, as when the power fails. */
  kill(): Promise<void>;
  /** Keeps its connections and answers nothing, until it is thawed. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
}

export interface Clusters {
  readonly primary: Cluster;
  /** Follows the primary, started. */
  readonly replica: Cluster;
  remove(): Promise<void>;
}

const run = promisify(execFile);

/** A server with an empty database. */
export async function createCluster(): Promise<{ readonly cluster: Cluster; remove(): Promise<void> }> {
  const { primary: cluster, remove } = await createPrimary();
  return { cluster, remove: () => remove([cluster]) };
}

/** A primary server with an empty database, and a streaming replica of it. */
export async function createClusters(): Promise<Clusters> {
  const { primary, clusterAt, call, remove } = await createPrimary();
  const replica = await clusterAt('replica');
  const from = ['-h', '127.0.0.1', '-p', String(primary.port), '-U', 'postgres'];
  await call('pg_basebackup', ...from, '-D', replica.data, '-c', 'fast', '--no-sync', '--write-recovery-conf');
  await replica.start();
  return { primary, replica, remove: () => remove([replica, primary]) };
}

async function createPrimary() {
  // Not in tmpdir(), which another user may not be allowed to enter.
  const folder = await mkdtemp('/tmp/careergraph-clusters-');
  if (user && 'uid' in user) await chown(folder, user.uid, user.gid);
  const call = async (program: string, ...args: string[]) => {
    await run(join(programs ?? '', program), args, { cwd: folder, ...user });
  };
  const clusterAt = async (name: string): Promise<Cluster> => {
    const data = join(folder, name);
    const port = await freePort();
    const settings = `-p ${port} -k '${folder}' -c listen_addresses=127.0.0.1 -c fsync=off -c shared_buffers=32MB`;
    const signal = async (name: NodeJS.Signals) => {
      const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
      for (const id of [pid, ...processesOf({ pid })]) process.kill(id, name);
    };
    return {
      data,
      port,
      url: `postgres://postgres@127.0.0.1:${port}/careergraph`,
      start: () => call('pg_ctl', 'start', '-w', '-D', data, '-l', `${data}.log`, '-o', settings),
      kill: () => call('pg_ctl', 'stop', '-D', data, '-m', 'immediate'),
      freeze: () => signal('SIGSTOP'),
      thaw: () => signal('SIGCONT'),
    };
  };
  const primary = await clusterAt('primary');
  await call('initdb', '-D', primary.data, '-U', 'postgres', '-A', 'trust', '--no-sync');
  await primary.start();
  await onServer(`postgres://postgres@127.0.0.1:${primary.port}/postgres`, 'create database careergraph');
  const remove = async (clusters: readonly Cluster[]) => {
    for (const { thaw, kill } of clusters) {
      await thaw().catch(() => {});
      await kill().catch(() => {});
    }
    await rm(folder, { recursive: true, force: true });
  };
  return { primary, clusterAt, call, remove };
}

function findPrograms(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions.map((name) => join(DEBIAN, name, 'bin'))];
  return folders.find((folder) =>
    ['initdb', 'pg_ctl', 'pg_basebackup'].every((name) => existsSync(join(folder, name))),
  );
}

/** As whom to run Postgres, which refuses to run as root; undefined if there is nobody. */
function findUser(): { readonly uid: number; readonly gid: number } | Record<string, never> | undefined {
  if (process.getuid?.() !== 0) return {};
  try {
    const [uid, gid] = ['-u', '-g'].map((of) => Number(execFileSync('id', [of, 'postgres'], { encoding: 'utf8' })));
    return { uid, gid } as { uid: number; gid: number };
  } catch {
    return undefined;
  }
}
