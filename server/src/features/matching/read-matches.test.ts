import { countStatements } from '../../../test/support/count-statements.ts';
import 'reflect-metadata';
import { graphql, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aCard,
  aHandle,
  aPerson,
  type LocalOnStrike,
  localOnStrike,
} from '../../../test/support/local-on-strike.ts';
import { asNow, joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import { handInCard } from '../../core/review/hand-in-card.ts';
import { createContext } from '../../core/access/context.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { createSchema } from '../../app/schema.ts';
import { declineInvitation } from './decline-invitation.ts';
import { invitePerson } from './invite-person.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { updateAvailability } from './update-availability.ts';
import { updateProfile } from '../../core/person/update-profile.ts';
import { readerOf, type Viewer } from '../../core/access/viewer.ts';
import { matchCards, matchPeople, offsetOf, readAvailability } from './read-matches.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  strike = await localOnStrike(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const em = () => services.orm.em.fork();
const somebody = async (): Promise<Viewer> => (await joinAs(services, aHandle())).viewer;
const cardsFor = async (who: Viewer) =>
  (await matchCards(em(), readerOf(await asNow(services, who)), who.personId)).map(({ card }) => card.id);
const peopleFor = async (cardId: string) => (await matchPeople(em(), [cardId])).get(cardId) ?? [];
const idsFor = async (cardId: string) => (await peopleFor(cardId)).map(({ person }) => person.id);
const open = async (words = {}) => (await aCard(services, strike, 'OPEN', words)).id;

test('a card and a person find each other; what rules one out rules both out', async () => {
  const ana = await somebody();
  const mine = await open();
  const video = await open({ skill: 'ONLINE_VIDEO', languages: ['es', 'en'] });
  const spanish = await open({ languages: ['es'] });
  const vetted = await open({ sensitivity: 'VETTED' });
  const held = (await aCard(services, strike, 'CLAIMED')).id;
  const found = await cardsFor(ana);
  expect(found).toContain(mine);
  for (const cardId of [video, spanish, vetted, held]) expect(found).not.toContain(cardId);
  expect(await idsFor(mine)).toContain(ana.personId);
  for (const cardId of [video, spanish, vetted, held])
    expect(await idsFor(cardId)).not.toContain(ana.personId);
  await updateProfile(services, ana, { skills: ['WRITING', 'ONLINE_VIDEO'], languages: ['es-MX'] });
  expect(await cardsFor(ana)).toEqual(expect.arrayContaining([video, spanish]));
  await updateAvailability(services, ana, { pausedUntil: '2999-01-01' });
  expect(await cardsFor(ana)).toEqual([]);
  expect(await idsFor(mine)).not.toContain(ana.personId);
});

test('the team is found for what the team reads; those who ask are not proposed', async () => {
  const secret = await open({ sensitivity: 'TEAM' });
  expect(await idsFor(secret)).toEqual([strike.member]);
  const found = await idsFor(await open());
  for (const id of [strike.organizer, strike.approver, strike.coordinator, strike.suspended])
    expect(found).not.toContain(id);
});

test('hours left: without what one holds and what one handed in this week', async () => {
  const ana = await somebody();
  await updateAvailability(services, ana, { weeklyHours: 10 });
  const [one, two] = [await open({ hours: 1.5 }), await open({ hours: 3 })];
  for (const cardId of [one, two]) await claimCard(services, ana.personId, { cardId });
  await handInCard(services, ana.personId, { cardId: one, note: 'Here', links: [] });
  expect(await readAvailability(em(), ana.personId)).toMatchObject({ weeklyHours: 10, hoursLeft: 5.5 });
  await em()
    .getKysely()
    .updateTable('card')
    .set({ handed_in_at: new Date(Date.now() - 8 * 86_400_000) })
    .where('id', '=', one)
    .execute();
  expect(await readAvailability(em(), ana.personId)).toMatchObject({ hoursLeft: 7 });
});

test('whoever was asked comes first, until they answer', async () => {
  const [, ben] = [await somebody(), await somebody()];
  const cardId = await open();
  const { organizationId } = strike;
  const olga = await somebody();
  await setRole(services, strike.carmen, { organizationId, handle: olga.handle, role: 'ORGANIZER' });
  const { id } = await invitePerson(services, olga, { cardId, personId: ben.personId });
  const [first, second] = await peopleFor(cardId);
  expect(first).toMatchObject({ person: { id: ben.personId }, invitation: { id } });
  expect(second?.invitation).toBeNull();
  await declineInvitation(services, ben, id);
  expect(await idsFor(cardId)).not.toContain(ben.personId);
  expect(await cardsFor(ben)).not.toContain(cardId);
});

test('a due moment that hangs on a hidden T-0 shows in no reason and no order', async () => {
  const hidden = await localOnStrike(services, {
    startsAt: new Date(Date.now() + 20 * 3_600_000),
    startHidden: true,
  });
  const { id } = await aCard(services, hidden, 'OPEN', { dueOffsetHours: -18, hours: 4 });
  const codesFor = async (personId: string, rights: Parameters<typeof readerOf>[0]) =>
    (await matchCards(em(), readerOf(rights), personId))
      .find(({ card }) => card.id === id)
      ?.reasons.map(({ code }) => code);
  const ana = await somebody();
  expect(await codesFor(ana.personId, ana)).toEqual(['SKILL', 'LANGUAGE', 'TIME_SHORT']);
  const [first] = (await matchPeople(em(), [id])).get(id) ?? [];
  expect(first?.reasons.map(({ code }) => code)).toContain('DUE_TIGHT');
});

test('minutes ahead of UTC, in summer and winter', () => {
  expect(offsetOf('America/Chicago', new Date('2026-11-25T12:00:00Z'))).toBe(-360);
  expect(offsetOf('America/Chicago', new Date('2026-07-25T12:00:00Z'))).toBe(-300);
  expect(offsetOf('Asia/Kathmandu', new Date('2026-07-25T12:00:00Z'))).toBe(345);
  expect(offsetOf('UTC', new Date('2026-07-25T12:00:00Z'))).toBe(0);
});

/** How many statements reach PostgreSQL while a query is answered. */
const countQueries = (source: string, viewer: Viewer): Promise<number> =>
  countStatements(async () => {
    const contextValue = createContext(services, { viewer, requestId: 'test' });
    const answer = await graphql({ schema, source, contextValue });
    expect(answer.errors).toBeUndefined();
  });

test('as many queries for many cards, people and invitations as for few', async () => {
  const few = await localOnStrike(services);
  const ana = await somebody();
  const { id: cardId } = await aCard(services, few);
  await invitePerson(services, few.carmen, { cardId, personId: ana.personId });
  const mine = `{ viewer { availability { hoursLeft } invitations { invitedBy { handle } card { title campaign { title } } }
    cardsForYou(first: 100) { isGood reasons { code hours } card { title campaign { title } } } } }`;
  const theirs = `{ node(id: "${toGlobalId('Board', few.boardId)}") { ... on Board { snapshot { cards { title
    invitations { state person { handle } invitedBy { handle } }
    peopleForThis(first: 50) { person { handle standing } reasons { code } invitation { at } } } } } } }`;
  const before = [await countQueries(mine, ana), await countQueries(theirs, few.carmen)];
  for (let index = 0; index < 40; index += 1) {
    const { id } = await aCard(services, few);
    const personId = await aPerson(services, few.carmen);
    await invitePerson(services, few.carmen, { cardId: id, personId });
  }
  await invitePerson(services, few.carmen, {
    cardId: (await aCard(services, few)).id,
    personId: ana.personId,
  });
  const after = [await countQueries(mine, ana), await countQueries(theirs, few.carmen)];
  expect(Math.max(...before)).toBeLessThanOrEqual(14);
  // People that come a moment apart may be loaded in two batches; none of these grows with the rows.
  after.forEach((count, index) => expect(count).toBeLessThanOrEqual((before[index] ?? 0) + 2));
}, 60_000);

test('whoever asks is told what somebody finished of what anybody may read, and they themselves of all', async () => {
  const { vetted } = strike;
  const hidden = await localOnStrike(services, { sensitivity: 'VETTED' });
  const cardId = await open();
  const practiceOf = async () => {
    const found = (await peopleFor(cardId)).find(({ person }) => person.id === vetted);
    return found?.reasons.filter(({ code }) => code === 'DID_SKILL');
  };
  expect(await practiceOf()).toEqual([]);
  await aCard(services, hidden, 'DONE', { holder: vetted });
  expect(await practiceOf()).toEqual([]);
  const own = await matchCards(
    em(),
    { base: 'VETTED', vettedOf: new Set(), teamOf: new Set(), strangerTo: new Set() },
    vetted,
  );
  expect(own.find(({ card }) => card.id === cardId)?.reasons).toContainEqual({ code: 'DID_SKILL', count: 1 });
  await aCard(services, await localOnStrike(services), 'DONE', { holder: vetted });
  expect(await practiceOf()).toEqual([{ code: 'DID_SKILL', count: 1 }]);
});
