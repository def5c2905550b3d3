import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../src/core/access/context.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { createSchema } from '../../src/app/schema.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { READING } from './decisions.ts';
import {
  type Facts,
  isInHands,
  knowsOrganization,
  levelOf,
  readFacts,
  readsCampaign,
  readsCard,
} from './facts.ts';
import { ask, asSeenBy, contextOf, globalId, look, reads, subjectsOf } from './look.ts';
import type { Subject } from './subject.ts';
import { isNode, selectAll } from './selection.ts';
import { type Kind, KINDS, makeWorld, type Somebody, type World } from './world.ts';

// Everything is read by everybody, field by field, and compared with the decisions.

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let world: World;
let facts: Facts;
let subjects: Subject[];
let truths: unknown[];
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  world = await makeWorld(services);
  facts = await readFacts(services);
  subjects = subjectsOf(facts);
  truths = await look(services, schema, world.people.coordinator, subjects);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const kinds = Object.entries(KINDS) as [Kind, string][];

/** What differs between what somebody sees of nodes and what they should see. */
async function differences(of: GraphQLSchema, who: Somebody, chosen: Subject[]): Promise<string[]> {
  const found = await look(services, of, who, chosen);
  return chosen.flatMap((subject, index) => {
    const truth = truths[subjects.indexOf(subject)];
    const should = reads(who, subject, facts) ? asSeenBy(schema, { who, subject, facts }, truth) : null;
    return difference(`${subject.type} ${globalId(subject)}`, found[index], should);
  });
}

function difference(place: string, found: unknown, should: unknown): string[] {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (isObject(found) && isObject(should)) {
    const names = new Set([...Object.keys(found), ...Object.keys(should)]);
    return [...names].flatMap((name) => difference(`${place}.${name}`, found[name], should[name]));
  }
  return found === should
    ? []
    : [`${place}: ${JSON.stringify(found)?.slice(0, 90)} instead of ${JSON.stringify(should)?.slice(0, 90)}`];
}

test.each(kinds)('%s (%s) sees of every node what the decisions say', async (kind) => {
  expect(await differences(schema, world.people[kind], subjects)).toEqual([]);
});

test('every field that is compared has something to show', () => {
  const seen = new Set<string>();
  const who = world.people.coordinator;
  for (const [index, subject] of subjects.entries()) {
    asSeenBy(schema, { who, subject, facts }, truths[index], seen);
  }
  const types = new Set([...seen].map((place) => place.split('.')[0]));
  const compared = Object.keys(READING).filter((place) => types.has(place.split('.')[0]));
  expect(compared.length).toBeGreaterThan(130);
  // The craft of all work here was looked at: nobody is waited for until a moment.
  expect(compared.filter((place) => !seen.has(place))).toEqual([
    'CampaignViewer.claimRefusal',
    'NextLook.by',
    // Of one that can be asked about, and of what the coordinator sent themselves.
    'Opening.viewerApplication',
    'Application.withdrawnAt',
    // Of no coordinator: assessments.test.ts.
    'Organization.assessments',
  ]);
});

