import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { ClaimCardDocument, HandInCardDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { openBoard } from './support/board.ts';
import { laptop, phone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();
const places = [
  { name: 'laptop', size: laptop, touch: false },
  { name: 'phone', size: phone, touch: true },
] as const;
const themes = ['light', 'dark'] as const;

describe.each(places)('on a $name', ({ name, size, touch }) => {
  test.each(themes)('axe finds nothing on any page, %s', async (theme) => {
    const visitor = await stage.visitor({ size, touch, theme });
    visitor.allow(/status of 404/);
    const { page } = visitor;
    await visitor.context.addInitScript(axe.source);
    for (const path of ['/', '/sign-in', '/need-help', '/me', '/c/hold-the-line', '/no-such-page']) {
      await page.goto(path);
      await expectNothing(visitor, path);
    }

    // Joining, with its refusals and its code.
    await page.goto('/join');
    await expect.poll(() => visitor.button('Join').isEnabled()).toBe(true);
    await visitor.button('Join').click();
    await expectNothing(visitor, '/join, refused');
    await visitor.field('Your handle').fill(`axe-${name}-${theme}`);
    await page.getByRole('checkbox', { name: 'Writing', exact: true }).click();
    await visitor.button('Join').click();
    await page.getByRole('heading', { name: 'Keep this' }).waitFor();
    await expectNothing(visitor, '/join, the code');
    await page.goto('/me/sessions');
    await expectNothing(visitor, '/me/sessions');

    await visitor.tryAs('ORGANIZER');
    for (const path of ['/me', '/c/hold-the-line', '/c/hold-the-line/settings']) {
      await page.goto(path);
      await expectNothing(visitor, path);
    }
    await visitor.tryAs('COORDINATOR');
    for (const path of ['/me', '/new-campaign']) {
      await page.goto(path);
      await expectNothing(visitor, path);
    }
  });

  test.each(themes)('axe finds nothing on the board, its sheets and its forms, %s', async (theme) => {
    const organizer = await stage.visitor({ size, touch, theme });
    await organizer.context.addInitScript(axe.source);
    const { page } = organizer;
    const handle = `forms-${name}-${theme}`;
    await organizer.join(handle);
    const strike = await callStrike(organizer, handle, handle, { claimLimit: 10, newcomerClaimLimit: 10 });
    const mine = await strike.card('Mine to do', {
      checklist: ['Names are right'],
      caution: 'Ask the lawyer',
    });
    await strike.card('Open to all');
    await strike.card('Only a draft', { status: 'DRAFT' });
    const theirs = await strike.card('Theirs to do');
    const handedIn = await strike.card('Theirs to judge');
    await organizer.ask(ClaimCardDocument, { input: { cardId: mine.id } });
    const volunteer = await stage.visitor();
    await volunteer.join(`helper-${name}-${theme}`);
    for (const { id } of [theirs, handedIn])
      await volunteer.ask(ClaimCardDocument, { input: { cardId: id } });
    await volunteer.ask(HandInCardDocument, {
      input: { cardId: handedIn.id, note: 'Here it is', links: [{ url: 'https://files.example.org/it' }] },
    });

    const board = await openBoard(organizer, strike.board);
    await expectNothing(organizer, 'the board');
    await page.goto(`${strike.board}?lanes=1`);
    await board.live();
    await expectNothing(organizer, 'the board in rows');

    const moves = [
      { number: 1, buttons: ['Hand in', 'Hand it back', 'Waiting on the local', 'Edit', 'Cancel the card'] },
      { number: 4, buttons: ['Take it back'] },
      { number: 5, buttons: ['Review it', 'Ask for changes'] },
    ];
    for (const { number, buttons } of moves) {
      await page.goto(`${strike.board}?card=${number}`);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('heading', { name: 'Comments' }).waitFor();
      await expectNothing(organizer, `card ${number}`);
      for (const name of buttons) {
        await dialog.getByRole('button', { name, exact: true }).click();
        const back = dialog.getByRole('button', { name: 'Not now' });
        await back.waitFor();
        await expectNothing(organizer, name);
        await back.click();
      }
    }

    await page.goto(strike.board);
    await board.live();
    const panels = [
      { open: 'New card', shows: 'A new card' },
      { open: 'From templates', shows: 'A board from templates' },
      { open: 'Activity', shows: 'Activity' },
    ];
    for (const { open, shows } of panels) {
      await page.getByRole('button', { name: open === 'Activity' ? /Activity|last minute/ : open }).click();
      await page.getByRole('dialog').getByRole('heading', { name: shows }).waitFor();
      await expectNothing(organizer, open);
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByRole('heading', { name: 'Keys' }).waitFor();
    await expectNothing(organizer, 'the sheet of keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await board
      .card('Open to all')
      .getByRole('button', { name: /^Move “/ })
      .click();
    await page.getByRole('menu').waitFor();
    await expectNothing(organizer, 'the menu of a card');

    // The demo's board has everything at once, as somebody sees it who is not signed in.
    const passerBy = await stage.visitor({ size, touch, theme });
    await passerBy.context.addInitScript(axe.source);
    await openBoard(passerBy, '/c/hold-the-line/board');
    await expectNothing(passerBy, 'the demo’s board');
  });
});
