import axe from 'axe-core';
import { expect, test } from 'vitest';
import { anOfferedAsk, someAnswers } from '../../server/test/support/an-ask.ts';
import { coordinator } from '../../server/test/support/people.ts';
import { expectNothing } from './support/axe.ts';
import { useOwnServer } from './support/own-server.ts';
import { phone, smallPhone, useStage } from './support/stage.ts';
import type { Visitor } from './support/visitor.ts';

// What must stay unsaid: the employer's name goes no further than the local says, and it says so where it reads it.

const stage = useStage();
const server = useOwnServer('unsaid_journey');

/** Goes to a question of the form by `Next`. */
async function onTo(local: Visitor, heading: string): Promise<void> {
  await local.button('Next').click();
  await local.page.getByRole('heading', { name: heading }).waitFor();
}

test('the employer is named where the fight is described; what must stay unsaid is ticked', async () => {
  const local = await stage.visitor({ url: server.url, size: smallPhone, touch: true });
  await local.context.addInitScript(axe.source);
  const { page } = local;
  await page.goto('/need-help');
  await expect.poll(() => local.button('Start').isEnabled()).toBe(true);
  await local.button('Start').click();
  await local.field('Name of your local or group').fill('Night Bus Drivers 12');
  await onTo(local, 'What is happening, and when?');
  await local.field('What is happening').fill('They want to stop the night bus.');
  await local.field('Who the employer is').fill('Metro Lines');
  await local.sees(/Only our coordinators read it/);
  await local.button('To the end').click();
  await page
    .getByRole('link', { name: 'Change: What must stay unsaid?' })
    .or(local.button('Change: What must stay unsaid?'))
    .click();
  await page.getByRole('heading', { name: 'What must stay unsaid?' }).waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
  await page.getByRole('checkbox', { name: 'Something else' }).check();
  await local.field('What must never be said').fill('That the depot is on our side');
  await expectNothing(local, 'the ticks of what stays unsaid');
  await page.getByRole('checkbox', { name: 'Something else' }).uncheck();
  expect(await page.getByRole('textbox').count()).toBe(0);
  await local.button('To the end').click();
  await local.sees('Metro Lines');
  await local.button('Send it').click();
  await page.getByRole('heading', { name: 'We have it' }).waitFor();

  // The phone finds the way back by itself, until it is told to forget it.
  await page.goto('/need-help');
  await local.link('See how your request stands').click();
  await page.getByRole('heading', { name: 'We have it' }).waitFor();
  await local.button('Forget it on this device').click();
  await local.sees(/Forgotten on this device/);
  await page.goto('/need-help');
  await local.button('Start').waitFor();
  expect(await local.link('See how your request stands').count()).toBe(0);
});

test('on a server without a campaign nothing is said to be taken', async () => {
  const stranger = await stage.visitor({ url: server.url });
  await stranger.page.goto('/');
  await stranger.sees('Nobody here needs hands yet.');
  expect(await stranger.page.getByText('Every card is taken').count()).toBe(0);
});

test('before the button of the go stands what everybody will see, and the name is not in it by itself', async () => {
  const cora = await coordinator(server.services, 'Cora');
  const { token, slug } = await anOfferedAsk(server.services, cora, {
    ...someAnswers,
    // As an older form left it, by a tick that nobody made.
    hideEmployer: false,
    hideStart: false,
  });
  const local = await stage.visitor({ url: server.url, size: phone, touch: true });
  await local.context.addInitScript(axe.source);
  const { page } = local;
  // The receipt says whose turn it is: no clock runs on us any more.
  await page.goto(`/ask#${token}`);
  await page.getByRole('heading', { name: 'Your plan is ready' }).waitFor();
  await local.sees(/your plan waits for your go since/);
  expect(await page.getByText(/left$/).count()).toBe(0);
  await local.link('Open your plan').click();

  const shows = page.getByRole('status').filter({ hasText: /see/ });
  await shows.getByText('Nobody outside sees it').waitFor();
  await page.getByRole('radio', { name: 'Everybody' }).check();
  await shows.getByText('Everybody will see, your employer too:').waitFor();
  await shows.getByText('the name of the campaign: “Keep the night bus”').waitFor();
  await shows.getByText('They want to stop the night bus.').waitFor();
  await shows.getByText(/Stays with your own people: the employer’s name, when it starts/).waitFor();
  expect(await shows.getByText('Metro Lines').count()).toBe(0);
  // Both ticks show at once what they would open.
  await page.getByRole('checkbox', { name: 'Name the employer: Metro Lines' }).check();
  await shows.getByText('the employer: Metro Lines').waitFor();
  await page.getByRole('checkbox', { name: 'Name the employer: Metro Lines' }).uncheck();
  await page.getByRole('checkbox', { name: /^Say when it starts/ }).check();
  await shows.getByText(/^when it starts: /).waitFor();
  await expectNothing(local, 'the go of a plan for everybody');
  await local.button('Go: make our board').click();
  await page.getByRole('heading', { name: 'Your board is there' }).waitFor();

  const stranger = await stage.visitor({ url: server.url });
  const { slug: made } = await server.services.orm.em
    .fork()
    .getKysely()
    .selectFrom('campaign')
    .select('slug')
    .where('slug', 'like', `${slug}%`)
    .executeTakeFirstOrThrow();
  await stranger.page.goto(`/c/${made}`);
  await stranger.page.getByRole('heading', { name: 'Keep the night bus' }).waitFor();
  expect(await stranger.page.content()).not.toContain('Metro Lines');
});
