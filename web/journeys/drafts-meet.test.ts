import axe from 'axe-core';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  AskToResumeDocument,
  ClaimCardDocument,
  SaveDraftDocument,
  StartAskDocument,
} from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { openBoard, type Board } from './support/board.ts';
import { known } from './support/known.ts';
import { smallPhone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// Words that were begun twice, here and elsewhere: both are shown, and none is lost.

const stage = useStage();
const CLASH = 'Somebody changed the same while you wrote. Choose which stays.';
/** The same, where both are one's own. */
const OF_TWO_DEVICES = 'You wrote something else on another device. Choose which stays.';
const CARD = 'Flyer';

/** Somebody with a card to write, on the board. */
async function withCard(name: string): Promise<{ ana: Visitor; board: Board; cardId: string; path: string }> {
  const ana = await stage.visitor({ size: smallPhone, touch: true });
  await ana.join(name);
  const strike = await callStrike(ana, name, name);
  const card = await strike.card(CARD);
  await ana.ask(ClaimCardDocument, { input: { cardId: card.id } });
  await ana.context.addInitScript(axe.source);
  return { ana, board: await openBoard(ana, strike.board), cardId: card.id, path: strike.board };
}

async function openForm({ page }: Pick<Board, 'page'>): Promise<Locator> {
  await page
    .getByRole('navigation', { name: 'Columns' })
    .getByRole('button', { name: /Claimed/ })
    .tap();
  await page.getByRole('link', { name: CARD, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Hand in/ }).click();
  await noteIn(dialog).waitFor();
  return dialog;
}

test('a hand-in begun here meets a newer one of another device: one reads both and chooses', async () => {
  const { ana, board, cardId, path } = await withCard('drafts-hand-in');
  const form = await openForm(board);
  await noteIn(form).fill('From this phone');
  await ana.page.goto('/me');
  // The same person goes on at the kitchen table.
  const links = [{ url: 'https://table.example/flyer' }];
  await ana.ask(SaveDraftDocument, { input: { cardId, note: 'From the table', links } });
  await openBoard(ana, path);
  await openForm(board);
  await form.getByText(OF_TWO_DEVICES).waitFor();
  expect(await form.getByLabel('Link 1').inputValue()).toBe('https://table.example/flyer');
  for (const text of ['From this phone', 'From the table']) await form.getByText(text).last().waitFor();
  await expectNothing(ana, 'two drafts');
  // Handed in is neither before one has chosen.
  await form.getByRole('button', { name: 'Hand in', exact: true }).click();
  await expect
    .poll(() => form.getByRole('button', { name: 'Keep this one: What you made' }).evaluate(isInFocus))
    .toBe(true);
  await ana.page.keyboard.press('Enter');
  await form.getByText(OF_TWO_DEVICES).waitFor({ state: 'hidden' });
  await form.getByRole('button', { name: 'Hand in', exact: true }).click();
  await ana.sees('Handed in. Thank you.');
  await ana.sees('From this phone');
  await ana.page.getByRole('link', { name: 'table.example' }).waitFor();
});

test('one’s own next words never meet one’s own last ones: not while typing, not in another tab', async () => {
  const { ana, board, path } = await withCard('drafts-own');
  const form = await openForm(board);
  const note = noteIn(form);
  const saved = form.getByText(/^draft saved/);
  const other = await ana.context.newPage();
  await other.goto(path);
  const there = await openForm({ page: other });

  // The answer to a save comes when more was typed than it holds.
  const answer = Promise.withResolvers<void>();
  await ana.page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('SaveDraft')) await answer.promise;
    await route.continue();
  });
  await note.pressSequentially('We made ');
  await form.getByLabel('Link 1').fill('flyer.example');
  await ana.page.waitForRequest((request) => request.postData()?.includes('SaveDraft') ?? false);
  await note.pressSequentially('a flyer. ');
  await form.getByRole('button', { name: 'Another link' }).click();
  answer.resolve();
  await saved.waitFor();
  await expect.poll(() => noteIn(there).inputValue()).toBe('We made a flyer. ');
  // What was typed last is saved as well; spaces and the empty line for a link stay where they are.
  await expect.poll(() => ana.page.evaluate(keptDrafts)).toEqual([]);
  expect(await note.inputValue()).toBe('We made a flyer. ');
  await form.getByRole('textbox', { name: 'Link 2' }).waitFor();

  // The other tab writes on from there.
  await noteIn(there).pressSequentially('Two pages.');
  await other.bringToFront();
  await expect.poll(() => other.evaluate(keptDrafts)).toEqual([]);
  for (const page of [ana.page, other]) expect(await page.getByText(OF_TWO_DEVICES).count()).toBe(0);
  await there.getByRole('button', { name: 'Hand in', exact: true }).click();
  await other.getByText('Handed in. Thank you.').waitFor();
  await other.getByText('We made a flyer. Two pages.').waitFor();
});

