import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aCard,
  cardNow,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { updateCampaign } from '../board/update-campaign.ts';
import { passCraftReview, approveCard } from '../review/review-card.ts';
import { handInCard } from '../review/hand-in-card.ts';
import { briefChange } from './brief.ts';
import type { CardWordsInput } from './card-words.ts';
import { cancelCard } from './cancel-card.ts';
import { undoBoardChange } from '../chosen/undo-board-change.ts';
import { updateCards } from '../chosen/update-cards.ts';
import { claimCard } from './claim-card.ts';
import { confirmBrief } from './confirm-brief.ts';
import { handBackCard } from './hand-back-card.ts';
import { updateCard } from './update-card.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
const held = async (holder = strike.volunteer, words: CardWordsInput = {}) =>
  (await aCard(services, strike, 'CLAIMED', { holder, ...words })).id;
async function edit(cardId: string, words: CardWordsInput, by = strike.organizer): Promise<void> {
  const { version } = await cardNow(services, cardId);
  await updateCard(services, by, { cardId, version, ...words });
}
const change = async (cardId: string) => briefChange(await cardNow(services, cardId));
const kept = async (cardId: string) => (await cardNow(services, cardId)).briefBefore;
async function confirm(cardId: string, version?: number, by = strike.volunteer) {
  const now = await cardNow(services, cardId);
  return confirmBrief(services, by, { cardId, version: version ?? now.version });
}

test('what the holder knew is kept until they say that it is still fine, however often it changes', async () => {
  const cardId = await held();
  const before = await cardNow(services, cardId);
  expect(await change(cardId)).toBeNull();
  await edit(cardId, { title: 'Three posters', hours: 5 });
  const { since } = (await change(cardId))!;
  await edit(cardId, { title: 'Four posters', checklist: [{ text: 'In both languages' }] });
  expect(await change(cardId)).toEqual({
    since,
    before: expect.objectContaining({
      title: before.title,
      hours: before.hours,
      checklist: ['Draft it', 'Show it to the local'],
    }) as unknown,
  });
  const confirmed = await confirm(cardId);
  expect(briefChange(confirmed.result!)).toBeNull();
  expect(await kept(cardId)).toBeNull();

  // From then on the newer one is what they know. Saying it twice changes nothing.
  expect((await confirm(cardId)).revision).toBe(confirmed.revision);
  await edit(cardId, { outOfScope: 'Printing' });
  expect((await change(cardId))?.before).toMatchObject({ title: 'Four posters', outOfScope: '' });
});

test('each thing that there is to do counts, and what is beside it does not', async () => {
  const words: CardWordsInput[] = [
    { title: 'Another' },
    { deliverable: 'Another' },
    { localSupplies: 'Another' },
    { outOfScope: 'Another' },
    { caution: 'Another' },
    { skill: 'TRAINING' },
    { hours: 7 },
    { phase: 'AFTER' },
    { dueAt: inHours(90) },
    { dueOffsetHours: 9 },
    { languages: ['es'] },
    { links: [{ url: 'https://another.example', label: 'Another' }] },
    { checklist: [{ text: 'Another' }] },
  ];
  for (const word of words) {
    const cardId = await held();
    await edit(cardId, word);
    expect([word, await change(cardId)]).toEqual([
      word,
      expect.objectContaining({ before: expect.anything() }),
    ]);
    await cancelCard(services, strike.organizer, { cardId, reason: 'Done with' });
  }
  const cardId = await held();
  await edit(cardId, { language: 'es' });
  expect(await kept(cardId)).toBeNull();
});

test('an edit of many cards asks each of their holders, and undone asks nobody', async () => {
  const cards = [await held(), await held(strike.vetted)];
  const asRead = await Promise.all(
    cards.map(async (cardId) => ({ cardId, version: (await cardNow(services, cardId)).version })),
  );
  const { boardId } = strike;
  const edited = await updateCards(services, strike.organizer, { boardId, cards: asRead, hours: 9 });
  for (const cardId of cards) expect((await change(cardId))?.before.hours).toBe(2);
  await undoBoardChange(services, strike.organizer, { boardId, revision: edited.revision });
  for (const cardId of cards) expect(await change(cardId)).toBeNull();
  for (const cardId of cards) await cancelCard(services, strike.organizer, { cardId, reason: 'Done with' });
});

