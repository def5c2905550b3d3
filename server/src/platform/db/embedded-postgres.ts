import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, mkdir, mkdtemp, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartupError } from '../startup/startup-error.ts';
import {
  choosePostgresAccount,
  findPostgresBinaries,
  giveFolderTo,
  type PostgresAccount,
  type PostgresBinaries,
} from './postgres-binaries.ts';

/** A PostgreSQL of our own, running. */
export interface EmbeddedPostgres {
  /** Understood by `pg` and by MikroORM: the host is the percent-encoded folder of the private socket. */
  connectionString: string;
  /** Resolves when the database has been shut down cleanly. Open connections are cut. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** An absolute folder that nobody else uses: take `lockDataFolder` on it first. */
  dataDir: string;
  /** Told in a few words what takes long, and what went wrong before (an orphan, an unclean end). */
  log(message: string): void;
  /** How many may be connected; undefined means as many as PostgreSQL lets. */
  connections?: number | undefined;
  /** False gives up safety across a power cut for speed: for test clusters only. */
  durable?: boolean;
}

const MAJOR_VERSION = '18';
const NAME = 'strikeboard';
/** `sun_path` holds 108 bytes with its final zero, on macOS 104. */
const LONGEST_SOCKET_PATH = process.platform === 'darwin' ? 103 : 107;
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 1_500;
const START_AGAIN_MS = 1_000;

/**
 * Starts PostgreSQL 18 in `dataDir/postgres`, making the database on first use. It listens on a socket in a
 * folder that only this account may enter, never on the network, and trusts whoever can reach that socket.
 * Recovers by itself from any unclean end, also when the PostgreSQL of a killed server still runs.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = await findPostgresBinaries();
  const account = choosePostgresAccount();
  const clusterDir = join(options.dataDir, 'postgres');
  await makeCluster(clusterDir, binaries, account, options);
  await stopOrphan(clusterDir, options.log);
  const socketDir = await makeSocketFolder(options.dataDir, account);
  const startAgain = () => startPostmaster(clusterDir, socketDir, binaries, account, options);
  const stop = keepRunning(await startAgain(), startAgain, options.log);
  return {
    connectionString: addressIn(socketDir),
    stop: async () => {
      await stop();
      await rm(socketDir, { recursive: true, force: true });
    },
  };
}

/** Where the PostgreSQL of a server that runs on this folder can be reached; undefined when none does. */
export async function embeddedAddress(dataDir: string): Promise<string | undefined> {
  const lines = await readPidFile(join(dataDir, 'postgres', 'postmaster.pid'));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid) || lines[7]?.trim() !== 'ready') return undefined;
  return (await worksIn(pid, join(dataDir, 'postgres'))) ? addressIn(lines[4]?.trim() ?? '') : undefined;
}

const addressIn = (socketDir: string) =>
  `postgresql://${NAME}@${encodeURIComponent(socketDir)}:5432/postgres`;

/** Starts PostgreSQL again whenever it ends unasked (a machine short of memory kills it). Returns how to stop it. */
function keepRunning(
  first: ChildProcess,
  startAgain: () => Promise<ChildProcess>,
  log: (message: string) => void,
): () => Promise<void> {
  let postmaster = first;
  let stopping = false;
  const watch = async () => {
    while (!stopping) {
      await exitOf(postmaster);
      if (stopping) return;
      log('the database ended unasked: starting it again');
      await startAgain().then(
        (next) => (postmaster = next),
        (error: unknown) => log(String(error)),
      );
      if (postmaster.exitCode !== null || postmaster.signalCode !== null) await delay(START_AGAIN_MS);
    }
  };
  const watching = watch();
  return async () => {
    stopping = true;
    await stopPostmaster(postmaster);
    await watching;
    // Asked to stop while it was starting again: the new one ends as well.
    await stopPostmaster(postmaster);
  };
}

