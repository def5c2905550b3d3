import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  aCard,
  aPerson,
  cardNow,
  everythingOnBoards,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { setRole } from '../trust/set-role.ts';
import { blockCard, unblockCard } from '../card/block-card.ts';
import { cancelCard } from '../card/cancel-card.ts';
import { claimCard } from '../card/claim-card.ts';
import { handInCard } from './hand-in-card.ts';
import { readWork } from './read-work.ts';
import { readComments } from '../card/read-comments.ts';
import { approveCard, passCraftReview, requestChanges } from './review-card.ts';
import { saveDraft } from './save-draft.ts';
import { takeBackCard } from '../card/take-back-card.ts';
import { tickChecklistItem } from '../card/tick-checklist-item.ts';
import { Draft } from './work.entity.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
beforeEach(async () => {
  strike = await localOnStrike(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const standingOf = async (id: string) => {
  const db = services.orm.em.fork().getKysely();
  const query = db.selectFrom('person').select('standing').where('id', '=', id);
  return (await query.executeTakeFirstOrThrow()).standing;
};

const workOf = async (cardId: string) =>
  (await readWork(services.orm.em.fork(), [cardId], strike.organizer)).get(cardId)!;
const commentsOf = async (cardId: string) => {
  const all = await readComments(services.orm.em.fork(), [cardId], { limit: 50, after: null });
  return all.map(({ text, person }) => ({ text, person }));
};

test('both gates: craft first, then the local, with thanks and the clock of whoever is waited for', async () => {
  const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
  expect((await cardNow(services, cardId)).waitingSince).toBeNull();
  const before = await everythingOnBoards(services);
  const early = approveCard(services, strike.approver, { cardId, thanks: 'Thank you' });
  expect((await refusalOf(early)).code).toBe('NOT_ALLOWED');
  expect(await everythingOnBoards(services)).toEqual(before);
  const passed = await passCraftReview(services, strike.vetted, { cardId, note: 'Clean work' });
  expect(passed.result?.waitingSince).toBeInstanceOf(Date);
  const { result } = await approveCard(services, strike.approver, { cardId, thanks: 'We printed 500' });
  expect(result).toMatchObject({
    status: 'DONE',
    holderId: strike.volunteer,
    thanks: 'We printed 500',
    thankedById: strike.approver,
    waitingSince: null,
  });
  expect((await workOf(cardId)).handIns).toMatchObject([
    {
      craftReviewerId: strike.vetted,
      craftNote: 'Clean work',
      outcome: 'APPROVED',
      reviewerId: strike.approver,
    },
  ]);
});

test('where no craft review is required, the local is waited for from the hand-in on', async () => {
  strike = await localOnStrike(services, { settings: { craftReviewRequired: false } });
  const { id: cardId, waitingSince } = await aCard(services, strike, 'IN_REVIEW');
  expect(waitingSince).toBeInstanceOf(Date);
  const unblock = unblockCard(services, strike.organizer, { cardId });
  expect((await refusalOf(unblock)).code).toBe('WRONG_STATUS');
  expect((await cardNow(services, cardId)).waitingSince).toEqual(waitingSince);
  expect((await approveCard(services, strike.organizer, { cardId, thanks: 'Yes' })).result?.status).toBe(
    'DONE',
  );
});

test.each(['organizer', 'approver', 'coordinator'] as const)(
  'the %s who did the work says neither yes nor no to it',
  async (author) => {
    const { id: cardId } = await aCard(services, strike, 'IN_REVIEW', { holder: strike[author] });
    const says = [
      () => passCraftReview(services, strike[author], { cardId }),
      () => requestChanges(services, strike[author], { cardId, note: 'Better' }),
    ];
    for (const say of says) expect((await refusalOf(say())).code).toBe('OWN_WORK');
    await passCraftReview(services, strike.vetted, { cardId });
    const yes = approveCard(services, strike[author], { cardId, thanks: 'Me' });
    expect((await refusalOf(yes)).code).toBe('OWN_WORK');
  },
);

test.each(['organizer', 'approver'] as const)(
  'the %s who passed the craft review leaves the yes to somebody else, and may still send it back',
  async (reviewer) => {
    const other = reviewer === 'organizer' ? 'approver' : 'organizer';
    const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
    await passCraftReview(services, strike[reviewer], { cardId });
    const before = await everythingOnBoards(services);
    const yes = () => approveCard(services, strike[reviewer], { cardId, thanks: 'Me again' });
    expect((await refusalOf(yes())).code).toBe('OTHER_GATE');
    expect(await everythingOnBoards(services)).toEqual(before);
    await requestChanges(services, strike[reviewer], { cardId, note: 'Name the depot' });
    expect((await cardNow(services, cardId)).craftReviewerId).toBeNull();
    await handInCard(services, strike.volunteer, { cardId, note: 'Named', links: [] });
    // It is this work that counts, not the one before.
    await passCraftReview(services, strike.vetted, { cardId });
    expect((await yes()).result?.status).toBe('DONE');
    const { id: next } = await aCard(services, strike, 'IN_REVIEW');
    await passCraftReview(services, strike[reviewer], { cardId: next });
    const { result } = await approveCard(services, strike[other], { cardId: next, thanks: 'Yes' });
    expect(result).toMatchObject({ status: 'DONE', craftReviewerId: strike[reviewer] });
  },
);

test('a coordinator who is also an organizer is one person at two gates', async () => {
  const { organizationId, carmen, coordinator: both } = strike;
  await setRole(services, carmen, { organizationId, handle: carmen.handle, role: 'ORGANIZER' });
  const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
  await passCraftReview(services, both, { cardId });
  expect((await refusalOf(approveCard(services, both, { cardId, thanks: 'Me' }))).code).toBe('OTHER_GATE');
});

test('changes asked for bring the card back to its author, and the craft is looked at again', async () => {
  const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
  await passCraftReview(services, strike.vetted, { cardId });
  const { result } = await requestChanges(services, strike.organizer, { cardId, note: 'Name the depot' });
  expect(result).toMatchObject({
    status: 'CLAIMED',
    holderId: strike.volunteer,
    extensions: 0,
    waitingSince: null,
    craftReviewedAt: null,
  });
  expect(result?.changesRequestedAt).toBeInstanceOf(Date);
  await handInCard(services, strike.volunteer, { cardId, note: 'Depot named', links: [] });
  expect((await cardNow(services, cardId)).changesRequestedAt).toBeNull();
  expect((await refusalOf(approveCard(services, strike.organizer, { cardId, thanks: 'Yes' }))).code).toBe(
    'NOT_ALLOWED',
  );
  const { handIns } = await workOf(cardId);
  expect(handIns.map(({ note, outcome, reviewNote }) => [note, outcome, reviewNote])).toEqual([
    ['Depot named', 'PENDING', null],
    ['Here it is', 'CHANGES_REQUESTED', 'Name the depot'],
  ]);
});

test('standing is earned by the second piece of approved work, and told', async () => {
  const author = await aPerson(services, strike.carmen);
  await aCard(services, strike, 'DONE', { holder: author });
  expect(await standingOf(author)).toBe('NEW');
  services.sent.length = 0;
  await aCard(services, strike, 'DONE', { holder: author });
  expect(await standingOf(author)).toBe('VETTED');
  const db = services.orm.em.fork().getKysely();
  const changes = db.selectFrom('standing_change').select(['reason', 'card_id as card', 'by_id as by']);
  const [change, ...more] = await changes.where('person_id', '=', author).execute();
  expect(change).toMatchObject({ reason: 'WORK_APPROVED', by: null });
  expect(change?.card).not.toBeNull();
  expect(more).toEqual([]);
  expect(services.sent).toContainEqual({ person: author });
});

test('of two who approve at once, one does', async () => {
  const { id: cardId } = await aCard(services, strike, 'IN_REVIEW');
  await passCraftReview(services, strike.vetted, { cardId });
  const both = [strike.organizer, strike.approver].map((actor) =>
    approveCard(services, actor, { cardId, thanks: `Thanks from ${actor}` }),
  );
  const done = await Promise.allSettled(both);
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const { thanks, thankedById } = await cardNow(services, cardId);
  expect(thanks).toBe(`Thanks from ${thankedById}`);
});

test('work needs a note or a link', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED');
  const nothing = handInCard(services, strike.volunteer, { cardId, note: ' \u200b', links: [] });
  expect(await refusalOf(nothing)).toMatchObject({ field: 'links', reason: 'EMPTY' });
  const links = [{ url: 'example.org/leaflet' }];
  const { result } = await handInCard(services, strike.volunteer, { cardId, note: '', links });
  expect(result?.status).toBe('IN_REVIEW');
});

test('waiting on the local has a clock that new words do not set back, and an answer that stays', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED');
  const block = (reason: string) => blockCard(services, strike.volunteer, { cardId, reason });
  const first = await block('The logo is missing');
  expect(first.result?.waitingSince).toBeInstanceOf(Date);
  expect((await block('The logo is missing')).revision).toBe(first.revision);
  const second = await block('The logo and the photo are missing');
  expect(second.result).toMatchObject({
    waitingSince: first.result?.waitingSince,
    waitingReason: 'The logo and the photo are missing',
  });
  const stranger = unblockCard(services, strike.vetted, { cardId });
  expect((await refusalOf(stranger)).code).toBe('NOT_ALLOWED');
  const { result } = await unblockCard(services, strike.member, { cardId, answer: 'Both are in the folder' });
  expect(result).toMatchObject({ waitingSince: null, waitingReason: null, commentCount: 1 });
  expect(await commentsOf(cardId)).toEqual([{ text: 'Both are in the folder', person: strike.member }]);
});

test('a card taken back keeps the draft, and says why', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED');
  await saveDraft(services, strike.volunteer, { cardId, note: 'Half' });
  await blockCard(services, strike.volunteer, { cardId, reason: 'No logo' });
  const reason = 'It is needed tonight';
  const { result } = await takeBackCard(services, strike.organizer, { cardId, reason });
  expect(result).toMatchObject({
    status: 'OPEN',
    holderId: null,
    waitingSince: null,
    draftKept: true,
    returnedHow: 'TAKEN_BACK',
    returnedById: strike.organizer,
  });
  expect(await commentsOf(cardId)).toEqual([{ text: reason, person: strike.organizer }]);
  expect((await workOf(cardId)).drafts).toMatchObject([{ note: 'Half' }]);
  const late = saveDraft(services, strike.volunteer, { cardId, note: 'Three quarters' });
  expect((await refusalOf(late)).code).toBe('NOT_ALLOWED');
});

