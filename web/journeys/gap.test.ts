import axe from 'axe-core';
import type { Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectNothing } from './support/axe.ts';
import { AddCommentDocument, ClaimCardDocument } from '../src/gql/graphql.ts';
import { openBoard } from './support/board.ts';
import { holdScripts } from './support/hold-scripts.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// A tunnel, a lift, a full cell: the line is gone for a moment, and nobody has told the browser. What is tapped then
// says that it waits, and opens by itself once the line is back.

const stage = useStage();

/** Nothing new gets through, and the page is told nothing: the device says it is online, the socket seems to stand. */
async function cutLine(visitor: Visitor): Promise<() => Promise<void>> {
  const drop = (route: Route) => route.abort('connectionfailed');
  await visitor.context.route('**/*', drop);
  return () => visitor.context.unroute('**/*', drop);
}

async function organizerOn(name: string) {
  const organizer = await stage.visitor();
  organizer.allow(/Failed to load resource/);
  await organizer.context.addInitScript(axe.source);
  await organizer.join(name);
  const strike = await callStrike(organizer, name, `${name}-strike`);
  await strike.card('Leaflet for the gate');
  return { organizer, strike };
}

interface Tap {
  what: string;
  tap(visitor: Visitor): Promise<void>;
  opens(visitor: Visitor): Promise<void>;
}
const heading = (name: string | RegExp) => (visitor: Visitor) =>
  visitor.page.getByRole('dialog').getByRole('heading', { name }).first().waitFor();
const taps: Tap[] = [
  {
    what: 'New card',
    tap: (visitor) => visitor.button('New card').click(),
    opens: heading('New card'),
  },
  {
    what: 'From templates',
    tap: (visitor) => visitor.button('From templates').click(),
    opens: (visitor) => visitor.page.getByRole('dialog').getByRole('checkbox').first().waitFor(),
  },
  {
    what: 'a card',
    tap: (visitor) => visitor.link('Leaflet for the gate').click(),
    opens: heading('Leaflet for the gate'),
  },
  {
    what: 'Move to…',
    tap: (visitor) => visitor.page.getByRole('button', { name: /^Move “Leaflet/ }).click(),
    opens: (visitor) => visitor.page.getByRole('menu', { name: 'Move to…' }).waitFor(),
  },
  {
    what: 'Choose several',
    tap: (visitor) => visitor.button('Choose several').click(),
    opens: (visitor) => visitor.page.getByRole('region', { name: 'Chosen cards' }).waitFor(),
  },
  {
    what: 'what happened',
    tap: (visitor) => visitor.page.keyboard.press('a'),
    opens: heading('Activity'),
  },
];

/** The first idle moment does not come. */
async function holdIdleMoment({ page }: Visitor): Promise<void> {
  await page.addInitScript(() => {
    const later = window.setTimeout.bind(window);
    window.setTimeout = ((run: () => void, wait?: number) =>
      later(run, wait === 1_500 ? 3_600_000 : wait)) as typeof window.setTimeout;
  });
}

/** A board of which nothing but the first view is here yet. */
async function openEarly(name: string): Promise<Visitor> {
  const { organizer, strike } = await organizerOn(name);
  await holdIdleMoment(organizer);
  await openBoard(organizer, strike.board);
  return organizer;
}

const waits = (visitor: Visitor) => visitor.page.getByText(/This opens by itself once you are back/);

test.each(taps)(
  '$what, tapped in a gap before the first idle moment, opens when the line is back',
  async ({ tap, opens }) => {
    const organizer = await openEarly(`gap-${taps.findIndex((each) => each.tap === tap)}`);
    const mend = await cutLine(organizer);
    await tap(organizer);
    await waits(organizer).waitFor();
    await mend();
    await opens(organizer);
    await expect.poll(() => waits(organizer).count()).toBe(0);
  },
);

test.each(taps)(
  '$what, tapped in a gap after the first idle moment, is there',
  async ({ tap, opens, what }) => {
    const { organizer, strike } = await organizerOn(`idle-${taps.findIndex((each) => each.tap === tap)}`);
    const board = await openBoard(organizer, strike.board);
    await board.complete();
    const mend = await cutLine(organizer);
    await tap(organizer);
    // The list itself is data: it is waited for in words, and comes.
    if (what === 'From templates') {
      await waits(organizer).waitFor();
      await mend();
    }
    await opens(organizer);
  },
);

