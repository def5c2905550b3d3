import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, type Kept, ReceiverProcess } from '../../server/test/support/receiver.ts';
import { type ServerProcess, startServer } from '../../server/test/support/start-server.ts';
import { until } from '../../server/test/support/until.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

// A partner has word of a board sent to a program of their own, which falls over and comes back.

const stage = useStage();
let server: ServerProcess;
let folder = '';
let port = 0;

/** The receiver listens on this machine, which the server of the other journeys may not post to. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strikeboard-partner-'));
  port = await freePort();
  server = await startServer({
    ...{ DATA_DIR: join(folder, 'data'), DEMO: 'on', WEBHOOK_HOSTS: `127.0.0.1:${port}` },
  });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a webhook made on the page: its receiver is killed and loses a part, and in the end has all of it, once', async () => {
  const { url } = server;
  const organizer = await stage.visitor({ url });
  await organizer.join('hook-organizer');
  const strike = await callStrike(organizer, 'hook-organizer', 'hook-strike');
  await organizer.page.goto('/me/tools/webhooks');
  await organizer.field('Which board?').selectOption({ label: strike.title });
  await organizer.field('What do you call it?').fill('Newsletter');
  await organizer.field('Where to?').fill(`http://127.0.0.1:${port}/`);
  await organizer.button('Make the webhook').click();
  const secret = await organizer.page.getByLabel('The secret').inputValue();
  expect(secret).toMatch(/^whsec_/);

  const file = join(folder, 'kept.jsonl');
  const receiver = new ReceiverProcess({ port, file, secret });
  await receiver.start();
  try {
    const heard = () => receiver.kept().map(({ message }) => titlesOf(message));
    const lay = async (title: string) => {
      await strike.card(title);
    };
    for (const title of ['One', 'Two', 'Three']) {
      await lay(title);
      await until(`${title} is told`, () => heard().flat().includes(title));
    }
    await receiver.kill();
    // Two more while nobody listens; and its disk is put back to how it was after the first.
    for (const title of ['Four', 'Five']) await lay(title);
    receiver.forget(1);
    const standsAt = receiver.kept()[0]!.message.revision;
    await receiver.start();
    await organizer.page.reload();
    await organizer.page.getByText('What was delivered').click();
    await organizer.page.getByLabel('Deliver everything again after revision').fill(String(standsAt));
    await organizer.button('Deliver again').click();
    // The two that it never had may come by themselves before what is given again.
    const all = ['Five', 'Four', 'One', 'Three', 'Two'];
    await until('all of it', () => new Set(heard().flat()).size === all.length, 60_000);
    expect(heard().flat().toSorted()).toEqual(all);
    const ids = receiver.kept().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    await until('the page says so', async () => {
      await organizer.page.reload();
      return organizer.page.getByText(/Its receiver has everything up to revision/).isVisible();
    });
  } finally {
    await receiver.kill();
  }
}, 120_000);

const titlesOf = ({ data }: Kept['message']) =>
  (data.boardChanges as { cards?: { title: string }[] }).cards?.map(({ title }) => title) ?? [];
