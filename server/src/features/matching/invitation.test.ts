import { sql } from 'kysely';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aCard,
  aHandle,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { asNow, joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { cancelCard } from '../../core/card/cancel-card.ts';
import type { CardWordsInput } from '../../core/card/card-words.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import { handBackCard } from '../../core/card/hand-back-card.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import { updateAvailability } from './update-availability.ts';
import { readerOf, type Viewer } from '../../core/access/viewer.ts';
import type { Refusal } from '../../platform/refusal/refusal.ts';
import { declineInvitation } from './decline-invitation.ts';
import { INVITATIONS_A_DAY, invitePerson } from './invite-person.ts';
import { readInvitations, readRunning } from './read-invitations.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let organizer: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services, { startsAt: new Date(Date.now() + 86_400_000), startHidden: true });
  organizer = await somebody();
  const { organizationId } = strike;
  await setRole(services, strike.carmen, { organizationId, handle: organizer.handle, role: 'ORGANIZER' });
  organizer = await asNow(services, organizer);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
const somebody = async () => (await joinAs(services, aHandle())).viewer;
const card = async (words: CardWordsInput = {}) => (await aCard(services, strike, 'OPEN', words)).id;
const ask = (who: Viewer, cardId: string, by: Viewer = organizer) =>
  invitePerson(services, by, { cardId, personId: who.personId });
const runningFor = async (who: Viewer) => {
  const now = await asNow(services, who);
  return readRunning(services.orm.em.fork(), { personId: who.personId, reader: readerOf(now) });
};

const stateOf = async (cardId: string, who: Viewer) =>
  (await readInvitations(services.orm.em.fork(), [cardId]))
    .get(cardId)
    ?.find(({ personId }) => personId === who.personId)?.state;
/** Time passes for the invitations of somebody. */
const letPass = (who: Viewer, hours: number) =>
  sql`update invitation set at = at - make_interval(hours => ${hours}), expires_at = expires_at - make_interval(hours => ${hours})
    where person_id = ${who.personId}`.execute(db());
const noticesOf = (who: Viewer) =>
  db().selectFrom('notification').select(['kind', 'card_id']).where('person_id', '=', who.personId).execute();

test('an organizer asks; the volunteer sees it and is told; the desk hears of it', async () => {
  const ana = await somebody();
  const cardId = await card();
  services.sent.splice(0);
  const asked = await ask(ana, cardId);
  expect(asked).toMatchObject({ state: 'RUNNING', invitedById: organizer.personId });
  expect(asked.expiresAt.getTime() - asked.at.getTime()).toBe(48 * 3_600_000);
  expect(await runningFor(ana)).toEqual([asked]);
  expect(await noticesOf(ana)).toEqual([{ kind: 'INVITED', card_id: cardId }]);
  expect(services.sent).toEqual([{ notify: ana.personId }, { desk: true }]);
});

test('asking again while it runs changes nothing, also for two at once', async () => {
  const ana = await somebody();
  const cardId = await card();
  const [first, second] = await Promise.all([ask(ana, cardId), ask(ana, cardId, strike.carmen)]);
  expect(first.id).toBe(second.id);
  expect(await runningFor(ana)).toHaveLength(1);
  expect(await noticesOf(ana)).toHaveLength(1);
});

test('nobody is asked more than twice in 24 hours, however many ask at once', async () => {
  const cards = await Promise.all(Array.from({ length: 5 }, () => card()));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 2 }), async (at, before) => {
      const ana = await somebody();
      // Some a while ago: those within the day count, those before it do not.
      for (const cardId of cards.slice(0, before)) await ask(ana, cardId);
      await letPass(ana, 25);
      const outcomes = await Promise.allSettled(cards.slice(0, at).map((cardId) => ask(ana, cardId)));
      const asked = outcomes.filter(({ status }) => status === 'fulfilled');
      const refused = outcomes.flatMap((each) =>
        each.status === 'rejected' ? [each.reason as Refusal] : [],
      );
      expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'INVITATION_LIMIT'));
      const since = await db()
        .selectFrom('invitation')
        .select('id')
        .where('person_id', '=', ana.personId)
        .where(sql<boolean>`at > clock_timestamp() - interval '24 hours'`)
        .execute();
      // What ran for 25 of its 48 hours is there already: asking for it again is none more.
      expect(since.length).toBe(Math.min(INVITATIONS_A_DAY, at - Math.min(before, at)));
      expect(asked.length + refused.length).toBe(at);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test('the day is a rolling one: after 24 hours there is room again, not before', async () => {
  const ana = await somebody();
  for (let count = 0; count < INVITATIONS_A_DAY; count += 1) await ask(ana, await card());
  await letPass(ana, 23);
  expect((await refusalOf(ask(ana, await card()))).code).toBe('INVITATION_LIMIT');
  await letPass(ana, 1);
  await ask(ana, await card());
});

