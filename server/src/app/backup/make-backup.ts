import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { lockDataFolder } from '../../platform/db/data-folder.ts';
import { embeddedAddress, startEmbeddedPostgres } from '../../platform/db/embedded-postgres.ts';
import { errorCode, StartupError } from '../../platform/startup/startup-error.ts';
import { packFolder } from './archive.ts';

/** What a backup says of itself. */
export interface BackupNote {
  madeAt: string;
  postgres: string;
}

/** Folders whose content PostgreSQL makes anew at every start: `pg_basebackup` leaves them empty too. */
const EMPTY = new Set([
  'pg_wal',
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
const LEFT_OUT = /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|pgsql_tmp.*|pg_internal\.init.*)$/;

/**
 * Writes the built-in database, with the secret that opens what is sealed in it, to one file. The server may run and
 * write meanwhile: whatever was acknowledged before the backup began is in it, and it is whole as of the moment it
 * ended. It is a physical base backup (PostgreSQL manual, 25.3.3): the files as they are, and the log that makes them
 * whole. Refuses a file that is there, and a data folder without a database.
 */
export async function makeBackup(dataDir: string, file: string): Promise<void> {
  const database = await reach(dataDir);
  const folder = await mkdtemp(`${file}.part-`).catch(() => {
    throw new StartupError(`${dirname(file)} cannot be written: check the folder.`);
  });
  try {
    await copyCluster(database.url, join(dataDir, 'postgres'), join(folder, 'postgres'));
    // Not there with APP_SECRET, which is kept elsewhere.
    await copyIfThere(join(dataDir, 'app-secret'), join(folder, 'app-secret'));
    const postgres = (await readFile(join(dataDir, 'postgres/PG_VERSION'), 'utf8')).trim();
    const note: BackupNote = { madeAt: new Date().toISOString(), postgres };
    await writeFile(join(folder, 'backup.json'), JSON.stringify(note));
    await packFolder(folder, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await database.leave();
  }
}

/** The database of a server that runs, or our own for as long as this takes. */
async function reach(dataDir: string): Promise<{ url: string; leave(): Promise<void> }> {
  const running = await embeddedAddress(dataDir);
  if (running) return { url: running, leave: async () => undefined };
  const made = await readFile(join(dataDir, 'postgres/PG_VERSION'), 'utf8').catch(() => undefined);
  if (made === undefined) throw new StartupError(`There is no database in ${dataDir} to make a backup of.`);
  const lock = lockDataFolder(dataDir);
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
    return { url: postgres.connectionString, leave: () => postgres.stop().finally(lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function copyCluster(url: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const ask = async <Row extends object>(text: string, values: unknown[] = []) =>
      (await client.query<Row>(text, values)).rows[0]!;
    // Keeps the log from here on until this connection ends, however much is written meanwhile.
    await ask(`select pg_create_physical_replication_slot('backup_${process.pid}', true, true)`);
    const { first } = await ask<{ first: string }>(
      `select pg_walfile_name(pg_backup_start('strikeboard', true)) as first`,
    );
    await copyFolder(from, to, '');
    // Last, as pg_basebackup does.
    await copyFile(join(from, 'global/pg_control'), join(to, 'global/pg_control'));
    const { last, label } = await ask<{ last: string; label: string }>(
      'select pg_walfile_name(lsn) as last, labelfile as label from pg_backup_stop(false)',
    );
    await writeFile(join(to, 'backup_label'), label, { mode: 0o600 });
    for (const name of await readdir(join(from, 'pg_wal'))) {
      const isSegment = /^[0-9A-F]{24}$/.test(name);
      if ((isSegment && name >= first && name <= last) || name.endsWith('.history'))
        await copyFile(join(from, 'pg_wal', name), join(to, 'pg_wal', name));
    }
  } finally {
    await client.end();
  }
}

/** Files may go while they are copied (a table that is dropped): the log knows of it. */
async function copyFolder(from: string, to: string, path: string): Promise<void> {
  await mkdir(join(to, path), { recursive: true, mode: 0o700 });
  const entries = await readdir(join(from, path), { withFileTypes: true }).catch(noneIfGone);
  for (const entry of entries) {
    const inside = join(path, entry.name);
    if (LEFT_OUT.test(entry.name) || inside === 'global/pg_control') continue;
    if (!entry.isDirectory()) await copyIfThere(join(from, inside), join(to, inside));
    else if (!EMPTY.has(inside)) await copyFolder(from, to, inside);
    else await mkdir(join(to, inside), { mode: 0o700 });
  }
  // PostgreSQL wants these two inside the empty one.
  if (path === '')
    for (const name of ['archive_status', 'summaries'])
      await mkdir(join(to, 'pg_wal', name), { recursive: true, mode: 0o700 });
}

async function copyIfThere(from: string, to: string): Promise<void> {
  await copyFile(from, to).catch(noneIfGone);
}

function noneIfGone(error: unknown): [] {
  if (errorCode(error) !== 'ENOENT') throw error;
  return [];
}
