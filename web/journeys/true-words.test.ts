import axe from 'axe-core';
import { expect, test } from 'vitest';
import {
  BlockCardDocument,
  ClaimCardDocument,
  CloseCampaignDocument,
  HandInCardDocument,
  PassCraftReviewDocument,
} from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { openBoard } from './support/board.ts';
import { phone, smallPhone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// Each line is true, and written for whoever reads it: what waits on whom, until when a card is held, what has ended.

const stage = useStage();
const dialog = (visitor: Visitor) => visitor.page.getByRole('dialog');

test('before somebody looked at the craft no yes is offered, and what is missing is said; then the yes stands out', async () => {
  const organizer = await stage.visitor({ size: phone, touch: true });
  await organizer.context.addInitScript(axe.source);
  await organizer.join('yes-sayer');
  const strike = await callStrike(organizer, 'yes-sayer', 'yes-in-time');
  const author = await stage.visitor();
  await author.join('yes-author');
  const { id: cardId } = await strike.card('Banner for the gate');
  await author.ask(ClaimCardDocument, { input: { cardId } });
  await author.ask(HandInCardDocument, { input: { cardId, note: 'Here it is', links: [] } });

  const board = await openBoard(organizer, strike.board);
  await organizer.page.getByRole('button', { name: /In review/ }).click();
  await board.open('Banner for the gate');
  await dialog(organizer)
    .getByText(/Somebody who knows the craft looks at it first/)
    .waitFor();
  expect(await dialog(organizer).getByRole('button', { name: 'Say yes' }).count()).toBe(0);

  const reviewer = await stage.visitor();
  await reviewer.tryAs('COORDINATOR');
  await reviewer.ask(PassCraftReviewDocument, { input: { cardId, note: 'Good' } });
  const yes = dialog(organizer).getByRole('button', { name: 'Say yes' });
  await yes.waitFor();
  // The filled button is the yes; what sends the work back is beside it.
  expect(await yes.getAttribute('class')).not.toContain('quiet');
  const back = dialog(organizer).getByRole('button', { name: 'Ask for changes' });
  expect(await back.getAttribute('class')).toContain('quiet');
  await dialog(organizer)
    .getByText(/^The work has been waiting for your yes since/)
    .waitFor();
  await expectNothing(organizer, 'work that waits for a yes');

  const theirs = await openBoard(author, strike.board);
  await theirs.open('Banner for the gate');
  await dialog(author)
    .getByText(/^Your work has been waiting for the local’s yes since/)
    .waitFor();
});

test('who waits and who is waited for each read it as it is for them', async () => {
  const organizer = await stage.visitor();
  await organizer.join('waited-for');
  const strike = await callStrike(organizer, 'waited-for', 'who-waits');
  const holder = await stage.visitor({ size: phone, touch: true });
  await holder.join('waits-here');
  const { id: cardId } = await strike.card('Photo captions');
  await holder.ask(ClaimCardDocument, { input: { cardId } });
  await holder.ask(BlockCardDocument, { input: { cardId, reason: 'Who is in the picture?' } });

  const theirs = await openBoard(holder, strike.board);
  await holder.page.getByRole('button', { name: /Claimed/ }).click();
  await theirs.open('Photo captions');
  await dialog(holder)
    .getByText(/^You have been waiting on the local since/)
    .waitFor();
  const local = await openBoard(organizer, strike.board);
  await local.shows('Photo captions', 'CLAIMED', /Waiting for you since/);
  await local.open('Photo captions');
  await dialog(organizer)
    .getByText(/^waits-here has been waiting for you since/)
    .waitFor();
  const passerBy = await stage.visitor();
  const seen = await openBoard(passerBy, strike.board);
  await seen.open('Photo captions');
  await dialog(passerBy)
    .getByText(/^waits-here has been waiting on the local since/)
    .waitFor();
});

test('a card that is held for longer than it is due says both, and extending says until when', async () => {
  const organizer = await stage.visitor();
  await organizer.join('due-setter');
  const strike = await callStrike(organizer, 'due-setter', 'due-first', {
    leaseHours: 96,
    firstLeaseHours: 0,
  });
  const holder = await stage.visitor({ size: smallPhone, touch: true });
  await holder.context.addInitScript(axe.source);
  await holder.join('due-holder');
  const dueAt = new Date(Date.now() + 40 * 3_600_000).toISOString();
  const { id: cardId } = await strike.card('Call for Sunday', { dueAt });
  await holder.ask(ClaimCardDocument, { input: { cardId } });
  const board = await openBoard(holder, strike.board);
  await holder.page.getByRole('button', { name: /Claimed/ }).click();
  await board.shows('Call for Sunday', 'CLAIMED', /^yours until .*, after it is due$/, /^due /);
  await board.open('Call for Sunday');
  await dialog(holder)
    .getByText(/^It is due .*\. The card stays yours until/)
    .waitFor();
  // On top of the card, beside its number.
  await dialog(holder).locator('.title').getByText(/due /).waitFor();
  await dialog(holder)
    .getByRole('button', { name: /^Extend until / })
    .waitFor();
  await expectNothing(holder, 'a card held for longer than it is due');
});

test('a board that has ended offers nothing, names what was left, and an open page learns it at once', async () => {
  const organizer = await stage.visitor();
  await organizer.context.addInitScript(axe.source);
  await organizer.join('ender');
  const strike = await callStrike(organizer, 'ender', 'it-ended');
  await strike.card('Never taken');
  const board = await openBoard(organizer, strike.board);
  await organizer.button('New card').waitFor();
  await organizer.ask(CloseCampaignDocument, {
    input: { campaignId: strike.campaignId, outcome: 'We won.' },
  });
  await organizer.page.getByRole('heading', { name: /^Left open/ }).waitFor();
  expect(await organizer.button('New card').count()).toBe(0);
  expect(await board.card('Never taken').getByRole('button').count()).toBe(0);
  await organizer.sees('Nothing was finished.');
  await board.open('Never taken');
  await dialog(organizer).getByText('This campaign has ended. Its comments can be read.').waitFor();
  await expectNothing(organizer, 'a card of a board that has ended');

  const passerBy = await stage.visitor({ size: phone, touch: true });
  await openBoard(passerBy, strike.board);
  expect(await passerBy.link(/Take it/).count()).toBe(0);
  await passerBy.page.goto(strike.page);
  await passerBy.sees('Left open');
  expect(await passerBy.page.getByText('still to be earned').count()).toBe(0);
});
