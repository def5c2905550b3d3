import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claimCard } from '../../server/src/core/card/claim-card.ts';
import { moveCard } from '../../server/src/core/card/move-card.ts';
import { updateCard } from '../../server/src/core/card/update-card.ts';
import { aCard } from '../../server/test/support/local-on-strike.ts';
import { type Board, openBoard } from './support/board.ts';
import { useLargeBoard } from './support/large-board.ts';
import { phone, useStage, type VisitorOptions } from './support/stage.ts';

const stage = useStage();
const CARDS = 5_000;
const MOST_DRAWN = 150;

const large = useLargeBoard('big_board', CARDS, async (services, strike) => {
  for (let index = 0; index < 10; index += 1) {
    // Some are higher than others.
    const deliverable = index % 3 === 0 ? 'One page for the fence. '.repeat(8) : 'One page';
    await aCard(services, strike, 'OPEN', { title: `Leaflet ${index}`, deliverable });
  }
});

/** The organizer's browser at the board. */
async function atTheBoard(options: VisitorOptions = {}): Promise<Board> {
  const visitor = await stage.visitor({ ...options, url: large.server.url });
  await visitor.context.addCookies([
    { name: 'strikeboard', value: large.organizer.token, url: large.server.url },
  ]);
  const board = await openBoard(visitor, `/c/${large.strike.slug}/board`);
  expect(await drawn(board.page)).toBeLessThanOrEqual(MOST_DRAWN);
  return board;
}

const drawn = (page: Page) => page.locator('[data-card]').count();

/** Where the card that has the focus says it stands in its column, of how many. */
const placeOfFocus = (page: Page) =>
  page.evaluate(() => {
    const item = document.activeElement?.closest('[role=listitem]');
    return item && [Number(item.getAttribute('aria-posinset')), Number(item.getAttribute('aria-setsize'))];
  });

const focusIsInSight = (page: Page) =>
  page.evaluate(() => {
    const { top, bottom } = document.activeElement!.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

/** The card in the middle of the column of open cards on the screen, where it is (px), and its place. */
const sight = (page: Page) =>
  page.evaluate(() => {
    const cards = [...document.querySelectorAll<HTMLElement>('[data-column=OPEN] [data-card]')];
    const card = cards.find((each) => each.getBoundingClientRect().bottom > innerHeight / 2)!;
    const place = Number(card.closest('[role=listitem]')!.getAttribute('aria-posinset'));
    return { id: card.dataset['card']!, top: card.getBoundingClientRect().top, place };
  });

const topOf = (page: Page, id: string) =>
  page.evaluate((card) => document.querySelector(`[data-card="${card}"]`)!.getBoundingClientRect().top, id);

/** The same card is where it was, and none but a few far from the screen are new. */
async function expectUnmoved(page: Page, before: Awaited<ReturnType<typeof sight>>): Promise<void> {
  const after = await sight(page);
  expect(after.id).toBe(before.id);
  expect(Math.abs(after.top - before.top)).toBeLessThan(3);
  // At most as many came in at the edges as places went above, and those that Tab reached and reaches now.
  const made = page.locator('[data-column=OPEN] [data-card]:not([data-was-here])');
  expect(await made.count()).toBeLessThanOrEqual(8);
}

/** Waits until the screen has cards from its upper to its lower edge. */
const isFilled = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const column = document.querySelector('[data-column=OPEN]')!.getBoundingClientRect();
        const at = (y: number) =>
          document.elementFromPoint(column.left + column.width / 2, y)?.closest('[data-card]') !== null;
        // Between two cards there is room: some of these heights always meet one.
        return [0.35, 0.5, 0.65].some((share) => at(innerHeight * share));
      }),
    )
    .toBe(true);

test('the first view draws few cards, and scrolling to the end of 5,000 draws the last ones and no more', async () => {
  const board = await atTheBoard();
  const { page } = board;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  // All of them have their room from the beginning.
  expect(height).toBeGreaterThan(CARDS * 100);
  for (const share of [0.2, 0.9, 0.5, 1]) {
    await page.evaluate((to) => scrollTo(0, document.documentElement.scrollHeight * to), share);
    await isFilled(page);
    await expect.poll(() => drawn(page)).toBeLessThanOrEqual(MOST_DRAWN);
  }
  await expect.poll(() => page.locator(`[data-column=OPEN] [aria-posinset="${CARDS}"]`).count()).toBe(1);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => page.locator('[data-column=OPEN] [aria-posinset="1"]').count()).toBe(1);
  await expect.poll(() => drawn(page)).toBeLessThanOrEqual(MOST_DRAWN);
});

