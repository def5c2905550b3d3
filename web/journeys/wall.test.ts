import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { ClaimCardDocument, UpdateCampaignDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { laptop, phone, useStage } from './support/stage.ts';
import { callStrike, type Strike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

const stage = useStage();
const hd = { width: 1920, height: 1080 };

/** Makes a link for a screen on the page where organizers do, and reads its address. */
async function makeLink(organizer: Visitor, strike: Strike, label: string): Promise<string> {
  await organizer.page.goto(strike.page);
  await organizer.link('Wall screens').click();
  await organizer.field('Where does it hang?').fill(label);
  await organizer.button('Make the link').click();
  return organizer.field('Address for the screen').inputValue();
}

const column = (visitor: Visitor, name: string) => visitor.page.getByRole('region', { name, exact: true });

test('a screen in the strike office follows the board without an account, until its link is taken back', async () => {
  const organizer = await stage.visitor();
  await organizer.join('wall-runner', ['STRATEGY']);
  const strike = await callStrike(organizer, 'wall-runner', 'the-wall');
  await organizer.ask(UpdateCampaignDocument, {
    input: { campaignId: strike.campaignId, sensitivity: 'TEAM' },
  });
  const banner = await strike.card('Paint the banner');
  await strike.card('Only for the team', { sensitivity: 'TEAM' });

  const screen = await stage.visitor({ size: hd });
  const address = await makeLink(organizer, strike, 'Strike office');
  await screen.page.goto(address);
  await screen.sees(strike.title);
  await screen.sees('Paint the banner');
  await screen.sees(/Live\. Last looked/);
  expect(await screen.page.getByText('Only for the team').count()).toBe(0);
  expect(await screen.page.locator('.moved').count()).toBe(0);
  // The token is in no request but the one that carries it on purpose.
  expect(screen.page.url()).toBe(address);

  await organizer.ask(ClaimCardDocument, { input: { cardId: banner.id } });
  await column(screen, 'Claimed').getByText('Paint the banner').waitFor();
  // What moved, moved in; nobody is named.
  expect(await screen.page.locator('li.moved').allInnerTexts()).toEqual([
    expect.stringContaining('Paint the banner'),
  ]);
  expect(await screen.page.locator('body').innerText()).not.toContain('wall-runner');

  await organizer.page.getByRole('button', { name: 'Take back the link for Strike office' }).click();
  await screen.sees('This link does not open the wall any more');
  expect(await screen.page.getByText('Paint the banner').count()).toBe(0);
  await organizer.sees(/^Taken back/);
});

test('without a link a passer-by sees the wall of a public campaign, and is told kindly of others', async () => {
  const organizer = await stage.visitor();
  await organizer.join('door-opener');
  const strike = await callStrike(organizer, 'door-opener', 'open-wall');
  await strike.card('For everybody');
  const passer = await stage.visitor({ language: 'es-MX' });
  await passer.page.goto(`${strike.page}/wall`);
  await passer.sees('For everybody');
  expect(new URL(passer.page.url()).pathname).toBe('/campaigns/open-wall/wall');
  await passer.page.goto('/campaigns/no-such-campaign/wall');
  await passer.sees('Esta pared necesita un enlace');
});

test('a wall whose scripts did not come, as while servers are replaced, tries again by itself', async () => {
  const organizer = await stage.visitor();
  await organizer.join('patient-owl');
  const strike = await callStrike(organizer, 'patient-owl', 'late-wall');
  await strike.card('Still here');
  const screen = await stage.visitor({ size: hd });
  // What cannot be fetched is told twice, once without a word.
  screen.allow(/_app\/immutable|\/wall: \s*$/);
  const { page } = screen;
  await page.clock.install();
  let refused = 0;
  await page.route('**/_app/immutable/**/*.js', (route) => ((refused += 1), route.fulfill({ status: 404 })));
  await page.goto(`/campaigns/${strike.slug}/wall`);
  await page.clock.runFor(240_000);
  expect(refused).toBeGreaterThan(0);
  expect(await page.getByText(/Live\. Last looked/).count()).toBe(0);
  await page.unroute('**/_app/immutable/**/*.js');
  await page.clock.runFor(120_000);
  await page.getByText('Still here').waitFor();
  await page.getByText(/Live\. Last looked/).waitFor();
});

test('nothing moves for whoever asked for no motion, and the theme is what the address says', async () => {
  const organizer = await stage.visitor();
  await organizer.join('grey-heron');
  const strike = await callStrike(organizer, 'grey-heron', 'still-wall');
  const card = await strike.card('Stand still');
  const screen = await stage.visitor({ size: hd });
  await screen.page.emulateMedia({ reducedMotion: 'reduce' });
  await screen.page.goto(`/campaigns/${strike.slug}/wall?theme=dark`);
  await screen.sees('Stand still');
  expect(await screen.page.locator('html').getAttribute('data-theme')).toBe('dark');
  await organizer.ask(ClaimCardDocument, { input: { cardId: card.id } });
  await column(screen, 'Claimed').getByText('Stand still').waitFor();
  expect(await screen.page.locator('li.moved').count()).toBe(1);
  expect(await screen.page.evaluate(() => document.getAnimations().length)).toBe(0);
});

describe.each([
  { name: 'big screen', size: hd },
  { name: 'laptop', size: laptop },
  { name: 'phone', size: phone },
])('on a $name', ({ size }) => {
  test.each(['light', 'dark'] as const)('axe finds nothing on the wall and its links, %s', async (theme) => {
    const visitor = await stage.visitor({ size, theme });
    await visitor.context.addInitScript(axe.source);
    await visitor.tryAs('ORGANIZER');
    await visitor.page.goto('/campaigns/hold-the-line/wall');
    await visitor.sees(/Live\. Last looked/);
    await expectNothing(visitor, 'the wall');
    const wide = await visitor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await visitor.page.goto('/campaigns/hold-the-line/wall/links');
    await visitor.field('Where does it hang?').fill('Kitchen');
    await visitor.button('Make the link').click();
    await visitor.field('Address for the screen').waitFor();
    await expectNothing(visitor, 'its links');
    await visitor.page.goto('/campaigns/hold-the-line/wall#nothing');
    await visitor.page.reload();
    await visitor.sees('This link does not open the wall any more');
    await expectNothing(visitor, 'a link that opens nothing');
  });
});
