import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  aCard,
  aPerson,
  type LocalOnStrike,
  letLeaseEnd,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { askForLook } from '../../core/card/ask-for-look.ts';
import { confirmBrief } from '../../core/card/confirm-brief.ts';
import { updateCard } from '../../core/card/update-card.ts';
import { blockCard, unblockCard } from '../../core/card/block-card.ts';
import { addComment } from '../../core/card/comment-on-card.ts';
import { handBackCard } from '../../core/card/hand-back-card.ts';
import { changeBoard } from '../../core/board/change-board.ts';
import { updateCampaign } from '../../core/board/update-campaign.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import { joinCard } from '../../core/card/join-card.ts';
import { handInCard } from '../../core/review/hand-in-card.ts';
import { expireLease } from '../../core/card/lease.ts';
import { moveCard } from '../../core/card/move-card.ts';
import { approveCard, passCraftReview, requestChanges } from '../../core/review/review-card.ts';
import { takeBackCard } from '../../core/card/take-back-card.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import { NOTIFICATION_QUEUE } from './notify.ts';

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

const db = () => services.orm.em.fork().getKysely();

/** Who was told what of a card, by their part in the strike. */
async function told(cardId: string): Promise<string[]> {
  const names = new Map(Object.entries(strike).map(([name, id]) => [id as string, name]));
  const rows = await db()
    .selectFrom('notification')
    .select(['person_id as personId', 'kind'])
    .where('card_id', '=', cardId)
    .execute();
  return rows.map(({ personId, kind }) => `${names.get(personId) ?? personId} ${kind}`).sort();
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

/** What a change adds to that. */
async function toldBy(cardId: string, change: () => Promise<unknown>): Promise<string[]> {
  const before = await told(cardId);
  await change();
  const after = await told(cardId);
  for (const one of before) after.splice(after.indexOf(one), 1);
  return after;
}

test('a card on its way tells whoever is waited for, and never who did it', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
  const { vetted, organizer, coordinator, approver } = strike;
  expect(await told(cardId)).toEqual([]);
  expect(await toldBy(cardId, () => blockCard(services, vetted, { cardId, reason: 'No logo' }))).toEqual([
    'approver VOLUNTEER_WAITS',
    'organizer VOLUNTEER_WAITS',
  ]);
  expect(await toldBy(cardId, () => unblockCard(services, organizer, { cardId, answer: 'Here' }))).toEqual([
    'vetted LOCAL_ANSWERED',
  ]);
  const handIn = () => handInCard(services, vetted, { cardId, note: 'Here it is', links: [] });
  expect(await toldBy(cardId, handIn)).toEqual(['coordinator CRAFT_WAITS']);
  const wish = () => requestChanges(services, organizer, { cardId, note: 'Shorter' });
  expect(await toldBy(cardId, wish)).toEqual(['vetted CHANGES_REQUESTED']);
  await handIn();
  expect(await toldBy(cardId, () => passCraftReview(services, coordinator, { cardId }))).toEqual([
    'approver WORK_WAITS',
    'organizer WORK_WAITS',
  ]);
  expect(
    await toldBy(cardId, () => approveCard(services, approver, { cardId, thanks: 'Thank you' })),
  ).toEqual(['vetted APPROVED']);
});

