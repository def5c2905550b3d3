import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartupError } from '../startup/startup-error.ts';

/** The one owner of a data folder, until `release`. */
export interface DataFolderLock {
  release(): void;
}

/**
 * Makes the data folder and takes it for this process alone.
 *
 * The lock is an exclusive SQLite transaction on an empty file, because Node has no `flock`: the kernel lets
 * it go when the process dies, however it dies, so there is no stale lock to guess about (a file with a
 * process id in it would lie after `kill -9`, a reboot or in a second container).
 * Refuses, with a StartupError, a folder that cannot be written and a folder another server holds.
 */
export function lockDataFolder(dataDir: string): DataFolderLock {
  let lock: DatabaseSync;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    lock = new DatabaseSync(join(dataDir, 'server.lock'));
  } catch {
    throw new StartupError(
      `The data folder ${dataDir} cannot be written: check its owner and rights, or name another one in DATA_DIR.`,
    );
  }
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new StartupError(
      `Another Strikeboard server is using the data folder ${dataDir}: stop it first, or name another folder in DATA_DIR.`,
    );
  }
  return { release: () => lock.close() };
}
