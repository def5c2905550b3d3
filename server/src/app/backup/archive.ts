import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { errorCode, StartupError } from '../../platform/startup/startup-error.ts';

/** Packs a folder into one new file that only this account reads, and waits until the disk has it. Refuses a file that is there. */
export async function packFolder(folder: string, file: string): Promise<void> {
  const output = await open(file, 'wx', 0o600).catch((error: unknown) => {
    throw new StartupError(
      errorCode(error) === 'EEXIST'
        ? `${file} is there already: a backup never overwrites. Name another file.`
        : `${file} cannot be written: check its folder.`,
    );
  });
  try {
    await runTar(['-czf', '-', '-C', folder, '.'], output.fd);
    await output.sync();
  } finally {
    await output.close();
  }
}

/** Unpacks such a file into a folder that is there, owned by this account. */
export async function unpackInto(file: string, folder: string): Promise<void> {
  await runTar(['-xzpf', file, '--no-same-owner', '-C', folder], 'ignore');
}

/** `tar` is part of every system the built-in PostgreSQL runs on. */
async function runTar(words: string[], output: number | 'ignore'): Promise<void> {
  const tar = spawn('tar', words, { stdio: ['ignore', output, 'pipe'] });
  let told = '';
  tar.stderr?.on('data', (part: Buffer) => (told += part.toString()));
  const [code] = (await once(tar, 'close').catch(() => [null])) as [number | null];
  if (code === 0) return;
  throw new StartupError(
    `The backup could not be packed or read: ${told.trim().split('\n')[0] || 'tar is missing'}.`,
  );
}