test('two who hold a card hear of each other, and of all that a holder hears', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted, forTwo: true });
  const { vetted, member, volunteer, organizer, coordinator } = strike;
  const join = (personId: string) => () => joinCard(services, personId, { cardId });
  expect(await toldBy(cardId, join(organizer))).toEqual(['vetted PARTNER_JOINED']);
  const handIn = () => handInCard(services, vetted, { cardId, note: 'Here it is', links: [] });
  expect(await toldBy(cardId, handIn)).toEqual(['coordinator CRAFT_WAITS', 'organizer PARTNER_HANDED_IN']);
  // Nobody is asked for the yes to work of their own.
  expect(await toldBy(cardId, () => passCraftReview(services, coordinator, { cardId }))).toEqual([
    'approver WORK_WAITS',
  ]);
  const wish = () => requestChanges(services, strike.approver, { cardId, note: 'Shorter' });
  expect(await toldBy(cardId, wish)).toEqual(['organizer CHANGES_REQUESTED', 'vetted CHANGES_REQUESTED']);
  expect(await toldBy(cardId, () => handBackCard(services, vetted, { cardId }))).toEqual([
    'organizer PARTNER_LEFT',
  ]);
  // What waits for who goes on still asks; what waited for who left does not.
  const waits = await db()
    .selectFrom('notification')
    .select('person_id as personId')
    .where('card_id', '=', cardId)
    .where('kind', '=', 'CHANGES_REQUESTED')
    .where('read_at', 'is', null)
    .execute();
  expect(waits).toEqual([{ personId: organizer }]);
  await join(volunteer)();
  const takeOff = () =>
    takeBackCard(services, coordinator, { cardId, reason: 'Too many hands', personId: volunteer });
  expect(await toldBy(cardId, takeOff)).toEqual(['organizer PARTNER_LEFT', 'volunteer CARD_TAKEN_BACK']);
  await join(member)();
  await letLeaseEnd(services, cardId);
  expect(await toldBy(cardId, () => expireLease(services, cardId))).toEqual([
    'member LEASE_EXPIRED',
    'organizer LEASE_EXPIRED',
  ]);
});

test('whoever worked here and knows the craft hears that work waits; its author does not', async () => {
  const lena = await aPerson(services, strike.carmen, { standing: 'LEAD' });
  await aCard(services, strike, 'CLAIMED', { holder: lena });
  const { id: cardId } = await aCard(services, strike, 'IN_REVIEW', { holder: strike.vetted });
  expect(await told(cardId)).toEqual([`${lena} CRAFT_WAITS`, 'coordinator CRAFT_WAITS'].sort());
  await db().deleteFrom('notification').where('card_id', '=', cardId).execute();
});

test('a holder who asks for a look calls who knows the craft here, until the card leaves their hands', async () => {
  const lena = await aPerson(services, strike.carmen, { standing: 'LEAD' });
  await aCard(services, strike, 'CLAIMED', { holder: lena });
  const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
  const ask = () => askForLook(services, strike.vetted, { cardId });
  const called = await toldBy(cardId, ask);
  expect(called).toEqual(expect.arrayContaining([`${lena} LOOK_ASKED`, 'coordinator LOOK_ASKED']));
  expect(called).not.toContain('vetted LOOK_ASKED');
  await handBackCard(services, strike.vetted, { cardId });
  const unread = db().selectFrom('notification').select('id').where('card_id', '=', cardId);
  expect(await unread.where('read_at', 'is', null).execute()).toEqual([]);
});

test('a holder hears that their card asks for something else, once until they have read it', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
  let version = 1;
  const edit = (by: string, words: object) => async () => {
    await updateCard(services, by, { cardId, version, ...words });
    version += 1;
  };
  expect(await toldBy(cardId, edit(strike.organizer, { language: 'es' }))).toEqual([]);
  expect(await toldBy(cardId, edit(strike.organizer, { hours: 4 }))).toEqual(['vetted BRIEF_CHANGED']);
  expect(await toldBy(cardId, edit(strike.organizer, { hours: 5 }))).toEqual([]);
  const notices = () => db().selectFrom('notification').where('card_id', '=', cardId);
  const unread = () => notices().where('read_at', 'is', null).select('kind').execute();
  expect(await unread()).toEqual([{ kind: 'BRIEF_CHANGED' }]);
  await confirmBrief(services, strike.vetted, { cardId, version });
  expect(await unread()).toEqual([]);
  expect(await toldBy(cardId, edit(strike.organizer, { hours: 6 }))).toEqual(['vetted BRIEF_CHANGED']);
});

