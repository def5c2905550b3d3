import axe from 'axe-core';
import { expect, test } from 'vitest';
import { AddCommentDocument, ClaimCardDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { openBoard, type Board } from './support/board.ts';
import { laptop, phone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

const stage = useStage();

const undo = ({ page }: Visitor) =>
  page.locator('[data-undo]').getByRole('button', { name: /^Undo \(\d+ s\)$/ });
const chosenBar = ({ page }: Visitor) => page.locator('[data-chosen]');
/** Chooses a card as a thumb does: anywhere on it. */
async function tick(board: Board, title: string): Promise<void> {
  await board.card(title).click();
  const box = board.card(title).getByRole('checkbox', { name: `Choose “${title}”` });
  await expect.poll(() => box.isChecked()).toBe(true);
}

/** Goes to a column, which a phone shows one at a time. */
async function goTo(visitor: Visitor, name: RegExp): Promise<void> {
  const bar = visitor.page.getByRole('navigation', { name: 'Columns' });
  if (await bar.isVisible()) await bar.getByRole('button', { name }).click();
}

/** Does something with the chosen cards by the sheet, which a phone and a laptop have alike. */
async function act(visitor: Visitor, size: keyof typeof SIZES): Promise<void> {
  const bar = chosenBar(visitor);
  if (size === 'a laptop') await visitor.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await bar.getByRole('button', { name: size === 'a phone' ? 'Do something with them' : 'Edit…' }).click();
  await visitor.page.getByRole('dialog').waitFor();
}

/** Templates whose cards anybody may read, and that carry no caution. */
const ADDED = ['Check a hashtag', 'Press list', 'Printable picket signs'] as const;

const SIZES = { 'a phone': { size: phone, touch: true }, 'a laptop': { size: laptop } };

describeOn(
  'a cancelled card comes back to whoever had it, with their words',
  async (visitor, { watcher, size, who }) => {
    const slug = `undo-cancel-${size}`;
    const strike = await callStrike(visitor, who, slug);
    const card = await strike.card('Call the buses');
    await strike.card('Paint the banner');
    const volunteer = await stage.visitor();
    await volunteer.join(`hold-${size}`);
    await volunteer.ask(ClaimCardDocument, { input: { cardId: card.id } });
    const board = await openBoard(visitor, strike.board);
    const theirs = await openBoard(watcher, strike.board);
    await goTo(visitor, /Claimed/);
    const before = await board.card('Call the buses').getByText(/until/).first().innerText();

    await board.chooseMove('Call the buses', 'Cancel the card');
    const dialog = visitor.page.getByRole('dialog');
    await dialog.getByLabel('Why').fill('The buses are ours.');
    await dialog.getByRole('button', { name: 'Cancel the card' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await visitor.sees('“Call the buses” is cancelled.');
    await theirs.lacks('Call the buses');

    await undo(visitor).click();
    await visitor.sees('Undone. All is as it was.');
    await board.shows('Call the buses', 'CLAIMED', before);
    await theirs.shows('Call the buses', 'CLAIMED', `hold-${size}`);
    expect(await undo(visitor).count()).toBe(0);
    // The reason is not said any more.
    const opened = await board.open('Call the buses');
    expect(await opened.getByText('The buses are ours.').count()).toBe(0);
    await board.closeDialog();
    for (const each of [board, theirs]) await each.equalsFreshLoad();
  },
);

describeOn(
  'cards from templates vanish again; one that somebody took stands in the way',
  async (visitor, { watcher, size, who }) => {
    const strike = await callStrike(visitor, who, `undo-add-${size}`);
    await strike.card('Call the buses');
    const board = await openBoard(visitor, strike.board);
    const theirs = await openBoard(watcher, strike.board);
    const add = async () => {
      await visitor.button('From templates').click();
      await visitor.button('None').click();
      for (const title of ADDED)
        await visitor.page.getByRole('checkbox', { name: new RegExp(`^${title}`) }).check();
      await visitor.button('Add 3 open cards').click();
      await visitor.sees('3 cards are on the board.');
    };
    await add();
    await expect.poll(() => theirs.titles('OPEN')).toEqual(['Call the buses', ...ADDED]);
    await undo(visitor).click();
    await visitor.sees('Undone. All is as it was.');
    await expect.poll(() => theirs.titles('OPEN')).toEqual(['Call the buses']);
    expect(await board.titles('OPEN')).toEqual(['Call the buses']);

    await add();
    const [taken] = ADDED;
    const volunteer = await stage.visitor();
    await volunteer.join(`take-${size}`);
    const id = await board.card(taken).getAttribute('data-card');
    await volunteer.ask(ClaimCardDocument, { input: { cardId: id ?? '' } });
    await undo(visitor).click();
    await visitor.sees(`“${taken}” stands in the way. Somebody did something with it since.`);
    await goTo(visitor, /Claimed/);
    await board.shows(taken, 'CLAIMED');
    for (const each of [board, theirs]) await each.equalsFreshLoad();
  },
);

describeOn(
  'three are chosen, moved and edited together, and each is undone',
  async (visitor, { watcher, size, who }) => {
    const strike = await callStrike(visitor, who, `undo-many-${size}`);
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) await strike.card(title);
    const board = await openBoard(visitor, strike.board);
    const theirs = await openBoard(watcher, strike.board);
    const chooseThree = async () => {
      await visitor.button('Choose several').click();
      for (const title of ['Two', 'Four', 'Five']) await tick(board, title);
      await chosenBar(visitor).getByText('3 cards chosen').waitFor();
    };

    await chooseThree();
    if (size === 'a-phone') await act(visitor, 'a phone');
    await visitor.button('To the top').last().click();
    await visitor.sees('3 cards are at the top.');
    await expect.poll(() => theirs.titles('OPEN')).toEqual(['Two', 'Four', 'Five', 'One', 'Three']);
    await undo(visitor).click();
    await expect.poll(() => theirs.titles('OPEN')).toEqual(['One', 'Two', 'Three', 'Four', 'Five']);

    await chooseThree();
    await act(visitor, size === 'a-phone' ? 'a phone' : 'a laptop');
    const dialog = visitor.page.getByRole('dialog');
    await expectNothing(visitor, 'the sheet for chosen cards');
    await dialog.getByRole('button', { name: 'Save for 3 cards' }).click();
    await visitor.sees('Say first what they should have.');
    await dialog.getByLabel('Due', { exact: true }).selectOption({ label: 'Due at' });
    await dialog.getByLabel('Due at', { exact: true }).fill('2031-05-01T18:00');
    await dialog.getByLabel('Phase').selectOption({ label: 'After' });
    await dialog.getByRole('button', { name: 'Save for 3 cards' }).click();
    await visitor.sees('3 cards are edited.');
    for (const title of ['Two', 'Four', 'Five']) await theirs.shows(title, 'OPEN', /due .*2031/i);
    expect(await theirs.card('One').getByText(/2031/).count()).toBe(0);
    await expectNothing(visitor, 'the line that offers to undo');
    await undo(visitor).click();
    await visitor.sees('Undone. All is as it was.');
    await expect.poll(() => theirs.page.getByText(/2031/).count()).toBe(0);
    for (const each of [board, theirs]) await each.equalsFreshLoad();
  },
);

test('by keys alone: choose a range, back to draft, undo; choose, cancel, undo', async () => {
  const organizer = await stage.visitor();
  await organizer.join('keys-undo');
  const strike = await callStrike(organizer, 'keys-undo', 'undo-by-keys');
  for (const title of ['One', 'Two', 'Three', 'Four']) await strike.card(title);
  const board = await openBoard(organizer, strike.board);
  await board.complete();
  const { page } = organizer;
  const { keyboard } = page;
  const announced = page.locator('[data-announcer]');

  await board.titleOf('One').focus();
  await keyboard.press('x');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Shift+X');
  await chosenBar(organizer).getByText('3 cards chosen').waitFor();
  await keyboard.press('m');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Back to draft' }).focus();
  await keyboard.press('Enter');
  await organizer.sees('3 cards are drafts again.');
  await expect.poll(() => board.titles('DRAFT')).toEqual(['One', 'Two', 'Three']);
  await announced.getByText(/You can undo it for a minute/).waitFor({ state: 'attached' });
  await keyboard.press('z');
  await expect.poll(() => board.titles('OPEN')).toEqual(['One', 'Two', 'Three', 'Four']);

  // The button is reached by Tab as well, and the focus stays in the line.
  await board.titleOf('Four').focus();
  await keyboard.press('x');
  await keyboard.press('e');
  await dialog.getByLabel('Due', { exact: true }).waitFor();
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await keyboard.press('m');
  await dialog.getByLabel('Why').focus();
  await keyboard.type('The strike is won.');
  await dialog.getByRole('button', { name: 'Cancel this card' }).focus();
  await keyboard.press('Enter');
  await board.lacks('Four');
  await undo(organizer).focus();
  await keyboard.press('Enter');
  await board.shows('Four', 'OPEN');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[data-undo]') !== null))
    .toBe(true);
  await board.titleOf('One').focus();
  await keyboard.press('x');
  await keyboard.press('Escape');
  expect(await chosenBar(organizer).count()).toBe(0);
  await board.equalsFreshLoad();
});

test('who removed a comment of theirs puts it back, where it stood', async () => {
  const organizer = await stage.visitor();
  await organizer.join('talk-org');
  const strike = await callStrike(organizer, 'talk-org', 'undo-talk');
  const card = await strike.card('Call the buses');
  const volunteer = await stage.visitor({ size: phone, touch: true });
  await volunteer.context.addInitScript(axe.source);
  await volunteer.join('talk-vol');
  const board = await openBoard(volunteer, strike.board);
  await volunteer.ask(AddCommentDocument, { input: { cardId: card.id, text: 'At the north gate' } });
  const dialog = await board.open('Call the buses');
  await dialog.getByText('At the north gate').waitFor();
  await dialog.getByRole('button', { name: 'Remove', exact: true }).tap();
  const back = dialog.getByRole('button', { name: /^Undo \(\d+ s\)$/ });
  await back.waitFor();
  await expectNothing(volunteer, 'a comment that was removed');
  await back.tap();
  await dialog.getByText('At the north gate').waitFor();
  await dialog.getByText('Undone. All is as it was.').waitFor();
});

test('what would be refused is not offered, and says why; on the smallest phone nothing is too wide', async () => {
  const organizer = await stage.visitor({ size: { width: 320, height: 640 }, touch: true });
  await organizer.context.addInitScript(axe.source);
  await organizer.join('small-undo');
  const strike = await callStrike(organizer, 'small-undo', 'undo-small');
  await strike.card('A card with quite a long title that says what it is about');
  await strike.card('Legal leaflet', {
    status: 'DRAFT',
    caution: 'Ask the lawyer first',
    cautionCleared: false,
  });
  await strike.card('Plain draft', { status: 'DRAFT' });
  const board = await openBoard(organizer, strike.board);
  const { page } = organizer;
  const isNarrow = async (where: string) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, where).toBeLessThanOrEqual(0);
    await expectNothing(organizer, where);
  };
  await organizer.button('Choose several').click();
  await isNarrow('choosing');
  await tick(board, 'A card with quite a long title that says what it is about');
  await act(organizer, 'a phone');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('There is no draft among them.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Publish' }).count()).toBe(0);
  const inside = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(inside).toBeLessThanOrEqual(0);
  await isNarrow('the sheet');
  await page.keyboard.press('Escape');
  await goTo(organizer, /Draft/);
  await tick(board, 'Legal leaflet');
  await act(organizer, 'a phone');
  await dialog.getByText('“Legal leaflet” waits for a tick first.').waitFor();
  await dialog.getByRole('button', { name: 'To the bottom' }).click();
  await organizer.sees('2 cards are at the bottom.');
  await isNarrow('the line that offers to undo');
  await expect.poll(() => board.titles('DRAFT')).toEqual(['Plain draft', 'Legal leaflet']);
  await undo(organizer).tap();
  await expect.poll(() => board.titles('DRAFT')).toEqual(['Legal leaflet', 'Plain draft']);
});

interface Scene {
  watcher: Visitor;
  /** For names: `a-phone` or `a-laptop`. */
  size: 'a-phone' | 'a-laptop';
  /** The organizer's handle. */
  who: string;
}

let stories = 0;

/** A story told on a phone and on a laptop, with somebody who watches. */
function describeOn(story: string, tell: (organizer: Visitor, scene: Scene) => Promise<void>): void {
  for (const [name, options] of Object.entries(SIZES)) {
    test(`on ${name}: ${story}`, async () => {
      const organizer = await stage.visitor(options);
      await organizer.context.addInitScript(axe.source);
      const size = name === 'a phone' ? 'a-phone' : 'a-laptop';
      stories += 1;
      const who = `org-${'abcdefgh'[stories]}-${size}`;
      await organizer.join(who);
      await tell(organizer, { watcher: await stage.visitor(), size, who });
    });
  }
}
