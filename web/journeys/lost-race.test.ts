import { expect, test } from 'vitest';
import { ClaimCardDocument, UpdateCardDocument } from '../src/gql/graphql.ts';
import { openBoard, type Board } from './support/board.ts';
import { known } from './support/known.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();

test('two people take the same card: one has it, the other reads who was first and what else fits', async () => {
  const organizer = await stage.visitor();
  await organizer.join('race-marshal');
  const strike = await callStrike(organizer, 'race-marshal', 'the-race');
  const card = await strike.card('Press release');
  await strike.card('Letter to riders');
  await strike.card('Speech for Friday');
  const [swift, slow] = [await stage.visitor(), await stage.visitor()];
  await swift.join('swift-sparrow');
  await slow.join('slow-loris');
  const boards = await Promise.all([openBoard(swift, strike.board), openBoard(slow, strike.board)]);

  // Both press before either can see the other: the two requests are held back until both are under way.
  const bothPressed = meeting(2);
  for (const { page } of [swift, slow]) {
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('ClaimCard')) await bothPressed();
      await route.continue();
    });
  }
  await Promise.all(
    boards.map((board) =>
      board
        .card('Press release')
        .getByRole('button', { name: /^Take it/ })
        .click(),
    ),
  );

  for (const board of boards) await board.shows('Press release', 'CLAIMED');
  const holds = (board: Board) => board.card('Press release').getByText('You have this card').count();
  expect((await holds(boards[0])) + (await holds(boards[1]))).toBe(1);
  const [loser, winner] = (await holds(boards[0])) ? [slow, 'swift-sparrow'] : [swift, 'slow-loris'];

  await loser.sees(`${winner} was first on “Press release”. 2 others fit you.`);
  const messages = loser.page.getByRole('status', { name: 'Messages' });
  await messages.getByRole('link', { name: 'Letter to riders' }).click();
  const dialog = loser.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Take it' }).click();
  await dialog.getByText(/(You have this card|The card stays yours) until/).waitFor();
  for (const board of boards) {
    await board.shows('Letter to riders', 'CLAIMED');
    await board.equalsFreshLoad();
  }
  expect(card.number).toBe(1);
});

test('what others do disturbs neither a text being typed, nor the focus, nor a card in the air', async () => {
  const organizer = await stage.visitor();
  await organizer.join('calm-captain');
  const strike = await callStrike(organizer, 'calm-captain', 'the-calm');
  const first = await strike.card('First card');
  const second = await strike.card('Second card');
  const third = await strike.card('Third card');
  const mine = await strike.card('Card of mine');
  const other = await stage.visitor();
  await other.join('busy-beaver');
  await strike.vouchFor('busy-beaver');
  const volunteer = await stage.visitor();
  await volunteer.join('still-water');
  const { claimCard } = await volunteer.ask(ClaimCardDocument, { input: { cardId: mine.id } });
  const board = await openBoard(volunteer, strike.board);
  const { page } = volunteer;

  // Typing in the hand-in form while the very card changes.
  await board
    .card('Card of mine')
    .getByRole('button', { name: /^Hand in/ })
    .click();
  const note = volunteer.field('What you made');
  await note.fill('Half a sentence');
  await note.press('End');
  await organizer.ask(UpdateCardDocument, {
    input: { cardId: mine.id, version: known(claimCard.card).version, localSupplies: 'a new photo' },
  });
  await page.getByRole('dialog').getByText('a new photo').waitFor();
  await page.keyboard.type(', and the rest');
  expect(await note.inputValue()).toBe('Half a sentence, and the rest');
  expect(await note.evaluate((element) => element === document.activeElement)).toBe(true);
  await board.closeDialog();

  // Focus on a card stays with it when another person's claim moves the card above.
  await board.titleOf('Second card').focus();
  await other.ask(ClaimCardDocument, { input: { cardId: first.id } });
  await board.shows('First card', 'CLAIMED', 'busy-beaver');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Second card');
  // And goes along when the card itself moves.
  await other.ask(ClaimCardDocument, { input: { cardId: second.id } });
  await board.shows('Second card', 'CLAIMED', 'busy-beaver');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Second card');

  // A card in the air stays in the air while others' changes wait; they are there when it has fallen.
  const locals = await openBoard(organizer, strike.board);
  await strike.card('Fourth card');
  await locals.shows('Fourth card', 'OPEN');
  await locals.complete();
  const box = await locals.card('Third card').boundingBox();
  if (!box) throw new Error('The card is not drawn.');
  await organizer.page.mouse.move(box.x + box.width / 2, box.y + 12);
  await organizer.page.mouse.down();
  await organizer.page.mouse.move(box.x + box.width / 2 + 12, box.y + 40, { steps: 4 });
  const { updateCard } = await organizer.ask(UpdateCardDocument, {
    input: { cardId: third.id, version: 1, title: 'Third card, renamed' },
  });
  expect(updateCard.card?.title).toBe('Third card, renamed');
  await volunteer.sees('Third card, renamed');
  expect(await locals.titles('OPEN')).toEqual(['Third card', 'Fourth card']);
  const below = await locals.card('Fourth card').boundingBox();
  if (!below) throw new Error('The card is not drawn.');
  await organizer.page.mouse.move(below.x + below.width / 2, below.y + below.height - 6, { steps: 6 });
  await organizer.page.mouse.up();
  await expect.poll(() => locals.titles('OPEN')).toEqual(['Fourth card', 'Third card, renamed']);
  await expect.poll(() => board.titles('OPEN')).toEqual(['Fourth card', 'Third card, renamed']);
  await locals.equalsFreshLoad();
});

/** A door that lets nobody through before so many have come. */
function meeting(people: number): () => Promise<void> {
  let missing = people;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    missing -= 1;
    if (missing === 0) open();
    return opened;
  };
}