test('whoever holds a card that moves with T-0 hears of it, once; of a hidden T-0 nobody does', async () => {
  const start = (hours: number, startHidden = false) =>
    updateCampaign(services, strike.organizer, {
      campaignId: strike.campaignId,
      startsAt: inHours(hours),
      startHidden,
    });
  await start(100);
  const { id: moving } = await aCard(services, strike, 'CLAIMED', {
    holder: strike.vetted,
    dueOffsetHours: 24,
    dueAt: null,
  });
  const { id: fixed } = await aCard(services, strike, 'CLAIMED', {
    holder: strike.volunteer,
    dueAt: inHours(200),
  });
  expect(await toldBy(moving, () => start(120))).toEqual(['vetted BRIEF_CHANGED']);
  expect(await toldBy(moving, () => start(130))).toEqual([]);
  expect(await toldBy(fixed, () => start(140))).toEqual([]);
  await db().updateTable('notification').set({ read_at: new Date() }).where('card_id', '=', moving).execute();
  expect(await toldBy(moving, () => start(150, true))).toEqual([]);
  await start(100);
});

test('a comment tells whom it names, of those who have to do with the board, and no more than five', async () => {
  const { id: cardId } = await aCard(services, strike);
  const handleOf = async (id: string) =>
    (await db().selectFrom('person').select('handle').where('id', '=', id).executeTakeFirstOrThrow()).handle;
  const member = await handleOf(strike.member);
  const stranger = await handleOf(strike.foreigner);
  const say = (text: string) => () => addComment(services, strike.organizer, { cardId, text });
  expect(await toldBy(cardId, say(`Look, @${member.toUpperCase()}. And @${stranger}, @nobody!`))).toEqual([
    'member COMMENTED',
  ]);
  expect(await toldBy(cardId, say(`mail${member}@home.example`))).toEqual([]);
  expect(await toldBy(cardId, say(`@a1 @a2 @a3 @a4 @a5 @${member}`))).toEqual([]);
});

test('without a craft review the local is told at once', async () => {
  const quick = await localOnStrike(services, { settings: { craftReviewRequired: false } });
  const { id: cardId } = await aCard(services, quick, 'IN_REVIEW');
  const rows = await db()
    .selectFrom('notification')
    .select('person_id')
    .where('card_id', '=', cardId)
    .execute();
  expect(rows.map((row) => row.person_id).sort()).toEqual([quick.organizer, quick.approver].sort());
});

test('a claim that ends tells who had it, unless they gave it up themselves', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED');
  await letLeaseEnd(services, cardId);
  expect(await toldBy(cardId, () => expireLease(services, cardId))).toEqual(['volunteer LEASE_EXPIRED']);
  await claimCard(services, strike.volunteer, { cardId });
  const takeBack = () => takeBackCard(services, strike.organizer, { cardId, reason: 'Needed today' });
  expect(await toldBy(cardId, takeBack)).toEqual(['volunteer CARD_TAKEN_BACK']);
});

test('a comment reaches the holder, who spoke before, and the organizers', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED');
  expect(
    await toldBy(cardId, () => addComment(services, strike.vetted, { cardId, text: 'Which size?' })),
  ).toEqual(['organizer COMMENTED', 'volunteer COMMENTED']);
  expect(await toldBy(cardId, () => addComment(services, strike.volunteer, { cardId, text: 'A4' }))).toEqual([
    'organizer COMMENTED',
    'vetted COMMENTED',
  ]);
});

test('nobody is told of a card they may not read', async () => {
  const { id: cardId } = await aCard(services, strike, 'OPEN', { sensitivity: 'VETTED' });
  const wasVetted = await aPerson(services, strike.carmen, { standing: 'VETTED' });
  await addComment(services, wasVetted, { cardId, text: 'I could do that' });
  const { handle } = await db()
    .selectFrom('person')
    .select('handle')
    .where('id', '=', wasVetted)
    .executeTakeFirstOrThrow();
  await setStanding(services, strike.carmen, { handle, standing: 'NEW' });
  expect(await toldBy(cardId, () => addComment(services, strike.vetted, { cardId, text: 'Me too' }))).toEqual(
    ['organizer COMMENTED'],
  );
  await setStanding(services, strike.carmen, { handle, standing: 'SUSPENDED', note: 'Rude' });
  const { id: open } = await aCard(services, strike, 'OPEN');
  await db()
    .insertInto('comment')
    .values({ id: cardId, card_id: open, person_id: wasVetted, text: 'Hm' })
    .execute();
  expect(
    await toldBy(open, () => addComment(services, strike.vetted, { cardId: open, text: 'Yes' })),
  ).toEqual(['organizer COMMENTED']);
});