test('by keys one goes on through cards that were not drawn, and the focus is never lost', async () => {
  const board = await atTheBoard();
  const { page } = board;
  await page.keyboard.press('j');
  await expect.poll(() => placeOfFocus(page)).toEqual([1, CARDS]);
  for (let place = 2; place <= 40; place += 1) {
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => placeOfFocus(page)).toEqual([place, CARDS]);
  }
  // Scrolled far away, the card with the focus is kept, and the next key goes on from it.
  for (const share of [0.5, 0, 0.9, 0.3, 0.5]) {
    await page.evaluate((to) => scrollTo(0, document.documentElement.scrollHeight * to), share);
    await isFilled(page);
    expect(await placeOfFocus(page)).toEqual([40, CARDS]);
  }
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => placeOfFocus(page)).toEqual([41, CARDS]);
  await expect
    .poll(() => page.evaluate(() => document.activeElement!.getBoundingClientRect().top < innerHeight))
    .toBe(true);
  expect(await drawn(page)).toBeLessThanOrEqual(MOST_DRAWN);
});

test('Home and End go to the first and the last of 5,000, and a card from a link is where the focus comes back to', async () => {
  const board = await atTheBoard();
  const { page } = board;
  await page.keyboard.press('j');
  await page.keyboard.press('End');
  await expect.poll(() => placeOfFocus(page)).toEqual([CARDS, CARDS]);
  await expect.poll(() => focusIsInSight(page)).toBe(true);
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => placeOfFocus(page)).toEqual([CARDS - 1, CARDS]);
  await page.keyboard.press('Home');
  await expect.poll(() => placeOfFocus(page)).toEqual([1, CARDS]);
  await expect.poll(() => focusIsInSight(page)).toBe(true);
  expect(await drawn(page)).toBeLessThanOrEqual(MOST_DRAWN);

  const { number } = await cardNamed('Leaflet 5 300');
  await page.goto(`${large.server.url}/c/${large.strike.slug}/board?card=${number}`);
  await page.getByRole('dialog').getByRole('heading', { name: 'Leaflet 5 300' }).waitFor();
  await board.live();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Leaflet 5 300');
  await expect.poll(() => focusIsInSight(page)).toBe(true);
});

test('cards that come and go above the screen move nothing on it, and no card is made anew', async () => {
  const board = await atTheBoard();
  const { page } = board;
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await isFilled(page);
  // Whatever is drawn after the first look at a new place has come to rest.
  let before = await sight(page);
  await expect.poll(async () => before.id === (before = await sight(page)).id).toBe(true);
  await page.evaluate(() => {
    for (const card of document.querySelectorAll('[data-card]')) card.setAttribute('data-was-here', '');
  });
  // From far below to the top, and from the top to the end.
  const first = (await cardNamed('Leaflet 0')).id;
  const moved = await Promise.all(['Leaflet 9 300', 'Leaflet 9 400', 'Leaflet 9 450'].map(cardNamed));
  for (const { id } of moved) {
    await moveCard(large.services, large.organizer.viewer.personId, { cardId: id, beforeCardId: first });
  }
  await expect.poll(async () => (await sight(page)).place).toBe(before.place + 3);
  await expectUnmoved(page, before);
  for (const { id } of moved) await moveCard(large.services, large.organizer.viewer.personId, { cardId: id });
  await expect.poll(async () => (await sight(page)).place).toBe(before.place);
  await expectUnmoved(page, before);
});

test('another width of the window keeps the card one reads, and Tab finds a card wherever one is', async () => {
  const board = await atTheBoard();
  const { page } = board;
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await isFilled(page);
  const before = await sight(page);
  await page.setViewportSize({ width: 1180, height: 820 });
  await isFilled(page);
  await expect.poll(async () => Math.abs((await sight(page)).place - before.place)).toBeLessThanOrEqual(4);
  // The one card that Tab reaches is there, though it is far from here.
  expect(await page.locator('[data-card] .title[tabindex="0"]').count()).toBe(1);
});

test('scrolling up through cards that were never seen moves what one reads by what one scrolled, and by no more', async () => {
  const board = await atTheBoard();
  const { page } = board;
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await isFilled(page);
  for (let step = 0; step < 12; step += 1) {
    const before = await sight(page);
    const off = async () => Math.abs((await topOf(page, before.id)) - (before.top + 150));
    await page.evaluate(() => scrollBy({ top: -150, behavior: 'instant' }));
    await expect.poll(off).toBeLessThan(2);
    // What is drawn now, next to the screen, comes a frame later.
    await page.evaluate(
      () => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))),
    );
    expect(await off()).toBeLessThan(2);
  }
});

test('on paper stand all cards, and then few again', async () => {
  const board = await atTheBoard();
  const { page } = board;
  await page.locator('[data-find]').fill('Leaflet 7');
  const first = page.locator('[data-column=OPEN] [role=listitem]').first();
  await expect.poll(() => first.getAttribute('aria-setsize')).not.toBe(String(CARDS));
  const size = Number(await first.getAttribute('aria-setsize'));
  expect(size).toBeGreaterThan(MOST_DRAWN);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('[data-column=OPEN] [data-card]').count()).toBe(size);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(() => drawn(page)).toBeLessThanOrEqual(MOST_DRAWN);
});