test('what is changed back has not changed; changed once more it has, from then on', async () => {
  const cardId = await held();
  const { title } = await cardNow(services, cardId);
  await edit(cardId, { title: 'Another' });
  const first = (await change(cardId))!;
  await edit(cardId, { title });
  expect(await change(cardId)).toBeNull();
  await edit(cardId, { title: 'Another' });
  const again = (await change(cardId))!;
  expect(again.before.title).toBe(title);
  expect(again.since.getTime()).toBeGreaterThan(first.since.getTime());
});

test('who changes their own card is not asked, and a card without a holder asks nobody', async () => {
  const own = await held(strike.organizer);
  await edit(own, { title: 'As I have it' });
  expect(await kept(own)).toBeNull();
  const { id: open } = await aCard(services, strike);
  await edit(open, { title: 'Nobody has it' });
  expect(await kept(open)).toBeNull();
});

test('a yes is for the version it was read in, from the holder alone, and while they have the card', async () => {
  const cardId = await held();
  const { version } = await cardNow(services, cardId);
  await edit(cardId, { title: 'Once' });
  await edit(cardId, { hours: 3 });
  const before = await everythingOnBoards(services);
  expect((await refusalOf(confirm(cardId, version + 1))).code).toBe('STALE_CARD');
  expect((await refusalOf(confirm(cardId, version + 9))).code).toBe('INVALID_INPUT');
  expect((await refusalOf(confirm(cardId, undefined, strike.vetted))).code).toBe('NOT_ALLOWED');
  expect((await refusalOf(confirm(cardId, undefined, strike.organizer))).code).toBe('NOT_ALLOWED');
  expect(await everythingOnBoards(services)).toEqual(before);
  await handInCard(services, strike.volunteer, { cardId, note: 'Here it is', links: [] });
  // Whoever reviews the work sees that its brief changed on the way.
  expect(await change(cardId)).not.toBeNull();
  expect((await refusalOf(confirm(cardId))).code).toBe('WRONG_STATUS');
});

test('nothing of it is left once the card is out of their hands, or done', async () => {
  const endings: ((cardId: string) => Promise<unknown>)[] = [
    (cardId) => handBackCard(services, strike.volunteer, { cardId }),
    (cardId) => cancelCard(services, strike.organizer, { cardId, reason: 'Not needed' }),
    async (cardId) => {
      await handInCard(services, strike.volunteer, { cardId, note: 'Here it is', links: [] });
      await passCraftReview(services, strike.coordinator, { cardId });
      await approveCard(services, strike.organizer, { cardId, thanks: 'Thank you' });
    },
  ];
  for (const end of endings) {
    const cardId = await held();
    await edit(cardId, { title: 'Another' });
    expect(await kept(cardId)).not.toBeNull();
    await end(cardId);
    expect(await kept(cardId)).toBeNull();
  }
  const cardId = await held();
  await edit(cardId, { title: 'Another' });
  await handBackCard(services, strike.volunteer, { cardId });
  await claimCard(services, strike.vetted, { cardId });
  expect(await change(cardId)).toBeNull();
});

test('with T-0 what is due moves, for whoever may know; a hidden T-0 moves in silence', async () => {
  const moveStart = (hours: number, startHidden = false) =>
    updateCampaign(services, strike.organizer, {
      campaignId: strike.campaignId,
      startsAt: inHours(hours),
      startHidden,
    });
  await moveStart(100);
  const relative = await held(strike.volunteer, { dueOffsetHours: 24, dueAt: null });
  const { startsAt } = await cardNow(services, relative);
  const absolute = await held(strike.vetted, { dueAt: inHours(200) });
  await moveStart(120);
  const { before } = (await change(relative))!;
  expect(Date.parse(before.due!)).toBe(startsAt!.getTime() + 24 * 3_600_000);
  expect(await change(absolute)).toBeNull();
  await confirm(relative);
  await moveStart(140, true);
  expect(await kept(relative)).toBeNull();
});
