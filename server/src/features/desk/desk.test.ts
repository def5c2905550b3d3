import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { graphql, type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCard, aPerson, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createContext } from '../../core/access/context.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { createSchema } from '../../app/schema.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import {
  age,
  type DeskAnswer,
  type Desks,
  desksOf,
  handleOf,
  nodes,
  PAGE,
  titles,
} from '../../../test/support/a-desk.ts';

// What lies on the desk of coordinators, and how it is looked through.

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let desks: Desks;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  desks = desksOf(services, schema);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const HOUR = 3_600_000;
const db = () => services.orm.em.fork().getKysely();

async function anAsk(
  given: {
    status?: string;
    hoursAgo?: number;
    name?: string;
    takenBy?: string;
    kind?: string;
    campaignId?: string;
  } = {},
): Promise<string> {
  const {
    status = 'SUBMITTED',
    hoursAgo = 1,
    name = 'Bakers 12',
    takenBy = null,
    kind,
    campaignId = null,
  } = given;
  const id = newId();
  const answers = JSON.stringify({ organizationName: name, kind, startsAt: 'Monday, we think' });
  await sql`insert into ask (id, token_hash, status, answers, contact_sealed, submitted_at, triaged_at, triaged_by_id,
      campaign_id)
    values (${id}, ${randomBytes(32)}, ${status}, ${answers}::jsonb, ${Buffer.from('sealed contact')},
      now() - make_interval(secs => ${hoursAgo * 3600}), case when ${takenBy}::uuid is not null then now() end,
      ${takenBy}, ${campaignId})`.execute(db());
  return id;
}

test('the desk is for coordinators: nobody else has one', async () => {
  const strike = await localOnStrike(services);
  const viewers = [null, strike.carmen, { ...strike.carmen, coordinator: false }];
  const suspended: Viewer = { ...strike.carmen, standing: 'SUSPENDED' };
  const answers = await Promise.all(
    [...viewers, suspended].map((viewer) =>
      desks.ask<{ desk: unknown }>(viewer, '{ desk { sections { total } } }'),
    ),
  );
  expect(answers.map(({ desk }) => desk !== null)).toEqual([false, true, false, false]);
});

test('asks wait with their clocks, and without the contact', async () => {
  const { carmen, coordinator } = await localOnStrike(services);
  const waiting = await anAsk({ name: 'Waiting', hoursAgo: 3 });
  await anAsk({ name: 'Taken', hoursAgo: 5, status: 'TRIAGED', takenBy: coordinator, kind: 'STRIKE' });
  for (const status of ['DRAFT', 'ACCEPTED', 'DECLINED']) await anAsk({ name: status, status });

  const desk = await desks.deskOf(carmen);
  const [first, second] = nodes(desk.asks);
  expect(nodes(desk.asks)).toHaveLength(2);
  expect(first).toMatchObject({
    organizationName: 'Taken',
    kind: 'STRIKE',
    startsAt: null,
    takenBy: { handle: await handleOf(services, coordinator) },
  });
  expect(second).toMatchObject({
    askId: toGlobalId('Ask', waiting),
    organizationName: 'Waiting',
    takenBy: null,
  });
  const allowed = Date.parse(second!.answerBy) - Date.parse(second!.submittedAt);
  expect(allowed).toBe(4 * HOUR);
  expect(desk.sections).toContainEqual({ section: 'ASKS', total: 2, late: 1, since: first!.submittedAt });
  expect(JSON.stringify(desk)).not.toContain('sealed');
  const only = await desks.deskOf(carmen, { mine: true });
  expect(nodes(only.asks).map(({ organizationName }) => organizationName)).toEqual(['Taken']);
  await sql`delete from ask`.execute(db());
});