test('the first question and the sheets of the desk, tapped in a gap, open when the line is back', async () => {
  const asking = await stage.visitor();
  asking.allow(/Failed to load resource/);
  await holdIdleMoment(asking);
  await asking.page.goto('/need-help');
  await expect.poll(() => asking.button('Start').isEnabled()).toBe(true);
  let mend = await cutLine(asking);
  await asking.button('Start').click();
  await waits(asking).waitFor();
  await mend();
  const question = asking.page.getByRole('heading', { level: 1, name: 'Who are you?' });
  await question.waitFor();
  // Where the keyboard stands: on the question, as when it is there at once.
  await expect.poll(() => question.evaluate((heading) => heading === document.activeElement)).toBe(true);

  const coordinator = await stage.visitor();
  coordinator.allow(/Failed to load resource/);
  await coordinator.tryAs('COORDINATOR');
  await holdIdleMoment(coordinator);
  await coordinator.page.goto('/desk');
  await coordinator.sees('Live');
  mend = await cutLine(coordinator);
  await coordinator.button('Keys').click();
  await waits(coordinator).waitFor();
  await mend();
  await heading('Keys')(coordinator);
});

test('code that the server replaced meanwhile says so, and a new page has it', async () => {
  const organizer = await openEarly('gap-replaced');
  const gone = (route: Route) => route.fulfill({ status: 404, body: 'Not found' });
  await organizer.context.route('**/_app/immutable/**', gone);
  await organizer.link('Leaflet for the gate').click();
  await organizer.sees(/Strikeboard was renewed while you were here/);
  await expectNothing(organizer, 'code that does not come');
  await organizer.context.unroute('**/_app/immutable/**', gone);
  await organizer.button('Load the page again').click();
  await heading('Leaflet for the gate')(organizer);
});

test('a button that is pressed before the scripts have come does what it says once they have', async () => {
  const { organizer, strike } = await organizerOn('pressed-early');
  const { page } = organizer;
  const scripts = await holdScripts(organizer.context);
  await page.goto(strike.board, { waitUntil: 'commit' });
  await organizer.button('New card').click();
  await organizer.button('From templates').click();
  // Header, bars, columns, cards: each wakes in a turn of its own, and what was pressed there waits for all.
  const asleep = page.locator('[data-asleep]');
  expect(await asleep.count()).toBeGreaterThan(5);
  scripts();
  // The last one counts, once.
  await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  expect(await asleep.count()).toBe(0);
});

test('what is typed and sent before the scripts have come stays, and is sent once they have', async () => {
  const { organizer } = await organizerOn('typed-early');
  const { page } = organizer;
  const scripts = await holdScripts(organizer.context);
  // A form that can do without a script waits for it all the same, where it is on its way.
  await page.goto('/suggestions', { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: 'Your words' }).fill('A board for every bus depot');
  await organizer.button('Send').click();
  scripts();
  await expect.poll(() => page.locator('form .done').innerText()).not.toBe('');
  expect(new URL(page.url()).pathname).toBe('/suggestions');

  // A field that is nobody's but the page's would be set back by waking.
  const late = await holdScripts(organizer.context);
  await page.goto('/bench', { waitUntil: 'commit' });
  const about = page.getByRole('textbox', { name: 'About' });
  await about.fill('banners');
  late();
  await page.locator('html[data-runs]').waitFor();
  expect(await about.inputValue()).toBe('banners');
});

test('what is chosen before the scripts have come is chosen once they have', async () => {
  const { organizer } = await organizerOn('chosen-early');
  const { page } = organizer;
  await page.goto('/assessment');
  await organizer.button('Open a round').click();
  await organizer.sees('Question 1 of 10');
  const scripts = await holdScripts(organizer.context);
  const first = page.url();
  await page.goto(first, { waitUntil: 'commit' });
  // The last one counts.
  for (const place of [1, 2, 1]) await page.getByRole('radio').nth(place).check();
  scripts();
  await page.locator('html[data-runs]').waitFor();
  await organizer.button('Next').click();
  await organizer.sees('Question 2 of 10');
  await expect
    .poll(async () => {
      await page.goto(first);
      return page
        .getByRole('radio')
        .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).checked));
    })
    .toEqual([false, true, false, false]);
});

test('a notice that is opened before the scripts have come is read, and opens where they do not come', async () => {
  const { organizer, strike } = await organizerOn('notice-early');
  const { id } = await strike.card('Words for the flyer');
  const holder = await stage.visitor();
  await holder.join('notice-early-reader');
  await holder.ask(ClaimCardDocument, { input: { cardId: id } });
  for (const text of ['A5, both sides', 'In Spanish too'])
    await organizer.ask(AddCommentDocument, { input: { cardId: id, text } });

  const { page } = holder;
  const comments = holder.link('There is a new comment');
  let scripts = await holdScripts(holder.context);
  await page.goto('/me/notices', { waitUntil: 'commit' });
  await comments.first().click();
  scripts();
  await heading('Words for the flyer')(holder);
  await page.goto('/me/notices');
  await holder.link('What is new: 1 not read').waitFor();

  scripts = await holdScripts(holder.context);
  await page.goto('/me/notices', { waitUntil: 'commit' });
  await comments.first().click();
  await page.waitForURL(/\/board\?card=/, { waitUntil: 'commit' });
  scripts();
});
