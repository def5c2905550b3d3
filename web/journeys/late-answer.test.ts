import type { Route } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  ClaimCardDocument,
  CreateApprovalLinkDocument,
  HandInCardDocument,
  TypedDocumentString,
} from '../src/gql/graphql.ts';
import { smallPhone, useStage } from './support/stage.ts';
import { callStrike, type Strike } from './support/strike.ts';
import type { Visitor } from './support/visitor.ts';

// A page that was asked for one thing and shows another by now does not take the answer to the first.

const stage = useStage();

const StatusDocument = new TypedDocumentString<
  { campaign: { board: { snapshot: { cards: { title: string; status: string }[] } } } },
  { slug: string }
>(`query Status($slug: String!) {
  campaign(slug: $slug) { board { snapshot { cards { title status } } } }
}`);

/** Work that waits for the local, and the address of a link for saying yes to it. */
async function workWith(organizer: Visitor, strike: Strike, title: string, helper: string): Promise<string> {
  const { id: cardId } = await strike.card(title);
  const volunteer = await stage.visitor();
  await volunteer.join(helper);
  await volunteer.ask(ClaimCardDocument, { input: { cardId } });
  await volunteer.ask(HandInCardDocument, { input: { cardId, note: `The work of ${title}`, links: [] } });
  const { createApprovalLink } = await organizer.ask(CreateApprovalLinkDocument, {
    input: { cardId, label: 'Lou, president' },
  });
  return createApprovalLink.address ?? '';
}

interface Held {
  /** Waits until something was asked. */
  asked(): Promise<void>;
  release(): Promise<void>;
}

/** Holds the answers to requests that name `words`. */
async function holdAnswers(visitor: Visitor, words: string): Promise<Held> {
  const held: (() => Promise<void>)[] = [];
  const hold = async (route: Route) => {
    if (!route.request().postData()?.includes(words)) return route.fallback();
    const response = await route.fetch();
    held.push(() => route.fulfill({ response }).catch(() => undefined));
  };
  await visitor.context.route('**/graphql', hold);
  const asked = () => expect.poll(() => held.length, { timeout: 12_000 }).toBeGreaterThan(0);
  return {
    asked,
    async release() {
      await asked();
      await visitor.context.unroute('**/graphql', hold);
      await Promise.all(held.map((answer) => answer()));
    },
  };
}

async function twoLinks(name: string) {
  const organizer = await stage.visitor();
  await organizer.join(`${name}-org`);
  const strike = await callStrike(organizer, `${name}-org`, `${name}-strike`, { craftReviewRequired: false });
  const first = await workWith(organizer, strike, 'Banner for the gate', `${name}-a`);
  const second = await workWith(organizer, strike, 'Letter to the board', `${name}-b`);
  const statusOf = async (title: string) => {
    const { campaign } = await organizer.ask(StatusDocument, { slug: `${name}-strike` });
    return campaign.board.snapshot.cards.find((card) => card.title === title)?.status;
  };
  const tokenOf = (address: string) => new URL(address).hash.slice(1);
  const lou = await stage.visitor({ size: smallPhone, touch: true });
  const go = (address: string) =>
    lou.page.evaluate((hash) => {
      location.hash = hash;
    }, tokenOf(address));
  return { lou, first, second, statusOf, tokenOf, go };
}

test('the late work of another link does not cover the work that a yes is for', async () => {
  const { lou, first, second, statusOf, tokenOf, go } = await twoLinks('late-work');
  const late = await holdAnswers(lou, tokenOf(first));
  await lou.page.goto(first);
  await late.asked();
  await go(second);
  await lou.sees('The work of Letter to the board');
  await lou.field('Your words').fill('A letter we can send.');
  await late.release();

  await lou.button('Yes, use it').click();
  await lou.page.getByRole('heading', { name: 'Thank you. It is approved.' }).waitFor();
  expect(await statusOf('Letter to the board')).toBe('DONE');
  expect(await statusOf('Banner for the gate')).toBe('IN_REVIEW');
});

test('a late yes to another link says nothing of the work that is shown, and holds up no button of it', async () => {
  const { lou, first, second, statusOf, tokenOf, go } = await twoLinks('late-yes');
  await lou.page.goto(first);
  await lou.sees('The work of Banner for the gate');
  await lou.field('Your words').fill('What a banner.');
  const late = await holdAnswers(lou, tokenOf(first));
  await lou.button('Yes, use it').click();
  await lou.button('Sending').waitFor();
  await go(second);
  await lou.sees('The work of Letter to the board');
  expect(await lou.field('Your words').inputValue()).toBe('');
  await late.release();
  await lou.field('Your words').fill('Please shorter.');
  await lou.button('Please change it').click();
  await lou.page.getByRole('heading', { name: 'Thank you. It goes back.' }).waitFor();
  expect(await statusOf('Banner for the gate')).toBe('DONE');
  expect(await statusOf('Letter to the board')).toBe('CLAIMED');
});