test('two devices of one holder do not undo each other’s draft', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED');
  const save = (work: Omit<Parameters<typeof saveDraft>[2], 'cardId'>) =>
    saveDraft(services, strike.volunteer, { cardId, ...work });
  await save({ note: 'Half', links: [{ url: 'a.example' }], asRead: { note: '', links: [] } });
  const stale = await refusalOf(save({ note: 'Another half', asRead: { note: '', links: [] } }));
  const fields = [
    { field: 'note', now: '"Half"' },
    { field: 'links', now: '[{"url":"https://a.example/"}]' },
  ];
  expect(stale).toMatchObject({ code: 'STALE_FIELDS', fields });
  const draft = () => services.orm.em.fork().findOneOrFail(Draft, { card: cardId });
  expect(await draft()).toMatchObject({ note: 'Half' });
  const links = [{ url: 'https://a.example/' }];
  await save({ note: 'All of it', links, asRead: { note: 'Half', links } });
  expect(await draft()).toMatchObject({ note: 'All of it' });
  // At once: the second looks only when the first is through.
  const atOnce = ['One', 'Two', 'Three'].map((note) =>
    save({ note, links, asRead: { note: 'All of it', links } }),
  );
  const outcomes = await Promise.allSettled(atOnce);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
});

test('a card cancelled while somebody works on it keeps their draft and what was handed in', async () => {
  const held = await aCard(services, strike, 'CLAIMED');
  await saveDraft(services, strike.volunteer, { cardId: held.id, note: 'Half' });
  await cancelCard(services, strike.organizer, { cardId: held.id, reason: 'They settled' });
  expect((await workOf(held.id)).drafts).toMatchObject([{ note: 'Half' }]);
  const handedIn = await aCard(services, strike, 'IN_REVIEW');
  await cancelCard(services, strike.organizer, { cardId: handedIn.id, reason: 'They settled' });
  expect((await workOf(handedIn.id)).handIns).toMatchObject([{ outcome: 'CANCELLED', note: 'Here it is' }]);
  expect((await cardNow(services, handedIn.id)).holderId).toBeNull();
});

