import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { errorCode, StartupError } from './startup-error.ts';

/**
 * The secret that signs and encrypts: APP_SECRET, or one made on the first start and kept in the data folder.
 * Several replicas on one database must share APP_SECRET.
 */
export async function readAppSecret(config: Pick<Config, 'appSecret' | 'dataDir'>): Promise<string> {
  if (config.appSecret !== undefined) return config.appSecret;
  const path = join(config.dataDir, 'app-secret');
  try {
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    // `wx` fails when the file is there, so of two servers that start at once one secret survives.
    await writeFile(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') {
      throw new StartupError(
        `The data folder ${config.dataDir} cannot keep a secret: make it writable, or set APP_SECRET.`,
      );
    }
  }
  return await readFile(path, 'utf8');
}
