// Before any class that type-graphql reads.
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addComment } from '../../src/core/card/comment-on-card.ts';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { handBackCard } from '../../src/core/card/hand-back-card.ts';
import { saveDraft } from '../../src/core/review/save-draft.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { createSchema } from '../../src/app/schema.ts';
import { setRole } from '../../src/core/trust/set-role.ts';
import { setStanding } from '../../src/core/trust/set-standing.ts';
import { tryAs } from '../../src/features/demo/try-as.ts';
import { asNow, stranger } from '../support/people.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { ask } from './look.ts';
import { aCard, idOf, makeWorld, type World } from './world.ts';

// What somebody with bad intentions, or with rights that are gone, would try.

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  world = await makeWorld(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

test('nobody floods a board with comments, and the team may say what it has to', async () => {
  const cardId = await aCard(world, { plain: true });
  const say = (kind: 'newcomer' | 'organizer') =>
    addComment(services, idOf(world, kind), { cardId, text: 'Buy my coin' });
  for (let said = 0; said < 30; said++) await say('newcomer');
  await expect(say('newcomer')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  for (let said = 0; said < 31; said++) await say('organizer');
});

test('a draft is private again when its author takes the card a second time', async () => {
  const holder = idOf(world, 'vettedHolder');
  const cardId = await aCard(world, { plain: true });
  await claimCard(services, holder, { cardId });
  await saveDraft(services, holder, { cardId, note: 'First thoughts', links: [] });
  await handBackCard(services, holder, { cardId });
  const query = `{ node(id: "${toGlobalId('Card', cardId)}") { ... on Card { work { drafts { note } } } } }`;
  const asVetted = () => ask(services, schema, world.people.vetted, query);
  expect((await asVetted()).data).toEqual({ node: { work: { drafts: [{ note: 'First thoughts' }] } } });
  await claimCard(services, holder, { cardId });
  await saveDraft(services, holder, { cardId, note: 'Not for your eyes', links: [] });
  expect((await asVetted()).data).toEqual({ node: { work: { drafts: [] } } });
});

test('whoever leaves the team keeps what they finished, without what others say there', async () => {
  const { coordinator, teamHolder } = world.people;
  await aCard(world, { campaign: 'open', sensitivity: 'TEAM', status: 'DONE' });
  await aCard(world, { campaign: 'team', sensitivity: 'TEAM', status: 'DONE' });
  const mine = async () => {
    const who = { viewer: await asNow(services, teamHolder.viewer!) };
    const result = await ask(
      services,
      schema,
      who,
      `{ viewer { finishedCount finishedCards { edges { node {
        campaign { slug } comments { edges { node { text } } } work { handIns { note } } } } } } }`,
    );
    expect(result.errors).toBeUndefined();
    const viewer = result.data?.['viewer'] as {
      finishedCount: number;
      finishedCards: { edges: { node: { campaign: { slug: string }; comments: unknown; work: unknown } }[] };
    };
    return { count: viewer.finishedCount, cards: viewer.finishedCards.edges.map(({ node }) => node) };
  };
  const before = await mine();
  expect(before.cards.map(({ campaign }) => campaign.slug)).toContain('campaign-team');
  expect(before.cards.every(({ comments }) => comments !== null)).toBe(true);
  const handle = teamHolder.viewer!.handle;
  await setRole(services, coordinator.viewer!, { organizationId: world.ours, handle, role: null });
  const after = await mine();
  expect(after.count).toBe(before.count);
  expect(new Set(after.cards.map(({ campaign }) => campaign.slug))).toEqual(new Set(['campaign-open']));
  expect(after.cards.every(({ comments }) => comments === null)).toBe(true);
  expect(after.cards.every(({ work }) => work !== null)).toBe(true);
  await setStanding(services, coordinator.viewer!, {
    handle,
    standing: 'SUSPENDED',
    note: 'We look into it',
  });
  expect(await mine()).toEqual(after);
});

test('nobody becomes a person of the demo where it is off', async () => {
  const demo = idOf(world, 'newcomer');
  expect((await tryAs(services, demo, stranger)).viewer.handle).toBe('Newt');
  const off = { ...services, config: { ...services.config, demo: false } };
  await expect(tryAs(off, demo, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const { data } = await ask(off, schema, world.people.nobody, '{ demoPeople { part } }');
  expect(data).toEqual({ demoPeople: [] });
});
