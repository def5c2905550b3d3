import { expect, test } from 'vitest';
import { CreateApprovalLinkDocument } from '../src/gql/graphql.ts';
import { known } from './support/known.ts';
import { openBoard } from './support/board.ts';
import { phone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();

test('a typo is corrected while the local reads: the link shows the newest, and no yes slips by', async () => {
  const organizer = await stage.visitor();
  await organizer.join('correct-organizer');
  const strike = await callStrike(organizer, 'correct-organizer', 'correct-work', {
    craftReviewRequired: false,
  });
  const { id: cardId } = await strike.card('Write the flyer');
  const writer = await stage.visitor();
  await writer.join('correct-writer');
  const board = await openBoard(writer, strike.board);
  await board.chooseMove('Write the flyer', /^Take it/);
  await board.shows('Write the flyer', 'CLAIMED');
  let dialog = await board.open('Write the flyer');
  await dialog.getByRole('button', { name: 'Hand in', exact: true }).click();
  await dialog.getByLabel('What you made').fill('Meet at gate for.');
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  await dialog.getByText(/Next, the local says yes/).waitFor();

  const { createApprovalLink } = await organizer.ask(CreateApprovalLinkDocument, {
    input: { cardId, label: 'Lou' },
  });
  const president = await stage.visitor({ size: phone });
  await president.page.goto(known(createApprovalLink.address));
  await president.sees('Meet at gate for.');

  await dialog.getByRole('button', { name: 'Correct what you handed in' }).click();
  await dialog.getByLabel('What you made').fill('Meet at gate four.');
  await dialog.getByRole('button', { name: 'Hand in the correction' }).click();
  await dialog.getByText('Meet at gate four.').waitFor();
  await dialog.getByText('corrected since').waitFor();

  await president.field('Your words').fill('Lovely, print it.');
  await president.button('Yes').click();
  await president.sees(/corrected while you looked at it/);
  await president.sees('Meet at gate four.');
  expect(await president.field('Your words').inputValue()).toBe('Lovely, print it.');
  await president.button('Yes').click();
  await board.shows('Write the flyer', 'DONE');

  // Work that is wrong altogether is taken back, and is the draft to go on from.
  await strike.card('Write the speech');
  await board.closeDialog();
  await board.chooseMove('Write the speech', /^Take it/);
  dialog = await board.open('Write the speech');
  await dialog.getByRole('button', { name: 'Hand in', exact: true }).click();
  await dialog.getByLabel('What you made').fill('Friends, coworkers.');
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  await dialog.getByRole('button', { name: 'Take the work back' }).click();
  await dialog.getByText(/(You have this card|The card stays yours) until/).waitFor();
  await dialog.getByRole('button', { name: 'Hand in', exact: true }).click();
  await expect.poll(() => dialog.getByLabel('What you made').inputValue()).toBe('Friends, coworkers.');
});

test('a card that came back begins with what should be different', async () => {
  const organizer = await stage.visitor();
  await organizer.join('came-organizer');
  const strike = await callStrike(organizer, 'came-organizer', 'came-back', { craftReviewRequired: false });
  await strike.card('Draw the sign');
  const artist = await stage.visitor({ size: phone });
  await artist.join('came-artist');
  const mine = await openBoard(artist, strike.board);
  await mine.chooseMove('Draw the sign', /^Take it/);
  await mine.settled();
  await artist.page.goto(`${strike.board}?card=1`);
  const card = artist.page.getByRole('dialog');
  await card.getByRole('button', { name: 'Hand in', exact: true }).click();
  await card.getByLabel('What you made').fill('A sign.');
  await card.getByRole('button', { name: 'Hand in' }).click();
  await card.getByText(/Next, the local says yes/).waitFor();

  const local = await openBoard(organizer, strike.board);
  const theirs = await local.open('Draw the sign');
  await theirs.getByRole('button', { name: 'Ask for changes' }).click();
  await theirs.getByLabel('What to change').fill('Bigger letters, please.');
  await theirs.getByRole('button', { name: 'Ask for changes' }).click();

  await card.getByRole('heading', { name: /^Changes asked for/ }).waitFor();
  const top = await card.getByText('Bigger letters, please.').first().boundingBox();
  const actions = await card.getByRole('button', { name: 'Hand in', exact: true }).boundingBox();
  expect(top!.y).toBeLessThan(actions!.y);
});
