import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { ClaimCardDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { openBoard } from './support/board.ts';
import { phone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';

const stage = useStage();

describe.each(['light', 'dark'] as const)('in a %s room', (theme) => {
  test('who is vetted meets the statement, agrees, and has the card', async () => {
    const organizer = await stage.visitor({ theme });
    const handle = `trust-org-${theme}`;
    await organizer.join(handle);
    const strike = await callStrike(organizer, handle, handle);
    await strike.card('Route for the march', { sensitivity: 'VETTED' });
    const volunteer = await stage.visitor({ size: phone, touch: true, theme });
    await volunteer.context.addInitScript(axe.source);
    await volunteer.join(`trust-vol-${theme}`);
    await strike.vouchFor(`trust-vol-${theme}`);

    await volunteer.page.goto('/me');
    await volunteer.sees(new RegExp(`${handle} vouches for you`));
    await volunteer.sees(/You have not agreed to the code of conduct yet/);
    await expectNothing(volunteer, '/me');

    const board = await openBoard(volunteer, strike.board);
    await board
      .card('Route for the march')
      .getByRole('button', { name: /^Take it/ })
      .click();
    await volunteer.page.getByRole('heading', { name: 'Code of conduct' }).waitFor();
    await expectNothing(volunteer, '/conduct');
    await volunteer.button('I agree, take the card').click();
    const dialog = volunteer.page.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Route for the march' }).waitFor();
    await dialog.getByText(/^You have this card until /).waitFor();

    await volunteer.page.goto('/me');
    await volunteer.sees(/You agreed to the code of conduct: /);
  });

  test('a local blocks somebody: their card is open again and their board moves at once', async () => {
    const organizer = await stage.visitor({ theme });
    await organizer.context.addInitScript(axe.source);
    const handle = `block-org-${theme}`;
    const blocked = `block-vol-${theme}`;
    await organizer.join(handle);
    const strike = await callStrike(organizer, handle, handle);
    const { id: cardId } = await strike.card('Banner');
    await strike.card('Names of the stewards', { sensitivity: 'VETTED' });
    const volunteer = await stage.visitor({ theme });
    await volunteer.join(blocked);
    await strike.vouchFor(blocked);
    await volunteer.ask(ClaimCardDocument, { input: { cardId } });
    const board = await openBoard(volunteer, strike.board);
    await board.shows('Names of the stewards', 'OPEN');

    await organizer.page.goto(`/c/${strike.slug}/settings`);
    const form = organizer.page
      .locator('section')
      .filter({ hasText: 'Not on this campaign' })
      .locator('form');
    await form.getByLabel('Handle').fill(blocked);
    await form.getByLabel('Why').fill('Works for the consultants');
    await form.getByRole('button', { name: 'Block' }).click();
    await organizer.button(`Let them back: ${blocked}`).waitFor();
    await expectNothing(organizer, 'settings with a block');

    await board.lacks('Names of the stewards');
    await board.shows('Banner', 'OPEN');
    await volunteer.seesNoMore('Works for the consultants');
    await organizer.button(`Let them back: ${blocked}`).click();
    await board.shows('Names of the stewards', 'OPEN');
  });
});

test('a card with a caution opens when an organizer has ticked it', async () => {
  const organizer = await stage.visitor();
  await organizer.join('caution-org');
  const strike = await callStrike(organizer, 'caution-org', 'caution');
  await strike.card('Photo of the crew', {
    status: 'DRAFT',
    caution: 'Ask all five first',
    cautionCleared: false,
  });
  const board = await openBoard(organizer, strike.board);
  await board.shows('Photo of the crew', 'DRAFT', 'Caution: nobody has ticked it yet');
  await board
    .card('Photo of the crew')
    .getByRole('button', { name: /^Publish/ })
    .click();
  // Publishing leads to what is missing, and so does the line above the board.
  const dialog = organizer.page.getByRole('dialog');
  const tick = dialog.getByRole('button', { name: 'Tick it: seen to' });
  await expect.poll(() => tick.evaluate((button) => button === document.activeElement)).toBe(true);
  await board.closeDialog();
  await organizer.sees('One draft waits for a tick before it can be published.');
  await organizer.button('See to the first').click();
  await expect.poll(() => tick.evaluate((button) => button === document.activeElement)).toBe(true);
  await dialog.getByRole('button', { name: 'Tick it: seen to' }).click();
  await dialog.getByText(/^Ticked by caution-org/).waitFor();
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await board.closeDialog();
  await organizer.seesNoMore(/waits for a tick/);
  await board.shows('Photo of the crew', 'OPEN');
  expect(await board.card('Photo of the crew').getByText('nobody has ticked').count()).toBe(0);
  await board.equalsFreshLoad();
});
