import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEvent, type Hosts, hosts, wallIn } from '../../../test/support/an-event.ts';
import { aTraining, comeTo, viewerOf } from '../../../test/support/a-training.ts';
import {
  aCard,
  aHandle,
  cardNow,
  codeOf,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { cancelCard } from '../../core/card/cancel-card.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { cancelEvent } from '../event/cancel-event.ts';
import { register } from '../registration/register.ts';
import { keepCardForTraining } from './keep-card-for-training.ts';

let database: TestDatabase;
let services: TestServices;
let by: Hosts;
let strike: LocalOnStrike;
let organizer: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  by = await hosts(services);
  strike = await localOnStrike(services);
  organizer = await viewerOf(services, strike.organizer);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
/** Begins in an hour, for two. */
const near = () =>
  aTraining(services, by, { startsWall: wallIn(1), endsWall: wallIn(3), roomCapacity: null });
const keep = (cardId: string, sessionId: string | null, who = organizer, hours = 3) =>
  keepCardForTraining(services, who, { cardId, sessionId, hours });
const people = (count: number) =>
  Promise.all(Array.from({ length: count }, () => newcomer(services, aHandle())));

test('of those who want it at once, only one who was checked in gets it; all others hear that it is kept, or who was first', async () => {
  const { eventId, sessionId } = await near();
  const guests = await people(4);
  const others = await people(4);
  for (const guest of guests) await comeTo(services, by, eventId, guest);
  for (let round = 0; round < 12; round++) {
    const { id: cardId } = await aCard(services, strike, 'OPEN');
    await keep(cardId, sessionId);
    const answers = await Promise.allSettled(
      [...others, ...guests].map(({ personId }) => claimCard(services, personId, { cardId })),
    );
    const won = answers.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []));
    expect(won).toHaveLength(1);
    expect(won[0]).toBeGreaterThanOrEqual(others.length);
    const lost = answers.slice(0, others.length).map((answer) => (answer as PromiseRejectedResult).reason);
    for (const { code, why } of lost as { code: string; why: string | null }[])
      expect(['CARD_ALREADY_CLAIMED', 'KEPT_FOR_TRAINING']).toContain(why ?? code);
    await cancelCard(services, strike.organizer, { cardId, reason: 'Put away' });
  }
});

test('who has a place and was not let in does not get it; from its moment on everybody does', async () => {
  const { eventId, sessionId } = await near();
  const [registered, guest] = await people(2);
  await register(services, registered!, { eventId, seat: 'ROOM', people: 1 });
  const { id: cardId } = await aCard(services, strike, 'OPEN');
  await keep(cardId, sessionId);
  const { keptUntil } = await cardNow(services, cardId);
  const { rows } = await sql<{
    endsAt: Date;
  }>`select ends_at as "endsAt" from event where id = ${eventId}`.execute(db());
  expect(new Date(keptUntil!).getTime()).toBe(new Date(rows[0]!.endsAt).getTime() + 3 * 3_600_000);
  const claim = () => claimCard(services, registered!.personId, { cardId });
  expect((await refusalOf(claim())).why).toBe('KEPT_FOR_TRAINING');
  await comeTo(services, by, (await near()).eventId, guest!);
  expect((await refusalOf(claimCard(services, guest!.personId, { cardId }))).why).toBe('KEPT_FOR_TRAINING');
  await sql`update card set kept_until = now() - interval '1 second' where id = ${cardId}`.execute(db());
  expect((await claim()).result).toMatchObject({ status: 'CLAIMED', holderId: registered!.personId });
});

test('given back, or where the training is called off, everybody takes it', async () => {
  const { eventId, sessionId } = await near();
  const [one, two] = await people(2);
  const cards = [await aCard(services, strike, 'OPEN'), await aCard(services, strike, 'OPEN')];
  for (const { id } of cards) await keep(id, sessionId);
  await keep(cards[0]!.id, null);
  await claimCard(services, one!.personId, { cardId: cards[0]!.id });
  expect((await refusalOf(claimCard(services, two!.personId, { cardId: cards[1]!.id }))).why).toBe(
    'KEPT_FOR_TRAINING',
  );
  await cancelEvent(services, by.organizer, { eventId, words: 'Snow' });
  await claimCard(services, two!.personId, { cardId: cards[1]!.id });
});

test('only the local keeps its cards, only open and public ones, only for trainings that are near', async () => {
  const { sessionId } = await near();
  const { id: open } = await aCard(services, strike, 'OPEN');
  expect(await codeOf(keep(open, sessionId, by.organizer))).toBe('NOT_ALLOWED');
  const { id: hidden } = await aCard(services, strike, 'OPEN', { sensitivity: 'VETTED' });
  const { id: draft } = await aCard(services, strike, 'DRAFT');
  const far = await aTraining(services, by);
  for (const [card, session] of [
    [hidden, sessionId],
    [draft, sessionId],
    [open, far.sessionId],
  ] as const)
    expect((await refusalOf(keep(card, session))).why).toBe('NOT_TO_BE_KEPT');
  const talk = await anEvent(services, by, {
    ...{ startsWall: wallIn(1), endsWall: wallIn(3) },
    sessions: [{ title: 'Talk', startsWall: wallIn(1), minutes: 30 }],
  });
  const { rows } = await sql<{ id: string }>`select id from event_session where event_id = ${talk}`.execute(
    db(),
  );
  expect((await refusalOf(keep(open, rows[0]!.id))).why).toBe('NOT_A_TRAINING');
  expect((await cardNow(services, open)).keptUntil).toBeNull();
});
