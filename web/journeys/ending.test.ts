import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ApproveCardDocument, ClaimCardDocument, HandInCardDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { laptop, phone, useStage } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

const stage = useStage();

/** Set to a folder to keep pictures of the pages of this story. */
const shots = process.env['SHOTS'];

test('a strike ends: the local takes its work along, thanks everybody, and the rest has a clock; a volunteer shows what they gave, and leaves', async () => {
  const organizer = await stage.visitor();
  await organizer.context.addInitScript(axe.source);
  await organizer.join('closing-day');
  const strike = await callStrike(organizer, 'closing-day', 'closing-day', { craftReviewRequired: false });
  const volunteer = await stage.visitor({ size: phone, touch: true });
  await volunteer.join('gave-an-evening');
  const card = await strike.card('Leaflet for the gates');
  await volunteer.ask(ClaimCardDocument, { input: { cardId: card.id } });
  await volunteer.ask(HandInCardDocument, {
    input: { cardId: card.id, note: 'Here it is', links: [{ url: 'https://files.example.org/leaflet' }] },
  });
  await organizer.ask(ApproveCardDocument, { input: { cardId: card.id, thanks: 'We printed a thousand' } });
  const held = await strike.card('Never to be finished');
  await volunteer.ask(ClaimCardDocument, { input: { cardId: held.id } });

  // The organizer downloads everything, then ends it.
  await organizer.page.goto(`${strike.page}/settings`);
  await organizer.sees('There is no debrief card yet.');
  await expect.poll(() => organizer.button('Put one on the board').isEnabled()).toBe(true);
  await organizer.button('Put one on the board').click();
  await organizer.sees('There is a debrief card. Good.');
  await organizer.sees('One card is still claimed.');
  const [download] = await Promise.all([
    organizer.page.waitForEvent('download'),
    organizer.link('Download everything (ZIP)').click(),
  ]);
  expect(download.suggestedFilename()).toBe('closing-day.zip');
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  expect(Object.keys(files)).toContain('README.txt');
  expect(new TextDecoder().decode(files['hand-ins.csv'])).toContain('https://files.example.org/leaflet');

  await organizer.field('What came of it').fill('The night shift stays.');
  await organizer.field('Thanks to all who helped').fill('Thank you, all of you.');
  await organizer.button('Add one more').click();
  await organizer.field('What, 1').fill('The photographs');
  await organizer.field('To whom, 1').fill('Our archive');
  await organizer.field('Days until all but counts is erased').fill('3');
  await organizer.button('End the campaign').click();
  await organizer.sees('The board stops now, and everybody who helped is told.');
  await organizer.button('Yes, end it').click();
  // Three days are too few: nothing is ended, nothing typed is lost.
  await organizer.page.locator('#eraseAfterDays-problem').waitFor();
  expect(await organizer.field('What came of it').inputValue()).toBe('The night shift stays.');
  await organizer.field('Days until all but counts is erased').fill('14');
  await organizer.button('Yes, end it').click();
  await organizer.sees('The last page waits for the local’s yes.');

  // Nobody else sees the words before the local said yes.
  const stranger = await stage.visitor({ theme: 'dark' });
  await stranger.context.addInitScript(axe.source);
  await stranger.page.goto(strike.page);
  await stranger.sees(/^Ended /);
  expect(await stranger.page.getByText('The night shift stays.').count()).toBe(0);
  await stranger.sees(/will be erased/);
  await organizer.link('Look at it').click();
  await organizer.sees('The night shift stays.');
  await organizer.button('Yes, show this page').click();
  await organizer.seesNoMore(/Only the team sees these words/);
  await expectFitting(organizer, 'the last page');
  await picture(organizer.page, 'end-laptop-light');
  await stranger.page.reload();
  await stranger.sees('The night shift stays.');
  await stranger.sees('Thank you, all of you.');
  await stranger.sees('thing delivered');
  await stranger.sees('person gave a hand');
  // How it ended stands where campaigns are listed, too; and the picture for sharing is there.
  const listed = await stranger.context.request.post('/graphql', {
    data: {
      query: '{ campaigns(first: 100, filter: { isRunning: false }) { nodes { slug closing { outcome } } } }',
    },
  });
  const { data } = (await listed.json()) as { data: { campaigns: { nodes: object[] } } };
  expect(data.campaigns.nodes).toContainEqual({
    slug: 'closing-day',
    closing: { outcome: 'The night shift stays.' },
  });
  expect((await stranger.context.request.get('/pictures/en/campaign/closing-day.png')).status()).toBe(200);
  await stranger.page.goto(strike.page);
  await stranger.sees('Thank you, all of you.');
  await expectFitting(stranger, 'the last page, dark');
  await picture(stranger.page, 'end-laptop-dark');
  expect(await stranger.page.getByText('The photographs').count()).toBe(0);

  // The volunteer sees what they gave, shows it, and looks at it as a stranger does.
  await volunteer.page.goto('/me');
  await volunteer.sees('We printed a thousand');
  await picture(volunteer.page, 'me-phone-light');
  await expect.poll(() => volunteer.button('Show my page').isEnabled()).toBe(true);
  expect((await stranger.context.request.get('/p/gave-an-evening')).status()).toBe(404);
  await volunteer.button('Show my page').click();
  await volunteer.sees('Everybody with the address can see your page.');
  await stranger.page.goto('/p/gave-an-evening');
  await stranger.sees('gave-an-evening gave 2 h: 1 card finished in one fight.');
  await stranger.sees('Leaflet for the gates');
  await stranger.sees('“We printed a thousand”');
  expect(await stranger.page.locator('meta[property="og:description"]').getAttribute('content')).toContain(
    '2 h',
  );
  await expectFitting(stranger, 'the public page, dark');
  await picture(stranger.page, 'public-page-dark');
  await organizer.page.goto('/p/gave-an-evening');
  await expectFitting(organizer, 'the public page');

  // Then they take their data along, and go.
  await volunteer.link('Download your data, or leave').click();
  const [mine] = await Promise.all([
    volunteer.page.waitForEvent('download'),
    volunteer.link('Download my data').click(),
  ]);
  expect(await readFile(await mine.path(), 'utf8')).toContain('gave-an-evening');
  await expect.poll(() => volunteer.button('Erase me and leave').isEnabled()).toBe(true);
  await volunteer.field(/^Type your handle/).fill('somebody-else');
  await volunteer.button('Erase me and leave').click();
  await volunteer.sees('This is not your handle.');
  await picture(volunteer.page, 'leave-phone-light');
  await volunteer.field(/^Type your handle/).fill('gave-an-evening');
  await volunteer.button('Erase me and leave').click();
  await volunteer.page.waitForURL((url) => url.pathname === '/');
  await volunteer.sees(/^You left, and what was about you is erased\. Goodbye/);
  await volunteer.page.getByRole('link', { name: 'Join', exact: true }).first().waitFor();
  stranger.allow(/status of 404/);
  expect((await stranger.page.goto('/p/gave-an-evening'))?.status()).toBe(404);
  // The work stays, under a name that says nothing.
  await stranger.page.goto(strike.page);
  await stranger.sees(/to a person who left for “Leaflet for the gates”/);
});

