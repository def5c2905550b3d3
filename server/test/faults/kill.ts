import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { embeddedAddress } from '../../src/platform/db/embedded-postgres.ts';
import { startMailCatcher } from '../support/mail-catcher.ts';
import { type ServerProcess, startServer } from '../support/start-server.ts';
import { type FaultReport, openScene, untilMore } from './scene.ts';

/** The longest a server lives on after its first acknowledged write (ms). */
const LIFE_MS = 60;

/**
 * `kill -9` of the server between acknowledged writes, again and again, with its own database in its folder; every
 * other time the database is killed with it, as when the power goes.
 */
export async function killServer(times: number): Promise<FaultReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-kill-'));
  const catcher = await startMailCatcher();
  const environment = {
    ...{ DATA_DIR: dataDir, APP_SECRET: 'a secret for tests, thirty-two characters' },
    SMTP_URL: catcher.url,
  };
  let server: ServerProcess = await startServer(environment);
  let failedStarts = 0;
  try {
    const address = async () => (await embeddedAddress(dataDir)) ?? '';
    const scene = await openScene(await address(), () => server.url, {
      post: { catcher, people: 10 * times },
    });
    for (const writer of scene.writers) writer.start();
    for (let time = 0; time < times; time += 1) {
      await untilMore(scene);
      await delay(Math.random() * LIFE_MS);
      if (time % 2 === 1) process.kill(await postmasterOf(dataDir), 'SIGKILL');
      process.kill(server.pid, 'SIGKILL');
      await server.ended;
      server = await startServer(environment).catch(async () => {
        failedStarts += 1;
        return await startServer(environment);
      });
    }
    await untilMore(scene);
    const found = await scene.finish(await address());
    return { fault: 'the server is killed', times, failedStarts, ...found };
  } finally {
    await server.stop();
    await catcher.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The process of the database in a data folder. */
export async function postmasterOf(dataDir: string): Promise<number> {
  const [pid] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  return Number(pid);
}
