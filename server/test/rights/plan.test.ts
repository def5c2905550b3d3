import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../src/core/access/context.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { createSchema } from '../../src/app/schema.ts';
import { retireTemplate } from '../../src/features/template/save-template.ts';
import { updatePlan } from '../../src/features/plan/update-plan.ts';
import { anOfferedAsk, aPlannedAsk } from '../support/an-ask.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { ask, contextOf } from './look.ts';
import { type Kind, KINDS, makeWorld, type World } from './world.ts';

// Requests, plans and the history of templates, read by everybody.

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let world: World;
let offered: Awaited<ReturnType<typeof anOfferedAsk>>;
let planned: Awaited<ReturnType<typeof aPlannedAsk>>;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  world = await makeWorld(services);
  const cora = world.people.coordinator.viewer!;
  offered = await anOfferedAsk(services, cora);
  const unticked = { ...offered, items: [{ templateKey: 'faq', included: false }] };
  offered = { ...offered, ...(await updatePlan(services, cora, unticked)) };
  planned = await aPlannedAsk(services, cora);
  await retireTemplate(services, cora, { key: 'opinion-pack', version: 1 });
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const kinds = Object.keys(KINDS) as Kind[];
const readsRequests = (kind: Kind) => world.people[kind].viewer?.coordinator === true;

async function looksAt(of: GraphQLSchema, kind: Kind, token = offered.token) {
  const source = `query ($token: String!, $askId: ID!) {
    byLink: planByLink(token: $token) { id version items { templateKey included } }
    planOfAsk(askId: $askId) { id items { templateKey } }
    retired: cardTemplate(key: "opinion-pack") { key }
    cardTemplates(withRetired: true) { key retired history { template { version } editedAt editedBy { handle } } }
  }`;
  const askId = toGlobalId('Ask', offered.askId);
  const { data, errors } = await ask(services, of, world.people[kind], source, { token, askId });
  expect(errors).toBeUndefined();
  return data as {
    byLink: { items: { templateKey: string }[] } | null;
    planOfAsk: { items: { templateKey: string }[] } | null;
    retired: object | null;
    cardTemplates: { key: string; retired: boolean; history: object[] }[];
  };
}

test.each(kinds)('%s reads plans by link, and the rest only as a coordinator', async (kind) => {
  const data = await looksAt(schema, kind);
  // Whoever has the link; what the coordinator struck out is not theirs to wonder about.
  expect(data.byLink?.items.map(({ templateKey }) => templateKey)).not.toContain('faq');
  expect(data.byLink?.items.length).toBeGreaterThan(3);
  const may = readsRequests(kind);
  expect(data.planOfAsk?.items.map(({ templateKey }) => templateKey).includes('faq')).toBe(may || undefined);
  expect(data.retired !== null).toBe(may);
  expect(data.cardTemplates.some(({ retired }) => retired)).toBe(may);
  expect(data.cardTemplates.every(({ history }) => history.length > 0)).toBe(may);
});

test('no link but that of an offered plan shows one', async () => {
  for (const token of [planned.token, '', 'x', `x${offered.token}`]) {
    expect((await looksAt(schema, 'coordinator', token)).byLink).toBeNull();
  }
});

test('an id of another noun, or of nothing, finds no request', async () => {
  for (const id of [toGlobalId('Plan', offered.askId), toGlobalId('Ask', offered.planId), 'nonsense']) {
    const source = `{ planOfAsk(askId: "${id}") { id } }`;
    const { data } = await ask(services, schema, world.people.coordinator, source);
    expect(data).toEqual({ planOfAsk: null });
  }
});

test.each(['planOfAsk', 'cardTemplates'])('%s without its rule is found', async (name) => {
  const mutant = await createSchema();
  const field = mutant.getQueryType()!.getFields()[name]!;
  const resolve = field.resolve as GraphQLFieldResolver<unknown, Context>;
  field.resolve = (root, args, _context, info) =>
    resolve(root, args, contextOf(services, world.people.coordinator), info) as unknown;
  expect(await looksAt(mutant, 'vetted')).not.toEqual(await looksAt(schema, 'vetted'));
});