test.each(kinds)('%s (%s) finds nobody else by lists and names', async (kind) => {
  const who = world.people[kind];
  const { data, errors } = await ask(
    services,
    schema,
    who,
    `{ campaigns(first: 100) { totalCount edges { node { id } } } openCards(first: 100) { totalCount edges { node { id } } }
      organizations(first: 100) { totalCount edges { node { id } } }
      asks(first: 100, statuses: [DRAFT, SUBMITTED, TRIAGED, ACCEPTED, DECLINED]) { edges { node { id contact } } }
      wrongLink: askByLink(token: "nothing") { id }
      cardTemplates { key } demoPeople { part person { handle } }
      ${facts.campaigns.map(({ slug }, index) => `s${index}: campaign(slug: "${slug}") { id }`).join('\n')}
      ${facts.cards.map(({ campaign, number }, index) => `c${index}: card(campaign: "${campaign.slug}", number: ${number}) { id }`).join('\n')}
      ${facts.organizations.map((id, index) => `o${index}: organization(slug: "${facts.slugs.get(id)}") { id }`).join('\n')}
      unknown: campaign(slug: "no-such") { id } none: card(campaign: "no-such", number: 1) { id }
      session: node(id: "${toGlobalId('Session', facts.sessions[0]!.id)}") { id } }`,
  );
  expect(errors).toBeUndefined();
  const idsOf = (list: unknown) =>
    (list as { edges: { node: { id: string } }[] }).edges.map(({ node }) => node.id).sort();
  const campaigns = facts.campaigns.filter((campaign) => readsCampaign(who, campaign));
  const open = facts.cards.filter((c) => c.status === 'OPEN' && !c.campaign.ended && readsCard(who, c));
  expect(idsOf(data?.['campaigns'])).toEqual(campaigns.map(({ id }) => toGlobalId('Campaign', id)).sort());
  expect(idsOf(data?.['openCards'])).toEqual(open.map(({ id }) => toGlobalId('Card', id)).sort());
  const known = facts.organizations.filter((id) => knowsOrganization(who, id, facts));
  expect(idsOf(data?.['organizations'])).toEqual(known.map((id) => toGlobalId('Organization', id)).sort());
  expect(data).toMatchObject({
    campaigns: { totalCount: campaigns.length },
    openCards: { totalCount: open.length },
    organizations: { totalCount: known.length },
  });
  for (const [index, campaign] of facts.campaigns.entries()) {
    const should = readsCampaign(who, campaign) ? { id: toGlobalId('Campaign', campaign.id) } : null;
    expect(data?.[`s${index}`]).toEqual(should);
  }
  for (const [index, id] of facts.organizations.entries()) {
    expect(data?.[`o${index}`]).toEqual(known.includes(id) ? { id: toGlobalId('Organization', id) } : null);
  }
  for (const [index, card] of facts.cards.entries()) {
    expect(data?.[`c${index}`]).toEqual(readsCard(who, card) ? { id: toGlobalId('Card', card.id) } : null);
  }
  expect([data?.['unknown'], data?.['none'], data?.['session']]).toEqual([null, null, null]);
  expect(idsOf(data?.['asks'])).toEqual(
    kind === 'coordinator' ? facts.asks.map((id) => toGlobalId('Ask', id)).sort() : [],
  );
  expect(JSON.stringify(data?.['asks'])).not.toContain('Signal');
  expect(data?.['wrongLink']).toBeNull();
  expect(data?.['demoPeople']).toEqual([{ part: 'VOLUNTEER', person: { handle: 'Newt' } }]);
  expect(data?.['cardTemplates']).not.toHaveLength(0);
});

test.each(kinds)('%s (%s) sees of themselves what is theirs', async (kind) => {
  const who = world.people[kind];
  const type = schema.getType('Viewer');
  if (!isObjectType(type)) throw new Error('There is no Viewer.');
  const { data, errors } = await ask(services, schema, who, `{ viewer { ${selectAll(type)} } }`);
  expect(errors).toBeUndefined();
  if (!who.viewer) return expect(data?.['viewer']).toBeNull();
  const { personId, sessionId, roles, coordinator } = who.viewer;
  const mine = facts.cards.filter((card) => isInHands(card, personId));
  const done = mine.filter(({ status }) => status === 'DONE');
  const ref = (name: 'Card' | 'Person' | 'Organization', id: string) => ({
    __typename: name,
    id: toGlobalId(name, id),
  });
  const viewer = data?.['viewer'] as Record<string, unknown>;
  expect(viewer).toMatchObject({
    person: ref('Person', personId),
    isCoordinator: coordinator,
    memberships: [...roles].map(([id, role]) => ({
      role,
      organization: ref('Organization', id),
      person: ref('Person', personId),
    })),
    sessions: facts.sessions
      .filter((session) => session.personId === personId)
      .map(({ id, device }) => ({ id: toGlobalId('Session', id), device, current: id === sessionId })),
    finishedCount: done.length,
    hoursGiven: done.reduce((sum, { hours, partnerId }) => sum + (partnerId ? hours / 2 : hours), 0),
  });
  const sorted = (list: { id: string }[]) => list.map(({ id }) => id).sort();
  const held = mine.filter(({ status }) => status !== 'DONE');
  expect(sorted(viewer['heldCards'] as { id: string }[])).toEqual(
    sorted(held.map(({ id }) => ref('Card', id))),
  );
  const finished = viewer['finishedCards'] as { edges: { node: { id: string } }[] };
  expect(sorted(finished.edges.map(({ node }) => node))).toEqual(
    sorted(done.map(({ id }) => ref('Card', id))),
  );
});