test('filters: words, campaign, kind, mine and late, in lists and counts alike', async () => {
  const strike = await localOnStrike(services, { title: 'Boycott of the bakery' });
  const other = await localOnStrike(services, { title: 'Night bus' });
  await sql`update campaign set kind = 'BOYCOTT' where id = ${strike.campaignId}`.execute(db());
  const holder = await aPerson(services, strike.carmen);
  const cards = [
    await aCard(services, strike, 'OPEN', { title: 'Poster 100%' }),
    await aCard(services, strike, 'CLAIMED', { title: 'Leaflet', holder }),
    await aCard(services, other, 'OPEN', { title: 'Poster for the bus' }),
  ];
  for (const { id } of cards) await age(services, id, 100);
  await sql`update card set due_at = now() - interval '1 hour' where id = ${cards[1]!.id}`.execute(db());
  const found = async (filter: object) => {
    const { quietCards, sections } = await desks.deskOf(strike.carmen, filter);
    const list = nodes(quietCards);
    expect(sections.find(({ section }) => section === 'QUIET_CARDS')!.total).toBe(list.length);
    const ours = ['Poster 100%', 'Leaflet', 'Poster for the bus'];
    return titles(list).filter((title) => ours.includes(title));
  };
  expect(await found({ text: 'poster' })).toEqual(['Poster 100%', 'Poster for the bus']);
  expect(await found({ text: '100%' })).toEqual(['Poster 100%']);
  expect(await found({ text: 'THE BAKERY' })).toEqual(['Leaflet', 'Poster 100%']);
  expect(await found({ text: await handleOf(services, holder) })).toEqual(['Leaflet']);
  expect(await found({ campaign: other.slug })).toEqual(['Poster for the bus']);
  expect(await found({ campaign: 'no-such' })).toEqual([]);
  expect(await found({ kind: 'BOYCOTT' })).toEqual(['Leaflet', 'Poster 100%']);
  expect(await found({ text: 'leaf', late: true, kind: 'BOYCOTT' })).toEqual(['Leaflet']);
  expect(await found({ text: 'poster', late: true })).toEqual([]);
  expect(await found({ mine: true })).toEqual([]);
  await anAsk({ status: 'ACCEPTED', takenBy: strike.coordinator, campaignId: other.campaignId });
  expect(await found({ mine: true })).toEqual(['Poster for the bus']);
  await sql`delete from ask`.execute(db());
});

test('a list is walked by its cursors without a gap; what is no cursor or too much is refused', async () => {
  const strike = await localOnStrike(services, { title: 'Many' });
  for (let index = 0; index < 7; index += 1) {
    const { id } = await aCard(services, strike, 'OPEN', { title: `Card ${index}` });
    // Some at the very same moment.
    await sql`update card set opened_at = date_trunc('hour', now()) - make_interval(hours => ${50 + (index % 3)})
      where id = ${id}`.execute(db());
  }
  const walked: string[] = [];
  const query = `query ($filter: DeskFilter, $after: String) { desk(filter: $filter) {
    quietCards(first: 2, after: $after) { edges { node { card { title } } } ${PAGE} } } }`;
  const filter = { campaign: strike.slug };
  let after: string | null = null;
  for (let more = true; more;) {
    const answer: { desk: DeskAnswer } = await desks.ask(strike.carmen, query, { filter, after });
    const { quietCards } = answer.desk;
    walked.push(...nodes(quietCards).map(({ card }) => card.title));
    after = quietCards.pageInfo.endCursor;
    more = quietCards.pageInfo.hasNextPage;
  }
  expect(walked).toHaveLength(7);
  expect(new Set(walked).size).toBe(7);

  const refused = async (source: string) => {
    const contextValue = createContext(services, { viewer: strike.carmen, requestId: 'desk' });
    const { errors } = await graphql({ schema, source, contextValue });
    return (errors?.[0]?.originalError as { code?: string } | undefined)?.code;
  };
  expect(await refused('{ desk { asks(first: 101) { edges { cursor } } } }')).toBe('INVALID_INPUT');
  expect(await refused('{ desk { asks(after: "bm8") { edges { cursor } } } }')).toBe('INVALID_INPUT');
  const forged = Buffer.from(JSON.stringify(['infinity', "' or true"])).toString('base64url');
  expect(await refused(`{ desk { asks(after: "${forged}") { edges { cursor } } } }`)).toBe('INVALID_INPUT');
  expect(await refused(`{ desk(filter: { text: "${'x'.repeat(101)}" }) { sections { total } } }`)).toBe(
    'INVALID_INPUT',
  );
});

test('messages that fail are counted, whatever is looked for', async () => {
  const { carmen } = await localOnStrike(services);
  const add = (more: { sent?: number; failure?: string; gaveUpHours?: number }) =>
    sql`insert into delivery (id, channel, sent_at, failure, gave_up_at) values (${newId()}, 'EMAIL',
      ${more.sent ? new Date() : null}, ${more.failure ?? null},
      ${more.gaveUpHours === undefined ? null : new Date(Date.now() - more.gaveUpHours * HOUR)})`.execute(
      db(),
    );
  await add({});
  await add({ sent: 1, failure: 'was down' });
  await add({ failure: 'is down' });
  await add({ failure: 'no such box', gaveUpHours: 1 });
  await add({ failure: 'long ago', gaveUpHours: 24 * 8 });
  const { sections } = await desks.deskOf(carmen, { text: 'whatever' });
  expect(sections.find(({ section }) => section === 'DELIVERIES')).toMatchObject({ total: 2, late: 1 });
});