test('two with one link answer one question: the second reads both; other questions do not meet', async () => {
  const ana = await stage.visitor({ size: smallPhone, touch: true });
  const { startAsk } = await ana.ask(StartAskDocument, { input: { language: 'en' } });
  const token = known(startAsk.token);
  const ben = await stage.visitor({ size: smallPhone, touch: true });
  await ben.context.addInitScript(axe.source);
  for (const { page } of [ana, ben]) await page.goto(`/need-help?q=2#${token}`);
  await say(ana, 'What is happening', 'They locked us out.');
  await say(ben, 'What is happening', 'The gate is shut since Monday.');
  await next(ana, 'Where should supporters look now?');
  await ben.button('Next').click();
  await ben.sees(CLASH);
  const clash = ben.page.locator('[data-clash]');
  for (const text of ['They locked us out.', 'The gate is shut since Monday.']) {
    await clash.getByText(text, { exact: true }).waitFor();
  }
  await expectNothing(ben, 'two answers');
  // Neither goes on without a choice, nor is one lost to a reload.
  await ben.button('Next').click();
  await ben.page.reload();
  await ben.sees(CLASH);
  expect(await answersNow(ana, token)).toMatchObject({ happening: 'They locked us out.' });
  await ben.field('What is happening').fill('They locked us out. The gate is shut since Monday.');
  await clash.getByRole('button', { name: 'Keep yours: What is happening' }).click();
  await ben.seesNoMore(CLASH);

  // Meanwhile the first answers another question, and both stay.
  await say(ana, 'Web addresses, one to a line', 'gate.example');
  await next(ana, 'What do you have already?');
  await next(ben, 'Where should supporters look now?');
  expect(await ben.field('Web addresses, one to a line').inputValue()).toBe('https://gate.example/');
  await say(ben, 'Web addresses, one to a line', 'https://gate.example/\npickets.example');
  await next(ben, 'What do you have already?');
  expect(await answersNow(ana, token)).toMatchObject({
    happening: 'They locked us out. The gate is shut since Monday.',
    lookHere: [{ url: 'https://gate.example/' }, { url: 'https://pickets.example/' }],
  });
});

test('an answer whose receipt was lost is written on without a question', async () => {
  const ana = await stage.visitor({ size: smallPhone, touch: true });
  const { startAsk } = await ana.ask(StartAskDocument, { input: { language: 'en' } });
  const token = known(startAsk.token);
  await ana.page.goto(`/need-help?q=2#${token}`);
  ana.allow(/ERR_FAILED|ERR_CONNECTION/);
  await ana.page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('SaveAskAnswers')) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await say(ana, 'What is happening', 'They locked us out.');
  await next(ana, 'Where should supporters look now?');
  await ana.sees(/^No connection\. Kept on this device/);
  await ana.page.goBack();
  await say(ana, 'What is happening', 'They locked us out on Monday.');
  await ana.page.unroute('**/graphql');
  await next(ana, 'Where should supporters look now?');
  await ana.isTold('Saved');
  expect(await answersNow(ana, token)).toMatchObject({ happening: 'They locked us out on Monday.' });
});

test('a template fills what is empty, and replaces nothing that was typed', async () => {
  const { ana } = await withCard('drafts-template');
  await ana.button('New card').click();
  const dialog = ana.page.getByRole('dialog');
  const field = (name: string) => dialog.getByLabel(name, { exact: true });
  await field('Title').fill('Mine');
  const templates = dialog.getByLabel('Start from').locator('option:not([value=""])');
  await expect.poll(() => templates.count()).toBeGreaterThan(1);
  const [first, second] = await templates.evaluateAll((options) =>
    options.map((option) => (option as HTMLOptionElement).value),
  );
  await field('Start from').selectOption(known(first));
  const ofFirst = await field('What to make').inputValue();
  expect(ofFirst).not.toBe('');
  await field('What the local supplies').fill('Ours');
  await field('Start from').selectOption(known(second));
  const ofSecond = await field('What to make').inputValue();
  expect(ofSecond).not.toBe(ofFirst);
  // The page is gone for a moment: what is of the template and what was typed are still told apart.
  await ana.page.reload();
  await ana.button('New card').click();
  await expect.poll(() => field('Start from').inputValue()).toBe(second);
  await field('Start from').selectOption(known(first));
  expect(await field('What to make').inputValue()).toBe(ofFirst);
  expect([await field('Title').inputValue(), await field('What the local supplies').inputValue()]).toEqual([
    'Mine',
    'Ours',
  ]);
});

const noteIn = (form: Locator) => form.getByRole('textbox', { name: 'What you made' });
const isInFocus = (element: Element) => element === document.activeElement;
/** Hand-ins that this browser keeps because they are not all with the server yet. */
const keptDrafts = () => Object.keys(localStorage).filter((key) => key.startsWith('draft:handIn'));

async function say(visitor: Visitor, label: string, words: string): Promise<void> {
  await expect.poll(() => visitor.button('Next').isEnabled()).toBe(true);
  await visitor.field(label).fill(words);
}

async function next(visitor: Visitor, heading: string): Promise<void> {
  await visitor.button('Next').click();
  await visitor.page.getByRole('heading', { name: heading }).waitFor();
}

async function answersNow(visitor: Visitor, token: string) {
  const { askByLink } = await visitor.ask(AskToResumeDocument, { token });
  return known(askByLink).answers;
}