test('what was settled by somebody else is read, and what still waits is not', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
  const unread = async () => {
    const rows = await db()
      .selectFrom('notification')
      .select('kind')
      .distinct()
      .where('card_id', '=', cardId)
      .where('read_at', 'is', null)
      .orderBy('kind')
      .execute();
    return rows.map(({ kind }) => kind);
  };
  await blockCard(services, strike.vetted, { cardId, reason: 'No logo' });
  expect(await unread()).toEqual(['VOLUNTEER_WAITS']);
  services.sent.length = 0;
  await unblockCard(services, strike.organizer, { cardId, answer: 'Here' });
  expect(await unread()).toEqual(['LOCAL_ANSWERED']);
  expect(services.sent).toContainEqual({ notify: strike.approver });
  await handInCard(services, strike.vetted, { cardId, note: 'Here it is', links: [] });
  expect(await unread()).toEqual(['CRAFT_WAITS']);
  await passCraftReview(services, strike.coordinator, { cardId });
  expect(await unread()).toEqual(['WORK_WAITS']);
  await approveCard(services, strike.organizer, { cardId, thanks: 'Thank you' });
  expect(await unread()).toEqual(['APPROVED']);
});

async function jobsFor(personId: string): Promise<number> {
  const { count } = await services.orm.em
    .fork()
    .getKysely()
    .withTables<{ 'pgboss.job': { name: string; data: { personId: string } } }>()
    .selectFrom('pgboss.job')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('name', '=', NOTIFICATION_QUEUE)
    .where((eb) => eb(eb.ref('data', '->>').key('personId'), '=', personId))
    .executeTakeFirstOrThrow();
  return Number(count);
}

test('notice and job exist if and only if the change commits', async () => {
  const { id: cardId } = await aCard(services, strike, 'CLAIMED');
  const holder = strike.volunteer;
  const before = { told: await told(cardId), jobs: await jobsFor(holder) };
  vi.spyOn(services.jobs, 'statement').mockRejectedValueOnce(new Error('the queue is away'));
  await expect(
    changeBoard(services, { board: { ofCard: cardId }, actorId: null }, async () => ({
      kind: 'CLAIM_EXPIRING',
      cards: [cardId],
      result: undefined,
    })),
  ).rejects.toThrow('away');
  await refusalOf(requestChanges(services, strike.organizer, { cardId, note: 'Not in review' }));
  expect({ told: await told(cardId), jobs: await jobsFor(holder) }).toEqual(before);
  services.sent.length = 0;
  await changeBoard(services, { board: { ofCard: cardId }, actorId: null }, async () => ({
    kind: 'CLAIM_EXPIRING',
    cards: [cardId],
    result: undefined,
  }));
  expect(await told(cardId)).toEqual([...before.told, 'volunteer LEASE_EXPIRING']);
  expect(await jobsFor(holder)).toBe(before.jobs + 1);
  expect(services.sent).toContainEqual({ notify: holder });
});

test('a claim, and a card that moves, ask nothing for it', async () => {
  const { id: cardId } = await aCard(services, strike, 'OPEN');
  const texts = await statementsOf(async () => {
    await claimCard(services, strike.volunteer, { cardId });
    await moveCard(services, strike.organizer, { cardId });
  });
  expect(texts.length).toBeGreaterThan(3);
  expect(texts.filter((text) => /concerned|notification/.test(text))).toEqual([]);
  // The look itself can fail: a change that tells somebody shows.
  const telling = await statementsOf(() => addComment(services, strike.vetted, { cardId, text: 'Go' }));
  expect(telling.filter((text) => /concerned|into "notification"/.test(text))).toHaveLength(2);
});

async function statementsOf(run: () => Promise<unknown>): Promise<string[]> {
  const { Client } = pg;
  const send = Client.prototype.query;
  const texts: string[] = [];
  Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [query] = args as [string | { text: string }];
    texts.push(typeof query === 'string' ? query : query.text);
    return Reflect.apply(send, this, args) as never;
  } as typeof send;
  try {
    await run();
    return texts;
  } finally {
    Client.prototype.query = send;
  }
}
