import 'reflect-metadata';
import { type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../src/app/schema.ts';
import { TokenScope } from '../src/core/access/token-scope.ts';
import type { Viewer } from '../src/core/access/viewer.ts';
import { blockCard } from '../src/core/card/block-card.ts';
import { passCraftReview } from '../src/core/review/review-card.ts';
import { WaitingKind } from '../src/features/home/read-waiting.ts';
import { fromGlobalId, toGlobalId, toPartId } from '../src/platform/graphql/global-id.ts';
import { selectAll } from './rights/selection.ts';
import { age } from './support/a-desk.ts';
import { answerTo, readPage } from './support/list-walk.ts';
import { aCard } from './support/local-on-strike.ts';
import { longLists, type LongLists } from './support/long-lists.ts';
import { coordinator } from './support/people.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';

// What a list shows is found again by its id, as it stands there, by whoever may read the list and by nobody else.

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let world: LongLists;
let carmen: Viewer;
const db = () => services.orm.em.fork().getKysely();

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  world = await longLists(services, schema);
  carmen = await coordinator(services, 'Cora');
  await everythingWaits();
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

/** Something of every kind that waits, a card on which nothing moves, and somebody who was not seen for long. */
async function everythingWaits(): Promise<void> {
  const { strike } = world;
  const good = await aCard(services, strike, 'IN_REVIEW');
  await passCraftReview(services, strike.coordinator, { cardId: good.id });
  await aCard(services, strike, 'IN_REVIEW');
  const stuck = await aCard(services, strike, 'CLAIMED');
  await blockCard(services, strike.volunteer, { cardId: stuck.id, reason: 'No photographs' });
  await aCard(services, strike, 'DRAFT', { caution: 'Ask the lawyer' });
  await sql`insert into lead_request (id, organization_id, campaign_id, person_id)
    values (uuidv7(), ${strike.organizationId}, ${strike.campaignId}, ${strike.vetted})`.execute(db());
  await sql`insert into suggestion (id, about, campaign_id, kind, text, language, state, same_hash, asker)
    values (uuidv7(), ${strike.campaignId}, ${strike.campaignId}, 'SUGGESTION', 'A song', 'en', 'WAITING',
      sha256('a song'::bytea), 'somebody')`.execute(db());
  await age(services, world.card.id, 100);
  await sql`update session set last_seen_at = now() - interval '4 days' where person_id = ${strike.volunteer}`.execute(
    db(),
  );
}

interface Case {
  type: string;
  /** `*` stands for what is asked of the list. */
  at: string;
  as: () => Viewer;
}

const LISTS: Case[] = [
  { type: 'WaitingAsk', at: 'desk { asks* }', as: () => carmen },
  { type: 'WaitingAsk', at: 'desk { heldAsks* }', as: () => carmen },
  { type: 'CampaignPulse', at: 'desk { campaigns* }', as: () => carmen },
  { type: 'QuietCard', at: 'desk { quietCards* }', as: () => carmen },
  { type: 'QuietPerson', at: 'desk { quietPeople* }', as: () => carmen },
  { type: 'NewcomerToVet', at: 'desk { newcomers* }', as: () => carmen },
  { type: 'DeskPerson', at: 'desk { people* }', as: () => carmen },
  { type: 'WaitingForYou', at: 'viewer { waiting* }', as: () => world.organizer },
  { type: 'Notification', at: 'viewer { notifications* }', as: () => world.volunteer },
];

type Row = { __typename: string; id: string };

async function listed({ type, at, as }: Case): Promise<Row[]> {
  const of = selectAll(schema.getType(type) as GraphQLObjectType);
  const page = await readPage({ services, schema, viewer: as() }, { at, of }, 'first: 100');
  return page!.nodes as Row[];
}

/** What somebody finds by an id, with all that there is to read of it. */
async function found(viewer: Viewer | null, type: string, id: string): Promise<unknown> {
  const of = selectAll(schema.getType(type) as GraphQLObjectType);
  const source = `{ node(id: "${id}") { ... on ${type} { ${of} } } }`;
  const { data, errors } = await answerTo({ services, schema, viewer }, source);
  expect(errors).toBeUndefined();
  return data?.['node'];
}

/** By a tool: as its person, with every scope there is. */
const asTool = (viewer: Viewer): Viewer => ({
  ...viewer,
  token: {
    ...{ id: viewer.sessionId, personId: viewer.personId, organizationId: null, campaigns: null },
    scopes: new Set(Object.values(TokenScope)),
  },
});

describe.each(LISTS)('$type of $at', (list) => {
  test('each is found as it stands in the list, and by nobody for whom it is none', async () => {
    const rows = await listed(list);
    expect(rows.length).toBeGreaterThan(0);
    const others = [
      null,
      world.hosts.stranger,
      world.people[1]!,
      { ...list.as(), standing: 'SUSPENDED' } as const,
    ];
    for (const row of rows) {
      expect(row.__typename).toBe(list.type);
      expect(await found(list.as(), list.type, row.id)).toEqual(row);
    }
    const [{ id }] = rows as [Row];
    for (const who of [...others, asTool(list.as())])
      // What somebody was told stays theirs while they are on hold.
      if (!(list.type === 'Notification' && who?.personId === list.as().personId && !who.token))
        expect(await found(who, list.type, id)).toBeNull();
  });
});

test('no two of all these have the same id', async () => {
  const ids: string[] = [];
  for (const list of LISTS) for (const { id } of await listed(list)) ids.push(id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('all kinds that wait have ids, of which none is another’s; a kind that is not yet there has none', async () => {
  const rows = (await listed(LISTS.find(({ type }) => type === 'WaitingForYou')!)) as (Row & {
    kind: string;
  })[];
  expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(Object.keys(WaitingKind)));
  const part = (id: string, kind: number) => toPartId('WaitingForYou', id, kind);
  expect(await found(world.organizer, 'WaitingForYou', part(world.strike.campaignId, 5))).toMatchObject({
    kind: 'SUGGESTION',
  });
  for (const kind of [0, 4, 6, 99])
    expect(await found(world.organizer, 'WaitingForYou', part(world.strike.campaignId, kind))).toBeNull();
});

test('what has left the desk is not found there any more, and the thing itself still is', async () => {
  const [{ id, askId }] = (await listed(LISTS[0]!)) as [Row & { askId: string }];
  const { uuid } = fromGlobalId(askId)!;
  expect(id).toBe(toGlobalId('WaitingAsk', uuid));
  await sql`update ask set status = 'DECLINED' where id = ${uuid}`.execute(db());
  expect(await found(carmen, 'WaitingAsk', id)).toBeNull();
  const { data } = await answerTo({ services, schema, viewer: carmen }, `{ node(id: "${askId}") { id } }`);
  expect(data).toEqual({ node: { id: askId } });
});
