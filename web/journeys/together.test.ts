import axe from 'axe-core';
import { expect, test } from 'vitest';
import { CreateApprovalLinkDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { openBoard } from './support/board.ts';
import { known } from './support/known.ts';
import { phone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();

test('two hold a card together: both work on it, one hands in, neither says yes, and both are thanked', async () => {
  const organizer = await stage.visitor();
  await organizer.context.addInitScript(axe.source);
  await organizer.join('two-organizer');
  const strike = await callStrike(organizer, 'two-organizer', 'two-hands', { craftReviewRequired: false });
  const { id: cardId } = await strike.card('Film the picket');

  // The organizer says so, on the card.
  const local = await openBoard(organizer, strike.board);
  const edited = await local.open('Film the picket');
  await edited.getByRole('button', { name: 'Edit', exact: true }).click();
  await edited.getByRole('checkbox', { name: /^Two can do it together/ }).check();
  await expectNothing(organizer, 'the form of a card that two may hold');
  await edited.getByRole('button', { name: 'Save' }).click();
  await edited.getByText(/whoever takes it, one more can join/).waitFor();
  await local.closeDialog();
  await local.shows('Film the picket', 'OPEN', 'two can do it');

  // One takes it, and sees that somebody may join them.
  const camera = await stage.visitor();
  await camera.join('two-camera');
  const hers = await openBoard(camera, strike.board);
  await hers.chooseMove('Film the picket', /^Take it/);
  await hers.shows('Film the picket', 'CLAIMED', 'You have this card', 'one more can join');

  // Another joins on a phone; a third comes too late for both places.
  const cutter = await stage.visitor({ size: phone, touch: true });
  await cutter.context.addInitScript(axe.source);
  await cutter.join('two-cutter');
  await cutter.page.goto(`${strike.board}?card=1`);
  const his = cutter.page.getByRole('dialog');
  await his.getByText(/you can join two-camera/).waitFor();
  await expectNothing(cutter, 'a card with a free place');
  await his.getByRole('button', { name: 'Do it together' }).tap();
  await his.getByText(/You have it together with two-camera/).waitFor();
  await local.shows('Film the picket', 'CLAIMED', 'two-camera and two-cutter');
  const late = await stage.visitor();
  await late.join('two-late');
  const tooLate = await openBoard(late, strike.board);
  await tooLate.shows('Film the picket', 'CLAIMED', 'two-camera and two-cutter');
  const theirs = await tooLate.open('Film the picket');
  await theirs.getByText(/two-camera and two-cutter have this card until/).waitFor();
  expect(await theirs.getByRole('button', { name: 'Do it together' }).count()).toBe(0);

  // Both have the form for the work; what one saves, the other reads.
  await his.getByRole('button', { name: 'Hand in', exact: true }).tap();
  await his.getByLabel('What you made').fill('A cut of forty seconds.');
  await his.getByText(/draft saved/).waitFor();
  await his.getByRole('button', { name: 'Not now' }).tap();
  const mine = await hers.open('Film the picket');
  await mine.getByText(/two-cutter works on it too/).waitFor();
  await mine.getByText('A cut of forty seconds.').waitFor();
  await mine.getByRole('button', { name: 'Hand in', exact: true }).click();
  expect(await mine.getByLabel('What you made').inputValue()).toBe('');
  await mine.getByLabel('What you made').fill('Picket film, two minutes.');
  await mine.getByRole('button', { name: 'Hand in' }).click();
  await mine.getByText(/You made this together with two-cutter/).waitFor();
  await his.getByText(/You made this together with two-camera/).waitFor();

  // Neither of them is offered a review, and by a link neither says yes.
  const { createApprovalLink } = await organizer.ask(CreateApprovalLinkDocument, {
    input: { cardId, label: 'Lou' },
  });
  for (const card of [mine, his])
    for (const name of ['Review it', 'Say yes', 'Ask for changes'])
      expect(await card.getByRole('button', { name }).count()).toBe(0);
  await cutter.page.goto(known(createApprovalLink.address));
  await cutter.sees('Picket film, two minutes.');
  expect(await cutter.button('Yes').count()).toBe(0);

  // The local says yes, and thanks both.
  const decided = await local.open('Film the picket');
  await decided.getByRole('button', { name: 'Say yes', exact: true }).click();
  await decided.getByLabel('Thanks').fill('Everybody watched it.');
  await decided.getByRole('button', { name: 'Say yes and thank' }).click();
  await local.closeDialog();
  await local.shows('Film the picket', 'DONE', /Everybody watched it/, /to two-camera and two-cutter/);
  for (const [visitor, other] of [
    [camera, 'two-cutter'],
    [cutter, 'two-camera'],
  ] as const) {
    await visitor.page.goto('/me');
    await visitor.sees('Everybody watched it.');
    await visitor.sees(`together with ${other}`);
  }
});

test('who hands back leaves it to the other, with the draft and a note; an organizer takes one off', async () => {
  const organizer = await stage.visitor();
  await organizer.join('leave-organizer');
  const strike = await callStrike(organizer, 'leave-organizer', 'two-leave');
  await strike.card('Write the song', { forTwo: true });
  const poet = await stage.visitor();
  await poet.join('leave-poet');
  const hers = await openBoard(poet, strike.board);
  await hers.chooseMove('Write the song', /^Take it/);
  const singer = await stage.visitor({ size: phone, touch: true });
  await singer.context.addInitScript(axe.source);
  await singer.join('leave-singer');
  await singer.page.goto(`${strike.board}?card=1`);
  const his = singer.page.getByRole('dialog');
  await his.getByRole('button', { name: 'Do it together' }).tap();
  await hers.shows('Write the song', 'CLAIMED', 'You have it, with leave-singer');

  const mine = await hers.open('Write the song');
  await mine.getByRole('button', { name: 'Hand it back' }).click();
  await mine.getByText('No reason needed. leave-singer goes on with it, and with your draft.').waitFor();
  await mine.getByLabel('A note for leave-singer (if you like)').fill('The tune is in G.');
  await mine.getByRole('button', { name: 'Hand it back' }).click();
  await hers.closeDialog();
  await hers.shows('Write the song', 'CLAIMED', 'leave-singer', 'one more can join');
  await his.getByText(/one more can join you/).waitFor();
  await his.getByText('The tune is in G.').waitFor();
  await expectNothing(singer, 'a card that goes on in one pair of hands');

  // It fits on the smallest phone, names of two people and all.
  await hers.chooseMove('Write the song', /^Do it together/);
  await his.getByText(/You have it together with leave-poet/).waitFor();
  await singer.page.setViewportSize({ width: 320, height: 640 });
  const beyond = () =>
    singer.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  expect(await beyond()).toBe(0);
  await singer.page.goto(strike.board);
  const columns = singer.page.getByRole('navigation', { name: 'Columns' });
  await columns.getByRole('button', { name: /Claimed/ }).tap();
  await singer.sees('You have it, with leave-poet');
  expect(await beyond()).toBe(0);

  const local = await openBoard(organizer, strike.board);
  const theirs = await local.open('Write the song');
  await theirs.getByRole('button', { name: 'Take it back', exact: true }).click();
  await theirs.getByLabel('From whom').selectOption({ label: 'leave-poet' });
  await theirs.getByLabel('Why, in a sentence they will read').fill('You are on two others.');
  await theirs.getByRole('button', { name: 'Take it back', exact: true }).click();
  await local.closeDialog();
  await local.shows('Write the song', 'CLAIMED', 'leave-singer', 'one more can join');
  await poet.page.goto('/me/notices');
  await poet.sees('A card was taken back. Your draft is kept');
  for (const each of [local, hers]) {
    await each.visitor.page.goto(strike.board);
    await each.live();
    await each.equalsFreshLoad();
  }
});
