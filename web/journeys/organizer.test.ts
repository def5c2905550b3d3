import { expect, test } from 'vitest';
import {
  ClaimCardDocument,
  MoveCardDocument,
  TypedDocumentString,
  UpdateCampaignDocument,
  UpdateCardDocument,
} from '../src/gql/graphql.ts';
import { openBoard, type Board } from './support/board.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();

test('an empty campaign has a whole board after two clicks', async () => {
  const organizer = await stage.visitor();
  await organizer.join('two-clicks');
  const strike = await callStrike(organizer, 'two-clicks', 'two-clicks');
  const board = await openBoard(organizer, strike.board);
  await organizer.sees('This board is empty. Write a first card, or start from templates.');

  await organizer.button('From templates').click();
  await organizer.button(/^Add \d+ drafts$/).click();

  await organizer.sees(/^\d+ cards are on the board\.$/);
  await organizer.page.getByRole('heading', { name: /^Draft [3-9]\d$/ }).waitFor();
  await board.equalsFreshLoad();
});

test('cards from a template and from nothing; a draft that is opened appears at once for others', async () => {
  const organizer = await stage.visitor();
  await organizer.join('card-writer');
  const strike = await callStrike(organizer, 'card-writer', 'new-cards');
  const board = await openBoard(organizer, strike.board);
  const passerBy = await stage.visitor();
  const publicBoard = await openBoard(passerBy, strike.board);

  await organizer.button('New card').click();
  await organizer.field('Title').fill('Song for the march');
  await organizer.field('What to make').fill('A minute of music');
  await organizer.button('Keep as a draft').click();
  await board.shows('Song for the march', 'DRAFT');
  expect(await publicBoard.card('Song for the march').count()).toBe(0);

  await board.chooseMove('Song for the march', /^Publish/);
  await publicBoard.shows('Song for the march', 'OPEN', 'A minute of music.');

  await organizer.button('New card').click();
  await organizer.field('Start from').selectOption({ label: 'Media advisory and release' });
  await expect.poll(() => organizer.field('Title').inputValue()).toBe('Media advisory and release');
  await organizer.field('Who may read it').selectOption({ label: 'Anyone' });
  await organizer.button('Open it now').click();
  await publicBoard.shows('Media advisory and release', 'OPEN');

  // What is missing is said at its field, and nothing typed is lost.
  await organizer.button('New card').click();
  await organizer.field('What to make').fill('Without a title');
  await organizer.button('Open it now').click();
  await organizer.sees('Write something here.');
  expect(await organizer.field('What to make').inputValue()).toBe('Without a title');
  await organizer.page.keyboard.press('Escape');
  for (const each of [board, publicBoard]) await each.equalsFreshLoad();
});

test('two organizers edit one card: the second sees what the first changed, and both texts live on', async () => {
  const organizer = await stage.visitor();
  await organizer.join('first-editor');
  const strike = await callStrike(organizer, 'first-editor', 'stale-edit');
  const card = await strike.card('Flyer');
  const board = await openBoard(organizer, strike.board);

  const dialog = await board.open('Flyer');
  await dialog.getByRole('button', { name: 'Edit' }).click();
  await organizer.field('What to make').fill('A flyer with the map');
  await organizer.ask(UpdateCardDocument, {
    input: { cardId: card.id, version: 1, deliverable: 'A flyer with the times', hours: 3 },
  });
  await organizer.button('Save').click();

  await dialog.getByText('Somebody changed the same while you wrote. Choose which stays.').waitFor();
  await dialog.getByText('A flyer with the times', { exact: true }).first().waitFor();
  expect(await organizer.field('What to make').inputValue()).toBe('A flyer with the map');
  // What only the other changed is taken over.
  await expect.poll(() => organizer.field('Hours').inputValue()).toBe('3');
  await dialog.getByRole('button', { name: 'Keep yours: What to make' }).click();
  await organizer.button('Save').click();
  await organizer.isTold('Saved.');
  await board.closeDialog();
  await board.shows('Flyer', 'OPEN', /A flyer with the map/, /3 h/);
  await board.equalsFreshLoad();
});