test.each(kinds)('%s (%s) sees the desk if they coordinate, and else nothing of it', async (kind) => {
  const who = world.people[kind];
  const type = schema.getType('Desk');
  if (!isObjectType(type)) throw new Error('There is no Desk.');
  const names = Object.keys(type.getFields()).filter((name) => name !== 'sections');
  const lists = names.map((name) => `${name} { edges { cursor } }`).join(' ');
  const query = `{ desk { sections { section total } ${lists} } }`;
  const { data, errors } = await ask(services, schema, who, query);
  expect(errors).toBeUndefined();
  const coordinates = who.viewer?.coordinator === true && who.viewer.standing !== 'SUSPENDED';
  expect(data?.['desk'] !== null).toBe(coordinates);
});

test.each(kinds)('%s (%s) sees troubles of messages only as a coordinator', async (kind) => {
  const who = world.people[kind];
  const { data, errors } = await ask(
    services,
    schema,
    who,
    '{ deliveryTroubles { retrying givenUp reasons } }',
  );
  expect(errors).toBeUndefined();
  const numbers = { retrying: 0, givenUp: 0, reasons: [] };
  expect(data?.['deliveryTroubles']).toEqual(who.viewer?.coordinator ? numbers : null);
});

test.each(kinds)('%s (%s) sees how many mails left only as a coordinator', async (kind) => {
  const who = world.people[kind];
  const { data, errors } = await ask(services, schema, who, '{ mailUse { thisDay perDay } }');
  expect(errors).toBeUndefined();
  const figures = { thisDay: expect.any(Number), perDay: services.config.mailLimits.perDay };
  expect(data?.['mailUse']).toEqual(who.viewer?.coordinator ? figures : null);
});

// Wrong implementations, which the comparison above has to find.

/** The schema with a field answered as the coordinator sees it: its rule is gone. */
async function without(place: string): Promise<GraphQLSchema> {
  const [typeName = '', fieldName = ''] = place.split('.');
  const mutant = await createSchema();
  const type = mutant.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!field?.resolve) throw new Error(`${place} has no resolver.`);
  const resolve = field.resolve as GraphQLFieldResolver<unknown, Context>;
  field.resolve = (root, args, _context, info) =>
    resolve(root, args, contextOf(services, world.people.coordinator), info) as unknown;
  return mutant;
}

const guarded = Object.entries(READING).filter(([place, rule]) => {
  const inNode = /^(Campaign|Board|Card|Person|Organization|Poll|Suggestion)\./.test(place);
  return inNode && !['reader', 'anyone', 'no more than one may read', 'own people'].includes(rule);
});

test.each([...guarded.map(([place]) => place), 'Query.node'])(
  '%s without its rule is found',
  async (place) => {
    const mutant = await without(place);
    const typeName = place.split('.')[0] ?? '';
    const chosen = place === 'Query.node' ? subjects : subjects.filter(({ type }) => type === typeName);
    const found: string[] = [];
    for (const kind of ['nobody', 'newcomer', 'vetted', 'suspended'] as const) {
      // A part of something hidden may fail to load; that is found as well.
      const differs = differences(mutant, world.people[kind], chosen);
      found.push(...(await differs.catch((error: unknown) => [String(error)])));
    }
    expect(found).not.toEqual([]);
  },
);

test('drafts shown to those who did not write them are found', async () => {
  const mutant = await createSchema();
  const type = mutant.getType('Card');
  const field = isObjectType(type) ? type.getFields()['work'] : undefined;
  const resolve = field?.resolve as GraphQLFieldResolver<unknown, Context>;
  field!.resolve = (root, args, _context, info) =>
    resolve(root, args, contextOf(services, world.people.holder), info) as unknown;
  const cards = subjects.filter(({ type: name }) => name === 'Card');
  expect(await differences(mutant, world.people.vetted, cards)).not.toEqual([]);
});

/** What is there for one person's or the coordinators' lists alone: looked at by listed-nodes.test.ts. */
const OF_ONES_OWN_LISTS = [
  ...['CampaignPulse', 'DeskPerson', 'NewcomerToVet', 'Notification', 'QuietCard', 'QuietPerson'],
  ...['WaitingAsk', 'WaitingForYou'],
];

test('every node of the schema is looked at', () => {
  const nodes = Object.values(schema.getTypeMap())
    .filter(isNode)
    .map(({ name }) => name);
  expect(nodes.filter((name) => !subjects.some(({ type }) => type === name)).sort()).toEqual(
    OF_ONES_OWN_LISTS,
  );
  const levels = new Set(
    kinds.map(([kind]) =>
      levelOf(world.people[kind], { id: world.campaigns.open.id, organizationId: world.ours }),
    ),
  );
  expect(levels).toEqual(new Set(['PUBLIC', 'VETTED', 'TEAM']));
});
