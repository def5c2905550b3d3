import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { embeddedAddress } from '../../src/platform/db/embedded-postgres.ts';
import { startServer } from '../support/start-server.ts';
import { until } from '../support/until.ts';
import { type FaultReport, openScene, untilMore } from './scene.ts';

const run = promisify(execFile);
const DISK_MEGABYTES = 320;
const LEFT_BYTES = 1024 * 1024;

/** Why a disk of our own cannot be had here, as a sentence; null when it can. For `describe.skipIf`. */
export function whyNoDisk(): string | null {
  return process.platform === 'linux' && process.getuid?.() === 0
    ? null
    : 'A small disk to fill needs root on Linux, to mount it.';
}

export interface FullDiskReport extends FaultReport {
  /** Codes of what those who wrote meanwhile were told. */
  told: string[];
  /** How often `/readyz` said that there is too little room. */
  said: number;
}

/**
 * The disk under the built-in database fills up while people write, and has room again after a while; the server is
 * not started again by anybody.
 */
export async function fillDisk(times: number): Promise<FullDiskReport> {
  const disk = await mkdtemp(join(tmpdir(), 'strikeboard-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m,mode=755`, 'tmpfs', disk]);
  const dataDir = join(disk, 'data');
  const filler = join(disk, 'filler');
  try {
    const server = await startServer({ DATA_DIR: dataDir, APP_SECRET: 'x'.repeat(32) });
    const readiness = async () => (await fetch(`${server.url}/readyz`)).text();
    const address = async () => (await embeddedAddress(dataDir)) ?? '';
    let said = 0;
    try {
      const scene = await openScene(await address(), () => server.url);
      for (const writer of scene.writers) writer.start();
      for (let time = 0; time < times; time += 1) {
        await untilMore(scene);
        const { bavail, bsize } = await statfs(disk);
        // What the database takes meanwhile may be all there was: the disk is as full then.
        await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - LEFT_BYTES))).catch(fullAlready);
        await writeUntilFull(await address());
        if (/^disk: \d+ MB left/m.test(await readiness())) said += 1;
        await until('those who write notice', () => scene.writers.some(({ told }) => told.size > 0), 60_000);
        await rm(filler);
        await untilMore(scene, 60_000);
        await until('it is ready again', async () => (await readiness()).startsWith('ready'), 30_000);
      }
      const found = await scene.finish(await address());
      const told = [...new Set(scene.writers.flatMap((writer) => [...writer.told]))];
      return { fault: 'the disk is full', times, failedStarts: 0, ...found, told, said };
    } finally {
      await server.stop();
    }
  } finally {
    await run('umount', ['--lazy', disk]);
    await rm(disk, { recursive: true, force: true });
  }
}

function fullAlready(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOSPC') throw error;
}

/** Somebody else's rows take what is left, until the database takes no more. They leave nothing behind. */
async function writeUntilFull(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('create table hog (bytes bytea)');
    // Nothing that could be packed.
    for (;;) await client.query('insert into hog values ($1)', [randomBytes(64 * 1024)]);
  } catch {
    // Full: refused, or the database ended over it.
  } finally {
    await client.end().catch(() => undefined);
  }
}
