import { expect, test } from 'vitest';
import { openBoard } from './support/board.ts';
import { useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();

test('a cancelled card is found and brought back, a card is copied, and templates say what is there', async () => {
  const organizer = await stage.visitor();
  await organizer.join('again-organizer');
  const strike = await callStrike(organizer, 'again-organizer', 'card-again');
  await strike.card('Call the buses', {
    links: [{ url: 'https://buses.example/' }],
    checklist: ['Ask Bo'],
  });
  const board = await openBoard(organizer, strike.board);
  const watcher = await openBoard(await stage.visitor(), strike.board);

  await board.chooseMove('Call the buses', 'Cancel the card');
  const dialog = organizer.page.getByRole('dialog');
  await dialog.getByLabel('Why').fill('The buses are ours.');
  await dialog.getByRole('button', { name: 'Cancel the card' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await watcher.lacks('Call the buses');
  await organizer.button('1 cancelled').click();
  await organizer.button('Bring it back: Call the buses').click();
  await organizer.sees('No card is cancelled.');
  await organizer.page.keyboard.press('Escape');
  await board.shows('Call the buses', 'DRAFT');
  await watcher.lacks('Call the buses');
  await board.chooseMove('Call the buses', /^Publish/);
  await watcher.shows('Call the buses', 'OPEN');

  // A copy begins with all of its words.
  await board.chooseMove('Call the buses', 'Copy');
  const sheet = organizer.page.getByRole('dialog');
  await sheet.getByRole('heading', { name: 'A new card' }).waitFor();
  expect(await sheet.getByLabel('Title').inputValue()).toBe('Call the buses');
  expect(await sheet.getByLabel('Checklist, one step a line').inputValue()).toBe('Ask Bo');
  await sheet.getByLabel('Title').fill('Call the trains');
  await organizer.button('Open it now').click();
  await watcher.shows('Call the trains', 'OPEN');

  await organizer.button('From templates').click();
  const advisory = organizer.page.getByRole('checkbox', { name: /^Media advisory and release/ });
  await organizer.button('None').click();
  await advisory.check();
  await organizer.button('Add 1 draft').click();
  await board.shows('Media advisory and release', 'DRAFT');
  await organizer.button('From templates').click();
  await organizer.page.getByText('on the board', { exact: true }).waitFor();
  expect(await advisory.isChecked()).toBe(false);
  for (const each of [board, watcher]) await each.equalsFreshLoad();
});

test('a coordinator makes a card a template, and is asked to take names out', async () => {
  const organizer = await stage.visitor();
  await organizer.join('template-org');
  const strike = await callStrike(organizer, 'template-org', 'card-template');
  await strike.card('Thank the drivers');
  const coordinator = await stage.visitor();
  await coordinator.tryAs('COORDINATOR');
  const board = await openBoard(coordinator, strike.board);
  const dialog = await board.open('Thank the drivers');
  await dialog.getByRole('link', { name: 'Make it a template' }).click();
  await coordinator.sees(/take out names and places/);
  expect(await coordinator.field('Title').inputValue()).toBe('Thank the drivers');
});
