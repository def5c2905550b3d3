import { type ChildProcess, spawn } from 'node:child_process';
import { chown, cp, mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { choosePostgresAccount, findPostgresBinaries } from '../../src/platform/db/postgres-binaries.ts';
import { until } from './until.ts';

/** A read-only copy of a test cluster that follows it by PostgreSQL's streaming replication, as in production. */
export interface StreamingCopy {
  /** The address of a database of the cluster, in the copy. */
  url(databaseUrl: string): string;
  /** From now on it falls behind: what arrives is kept and not applied. */
  fallBehind(): Promise<void>;
  catchUp(): Promise<void>;
  /** As when its machine goes. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Copies the folder of a running cluster, as a base backup does, and lets the copy follow. */
export async function startStreamingCopy(adminUrl: string): Promise<StreamingCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'strikeboard-copy-'));
  const cluster = join(folder, 'postgres');
  const socketDir = join(folder, 'run');
  const socketOfPrimary = decodeURIComponent(new URL(adminUrl).hostname);
  await backUp(adminUrl, cluster);
  await mkdir(socketDir, { mode: 0o700 });
  await writeFile(join(cluster, 'standby.signal'), '');
  const account = choosePostgresAccount();
  const { uid, gid } = account;
  if (uid !== undefined && gid !== undefined) {
    for (const path of [folder, cluster, socketDir]) await chown(path, uid, gid);
  }
  const settings = {
    listen_addresses: '',
    unix_socket_directories: `"${socketDir}"`,
    primary_conninfo: `host=${socketOfPrimary} port=5432 user=strikeboard`,
    // A copy has to allow as many as its original.
    max_connections: '300',
    fsync: 'off',
    shared_buffers: '16MB',
  };
  const { postgres } = await findPostgresBinaries();
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program = '', ...rest] = [...account.prefix, postgres, '-D', cluster, ...words];
  const output = await open(join(folder, 'log'), 'w');
  const postmaster = spawn(program, rest, {
    ...{ uid, gid, cwd: cluster, stdio: ['ignore', output.fd, output.fd] },
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
  await output.close();
  const url = (databaseUrl: string) =>
    databaseUrl.replace(new URL(databaseUrl).host, `${encodeURIComponent(socketDir)}:5432`);
  const ask = <Row extends pg.QueryResultRow>(statement: string) => askIn<Row>(url(adminUrl), statement);
  await until(
    'the copy answers',
    async () => {
      if (hasEnded(postmaster))
        throw new Error(`The copy ended:\n${await readFile(join(folder, 'log'), 'utf8')}`);
      return await ask('select 1').then(
        () => true,
        () => false,
      );
    },
    30_000,
  );
  return {
    url,
    fallBehind: async () => {
      await ask('select pg_wal_replay_pause()');
      // It may be in the middle of a change.
      await until('the copy stands still', async () => {
        const [row] = await ask<{ state: string }>('select pg_get_wal_replay_pause_state() as state');
        return row?.state === 'paused';
      });
    },
    catchUp: async () => void (await ask('select pg_wal_replay_resume()')),
    kill: () => end(postmaster, 'SIGQUIT'),
    stop: async () => {
      await end(postmaster, 'SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function backUp(adminUrl: string, target: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows: folders } = await client.query<{ data_directory: string }>('show data_directory');
    await client.query("select pg_backup_start('copy', true)");
    const source = folders[0]!.data_directory;
    const leftOut = ['postmaster.pid', 'postmaster.opts'].map((name) => join(source, name));
    await cp(source, target, {
      ...{ recursive: true, preserveTimestamps: true },
      filter: (path) => !leftOut.includes(path),
    });
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    await writeFile(join(target, 'backup_label'), rows[0]!.labelfile);
  } finally {
    await client.end();
  }
}

async function askIn<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function end(postmaster: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(postmaster)) return;
  const ended = new Promise((resolve) => postmaster.once('close', resolve));
  postmaster.kill(signal);
  await ended;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
