import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServerProcess, startServer } from '../../server/test/support/start-server.ts';
import { until } from '../../server/test/support/until.ts';
import { EnginePage } from './support/engine-page.ts';
import { launchFirefox } from './support/firefox.ts';
import { whereIs } from './support/program.ts';
import { useStage } from './support/stage.ts';
import { callStrike, type Strike } from './support/strike.ts';
import { launchWebKit } from './support/webkit.ts';
import { ClaimCardDocument } from '../src/gql/graphql.ts';

const PATIENCE_MS = 60_000;
const stage = useStage();

const firefox = whereIs('firefox-esr') ?? whereIs('firefox');
const webkit = {
  driver: whereIs('WebKitWebDriver'),
  browser: whereIs(
    'MiniBrowser',
    ...['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`),
  ),
  screen: whereIs('Xvfb'),
};

/** How to start each engine that is installed here; the others are told as skipped, and pass nothing. */
const engines = [
  { name: 'Firefox', launch: firefox && (() => launchFirefox(firefox)) },
  {
    name: 'WebKit',
    launch:
      webkit.driver &&
      webkit.browser &&
      (webkit.screen ?? process.env.DISPLAY) &&
      (() =>
        launchWebKit({
          driver: webkit.driver ?? '',
          browser: webkit.browser ?? '',
          screen: webkit.screen,
        })),
  },
];

// A server of its own: it is stopped on the way.
let dataDir: string;
let server: ServerProcess;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-engines-'));
  server = await startServer({ DATA_DIR: dataDir, DEMO: 'on' });
});
afterAll(async () => {
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

describe.each(engines)('in $name', ({ name, launch }) => {
  test.skipIf(!launch)(
    'one joins, takes a card, sees another take one, moves one, meets a half-typed date and a restart, and goes back and forward',
    { timeout: 300_000 },
    async () => {
      const { url } = server;
      const slug = `walk-${name.toLowerCase()}`;
      const handle = `${slug}-guest`;
      const guide = await stage.visitor({ url });
      await guide.join(`${slug}-guide`);
      const strike = await callStrike(guide, `${slug}-guide`, slug);
      await strike.card('Banner');
      const whistle = await strike.card('Whistle');
      const other = await stage.visitor({ url });
      await other.join(`${slug}-other`);

      const engine = await (launch as () => ReturnType<typeof launchFirefox>)();
      try {
        const page = new EnginePage(engine, PATIENCE_MS);
        await page.goto(`${url}/join?next=${encodeURIComponent(strike.board)}`);
        // Its script is there.
        await page.sees('form button:not(:disabled)', /^Join$/);
        await page.fill('#handle', handle);
        await page.press('input[name=skills][value=WRITING], input[type=checkbox]');
        await page.pressWords('form button', /^Join$/);
        await page.sees('h1', /^Keep this$/);
        // Over http there is no clipboard: either it is copied all the same, or the page says how.
        await page.pressWords('main button', /^Copy$/);
        await page.sees('main', /Copied|Your browser did not let us copy/);
        await page.pressWords('button', /^I have kept it$/);

        // The board is live, whole, and fast enough to take from.
        await page.sees('search', /Live/);
        await page.pressWords('[data-column=OPEN] [data-card] button', /^Take it/, 'Banner');
        await page.sees('[data-column=CLAIMED]', /Banner[^]*You have this card/);
        await other.ask(ClaimCardDocument, { input: { cardId: whistle.id } });
        await page.sees('[data-column=CLAIMED]', new RegExp(`Whistle[^]*${slug}-other`));

        // To be handed back it asks for words, so a card that falls there opens them.
        await page.sees('[data-card][draggable=true]', /Banner/);
        await page.drag('Banner', '[data-column=OPEN]');
        await page.sees('dialog[open]', /Hand it back/);
        await page.leaveDialog();

        await halfTyped(page, url);
        await aLongWalk(page, url, strike);
        await aRestart(page, strike, name);
      } finally {
        await engine.close();
      }
    },
  );
});

/** A date that is only half typed is told, is not sent as none, and stays as it was typed. */
async function halfTyped(page: EnginePage, url: string): Promise<void> {
  const field = '#startsAt';
  await page.goto(`${url}/need-help?q=2`);
  await page.sees('form button:not(:disabled)', /^Next$/);
  await page.type(field, '03');
  await page.pressWords('form button', /^Next$/);
  await page.sees('.moment', /This is not a whole moment yet/);
  await page.sees('h1', /./);
  expect(await page.evaluate('location.search')).toBe('?q=2');
  expect(await page.evaluate(`document.querySelector('${field}').getAttribute('type')`)).toBe(
    'datetime-local',
  );
  // Emptied on purpose it is none, and one may go on.
  await page.pressWords('button', /^Leave it empty$/);
  await page.pressWords('form button', /^Next$/);
  await page.lacks(field);
}

/** Back and forward between pages, with what they showed. */
async function aLongWalk(page: EnginePage, url: string, strike: Strike): Promise<void> {
  await page.goto(`${url}${strike.page}`);
  await page.sees('h1', new RegExp(strike.title));
  await page.pressWords('main a', /board/i);
  await page.sees('search', /Live/);
  await page.step(-1);
  await page.sees('h1', new RegExp(strike.title));
  await page.lacks('search');
  await page.step(1);
  await page.sees('search', /Live/);
  await page.sees('[data-board]', /Banner/);
}

/** The server goes: the board stays, whatever is pressed, and says so; it comes back by itself. */
async function aRestart(page: EnginePage, strike: Strike, name: string): Promise<void> {
  const port = new URL(server.url).port;
  const before = await page.evaluate<string>('location.pathname');
  await server.stop();
  await page.sees('search', /Offline since/);
  await page.pressWords('header a', /^My cards|guest/);
  await page.sees('[role=status]', /Strikeboard has not answered since/);
  expect(await page.evaluate('location.pathname')).toBe(before);
  await page.step(-1);
  await page.sees('[data-board]', /Banner/);
  server = await startServer({ DATA_DIR: dataDir, DEMO: 'on', PORT: port });
  await page.sees('search', /Live/);
  await until(
    'the notice to go',
    async () => !(await page.says('[role=status]', /has not answered/)),
    PATIENCE_MS,
  );
  await strike.card(`After the restart in ${name}`);
  await page.sees('[data-column=OPEN]', /After the restart/);
}