test('by mouse a card goes to another place, and to another column, for everybody', async () => {
  const organizer = await stage.visitor();
  await organizer.join('mouse-mover');
  const strike = await callStrike(organizer, 'mouse-mover', 'by-mouse');
  for (const title of ['One', 'Two', 'Three']) await strike.card(title);
  await strike.card('Later', { status: 'DRAFT' });
  const board = await openBoard(organizer, strike.board);
  const passerBy = await stage.visitor();
  const publicBoard = await openBoard(passerBy, strike.board);
  await board.complete();

  await drag(board, 'Three', 'One');
  await expect.poll(() => board.titles('OPEN')).toEqual(['Three', 'One', 'Two']);
  await expect.poll(() => publicBoard.titles('OPEN')).toEqual(['Three', 'One', 'Two']);

  await drag(board, 'Later', 'Three');
  await expect.poll(() => publicBoard.titles('OPEN')).toEqual(['Later', 'Three', 'One', 'Two']);
  await drag(board, 'Later', null);
  await publicBoard.lacks('Later');
  await board.shows('Later', 'DRAFT');
  for (const each of [board, publicBoard]) await each.equalsFreshLoad();
});

test('what becomes secret leaves a visitor’s board at once, and comes back when it may be read again', async () => {
  const organizer = await stage.visitor();
  await organizer.join('secret-keeper');
  const strike = await callStrike(organizer, 'secret-keeper', 'the-secret');
  const card = await strike.card('Plan for Monday');
  await strike.card('Plan for Sunday');
  const passerBy = await stage.visitor();
  const board = await openBoard(passerBy, `${strike.board}?card=${card.number}`);
  await passerBy.page.getByRole('dialog').getByText('Fetching the rest…').waitFor({ state: 'hidden' });
  await board.closeDialog();

  await organizer.ask(UpdateCardDocument, { input: { cardId: card.id, version: 1, sensitivity: 'TEAM' } });
  await board.lacks('Plan for Monday');
  await board.equalsFreshLoad();
  await organizer.ask(UpdateCardDocument, { input: { cardId: card.id, version: 2, sensitivity: 'PUBLIC' } });
  await board.shows('Plan for Monday', 'OPEN');
  await board.equalsFreshLoad();
});

test('somebody who is suspended can take nothing any more, without a reload', async () => {
  const organizer = await stage.visitor();
  await organizer.join('gate-keeper');
  const strike = await callStrike(organizer, 'gate-keeper', 'the-gate');
  const held = await strike.card('Card in hand');
  await strike.card('Card on the table');
  const volunteer = await stage.visitor();
  await volunteer.join('loose-cannon');
  await volunteer.ask(ClaimCardDocument, { input: { cardId: held.id } });
  const board = await openBoard(volunteer, strike.board);
  await board.shows('Card in hand', 'CLAIMED', 'You have this card');

  const coordinator = await stage.visitor();
  await coordinator.tryAs('COORDINATOR');
  await coordinator.ask(setStanding, {
    input: { handle: 'loose-cannon', standing: 'SUSPENDED', note: 'We look into it' },
  });

  await board.shows('Card in hand', 'OPEN');
  await expect
    .poll(() =>
      board
        .column('OPEN')
        .getByRole('button', { name: /^Take it/ })
        .count(),
    )
    .toBe(0);
  await board.live();
});

test('when the campaign ends the board only tells', async () => {
  const organizer = await stage.visitor();
  await organizer.join('last-day');
  const strike = await callStrike(organizer, 'last-day', 'the-end');
  const card = await strike.card('Last card');
  await organizer.ask(MoveCardDocument, { input: { cardId: card.id, status: 'DRAFT' } });
  await organizer.ask(MoveCardDocument, { input: { cardId: card.id, status: 'OPEN' } });
  await organizer.ask(UpdateCampaignDocument, { input: { campaignId: strike.campaignId, ended: true } });
  const passerBy = await stage.visitor();
  await passerBy.page.goto(strike.page);
  await passerBy.sees(/^Ended /);
  const board = await openBoard(passerBy, strike.board);
  await passerBy.sees('It is over');
  await board.equalsFreshLoad();
});

const setStanding = new TypedDocumentString<
  { setStanding: { errors: readonly { code: string }[] } },
  { input: { handle: string; standing: string; note: string } }
>(
  'mutation SetStanding($input: SetStandingInput!) { setStanding(input: $input) { errors { code message } } }',
);

/** Drags a card by mouse onto the upper half of another, or, with none, into the empty drafts. */
async function drag(board: Board, title: string, onto: string | null): Promise<void> {
  const { mouse } = board.page;
  const from = await board.card(title).boundingBox();
  const to = await (onto === null ? board.column('DRAFT') : board.card(onto)).boundingBox();
  if (!from || !to) throw new Error('The card is not drawn.');
  await mouse.move(from.x + from.width / 2, from.y + 10);
  await mouse.down();
  await mouse.move(from.x + from.width / 2 + 8, from.y + 20, { steps: 3 });
  await mouse.move(to.x + to.width / 2, to.y + 14, { steps: 8 });
  await mouse.up();
}
