import { setTimeout as delay } from 'node:timers/promises';
import { startApp } from '../support/start-app.ts';
import { startMailCatcher } from '../support/mail-catcher.ts';
import { until } from '../support/until.ts';
import { type Cut, openCuttableProxy } from './cuttable-proxy.ts';
import { type FaultReport, keepReading, openScene, untilMore } from './scene.ts';

const WAYS: Cut[] = ['now', 'before it arrives', 'before the answer'];
/** Between two cuts of the same line (ms). */
const LIFE_MS = 25;

/**
 * Lines break, in turn those between browsers and the server and those between the server and its database: at any
 * moment, before what was asked arrives, and after it was carried out, before anybody hears of it.
 */
export async function cutNetwork(databaseUrl: string, times: number): Promise<FaultReport> {
  const { host, port: socketPort, database, user, password } = partsOf(databaseUrl);
  // Our own cluster listens on a socket in a folder.
  const toDatabase = await openCuttableProxy(() =>
    host.startsWith('/') ? { path: `${host}/.s.PGSQL.${socketPort}` } : { host, port: socketPort },
  );
  const login = password ? `${user}:${password}` : user;
  const catcher = await startMailCatcher();
  // A mail that was taken, and whose server does not hear of it, is the case that nobody can prevent.
  const toPost = await openCuttableProxy(() => ({
    host: '127.0.0.1',
    port: Number(new URL(catcher.url).port),
  }));
  const app = await startApp(`postgresql://${login}@127.0.0.1:${toDatabase.port}/${database}`, {
    SMTP_URL: `smtp://127.0.0.1:${toPost.port}/?from=desk@strikeboard.example`,
    BUDGETS: 'off',
  });
  const toServer = await openCuttableProxy(() => ({
    host: '127.0.0.1',
    port: Number(new URL(app.url).port),
  }));
  try {
    const scene = await openScene(databaseUrl, () => `http://127.0.0.1:${toServer.port}`, {
      post: { catcher, people: times },
    });
    for (const writer of scene.writers) writer.start();
    // Past the cuttable line, so that those between server and database are cut under what is read.
    const stopReading = keepReading(() => app.url, scene);
    const proxies = [toServer, toDatabase];
    const all = () => toServer.cuts + toDatabase.cuts;
    for (let time = 0; time < times; time += 1) {
      const before = all();
      proxies[time % 2]?.cut(WAYS[Math.floor(time / 2) % WAYS.length] ?? 'now');
      if (time % 5 === 4) toPost.cut(WAYS[time % WAYS.length] ?? 'now');
      await until('a line broke', () => all() > before, 30_000);
      if (time % 10 === 9) await untilMore(scene);
      else await delay(Math.random() * LIFE_MS);
    }
    await untilMore(scene);
    await stopReading();
    const found = await scene.finish(databaseUrl);
    return { fault: 'lines are cut', times: all(), failedStarts: 0, ...found };
  } finally {
    await toServer.close();
    await app.close();
    await toPost.close();
    await catcher.stop();
    await toDatabase.close();
  }
}

function partsOf(databaseUrl: string) {
  const url = new URL(databaseUrl);
  return {
    host: decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    database: url.pathname.slice(1),
    user: url.username,
    password: url.password,
  };
}
