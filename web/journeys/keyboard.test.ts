import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { Board, openBoard } from './support/board.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();

test('without a mouse: from the front page to a card, its work handed back with a note, and filters', async () => {
  const organizer = await stage.visitor();
  await organizer.join('keys-host');
  const strike = await callStrike(organizer, 'keys-host', 'the-keys');
  await strike.card('Chant sheet');
  await strike.card('Banner layout', { skill: 'GRAPHIC_DESIGN' });
  const typist = await stage.visitor();
  const { page } = typist;
  const { keyboard } = page;

  // The front page, the campaign, its board: only Tab and Enter.
  await page.goto('/');
  await keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to content');
  await tabTo(page, strike.title);
  await keyboard.press('Enter');
  await page.waitForURL(`**${strike.page}`);
  await tabTo(page, 'See the board');
  await keyboard.press('Enter');
  await page.waitForURL(`**${strike.board}`);

  // A stranger who takes a card is asked for a handle, and comes back to it.
  await tabTo(page, 'Chant sheet');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await page.waitForURL('**/join?**');
  await expect.poll(() => typist.button(/^Join/).isEnabled()).toBe(true);
  await tabTo(page, 'Your handle');
  await keyboard.type('fast-fingers');
  await tabTo(page, 'Writing');
  await keyboard.press('Space');
  await tabTo(page, 'Join');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Keep this' }).waitFor();
  await tabTo(page, 'I have kept it');
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'Chant sheet' }).waitFor();

  // Esc closes what is open, and the focus is back on the card.
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => focused(page)).toBe('Chant sheet');
  await expectVisibleFocus(page);
  await keyboard.press('c');
  const board = new Board(typist);
  await board.shows('Chant sheet', 'CLAIMED', 'You have this card');
  await expect.poll(() => focused(page)).toBe('Chant sheet');

  // The sheet of keys, and back to where one was.
  await keyboard.press('?');
  await dialog.getByRole('heading', { name: 'Keys' }).waitFor();
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => focused(page)).toBe('Chant sheet');

  // h opens the form; while one types, the same letters are only letters.
  await keyboard.press('h');
  await dialog.getByRole('heading', { name: 'Hand it back' }).waitFor();
  await expect.poll(() => focused(page)).toBe('A note for the next one (if you like)');
  await keyboard.type('chin up, mic is in the box? a / b');
  expect(await page.getByRole('dialog').count()).toBe(1);
  await tabTo(page, 'Hand it back');
  await keyboard.press('Enter');
  await typist.sees('Handed back. Your draft is kept.');
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await board.shows('Chant sheet', 'OPEN');
  await expect.poll(() => focused(page)).toBe('Chant sheet');

  // Arrows walk; / finds; the filter is in the address.
  await keyboard.press('ArrowDown');
  expect(await focused(page)).toBe('Banner layout');
  await keyboard.press('ArrowUp');
  expect(await focused(page)).toBe('Chant sheet');
  await keyboard.press('/');
  expect(await focused(page)).toBe('Find in titles and texts');
  await keyboard.type('banner');
  await board.lacks('Chant sheet');
  await page.waitForURL(/q=banner/);
  await tabTo(page, 'Show all', { back: false });
  await keyboard.press('Enter');
  await board.shows('Chant sheet', 'OPEN');
  await page.waitForURL((url) => !url.searchParams.has('q'));

  // A filter of chips: open, tick, Esc.
  await tabTo(page, 'Skill', { back: true });
  await keyboard.press('Enter');
  await tabTo(page, 'Graphic design');
  await keyboard.press('Space');
  await board.lacks('Chant sheet');
  await keyboard.press('Escape');
  await page.waitForURL(/skill=graphic-design/);
  await expectVisibleFocus(page);
});

test('an organizer moves and orders cards by keys, and the focus goes with the card', async () => {
  const organizer = await stage.visitor();
  await organizer.join('keys-captain');
  const strike = await callStrike(organizer, 'keys-captain', 'the-order');
  for (const title of ['Alpha', 'Bravo', 'Charlie']) await strike.card(title);
  await strike.card('Delta', { status: 'DRAFT' });
  const board = await openBoard(organizer, strike.board);
  const { page } = organizer;
  const { keyboard } = page;

  await board.titleOf('Charlie').focus();
  await keyboard.press('m');
  const menu = page.getByRole('menu', { name: 'Move to…' });
  await menu.waitFor();
  expect(await focused(page)).toBe('Open the card');
  await keyboard.press('ArrowDown');
  await expect.poll(() => focused(page)).not.toBe('Open the card');
  await keyboard.press('End');
  await keyboard.press('Home');
  expect(await focused(page)).toBe('Open the card');
  while ((await focused(page)) !== 'To the top') await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(() => board.titles('OPEN')).toEqual(['Charlie', 'Alpha', 'Bravo']);
  await expect.poll(() => focused(page)).toBe('Charlie');
  await expectVisibleFocus(page);

  await keyboard.press('Shift+ArrowDown');
  await expect.poll(() => board.titles('OPEN')).toEqual(['Alpha', 'Charlie', 'Bravo']);
  await expect.poll(() => focused(page)).toBe('Charlie');

  await keyboard.press('ArrowLeft');
  expect(await focused(page)).toBe('Delta');
  await keyboard.press('Shift+ArrowRight');
  await board.shows('Delta', 'OPEN');
  await expect.poll(() => focused(page)).toBe('Delta');

  // Esc leaves the menu without doing anything.
  await keyboard.press('m');
  await menu.waitFor();
  await keyboard.press('Escape');
  await menu.waitFor({ state: 'hidden' });
  await expect.poll(() => focused(page)).toMatch(/^Move “/);

  // n writes a new card; a text that was begun survives Esc.
  await board.titleOf('Alpha').focus();
  await keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await organizer.field('Title').fill('Echo');
  await organizer.field('What to make').fill('One page');
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => focused(page)).toBe('Alpha');
  await keyboard.press('n');
  expect(await organizer.field('Title').inputValue()).toBe('Echo');
  await tabTo(page, 'Open it now');
  await keyboard.press('Enter');
  await board.shows('Echo', 'OPEN');
  await board.equalsFreshLoad();
});

/** The name of what has the focus, as a screen reader would begin to say it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const label = element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent;
    return (label ?? element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  });
}

/** Presses Tab until something of this name has the focus, and checks at each step that one sees where one is. */
async function tabTo(page: Page, name: string, { back = false } = {}): Promise<void> {
  const most = 80;
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    if ((await focused(page)).startsWith(name)) return expectVisibleFocus(page);
  }
  throw new Error(`${most} tabs did not reach “${name}”.`);
}

/** Focus is on something, in sight, with an outline around it or its label. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'nothing has the focus';
    const box = element.getBoundingClientRect();
    if (box.bottom <= 0 || box.top >= innerHeight) return 'the focus is out of sight';
    const around = [element, element.parentElement, element.closest('[data-card]'), element.closest('label')];
    const outlined = around.some((shape) => {
      const style = shape && getComputedStyle(shape);
      return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    });
    return outlined ? 'visible' : 'no outline';
  });
  expect(seen).toBe('visible');
}
