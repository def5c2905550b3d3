import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { renewEpochs } from '../../core/board/history.ts';
import { lockDataFolder } from '../../platform/db/data-folder.ts';
import { startEmbeddedPostgres } from '../../platform/db/embedded-postgres.ts';
import { StartupError } from '../../platform/startup/startup-error.ts';
import { unpackInto } from './archive.ts';
import type { BackupNote } from './make-backup.ts';

/** What was put back. */
export interface Restored {
  madeAt: string;
  /** Where what was there before is now; undefined for a data folder without a database. */
  before: string | undefined;
}

/**
 * Puts the database of a backup, and the secret that goes with it, in the place of what is there, which is moved aside
 * and not deleted; a server that runs there does it a week later (`retention/age-out.ts`). Every board gets a new epoch before anybody can read it: the revisions that were lost will be given
 * out again with another content, and whoever saw the lost ones must take a fresh view. Refuses while a server runs on
 * the folder, and a file that is no backup; then everything is as it was.
 */
export async function restoreBackup(dataDir: string, file: string): Promise<Restored> {
  const lock = lockDataFolder(dataDir);
  const fresh = join(dataDir, 'restore.new');
  try {
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { mode: 0o700 });
    await unpackInto(file, fresh);
    const note = await readNote(fresh, file);
    await makeWhole(fresh);
    const before = await moveAside(dataDir, fresh);
    await rename(join(fresh, 'postgres'), join(dataDir, 'postgres'));
    return { madeAt: note.madeAt, before };
  } finally {
    await rm(fresh, { recursive: true, force: true });
    lock.release();
  }
}

async function readNote(folder: string, file: string): Promise<BackupNote> {
  try {
    return JSON.parse(await readFile(join(folder, 'backup.json'), 'utf8')) as BackupNote;
  } catch {
    throw new StartupError(`${file} is no backup that npm run backup made.`);
  }
}

/** Beside its later place, so that no server can ever start on a history that was not renewed. */
async function makeWhole(folder: string): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  const client = new pg.Client({ connectionString: postgres.connectionString });
  try {
    await client.connect();
    await renewEpochs((text) => client.query(text));
  } finally {
    await client.end();
    await postgres.stop();
  }
}

/** The secret goes first: interrupted here, the folder has no database, and another restore begins anew. */
async function moveAside(dataDir: string, fresh: string): Promise<string | undefined> {
  const before = join(dataDir, `before-${new Date().toISOString().replace(/[:.]/g, '-')}`);
  // Its age is counted from now: a folder that is made here is as old as the restore.
  await mkdir(before, { mode: 0o700 });
  const moved = await rename(join(dataDir, 'postgres'), join(before, 'postgres')).then(
    () => true,
    () => false,
  );
  const secret = await readFile(join(fresh, 'app-secret')).catch(() => undefined);
  if (secret) {
    await rename(join(dataDir, 'app-secret'), join(before, 'app-secret')).catch(() => undefined);
    await rename(join(fresh, 'app-secret'), join(dataDir, 'app-secret'));
  }
  if (moved) return before;
  await rm(before, { recursive: true, force: true });
  return undefined;
}
