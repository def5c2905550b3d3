import axe from 'axe-core';
import { expect, test } from 'vitest';
import { CardDetailDocument, UpdateCardDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { openBoard } from './support/board.ts';
import { known } from './support/known.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();
const phone = { width: 320, height: 640 };
const laptop = { width: 1440, height: 900 };

test('a card that changes in somebody’s hands shows how, and asks whether it is still fine', async () => {
  const organizer = await stage.visitor();
  await organizer.join('brief-organizer');
  const strike = await callStrike(organizer, 'brief-organizer', 'changed-brief');
  const { id, number } = await strike.card('A leaflet for the gate');
  const writer = await stage.visitor();
  await writer.context.addInitScript(axe.source);
  await writer.join('brief-writer');
  const board = await openBoard(writer, strike.board);
  await board.chooseMove('A leaflet for the gate', /^Take it/);
  await board.shows('A leaflet for the gate', 'CLAIMED');
  const mine = await board.open('A leaflet for the gate');

  const edit = async (words: object) => {
    const { card } = await organizer.ask(CardDetailDocument, { campaign: strike.slug, number });
    const input = { cardId: id, version: known(card).version, ...words };
    expect((await organizer.ask(UpdateCardDocument, { input })).updateCard.errors).toEqual([]);
  };
  await edit({ title: 'A leaflet for both gates', hours: 5 });
  const changed = mine.getByRole('region', { name: 'What changed since you took this card' });
  await changed.waitFor();
  expect(await changed.locator('del').allInnerTexts()).toEqual([
    expect.stringContaining('the gate'),
    expect.stringContaining('2 h'),
  ]);
  expect(await changed.locator('ins').allInnerTexts()).toEqual([
    expect.stringContaining('both gates'),
    expect.stringContaining('5 h'),
  ]);
  for (const size of [phone, laptop]) {
    await writer.page.setViewportSize(size);
    await changed.waitFor();
    await expectNothing(writer, `a card that changed, ${size.width} px`);
  }

  // On the board it stands on its face; whoever runs it sees that nobody has answered yet.
  const local = await openBoard(organizer, strike.board);
  await local.shows('A leaflet for both gates', 'CLAIMED', /Asks for something else/);
  const theirs = await local.open('A leaflet for both gates');
  await theirs.getByText('brief-writer has not said yet whether it is still fine.').waitFor();

  await changed.getByRole('button', { name: 'Still fine' }).click();
  await changed.waitFor({ state: 'hidden' });
  await theirs.getByText('brief-writer has not said yet').waitFor({ state: 'hidden' });
  await board.closeDialog();
  await local.closeDialog();
  for (const each of [board, local]) await each.equalsFreshLoad();

  // The notice leads there, and once answered says that it is settled.
  await edit({ outOfScope: 'Printing it' });
  await writer.page.goto('/me/notices');
  const notice = writer.page
    .getByRole('listitem')
    .filter({ hasText: 'Your card asks for something else now' });
  await notice.getByRole('link').first().click();
  const again = writer.page.getByRole('region', { name: 'What changed since you took this card' });
  await again.locator('ins').filter({ hasText: 'Printing it' }).waitFor();
  await again.getByRole('button', { name: 'Hand it back' }).click();
  await writer.button('Hand it back').last().click();
  await local.shows('A leaflet for both gates', 'OPEN');
});
