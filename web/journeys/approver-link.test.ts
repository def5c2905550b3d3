import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { ClaimCardDocument, HandInCardDocument, TypedDocumentString } from '../src/gql/graphql.ts';
import { openBoard } from './support/board.ts';
import { expectNothing } from './support/axe.ts';
import { smallPhone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// Two gates, and the second without an account.

const stage = useStage();
const TITLE = 'Leaflet for the gate';

/** The organizer opens the card, asks by a link, and reads its address off the screen. */
async function makeLink(organizer: Visitor, board: string, who: string): Promise<string> {
  await organizer.page.goto(`${board}?card=1`);
  const dialog = organizer.page.getByRole('dialog');
  await dialog.getByLabel('Who is it for?').fill(who);
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  await dialog.getByText(`Here is the link for ${who}.`).waitFor();
  await dialog.getByText(`For ${who}`, { exact: true }).first().waitFor();
  return dialog.getByLabel('The link', { exact: true }).inputValue();
}

describe.each(['light', 'dark'] as const)('in a %s room', (theme) => {
  test('the approver answers from a phone, without an account, and the volunteer sees it at once', async () => {
    const organizer = await stage.visitor({ theme });
    await organizer.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const handle = `link-org-${theme}`;
    await organizer.join(handle);
    const strike = await callStrike(organizer, handle, handle, { craftReviewRequired: false });
    const { id: cardId } = await strike.card(TITLE);
    const volunteer = await stage.visitor({ theme });
    await volunteer.join(`link-vol-${theme}`);
    await volunteer.ask(ClaimCardDocument, { input: { cardId } });
    const handIn = (note: string) =>
      volunteer.ask(HandInCardDocument, {
        input: { cardId, note, links: [{ url: 'https://files.example.org/leaflet', label: 'The leaflet' }] },
      });
    await handIn('First version.');
    const watching = await openBoard(volunteer, strike.board);

    const address = await makeLink(organizer, strike.board, 'Lou, president');
    expect(address).toMatch(/\/approve#[\w-]{43}$/);
    await organizer.context.addInitScript(axe.source);
    await organizer.button('Copy the link').click();
    await organizer.sees('Copied.');
    expect(await organizer.page.evaluate(() => navigator.clipboard.readText())).toBe(address);

    // A mail scanner fetches what it finds in a message, as often as it likes.
    const scanner = await stage.visitor();
    for (let visit = 0; visit < 5; visit += 1) {
      const response = await scanner.context.request.get(address);
      expect(response.status()).toBe(200);
      expect(response.headers()['referrer-policy']).toBe('no-referrer');
    }

    const lou = await stage.visitor({ size: smallPhone, touch: true, theme });
    await lou.context.addInitScript(axe.source);
    const elsewhere: string[] = [];
    lou.page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(address).origin) elsewhere.push(request.url());
    });
    await lou.page.goto(address);
    await lou.page.getByRole('heading', { name: TITLE }).waitFor();
    await lou.sees('First version.');
    await lou.sees(/^Waiting on you since /);
    // From a laptop it goes on to a phone: the code is drawn where it is read.
    await lou.button('Open it on a phone').click();
    await lou.page.getByRole('img', { name: "A code that a phone's camera opens: this page" }).waitFor();
    await expectNothing(lou, 'the work');

    // A no without words is nothing a volunteer could work with.
    await lou.button('Please change it').click();
    await lou.sees('Say what should be different, so that it can be changed.');
    await expectNothing(lou, 'the work, refused');
    await lou.field('Your words').fill('Our logo is the old one.');
    await lou.page.reload();
    await lou.page.getByRole('heading', { name: TITLE }).waitFor();
    await expect.poll(() => lou.field('Your words').inputValue()).toBe('Our logo is the old one.');
    await lou.button('Please change it').click();
    await lou.page.getByRole('heading', { name: 'Thank you. It goes back.' }).waitFor();
    await expectNothing(lou, 'the thanks');

    await watching.shows(TITLE, 'CLAIMED');
    const dialog = await watching.open(TITLE);
    await dialog.getByText('Our logo is the old one.').first().waitFor();
    await watching.closeDialog();
    await lou.page.reload();
    await lou.page.getByRole('heading', { name: 'This has been decided' }).waitFor();
    await expectNothing(lou, 'a used link');

    await handIn('Second version, with the new logo.');
    const second = await makeLink(organizer, strike.board, 'Lou, president');
    await lou.page.goto(second);
    await lou.sees('Second version, with the new logo.');
    await lou.button('Yes, use it').click();
    await lou.sees('A word of thanks goes with a yes. “Thank you” is enough.');
    await lou.field('Your words').fill('That is us. Thank you.');
    await lou.button('Yes, use it').click();
    await lou.page.getByRole('heading', { name: 'Thank you. It is approved.' }).waitFor();
    await watching.shows(TITLE, 'DONE', /That is us\. Thank you\./);
    expect(elsewhere).toEqual([]);

    // Who answered stands on the card, for the local.
    await organizer.page.goto(`${strike.board}?card=1`);
    await organizer.sees('Lou, president, by link');
    await expectNothing(organizer, 'the card with its links');
  });
});

test('a wrong link, and one that was taken back, say what to do', async () => {
  const organizer = await stage.visitor();
  await organizer.join('link-taker');
  const strike = await callStrike(organizer, 'link-taker', 'link-taker', { craftReviewRequired: false });
  const { id: cardId } = await strike.card(TITLE);
  const volunteer = await stage.visitor();
  await volunteer.join('link-helper');
  await volunteer.ask(ClaimCardDocument, { input: { cardId } });
  await volunteer.ask(HandInCardDocument, { input: { cardId, note: 'Here it is', links: [] } });
  const address = await makeLink(organizer, strike.board, 'Dee');

  const dee = await stage.visitor({ size: smallPhone, touch: true });
  await dee.page.goto(address.slice(0, -3));
  await dee.page.getByRole('heading', { name: 'This link is not complete' }).waitFor();
  await dee.page.goto(address);
  await dee.sees('Here it is');
  // Whoever wrote it cannot say yes to it, also not by the link.
  await volunteer.page.goto(address);
  await volunteer.sees(/^This is the work of whoever is, or was, signed in in this browser/);
  expect(await volunteer.button('Yes, use it').count()).toBe(0);
  // Signing out makes nobody of them.
  await volunteer.page.goto('/me/sessions');
  await expect.poll(() => volunteer.button('Sign out here').isEnabled()).toBe(true);
  await volunteer.button('Sign out here').click();
  await volunteer.page.waitForURL((url) => url.pathname === '/');
  await volunteer.page.goto(address);
  await volunteer.sees(/^This is the work of whoever is, or was, signed in in this browser/);
  // Nor does it work for whoever made it, whose handle stands beside the name.
  const again = await organizer.context.newPage();
  await again.goto(address);
  await again.getByText(/^This link was made by whoever is, or was, signed in in this browser/).waitFor();
  await again.getByText('link by link-taker').waitFor();
  await again.close();

  await organizer.button('Take it back: the link for Dee').click();
  await organizer.sees(/^Ended /);
  await dee.field('Your words').fill('Thank you');
  await dee.button('Yes, use it').click();
  await dee.page.getByRole('heading', { name: 'This link was taken back' }).waitFor();
  const { card } = await organizer.ask(
    new TypedDocumentString<{ card: { status: string } }, { slug: string }>(
      'query ($slug: String!) { card(campaign: $slug, number: 1) { status } }',
    ),
    { slug: strike.slug },
  );
  expect(card.status).toBe('IN_REVIEW');
});