async function makeCluster(
  clusterDir: string,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  options: EmbeddedPostgresOptions,
): Promise<void> {
  const version = await readFile(join(clusterDir, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined) {
    if (version.trim() !== MAJOR_VERSION) {
      throw new StartupError(
        `The data folder ${options.dataDir} was made by PostgreSQL ${version.trim()} and this is ${MAJOR_VERSION}: dump it with the old version, or name another folder in DATA_DIR.`,
      );
    }
    await giveFolderTo(account, clusterDir);
    return;
  }
  options.log('making the database, once');
  // Made beside its place and moved there when whole, so that a kill in between leaves nothing half-made.
  const fresh = `${clusterDir}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  await giveFolderTo(account, fresh);
  const words = [
    ...[binaries.initdb, '--pgdata', fresh, '--username', NAME, '--encoding', 'UTF8'],
    ...[
      '--locale-provider',
      'builtin',
      '--locale',
      'C.UTF-8',
      '--auth-local',
      'trust',
      '--auth-host',
      'reject',
    ],
    ...(options.durable === false ? ['--no-sync'] : []),
  ];
  const initdb = spawnAs(account, words, 'pipe', fresh);
  let output = '';
  initdb.stdout?.on('data', (part: Buffer) => (output += part.toString()));
  initdb.stderr?.on('data', (part: Buffer) => (output += part.toString()));
  const code = await exitOf(initdb);
  if (code !== 0) throw startFailure('PostgreSQL could not make its database', output);
  await rename(fresh, clusterDir);
}

/** Stops the PostgreSQL of a server that was killed: we hold the folder's lock, so its owner is dead. */
async function stopOrphan(clusterDir: string, log: (message: string) => void): Promise<void> {
  const pidFile = join(clusterDir, 'postmaster.pid');
  const pid = Number((await readPidFile(pidFile))[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return;
  if (!(await worksIn(pid, clusterDir))) {
    // The number was given to another program since, and PostgreSQL would refuse to start because of it.
    await rm(pidFile, { force: true });
    return;
  }
  log('stopping the database of a server that was killed');
  process.kill(pid, 'SIGINT');
  const impatience = setTimeout(() => isAlive(pid) && process.kill(pid, 'SIGQUIT'), STOP_LIMIT_MS);
  // An ended process whose parent never asks for it keeps its number, but no folder.
  while (isAlive(pid) && (await worksIn(pid, clusterDir))) await delay(20);
  clearTimeout(impatience);
}

async function makeSocketFolder(dataDir: string, account: PostgresAccount): Promise<string> {
  const inside = join(dataDir, 'run');
  const fits = Buffer.byteLength(join(inside, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH;
  if (fits) {
    await rm(inside, { recursive: true, force: true });
    await mkdir(inside, { mode: 0o700 });
  }
  const socketDir = fits ? inside : await mkdtemp(join(tmpdir(), 'strikeboard-'));
  await giveFolderTo(account, socketDir);
  return socketDir;
}

async function startPostmaster(
  clusterDir: string,
  socketDir: string,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  options: EmbeddedPostgresOptions,
): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: `"${socketDir}"`,
    unix_socket_permissions: '0700',
    // Its own log tells what happened and not with which values: those are what people typed.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(options.connections ? { max_connections: String(options.connections) } : {}),
    // After a crash one call to the kernel, in place of one for each of a thousand files.
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    ...(options.durable === false
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }
      : {}),
  };
  const words = [binaries.postgres, '-D', clusterDir];
  for (const [name, value] of Object.entries(settings)) words.push('-c', `${name}=${value}`);

  const giveUpAt = Date.now() + START_LIMIT_MS;
  for (;;) {
    const logPath = join(options.dataDir, 'postgres.log');
    const logFile = await open(logPath, 'w', 0o600);
    // A session of its own: Ctrl-C in a terminal goes to the server, which stops PostgreSQL last.
    const postmaster = spawnAs(account, words, logFile.fd, clusterDir);
    await logFile.close();
    if (await becomesReady(postmaster, clusterDir, giveUpAt)) return postmaster;
    postmaster.kill('SIGQUIT');
    const output = await readFile(logPath, 'utf8');
    // Back ends of a killed PostgreSQL hold its memory until they notice, within seconds.
    const leftovers = /shared memory block|lock file .* already exists/.test(output);
    if (!leftovers || Date.now() > giveUpAt)
      throw startFailure('The built-in PostgreSQL did not start', output);
    await delay(200);
  }
}

/** Reads the last line of `postmaster.pid`, as `pg_ctl` does. */
async function becomesReady(
  postmaster: ChildProcess,
  clusterDir: string,
  giveUpAt: number,
): Promise<boolean> {
  while (postmaster.exitCode === null && postmaster.signalCode === null && Date.now() < giveUpAt) {
    const lines = await readPidFile(join(clusterDir, 'postmaster.pid'));
    if (Number(lines[0]) === postmaster.pid && lines[7]?.trim() === 'ready') return true;
    await delay(10);
  }
  return false;
}

/** SIGINT is PostgreSQL's fast shutdown; SIGQUIT, after a while, costs a recovery at the next start only. */
async function stopPostmaster(postmaster: ChildProcess): Promise<void> {
  const ended = exitOf(postmaster);
  postmaster.kill('SIGINT');
  const impatience = setTimeout(() => postmaster.kill('SIGQUIT'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(impatience);
}

function spawnAs(
  account: PostgresAccount,
  words: string[],
  output: 'pipe' | number,
  cwd: string,
): ChildProcess {
  const [program = '', ...rest] = [...account.prefix, ...words];
  const environment: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  return spawn(program, rest, {
    cwd,
    uid: account.uid,
    gid: account.gid,
    env: environment,
    stdio: ['ignore', output, output],
    detached: true,
  });
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return child.exitCode;
}

async function readPidFile(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8').catch(() => '')).split('\n');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether a process is the PostgreSQL of this folder: a postmaster works inside its own data folder. */
async function worksIn(pid: number, clusterDir: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '');
    return cwd !== '' && (await isSameFolder(cwd, clusterDir));
  }
  const ps = spawn('ps', ['-o', 'command=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] });
  let command = '';
  ps.stdout.on('data', (part: Buffer) => (command += part.toString()));
  await once(ps, 'close');
  return command.includes(clusterDir);
}

async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one).catch(() => undefined), stat(other).catch(() => undefined)]);
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

function startFailure(sentence: string, output: string): StartupError {
  const reason =
    output
      .trim()
      .split('\n')
      .findLast((line) => /FATAL|error|PANIC/i.test(line)) ?? output.trim();
  return new StartupError(`${sentence}: ${reason.trim() || 'it gave no reason.'}`);
}