test('one letter more in the filter finds one of 5,000, and taking it away brings all back', async () => {
  const board = await atTheBoard();
  const { page } = board;
  await page.locator('[data-find]').fill('Leaflet 7 402');
  // Its words may also be in the number of another.
  await expect.poll(async () => (await board.titles('OPEN')).length).toBeLessThan(5);
  expect(await board.titles('OPEN')).toContain('Leaflet 7 402');
  await page.locator('[data-find]').fill('');
  await expect.poll(() => page.locator(`[aria-setsize="${CARDS}"]`).count()).toBeGreaterThan(3);
  await page.locator('search .lanes').click();
  await expect.poll(() => page.locator('section[aria-labelledby^=lane]').count()).toBe(1);
  await expect.poll(() => drawn(page)).toBeLessThanOrEqual(MOST_DRAWN);
});

test('what others do to a card that is not drawn is right when one comes to it, and few elements change', async () => {
  const board = await atTheBoard({ size: { width: 1280, height: 800 } });
  const { page } = board;
  const far = await cardNamed('Leaflet 3 250');
  const taken = await cardNamed('Leaflet 4 250');
  await page.evaluate(() => {
    const counter = globalThis as unknown as { changed: number };
    counter.changed = 0;
    new MutationObserver((records) => (counter.changed += records.length)).observe(
      document.querySelector('[data-column=OPEN]')!,
      { subtree: true, childList: true, attributes: true, characterData: true },
    );
  });
  await updateCard(large.services, large.organizer.viewer.personId, {
    cardId: far.id,
    version: 1,
    title: 'Leaflet of the night',
  });
  const { revision } = await claimCard(large.services, large.strike.vetted, { cardId: taken.id });
  expect(revision).toBeGreaterThan(0);
  await board.shows('Leaflet 4 250', 'CLAIMED');
  // One card left a column of 5,000 far below: nothing near the screen is drawn anew.
  expect(await page.evaluate(() => (globalThis as unknown as { changed: number }).changed)).toBeLessThan(60);
  await page.locator('[data-find]').fill('of the night');
  await expect.poll(() => board.titles('OPEN')).toEqual(['Leaflet of the night']);
});

test('a card is dragged to another column from the middle of 5,000', async () => {
  const board = await atTheBoard();
  const { page } = board;
  await board.complete();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await isFilled(page);
  const inSight = page.locator('[data-column=OPEN] [data-card]').filter({ visible: true });
  const title = await inSight.evaluateAll(
    (cards) =>
      cards.find((card) => card.getBoundingClientRect().top > innerHeight * 0.3)?.querySelector('h3')
        ?.textContent ?? '',
  );
  const card = board.card(title);
  const box = (await card.boundingBox())!;
  const drafts = (await board.column('DRAFT').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 20, box.y + 30, { steps: 4 });
  await page.mouse.move(drafts.x + drafts.width / 2, box.y + 40, { steps: 8 });
  await page.mouse.up();
  await board.shows(title, 'DRAFT');
  expect(await drawn(page)).toBeLessThanOrEqual(MOST_DRAWN);
});

test('a card is dragged past the next one in the middle of 5,000', async () => {
  const board = await atTheBoard();
  const { page } = board;
  await board.complete();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 3));
  await isFilled(page);
  const titles = async () => {
    const all = await board.titles('OPEN');
    return all.slice(all.indexOf(first), all.indexOf(first) + 4);
  };
  const [first = '', second = '', third = '', fourth = ''] = await page
    .locator('[data-column=OPEN] [data-card]')
    .evaluateAll((cards) =>
      cards
        .filter((card) => card.getBoundingClientRect().top > 120)
        .map((card) => card.querySelector('h3')?.textContent ?? ''),
    );
  const box = (await board.card(second).boundingBox())!;
  const goal = (await board.card(third).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 30, { steps: 4 });
  await page.mouse.move(goal.x + goal.width / 2, goal.y + goal.height - 6, { steps: 8 });
  await page.mouse.up();
  await expect.poll(titles).toEqual([first, third, second, fourth]);
  // The server says the same to who comes anew.
  await board.settled();
  await page.reload();
  await board.live();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 3));
  await isFilled(page);
  await expect.poll(titles).toEqual([first, third, second, fourth]);
});

test('a phone shows a column at a time, and each is there when it is chosen', async () => {
  const board = await atTheBoard({ size: phone, touch: true });
  const { page } = board;
  for (let round = 0; round < 2; round += 1) {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 3));
    await isFilled(page);
    await page.locator('nav.band > button').filter({ hasText: 'Claimed' }).tap();
    await page.locator('[data-column=CLAIMED] [data-card]').first().waitFor();
    await page.locator('nav.band > button').filter({ hasText: 'Open' }).tap();
    await page.locator('[data-column=OPEN] [data-card]').first().waitFor();
    expect(await drawn(page)).toBeLessThanOrEqual(MOST_DRAWN);
  }
});

function cardNamed(title: string): Promise<{ id: string; number: number }> {
  return large.services.orm.em
    .fork()
    .getKysely()
    .selectFrom('card')
    .select(['id', 'number'])
    .where('board_id', '=', large.strike.boardId)
    .where('title', '=', title)
    .executeTakeFirstOrThrow();
}