test('the figures stand without a script, and the programme has its own for coordinators alone', async () => {
  const coordinator = await stage.visitor();
  await coordinator.tryAs('COORDINATOR');
  await coordinator.page.goto('/desk/programme');
  await coordinator.sees('Do people come back?');
  await coordinator.sees('from taking a card to handing in');
  await picture(coordinator.page, 'programme-laptop-light');
  const volunteer = await stage.visitor();
  await volunteer.tryAs('VOLUNTEER');
  await volunteer.page.goto('/desk/programme');
  await volunteer.sees('These figures are for coordinators.');
  const plain = await (await volunteer.context.request.get('/c/hold-the-line')).text();
  expect(plain).toContain('What came of it');
  expect(plain).toMatch(/<svg viewBox="0 0 360 170"/);
});

test.each(['light', 'dark'] as const)('axe finds nothing on these pages, %s', async (theme) => {
  for (const place of [
    { size: laptop, touch: false },
    { size: phone, touch: true },
  ]) {
    const visitor = await stage.visitor({ ...place, theme });
    await visitor.context.addInitScript(axe.source);
    const handle = `axe-end-${theme}-${place.size.width}`;
    await visitor.join(handle);
    const strike = await callStrike(visitor, handle, handle, { craftReviewRequired: false });
    await visitor.tryAs('COORDINATOR');
    await visitor.page.goto('/desk/programme');
    await expectFitting(visitor, '/desk/programme');
    await picture(visitor.page, `programme-${place.size.width}-${theme}`);
    await visitor.page.goto(`${strike.page}/settings`);
    await visitor.page.getByRole('button', { name: 'Add one more' }).click();
    await expectFitting(visitor, 'settings');
    await picture(visitor.page, `settings-${place.size.width}-${theme}`);
    await visitor.tryAs('VOLUNTEER');
    for (const path of ['/me', '/me/leave', '/c/hold-the-line']) {
      await visitor.page.goto(path);
      for (const summary of await visitor.page.locator('figure summary').all()) await summary.click();
      await expectFitting(visitor, path);
      await picture(visitor.page, `${path.replaceAll('/', '-')}-${place.size.width}-${theme}`);
    }
  }
});

async function picture(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

/** Nothing for axe to find, and nothing wider than the screen. */
async function expectFitting(visitor: Visitor, where: string): Promise<void> {
  await expectNothing(visitor, where);
  const overflow = await visitor.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${where} is not wider than the screen`).toBeLessThanOrEqual(0);
}
