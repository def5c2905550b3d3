import axe from 'axe-core';
import { expect, test } from 'vitest';
import {
  AnswerApplicationDocument,
  ApplyForOpeningDocument,
  CreateOpeningDocument,
  WithdrawApplicationDocument,
} from '../src/gql/graphql.ts';
import { expectNothing } from './support/axe.ts';
import { phone, useStage, type VisitorOptions } from './support/stage.ts';
import { callStrike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// A role is announced, answered with one's record, and asked about; both sides see the same clock.

const stage = useStage();

/** A window whose pages can be looked through. */
async function looked(options: VisitorOptions): Promise<Visitor> {
  const visitor = await stage.visitor(options);
  await visitor.context.addInitScript(axe.source);
  return visitor;
}

const small: VisitorOptions = { size: { width: 320, height: 640 }, touch: true };
const noSidewaysScroll = ({ page }: Visitor) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test('an opening is answered with one’s record, a reader’s question is voted for and answered', async () => {
  const olga = await looked({});
  await olga.join('opening-olga');
  await callStrike(olga, 'opening-olga', 'opening');

  // From where organizers look; what is missing is said at its field, and nothing typed is lost.
  await olga.page.goto('/home');
  await olga.link(/^New opening/).click();
  await olga.field('What the role is called').fill('New-media director');
  await olga.field('What there is to do').fill('You run what members see online.');
  await olga.button('Publish').click();
  await olga.page.reload();
  await expect.poll(() => olga.field('What the role is called').inputValue()).toBe('New-media director');
  await olga.field('From').fill('58000');
  await olga.field('To').fill('64000');
  await olga.field('For').selectOption('YEAR');
  await olga.field('Hours a week').fill('37.5');
  await olga.field('Where').fill('Chicago');
  await olga.field('Open until').fill('2090-01-15T18:00');
  await expectNothing(olga, 'the form of an opening');
  await olga.button('Publish').click();
  await olga.page.waitForURL('**/o/new-media-director-*');
  const address = new URL(olga.page.url()).pathname;
  await olga.sees('$58,000 to $64,000 a year');

  // A stranger asks, without a script.
  const stranger = await stage.visitor({ ...small, script: false });
  await stranger.page.goto(address);
  await stranger.field('Your question').fill('Is it a night shift?');
  await stranger.button('Ask').click();
  await stranger.sees('Others read it once somebody has looked at it.');
  await stranger.sees('Your question waits for somebody to look at it');

  const ben = await looked(small);
  await ben.join('opening-ben');
  await ben.page.goto(address);
  expect(await ben.page.getByText('Is it a night shift?').count()).toBe(0);

  // It is shown by one tap, another reader wants to know it too, and it is answered.
  await olga.page.goto('/me/notices');
  await olga.link('A question waits for a look').click();
  await olga.page.getByRole('button', { name: 'Show', exact: true }).click();
  await olga.page.getByRole('button', { name: 'Show', exact: true }).waitFor({ state: 'detached' });
  await ben.page.reload();
  await ben.page.getByRole('button', { name: /I want to know this too/ }).click();
  await ben.page.getByRole('button', { name: /2 people do/, pressed: true }).waitFor();
  await olga.page.reload();
  await olga.page.getByRole('button', { name: 'Answer', exact: true }).click();
  await olga.field('Your answer').fill('No, days alone.');
  await olga.button('Publish the answer').click();
  await olga.sees('No, days alone.');
  await stranger.page.reload();
  await stranger.sees('No, days alone.');

  // Ben gives what he ticks and nothing else.
  await ben.field('Why you').fill('I would like to.');
  await ben.page.getByRole('checkbox', { name: /Handle/ }).check();
  await expectNothing(ben, 'an opening with its form and questions');
  expect(await noSidewaysScroll(ben)).toBe(true);
  await ben.page.getByRole('button', { name: 'Send', exact: true }).click();
  await ben.sees('Your answer lies there.');
  await ben.sees(/You have an answer by/);

  await olga.page.goto('/me/notices');
  await olga.link('Somebody answered your opening').click();
  await olga.sees('I would like to.');
  expect(await olga.page.getByText('Cards finished').count()).toBe(0);
  await olga.button('Let us talk').click();
  await expectNothing(olga, 'the list of who answered');
  await olga.button('Send: let us talk').click();
  await olga.sees('You said');
  await ben.page.goto('/openings');
  await ben.sees('They want to talk with you.');
  await expectNothing(ben, 'the list of openings');
  expect(await noSidewaysScroll(ben)).toBe(true);
  await ben.link('New-media director').first().click();
  await ben.sees(/We would like to talk with you/);

  // Somebody writes while it closes: refused in words, and what was written stays.
  const late = await looked({ size: phone });
  await late.join('opening-late');
  await late.page.goto(address);
  await late.field('Why you').fill('Not too late, I hope.');
  await olga.page.goto(address);
  await olga.page.getByText('Close or withdraw').click();
  await olga.button('Close it now').click();
  await olga.sees('This opening is closed');
  await late.page.getByRole('button', { name: 'Send', exact: true }).click();
  await late.sees('This opening is closed. What you wrote stays here.');
  expect(await late.field('Why you').inputValue()).toBe('Not too late, I hope.');

  // Closed, it says so, and its interview stays to be read.
  await stranger.page.goto(address);
  await stranger.sees('This opening is closed');
  await stranger.sees('No, days alone.');
  expect(await stranger.page.getByRole('button', { name: 'Ask' }).count()).toBe(0);
});

test('the list of those who hire changes while they look: what comes, is taken back, and is answered by a colleague', async () => {
  const olga = await stage.visitor(small);
  await olga.join('hiring-olga');
  const { organizationId } = await callStrike(olga, 'hiring-olga', 'hiring');
  const { createOpening } = await olga.ask(CreateOpeningDocument, {
    input: {
      ...{ organizationId, title: 'Picket cook', story: 'You cook for two hundred.', place: 'Chicago' },
      ...{ payFrom: 20, payTo: 24, currency: 'USD', payPer: 'HOUR', hoursAWeek: 20 },
      ...{ closesOn: '2090-01-15T18:00', timeZone: 'America/Chicago' },
    },
  });
  const { id: openingId, slug } = createOpening.opening!;
  await olga.page.goto(`/o/${slug}/applications`);
  await olga.sees('Nobody has answered yet. Share the page.');
  // Whoever sees the list hears from its first word on; before that, what came is in that word.
  const ben = await stage.visitor();
  await ben.join('hiring-ben');
  const words = 'I cook for many.';
  const { applyForOpening } = await ben.ask(ApplyForOpeningDocument, {
    input: { openingId, words, shares: ['HANDLE'] },
  });
  const applicationId = applyForOpening.application!.id;
  await olga.sees(words);
  // What is being typed stays while a colleague answers.
  await olga.button('Let us talk').click();
  await olga.page.locator('textarea').fill('Half a sentence');
  const cora = await stage.visitor();
  await cora.tryAs('COORDINATOR');
  await cora.ask(AnswerApplicationDocument, {
    input: { applicationId, state: 'TALKING', words: 'Come to the kitchen.' },
  });
  await olga.sees('Come to the kitchen.');
  expect(await olga.page.locator('textarea').inputValue()).toBe('Half a sentence');
  await ben.ask(WithdrawApplicationDocument, { input: { applicationId } });
  await olga.page.getByRole('heading', { name: /Withdrawn/ }).waitFor();
  await olga.seesNoMore(words);
});