test('it lapses by the clock of the database, after 48 hours or when the card is due', async () => {
  const ana = await somebody();
  const dueAt = new Date(Date.now() + 5 * 3_600_000);
  const cardId = await card({ dueAt });
  const asked = await ask(ana, cardId);
  expect(asked.expiresAt).toEqual(dueAt);
  await letPass(ana, 4);
  expect(await stateOf(cardId, ana)).toBe('RUNNING');
  await letPass(ana, 2);
  expect([await stateOf(cardId, ana), await runningFor(ana)]).toEqual(['LAPSED', []]);
  // One that lapsed does not stand in the way of another.
  await letPass(ana, 24);
  expect((await ask(ana, cardId)).id).not.toBe(asked.id);
  expect(await stateOf(cardId, ana)).toBe('RUNNING');
});

test('its end does not give away a hidden T-0', async () => {
  const ana = await somebody();
  const asked = await ask(ana, await card({ dueOffsetHours: -12 }));
  expect(asked.expiresAt.getTime() - asked.at.getTime()).toBe(48 * 3_600_000);
});

test('a claim accepts it, and takes it from the others; an open card is offered again', async () => {
  const [ana, ben] = [await somebody(), await somebody()];
  const cardId = await card();
  await ask(ana, cardId);
  await ask(ben, cardId);
  await claimCard(services, ana.personId, { cardId });
  expect([await stateOf(cardId, ana), await stateOf(cardId, ben)]).toEqual(['ACCEPTED', 'WITHDRAWN']);
  expect([await runningFor(ana), await runningFor(ben)]).toEqual([[], []]);
  await handBackCard(services, ana.personId, { cardId });
  expect([await stateOf(cardId, ana), await stateOf(cardId, ben)]).toEqual(['ACCEPTED', 'RUNNING']);
  await cancelCard(services, strike.organizer, { cardId, reason: 'Not needed' });
  expect([await stateOf(cardId, ana), await stateOf(cardId, ben)]).toEqual(['ACCEPTED', 'WITHDRAWN']);
});

test('“not now” is one tap, holds for that card, and may be said twice', async () => {
  const ana = await somebody();
  const cardId = await card();
  const { id } = await ask(ana, cardId);
  services.sent.splice(0);
  expect((await declineInvitation(services, ana, id)).state).toBe('DECLINED');
  expect(services.sent).toEqual([{ desk: true }]);
  expect((await declineInvitation(services, ana, id)).state).toBe('DECLINED');
  expect(services.sent).toHaveLength(1);
  expect(await runningFor(ana)).toEqual([]);
  expect((await refusalOf(ask(ana, cardId))).code).toBe('WRONG_STAGE');
  // Whoever said so may take the card all the same.
  await claimCard(services, ana.personId, { cardId });
});

test('invitations of others, and accepted ones, are not declined', async () => {
  const [ana, ben] = [await somebody(), await somebody()];
  const cardId = await card();
  const { id } = await ask(ana, cardId);
  expect((await refusalOf(declineInvitation(services, ben, id))).code).toBe('NOT_FOUND');
  await claimCard(services, ana.personId, { cardId });
  expect((await refusalOf(declineInvitation(services, ana, id))).code).toBe('WRONG_STAGE');
});

test('who is not asked', async () => {
  const secret = await card({ sensitivity: 'VETTED' });
  const plain = await card();
  const refused = async (who: Viewer, cardId = plain) => (await refusalOf(ask(who, cardId))).code;
  const ana = await somebody();
  expect(await refused(ana, secret)).toBe('NOT_ALLOWED');
  await updateAvailability(services, ana, { pausedUntil: '2999-01-01' });
  expect(await refused(ana)).toBe('NOT_ALLOWED');
  await updateAvailability(services, ana, { pausedUntil: null, notSkills: ['WRITING'] });
  expect(await refused(ana)).toBe('NOT_ALLOWED');
  await updateAvailability(services, ana, { notSkills: [] });
  await db()
    .insertInto('campaign_block')
    .values({ campaign_id: strike.campaignId, person_id: ana.personId, by_id: organizer.personId } as never)
    .execute();
  expect(await refused(ana)).toBe('BLOCKED');
  await setStanding(services, strike.carmen, { handle: ana.handle, standing: 'SUSPENDED', note: 'Rude' });
  expect(await refused(ana)).toBe('NOT_ALLOWED');
  expect(await refused({ ...ana, personId: strike.campaignId })).toBe('NOT_FOUND');
  const ben = await somebody();
  const held = (await aCard(services, strike, 'CLAIMED')).id;
  expect(await refused(ben, held)).toBe('WRONG_STATUS');
  expect(await runningFor(ana)).toEqual([]);
});

test('a right that is lost takes the invitation along', async () => {
  const ana = await somebody();
  await setStanding(services, strike.carmen, { handle: ana.handle, standing: 'VETTED' });
  await ask(ana, await card({ sensitivity: 'VETTED' }));
  expect(await runningFor(ana)).toHaveLength(1);
  await setStanding(services, strike.carmen, { handle: ana.handle, standing: 'NEW' });
  expect(await runningFor(ana)).toEqual([]);
});
