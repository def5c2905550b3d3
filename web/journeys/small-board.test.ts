import { expect, test } from 'vitest';
import { openBoard } from './support/board.ts';
import { phone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();

test('a board of 52 cards is drawn whole, so that the search of the browser finds the last of them', async () => {
  const organizer = await stage.visitor();
  await organizer.join('finder-guide');
  const strike = await callStrike(organizer, 'finder-guide', 'to-be-found');
  for (let index = 1; index <= 52; index += 1) await strike.card(`Leaflet ${index}`);
  for (const [earlier, size] of [undefined, phone].entries()) {
    const reader = await stage.visitor(size && { size });
    const board = await openBoard(reader, strike.board);
    await expect.poll(() => board.column('OPEN').locator('[data-card]').count()).toBe(52 + earlier);
    // Where the search of the browser looks: in what the page has drawn.
    const said = await reader.page.locator('body').innerText();
    for (const title of ['Leaflet 52', 'Leaflet 1', 'Leaflet 27']) expect(said).toContain(title);
    expect(await board.column('OPEN').locator('.room').count()).toBe(0);
    // What comes and goes is drawn as well, and the place one reads at stays.
    await strike.card(`Late for ${size ? 'a phone' : 'all'}`);
    await board.shows(`Late for ${size ? 'a phone' : 'all'}`, 'OPEN');
  }
});

test('a text that is selected and let go beside a sheet closes nothing; a press beside it does', async () => {
  const organizer = await stage.visitor();
  await organizer.join('select-guide');
  const strike = await callStrike(organizer, 'select-guide', 'to-be-selected');
  await strike.card('Song sheet');
  const reader = await stage.visitor();
  const board = await openBoard(reader, strike.board);
  const dialog = await board.open('Song sheet');
  const { mouse } = reader.page;
  const words = await dialog.getByText('One page, ready to send.').last().boundingBox();
  if (!words) throw new Error('The words are not there.');
  const inside = [words.x + 5, words.y + words.height / 2] as const;
  const beside = [20, 300] as const;

  await mouse.move(...inside);
  await mouse.down();
  await mouse.move(...beside, { steps: 5 });
  await mouse.up();
  expect(await dialog.isVisible()).toBe(true);
  expect(await reader.page.evaluate('String(getSelection())')).not.toBe('');

  // The other way round, too: who meant to press beside it and changed their mind.
  await mouse.move(...beside);
  await mouse.down();
  await mouse.move(...inside, { steps: 5 });
  await mouse.up();
  expect(await dialog.isVisible()).toBe(true);

  await mouse.click(...beside);
  await dialog.waitFor({ state: 'hidden' });
});
