import axe from 'axe-core';
import { expect, test } from 'vitest';
import { expectNothing } from './support/axe.ts';
import { openBoard } from './support/board.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();

test('a holder asks for a look; a peer sees the clock and says what they see, with links and names alive', async () => {
  const organizer = await stage.visitor();
  await organizer.join('look-organizer');
  const strike = await callStrike(organizer, 'look-organizer', 'ask-a-look');
  await strike.card('Write the chant');
  await strike.card('Write the song');
  const writer = await stage.visitor();
  await writer.context.addInitScript(axe.source);
  await writer.join('look-writer');
  const board = await openBoard(writer, strike.board);
  await board.chooseMove('Write the chant', /^Take it/);
  await board.shows('Write the chant', 'CLAIMED');
  const mine = await board.open('Write the chant');
  await mine.getByRole('button', { name: 'Ask for a look' }).click();
  await mine.getByText(/their answer comes as a comment/).waitFor();
  expect(await mine.getByRole('button', { name: 'Ask for a look' }).count()).toBe(0);

  const local = await openBoard(organizer, strike.board);
  await local.shows('Write the chant', 'CLAIMED', /Wants a look, asked/);
  const theirs = await local.open('Write the chant');
  await theirs.getByText(/look-writer asked for a look/).waitFor();
  await theirs
    .getByLabel('Write a comment')
    .fill('Nice, @look-writer. Compare https://chants.example/one, pleas');
  await theirs.getByRole('button', { name: 'Send' }).click();

  // The look is given: the clock is gone for both.
  await mine.getByText(/their answer comes as a comment/).waitFor({ state: 'hidden' });
  const link = mine.getByRole('link', { name: 'https://chants.example/one' });
  await link.waitFor();
  expect(await link.getAttribute('rel')).toContain('noopener');
  await mine.getByText('@look-writer', { exact: true }).waitFor();

  // A slip is mended by who wrote it, and says so.
  expect(await mine.getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0);
  const said = theirs.getByRole('listitem').filter({ hasText: 'Nice, @look-writer.' });
  await said.getByRole('button', { name: 'Edit', exact: true }).click();
  await theirs.getByLabel('Your comment').fill('Nice, @look-writer. Shorter, please.');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await mine.getByText('Shorter, please.').waitFor();
  await mine.getByText(/· edited/).waitFor();
  await expectNothing(writer, 'a card with a conversation');
  await board.closeDialog();
  await local.closeDialog();
  for (const each of [board, local]) await each.equalsFreshLoad();
});
