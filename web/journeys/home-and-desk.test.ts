import axe from 'axe-core';
import { expect, test } from 'vitest';
import { appointCoordinator } from '../../server/src/core/trust/appoint-coordinator.ts';
import { BlockCardDocument, ClaimCardDocument } from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { useOwnServer } from './support/own-server.ts';
import { phone, useStage, type VisitorOptions } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// Where those begin who answer for something: an organizer at home, a coordinator at a desk with nothing on it.

const stage = useStage();
const server = useOwnServer('home_and_desk');

async function looked(handle: string, options: VisitorOptions = {}): Promise<Visitor> {
  const person = await stage.visitor(options);
  await person.context.addInitScript(axe.source);
  await person.join(handle);
  return person;
}

const noSidewaysScroll = ({ page }: Visitor) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test('an organizer sees on a phone what waits on all boards, each with the way to it, and it comes live', async () => {
  const olga = await looked('home-olga', { size: { width: 320, height: 640 }, touch: true });
  const [one, two] = [
    await callStrike(olga, 'home-olga', 'home-one'),
    await callStrike(olga, 'home-olga', 'home-two'),
  ];
  await olga.page.goto('/me');
  await olga.link('What waits for you').click();
  await olga.sees('Nothing waits for you.');
  await expectNothing(olga, 'home with nothing');
  await olga.link('Settings of Strike home-two').click();
  await olga.page.waitForURL(`**${two.page}/settings`);
  await olga.page.goto(one.board);
  await olga.link('Settings').waitFor();

  await olga.page.goto('/home');
  await olga.sees('Nothing waits for you.');
  const vera = await stage.visitor();
  await vera.join('home-vera');
  const { id } = await one.card('Flyer');
  await vera.ask(ClaimCardDocument, { input: { cardId: id } });
  await vera.ask(BlockCardDocument, { input: { cardId: id, reason: 'No photographs' } });
  await olga.sees('Answer, so that work goes on');
  await two.card('Careful', { status: 'DRAFT', caution: 'Ask the lawyer', cautionCleared: false });
  await olga.page.reload();
  await olga.sees('Tick the caution of a draft');
  await olga.sees('2 things, over all your boards.');
  await expectNothing(olga, 'home with what waits');
  expect(await noSidewaysScroll(olga)).toBe(true);
  await olga.link(/Flyer/).click();
  await olga.page.getByRole('dialog').getByText('No photographs').first().waitFor();
});

test('a desk with nothing on it says what to do first; people are found, put on hold and taken off it', async () => {
  const cora = await looked('desk-cora', { url: server.url });
  await appointCoordinator(server.services, 'desk-cora');
  const mal = await stage.visitor({ url: server.url });
  await mal.join('desk-mal');
  await cora.page.goto('/desk');
  await cora.sees('Nothing is here yet. Begin with one of these');
  expect(await cora.link('New campaign').count()).toBe(2);
  await expectNothing(cora, 'a desk with nothing on it');
  await cora.field('Find in titles, handles and campaigns').fill('nothing like this');
  await cora.sees('none fits the filter');
  await cora.seesNoMore('nobody waits');

  await cora.link('People').first().click();
  await cora.field('Handle, or a part of it').fill('MAL');
  await cora.button('Find people').click();
  await cora.page.waitForURL(/q=MAL/);
  await cora.button('Put desk-mal on hold').click();
  await cora.button('Put desk-mal on hold').click();
  await cora.sees('Write something here.');
  await cora.field('Why desk-mal is put on hold').fill('Sells handles');
  await expectNothing(cora, 'the list of people');
  await cora.button('Put desk-mal on hold').click();
  await cora.sees('Sells handles');
  await cora.button('Take desk-mal off hold').click();
  await cora.button('Put desk-mal on hold').waitFor();
  await cora.page.setViewportSize(phone);
  expect(await noSidewaysScroll(cora)).toBe(true);
});
