import axe from 'axe-core';
import { expect, test } from 'vitest';
import { expectNothing } from './support/axe.ts';
import { openBoard } from './support/board.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();

const focusedLabel = () => {
  const field = document.activeElement as HTMLTextAreaElement | null;
  return field?.labels?.[0]?.textContent ?? '';
};

test('a hand-in that is too long says so at its field, before and after it is sent, and a long one goes', async () => {
  const organizer = await stage.visitor();
  await organizer.join('long-organizer');
  const strike = await callStrike(organizer, 'long-organizer', 'long-words');
  await strike.card('Write the whole story');

  const writer = await stage.visitor();
  await writer.context.addInitScript(axe.source);
  await writer.join('long-writer');
  const board = await openBoard(writer, strike.board);
  await board.chooseMove('Write the whole story', /^Take it/);
  await board.shows('Write the whole story', 'CLAIMED');
  const dialog = await board.open('Write the whole story');
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  const note = dialog.getByLabel('What you made');
  await note.waitFor();

  // Near the end the room is told, and past it what is too much.
  await note.fill('word '.repeat(1_000));
  expect(await dialog.getByText(/Room for/).count()).toBe(0);
  await note.fill('x'.repeat(19_990));
  await dialog.getByText('Room for 10 more characters.').first().waitFor();
  await note.fill('x'.repeat(66_000));
  await dialog.getByText('46,000 characters too many.').first().waitFor();
  await expectNothing(writer, 'the hand-in');

  await dialog.getByRole('button', { name: 'Hand in' }).click();
  await dialog.getByText('At most 20,000 characters.').waitFor();
  expect(await writer.page.evaluate(focusedLabel)).toContain('What you made');
  expect(await writer.page.getByText('Something broke').count()).toBe(0);

  // What the server refuses takes its writer to the field.
  await note.fill('A story, with a link.');
  await dialog.getByLabel('Link 1').fill('not an address');
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  await dialog.getByText('A full web address, starting with https://').waitFor();
  await expect.poll(() => writer.page.evaluate(focusedLabel)).toContain('Link 1');

  await dialog.getByLabel('Link 1').fill('');
  await note.fill('🚌'.repeat(20_000));
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  await board.closeDialog();
  await board.shows('Write the whole story', 'IN_REVIEW');
});

test('words that a reviewer sends have their room told, and the local has the words of its yes', async () => {
  const organizer = await stage.visitor();
  await organizer.join('room-organizer');
  const strike = await callStrike(organizer, 'room-organizer', 'room-words');
  await strike.card('Say what is missing');
  const board = await openBoard(organizer, strike.board);
  const dialog = await board.open('Say what is missing');
  const comment = dialog.getByLabel('Write a comment');
  await comment.fill('y'.repeat(2_001));
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.getByText('At most 2,000 characters.').waitFor();
  expect(await organizer.page.evaluate(focusedLabel)).toContain('Write a comment');
});
