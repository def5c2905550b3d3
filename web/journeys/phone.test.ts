import { expect, test } from 'vitest';
import { openBoard } from './support/board.ts';
import { phone, smallPhone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

const stage = useStage();

test('one thumb: a column at a time, claim, read the card, hand in a link', async () => {
  const organizer = await stage.visitor();
  await organizer.join('thumb-host');
  const strike = await callStrike(organizer, 'thumb-host', 'the-thumb');
  await strike.card('Caption ten photos', { checklist: ['Names are spelled right'] });
  await strike.card('Thread for tonight');
  const volunteer = await stage.visitor({ size: phone, touch: true });
  await volunteer.join('one-thumb');
  const board = await openBoard(volunteer, strike.board);
  const { page } = volunteer;
  const bar = page.getByRole('navigation', { name: 'Columns' });

  // The bar at the thumb counts what is where, and shows one column.
  await bar.getByRole('button', { name: /Open/ }).getByText('2').waitFor();
  expect(await board.column('OPEN').isVisible()).toBe(true);
  expect(await board.column('CLAIMED').isVisible()).toBe(false);

  await board
    .card('Caption ten photos')
    .getByRole('button', { name: /^Take it/ })
    .tap();
  await volunteer.sees('“Caption ten photos” is yours.');
  await bar.getByRole('button', { name: /Claimed/ }).tap();
  await board.card('Caption ten photos').getByText('You have this card').waitFor();
  expect(await board.column('OPEN').isVisible()).toBe(false);

  await board.titleOf('Caption ten photos').tap();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Names are spelled right').tap();
  await expect.poll(() => dialog.getByRole('checkbox').isChecked()).toBe(true);
  await dialog.getByRole('button', { name: 'Hand in' }).tap();
  await volunteer.field('Link 1').fill('photos.example.org/captions');
  await dialog.getByRole('button', { name: 'Hand in', exact: true }).tap();
  await volunteer.sees('Handed in. Thank you.');
  await dialog.getByRole('link', { name: /photos\.example\.org/ }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).tap();
  await bar.getByRole('button', { name: /In review/ }).tap();
  await board.card('Caption ten photos').waitFor();
  expect(await board.column('IN_REVIEW').isVisible()).toBe(true);
  await board.equalsFreshLoad();
});

test('nothing on any page is wider than the smallest phone, and what is to be tapped is big enough', async () => {
  const visitor = await stage.visitor({ size: smallPhone, touch: true });
  visitor.allow(/status of 404/);
  const { page } = visitor;
  const asStranger = [
    '/',
    '/join',
    '/sign-in',
    '/need-help',
    '/me',
    '/c/hold-the-line',
    '/c/hold-the-line/board',
    '/c/hold-the-line/board?lanes=1',
    '/no-such-page',
  ];
  for (const path of asStranger) await fits(visitor, path);
  const aCard = await page.goto('/c/hold-the-line/board').then(() => firstCard(visitor));
  await fits(visitor, aCard);
  await visitor.tryAs('ORGANIZER');
  const asOrganizer = ['/me', '/me/sessions', '/c/hold-the-line/settings', '/c/hold-the-line/board?card=1'];
  for (const path of asOrganizer) await fits(visitor, path);
  await visitor.tryAs('COORDINATOR');
  await fits(visitor, '/new-campaign');

  const board = await openBoard(visitor, '/c/hold-the-line/board');
  const small = await page.locator('[data-board] .action, nav button, search .chip').evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility())
      .map((element) => ({
        words: element.textContent?.trim(),
        height: element.getBoundingClientRect().height,
      }))
      .filter(({ height }) => height < 40),
  );
  expect(small).toEqual([]);
  expect((await board.titles('OPEN')).length).toBeGreaterThan(0);
});

test('the move menu and the sheets stay within a small screen', async () => {
  const organizer = await stage.visitor({ size: smallPhone, touch: true });
  await organizer.join('small-screen');
  const strike = await callStrike(organizer, 'small-screen', 'small-screens');
  await strike.card('Lowest card');
  await strike.card('Another card');
  const board = await openBoard(organizer, strike.board);
  const { page } = organizer;
  await board
    .card('Another card')
    .getByRole('button', { name: /^Move “/ })
    .tap();
  const menu = page.getByRole('menu');
  await menu.waitFor();
  const box = await menu.boundingBox();
  expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= 360 && box.y + box.height <= 640).toBe(true);
  await page.getByRole('menuitem', { name: 'Up' }).tap();
  await expect.poll(() => board.titles('OPEN')).toEqual(['Another card', 'Lowest card']);
  await page.getByRole('button', { name: 'New card' }).tap();
  await organizer.field('Title').fill('By thumb');
  await organizer.field('What to make').fill('A post');
  await organizer.button('Open it now').tap();
  await board.shows('By thumb', 'OPEN');
});

/** The address of the first card on the board that is shown. */
async function firstCard({ page }: Visitor): Promise<string> {
  const query = await page.locator('[data-column=DONE] h3 a').first().getAttribute('href');
  return `/c/hold-the-line/board${query ?? ''}`;
}

async function fits(visitor: Visitor, path: string): Promise<void> {
  await visitor.page.goto(path);
  if (path.includes('card=')) {
    const dialog = visitor.page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Comments' }).waitFor();
    const wide = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wide, `the dialog on ${path}`).toBeLessThanOrEqual(0);
  }
  const wide = await visitor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, path).toBeLessThanOrEqual(0);
}
