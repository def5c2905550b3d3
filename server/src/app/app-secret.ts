import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../platform/config/config.ts';
import { errorCode, StartupError } from '../platform/startup/startup-error.ts';
import { checkSecret, type SealedRow } from '../platform/vault/sealed-rows.ts';

/**
 * The secret that signs and encrypts: APP_SECRET, or one made on the first start and kept in the data folder.
 * Several replicas on one database must share APP_SECRET. Beside values that were sealed before, none is made, and one
 * that opens none of them is refused: people's addresses would be lost without a word.
 */
export async function readAppSecret(
  config: Pick<Config, 'appSecret' | 'dataDir'>,
  sealed: readonly SealedRow[],
): Promise<string> {
  const appSecret = config.appSecret ?? (await keptSecret(config.dataDir, sealed.length === 0));
  checkSecret(appSecret, sealed);
  return appSecret;
}

async function keptSecret(dataDir: string, mayMakeOne: boolean): Promise<string> {
  const path = join(dataDir, 'app-secret');
  const kept = await readFile(path, 'utf8').catch(noneIfMissing);
  if (kept !== null) return kept;
  if (!mayMakeOne) {
    throw new StartupError(
      `This database holds addresses that a secret opens, and ${path} is not there: put it back from a backup, or set APP_SECRET to the one from before.`,
    );
  }
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    // `wx` fails when the file is there, so of two servers that start at once one secret survives.
    await writeFile(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw cannotKeep(dataDir);
  }
  return await readFile(path, 'utf8');
}

function noneIfMissing(error: unknown): null {
  if (errorCode(error) === 'ENOENT') return null;
  throw error;
}

function cannotKeep(dataDir: string): StartupError {
  return new StartupError(
    `The data folder ${dataDir} cannot keep a secret: make it writable, or set APP_SECRET.`,
  );
}
