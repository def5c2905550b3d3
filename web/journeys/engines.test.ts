import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ServerProcess, startServer } from '../../server/test/support/start-server.ts';
import { until } from '../../server/test/support/until.ts';
import { contrastIn } from './support/contrast.ts';
import { type Engine, ENTER } from './support/engine.ts';
import { EnginePage } from './support/engine-page.ts';
import { launchFirefox } from './support/firefox.ts';
import { whereIs } from './support/program.ts';
import { useStage } from './support/stage.ts';
import { callStrike, type Strike } from './support/strike.ts';
import { launchWebKit } from './support/webkit.ts';
import { isNetworkFailure } from '../src/browser/network-failure.ts';
import { ClaimCardDocument, MoveCardDocument } from '../src/gql/graphql.ts';

const PATIENCE_MS = 60_000;
/** More cards than are drawn at once, and how many of them go. */
const MANY = 220;
const GO = 12;
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

/** This machine's address in its network: over plain http it is no secure context, as a hall's is not. */
const outside = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

// A server of its own: it is stopped on the way.
let dataDir: string;
let server: ServerProcess;
const start = (port = '0') =>
  startServer({ DATA_DIR: dataDir, DEMO: 'on', PORT: port, ...(outside && { HOST: '0.0.0.0' }) });
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'strikeboard-engines-'));
  server = await start();
});
afterAll(async () => {
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

describe.each(engines)('in $name', { timeout: 300_000 }, ({ name, launch }) => {
  let engine: Engine;
  let page: EnginePage;
  beforeAll(async () => {
    if (!launch) return;
    engine = await launch();
    page = new EnginePage(engine, PATIENCE_MS);
  });
  afterAll(() => engine?.close());

  /** A strike with its guide, and what it is called. */
  async function strikeNamed(word: string) {
    const slug = `${word}-${name.toLowerCase()}`;
    const guide = await stage.visitor({ url: server.url });
    await guide.join(`${slug}-guide`);
    return { slug, guide, strike: await callStrike(guide, `${slug}-guide`, slug) };
  }

  test.skipIf(!launch)(
    'one joins, takes a card, sees another take one, moves one, meets a half-typed date and a restart, and goes back and forward',
    async () => {
      const { url } = server;
      const { slug, strike } = await strikeNamed('walk');
      await strike.card('Banner');
      await strike.card('Drum');
      const whistle = await strike.card('Whistle');
      const other = await stage.visitor({ url });
      await other.join(`${slug}-other`);

      await joinOnTheWay(page, url, strike, `${slug}-guest`);
      await takeBanner(page);
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
    },
  );

  test.skipIf(!launch || !outside)(
    'over plain http one joins, is told how to keep the code, and takes a card',
    async () => {
      const { slug, strike } = await strikeNamed('hall');
      await strike.card('Banner');
      const url = `http://${outside}:${new URL(server.url).port}`;
      await joinOnTheWay(page, url, strike, `${slug}-guest`);
      expect(await page.evaluate('[isSecureContext, typeof crypto.randomUUID]')).toEqual([
        false,
        'undefined',
      ]);
      await takeBanner(page);
    },
  );

  test.skipIf(!launch)('the demo switch can be read', async () => {
    await page.goto(server.url);
    const { png, box } = await page.picture('#try-as');
    const { page: counter } = await stage.visitor();
    // Without the edges and the arrow, which stand out whether or not the words do.
    const words = {
      left: box.left + 4,
      top: box.top + 8,
      width: box.width - 34,
      height: box.height - 16,
    };
    expect(await contrastIn(counter, png, words)).toBeGreaterThan(7);
  });

  test.skipIf(!launch)('what is read stays where it is when cards above it go', async () => {
    const { guide, strike } = await strikeNamed('long');
    const above: { id: string }[] = [];
    for (let index = 0; index < MANY; index += 1) {
      const card = await strike.card(`Leaflet ${index}`);
      if (above.length < GO) above.push(card);
    }
    await page.goto(`${server.url}${strike.board}`);
    await page.sees('search', /Live/);
    const top = (id: string) =>
      page.evaluate<number>(`document.querySelector('[data-card="${id}"]').getBoundingClientRect().top`);
    const read = await until('a card in the middle', () => page.evaluate<string | null>(MIDDLE), PATIENCE_MS);
    const before = await top(read);
    for (const [index, { id }] of above.entries()) {
      await guide.ask(MoveCardDocument, { input: { cardId: id, status: 'DRAFT' } });
      // One at a time: what each moves the page by is less than a pixel.
      await until(
        'it to go',
        () =>
          page.evaluate<boolean>(
            `!!document.querySelector('[data-column=OPEN] [aria-setsize="${MANY - 1 - index}"]')`,
          ),
        PATIENCE_MS,
      );
    }
    expect(Math.abs((await top(read)) - before)).toBeLessThan(2);
  });
});

/** Far down, the card in the middle of the column of open ones, once one is drawn there. */
const MIDDLE = `(() => {
  const list = document.querySelector('[data-column=OPEN] [role=list]');
  scrollTo(0, document.documentElement.scrollHeight * 0.7);
  const { left, width } = list.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, innerHeight / 2)?.closest('[data-card]')?.dataset.card;
})()`;

/** Joins on the way to the board, and keeps the code. */
async function joinOnTheWay(page: EnginePage, url: string, strike: Strike, handle: string): Promise<void> {
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
}

/** The board is live, whole, and fast enough to take from. */
async function takeBanner(page: EnginePage): Promise<void> {
  await page.sees('search', /Live/);
  await page.pressWords('[data-column=OPEN] [data-card] button', /^Take it/, 'Banner');
  await page.sees('[data-column=CLAIMED]', /Banner[^]*You have this card/);
}

/** A date that is only half typed is told, is not sent as none, and stays as it was typed. */
async function halfTyped(page: EnginePage, url: string): Promise<void> {
  const field = '#startsAt';
  await page.goto(`${url}/need-help?q=2`);
  await page.sees('form button:not(:disabled)', /^Next$/);
  // Sent from where it is typed, and by the button.
  for (const send of [() => page.type(field, ENTER), () => page.pressWords('form button', /^Next$/)]) {
    await page.type(field, '1');
    await send();
    await page.sees('.moment', /This is not a whole moment yet/);
    expect(await page.evaluate('location.search')).toBe('?q=2');
    expect(await page.evaluate(`document.querySelector('${field}').type`)).toBe('datetime-local');
    // Emptied on purpose it is none.
    await page.pressWords('button', /^Leave it empty$/);
    await until(
      'the words to go',
      async () => !(await page.says('.moment', /This is not a whole moment yet/)),
      PATIENCE_MS,
    );
  }
  // And one may go on.
  await page.pressWords('form button', /^Next$/);
  await page.lacks(field);
}

/** Back and forward between pages, with what they showed. */
async function aLongWalk(page: EnginePage, url: string, strike: Strike): Promise<void> {
  await page.goto(`${url}${strike.page}`);
  await page.sees('h1', new RegExp(strike.title));
  // Its script is there: before, a link loads a page as a whole, and back from that one needs a server.
  await page.sees('main button:not(:disabled)', /^Take it/);
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
  try {
    await page.sees('search', /Offline since/);
    await page.pressWords('header a', /^My cards|guest/);
    await page.sees('[role=status]', /Strikeboard has not answered since/);
    expect(await page.evaluate('location.pathname')).toBe(before);
    await page.step(-1);
    await page.sees('[data-board]', /Banner/);
    await expectKnownWords(page);
  } finally {
    server = await start(port);
  }
  await page.sees('search', /Live/);
  await until(
    'the notice to go',
    async () => !(await page.says('[role=status]', /has not answered/)),
    PATIENCE_MS,
  );
  await strike.card(`After the restart in ${name}`);
  await page.sees('[data-column=OPEN]', /After the restart/);
}

/** By the words of this engine what the network did is told from what we did, whether or not a server answers. */
async function expectKnownWords(page: EnginePage): Promise<void> {
  const saidOf = (code: string) =>
    page.evaluate<string>(`(async () => ${code})().then(() => '', (error) => error.message)`);
  const network = await saidOf("fetch('/healthz')");
  const mistakes = [
    await saidOf('document.body.nothing.card'),
    await saidOf('document.querySelector("nothing").card'),
    await saidOf('document.nothing()'),
    await saidOf('[...document]'),
    await saidOf('new document.body()'),
  ];
  for (const words of mistakes)
    expect([words, await isNetworkFailure(new TypeError(words))]).toEqual([words, false]);
  const answers = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('ok'));
  try {
    expect([network, await isNetworkFailure(new TypeError(network))]).toEqual([network, true]);
  } finally {
    answers.mockRestore();
  }
}
