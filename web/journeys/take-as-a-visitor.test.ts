import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBoard } from './support/board.ts';
import { phone, useStage } from './support/stage.ts';
import { callStrike, type Strike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

const stage = useStage();

/** What a visitor's thumb does, counted. */
function thumb() {
  let taps = 0;
  return {
    async tap(what: Locator): Promise<void> {
      taps += 1;
      await what.tap();
    },
    get taps() {
      return taps;
    },
  };
}

async function strikeOf(slug: string): Promise<Strike> {
  const organizer = await stage.visitor();
  await organizer.join(`${slug}-org`);
  return callStrike(organizer, `${slug}-org`, slug);
}

/** From "Take it" on: joins, and stands on the board again. */
async function joinsAndTakes(visitor: Visitor, handle: string, by: ReturnType<typeof thumb>): Promise<void> {
  await expect.poll(() => visitor.button('Join and take it').isEnabled()).toBe(true);
  await by.tap(visitor.field('Your handle'));
  await visitor.page.keyboard.type(handle);
  await by.tap(visitor.page.getByRole('checkbox', { name: 'Writing', exact: true }));
  await by.tap(visitor.button('Join and take it'));
  await visitor.sees(/“.*” is yours until/);
  await by.tap(visitor.button('I have kept it'));
  await visitor.page
    .getByRole('dialog')
    .getByText(/(You have this card|The card stays yours) until/)
    .waitFor();
}

test('a visitor who taps “Take it” on the board has the card after joining, with five taps', async () => {
  const strike = await strikeOf('taken-from-face');
  await strike.card('Write to the council');
  const visitor = await stage.visitor({ size: phone, touch: true });
  const board = await openBoard(visitor, strike.board);
  const by = thumb();
  await by.tap(board.card('Write to the council').getByRole('link', { name: /^Take it/ }));
  await visitor.sees('Then “Write to the council” is yours.');
  await joinsAndTakes(visitor, 'face-taker', by);
  expect(by.taps).toBe(5);
});

test('so does one who read the card first', async () => {
  const strike = await strikeOf('taken-from-dialog');
  await strike.card('Write to the paper');
  const visitor = await stage.visitor({ size: phone, touch: true });
  const board = await openBoard(visitor, strike.board);
  const dialog = await board.open('Write to the paper');
  const by = thumb();
  await by.tap(dialog.getByRole('link', { name: 'Take it' }));
  await joinsAndTakes(visitor, 'dialog-taker', by);
  expect(by.taps).toBe(5);
});

test('who has a handle already signs in on the way and is asked about the card they wanted', async () => {
  const strike = await strikeOf('taken-signed-in');
  await strike.card('Write to the bank');
  const atHome = await stage.visitor();
  const code = await atHome.join('has-a-handle');
  const visitor = await stage.visitor({ size: phone });
  const board = await openBoard(visitor, strike.board);
  await board
    .card('Write to the bank')
    .getByRole('link', { name: /^Take it/ })
    .click();
  await visitor.sees('Then “Write to the bank” is yours.');
  await visitor.link('Sign in').last().click();
  await expect.poll(() => visitor.button('Sign in').isEnabled()).toBe(true);
  await visitor.field('Your handle').fill('has-a-handle');
  await visitor.field('Your recovery code').fill(code);
  await visitor.button('Sign in').click();
  await visitor.page.getByRole('heading', { name: 'Welcome back.' }).waitFor();
  // The new code stays until it is kept, also once the page knows who is here.
  await visitor.page.getByRole('link', { name: 'My cards, has-a-handle' }).waitFor();
  await visitor.page.getByRole('heading', { name: 'Welcome back.' }).waitFor();
  expect(new URL(visitor.page.url()).pathname).toBe('/sign-in');
  await visitor.button('I have kept it, go on').click();
  await visitor.sees('You are has-a-handle already.');
  await visitor.button('Take it').click();
  await visitor.sees('You have this card');
});
