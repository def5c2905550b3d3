import axe from 'axe-core';
import { expect, test } from 'vitest';
import { appointCoordinator } from '../../server/src/core/trust/appoint-coordinator.ts';
import { toGlobalId } from '../../server/src/platform/graphql/global-id.ts';
import { anOfferedAsk } from '../../server/test/support/an-ask.ts';
import { coordinator } from '../../server/test/support/people.ts';
import { expectNothing } from './support/axe.ts';
import { useOwnServer } from './support/own-server.ts';
import { smallPhone, useStage } from './support/stage.ts';

// A plan is not take it or leave it: the local strikes cards out, names its campaign, writes a word back.

const stage = useStage();
const server = useOwnServer('plan_answer_journey');

test('the local strikes a card out, names the campaign and writes back; the coordinator sees it, and the go takes it along', async () => {
  const { askId, token } = await anOfferedAsk(server.services, await coordinator(server.services, 'Cora'));
  const local = await stage.visitor({ url: server.url, size: smallPhone, touch: true });
  await local.context.addInitScript(axe.source);
  const { page } = local;
  await page.goto(`/ask/plan#${token}`);
  const wanted = page.getByRole('checkbox', { name: /^We want this: / });
  const title = (await wanted.first().getAttribute('aria-label'))!.replace('We want this: ', '');
  const cards = await wanted.count();
  await wanted.first().uncheck();
  await local.field('Name of the campaign').fill('Keep our night bus');
  await local.field('A word to the coordinator').fill('No ads, please. We have no money.');
  await page.reload();
  // What was struck out and written lives through a reload.
  await expect.poll(() => wanted.first().isChecked()).toBe(false);
  expect(await local.field('A word to the coordinator').inputValue()).toBe(
    'No ads, please. We have no money.',
  );
  await local.button('Send it back').click();
  await local.sees('Sent back. The coordinator has been told.');
  await local.sees(/You wrote back .*You can still say go\./);
  await expectNothing(local, 'a plan that was answered');

  const desk = await stage.visitor({ url: server.url });
  await desk.context.addInitScript(axe.source);
  await desk.join('desk-reader');
  await appointCoordinator(server.services, 'desk-reader');
  await desk.page.goto(`/desk/asks/${toGlobalId('Ask', askId)}`);
  await desk.sees(/^The local wrote back /);
  await desk.sees('No ads, please. We have no money.');
  await desk.sees('They would call it “Keep our night bus”');
  await desk.sees('The local struck this out');
  await expectNothing(desk, 'a plan that the local answered');
  const struck = desk.page.getByRole('checkbox', { name: title, exact: true });
  expect(await struck.isChecked()).toBe(true);
  await expect.poll(() => desk.button('Untick what they struck out').isEnabled()).toBe(true);
  await desk.button('Untick what they struck out').click();
  await expect.poll(() => struck.isChecked()).toBe(false);

  // The local does not wait: it says go as it wants it.
  await local.button('Go: make our board').click();
  await page.getByRole('heading', { name: 'Your board is there' }).waitFor();
  await local.sees('You struck it out.');
  const { rows } = await server.services.orm.em
    .fork()
    .getKysely()
    .selectFrom('campaign')
    .innerJoin('board', 'board.campaign_id', 'campaign.id')
    .innerJoin('card', 'card.board_id', 'board.id')
    .select(['campaign.title as campaign', 'card.title as card'])
    .execute()
    .then((list) => ({ rows: list }));
  expect(new Set(rows.map(({ campaign }) => campaign))).toEqual(new Set(['Keep our night bus']));
  expect(rows).toHaveLength(cards - 1);
  expect(rows.map(({ card }) => card)).not.toContain(title);
});