test('a draft that was the only one is said to be kept no more once its author hands in', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED');
  await saveDraft(services, strike.volunteer, { cardId, note: 'Half' });
  await takeBackCard(services, strike.organizer, { cardId, reason: 'No word' });
  await claimCard(services, strike.volunteer, { cardId });
  const { result } = await handInCard(services, strike.volunteer, { cardId, note: 'Whole', links: [] });
  expect(result?.draftKept).toBe(false);
});

test('the list of steps is for the holder and the organizers; ticking what is ticked changes nothing', async () => {
  const { id: cardId, checklist } = await aCard(services, strike, 'CLAIMED');
  const tick = (actor: string, done: boolean, itemId = checklist[0]!.id) =>
    tickChecklistItem(services, actor, { cardId, itemId, done });
  const first = await tick(strike.volunteer, true);
  expect(first.result?.checklist.map(({ done }) => done)).toEqual([true, false]);
  expect((await tick(strike.organizer, true)).revision).toBe(first.revision);
  await tick(strike.organizer, false);
  expect((await cardNow(services, cardId)).checklist.some(({ done }) => done)).toBe(false);
  expect((await refusalOf(tick(strike.volunteer, true, 'none'))).code).toBe('NOT_FOUND');
  const both = checklist.map(({ id }, index) => tick(index ? strike.organizer : strike.volunteer, true, id));
  await Promise.all(both);
  expect((await cardNow(services, cardId)).checklist.every(({ done }) => done)).toBe(true);
});
