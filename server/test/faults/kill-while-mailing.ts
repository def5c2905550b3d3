import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { startMailCatcher } from '../support/mail-catcher.ts';
import { startServer } from '../support/start-server.ts';
import { until } from '../support/until.ts';
import { Correspondents, makeCorrespondents } from './mails.ts';
import { withServices } from './scene.ts';

/** A job that failed or whose server died is given to another within a minute, and is tried after its pause. */
const PATIENCE_MS = 150_000;

/** A server is killed while it sends a mail; another one sends it. Returns after how many seconds. */
export async function killWhileMailing(databaseUrl: string): Promise<number> {
  // Takes calls and never says a word.
  const calls = new Set<Socket>();
  const silent = createServer((socket) => calls.add(socket.on('error', () => undefined)));
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const catcher = await startMailCatcher();
  const environment = { DATABASE_URL: databaseUrl, APP_SECRET: 'x'.repeat(32) };
  const first = await startServer({ ...environment, SMTP_URL: `smtp://127.0.0.1:${port}` });
  const people = await withServices(databaseUrl, (services) => makeCorrespondents(services, 1));
  const asking = new Correspondents(() => first.url, people);
  try {
    await until('a mail is on its way', () => calls.size > 0, 30_000);
    process.kill(first.pid, 'SIGKILL');
    await Promise.all([first.ended, asking.stop()]);
    const killedAt = performance.now();
    const second = await startServer({ ...environment, SMTP_URL: catcher.url });
    try {
      await until('the mail arrives', () => catcher.caught.length > 0, PATIENCE_MS);
      return Math.round((performance.now() - killedAt) / 1_000);
    } finally {
      await second.stop();
    }
  } finally {
    for (const call of calls) call.destroy();
    silent.close();
    await catcher.stop();
  }
}
