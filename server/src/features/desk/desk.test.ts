import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { graphql, type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCard, aPerson, letLeaseEnd, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { addComment } from '../../core/card/comment-on-card.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import { expireLease } from '../../core/card/lease.ts';
import { moveCard } from '../../core/card/move-card.ts';
import { passCraftReview } from '../../core/review/review-card.ts';
import { saveDraft } from '../../core/review/save-draft.ts';
import { updateCampaign } from '../../core/board/update-campaign.ts';
import { createContext } from '../../core/access/context.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { createSchema } from '../../app/schema.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import type { Viewer } from '../../core/access/viewer.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const HOUR = 3_600_000;
const db = () => services.orm.em.fork().getKysely();

/** The answer to a query as plain data; fails on an error. */
async function ask<Data>(viewer: Viewer | null, source: string, variableValues: object = {}): Promise<Data> {
  const contextValue = createContext(services, { viewer, requestId: 'desk' });
  const variables = variableValues as Record<string, unknown>;
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues: variables });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as Data;
}

interface List<Row> {
  edges: { cursor: string; node: Row }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface Person {
  handle: string;
}

interface DeskAnswer {
  sections: { section: string; total: number; late: number; since: string | null }[];
  asks: List<{
    askId: string;
    organizationName: string;
    answerBy: string;
    submittedAt: string;
    takenBy: Person;
  }>;
  campaigns: List<Record<string, unknown> & { campaign: { slug: string } }>;
  quietCards: List<{ card: { title: string }; why: string; since: string; late: boolean }>;
  quietPeople: List<{ person: Person; held: number; lastSeenAt: string | null; card: { title: string } }>;
  newcomers: List<{
    person: Person;
    finished: number;
    inReview: number;
    held: number;
    card: { title: string };
  }>;
  handIns: List<{ title: string }>;
}

const PAGE = 'pageInfo { hasNextPage endCursor }';
const DESK = `query ($filter: DeskFilter, $first: Int) { desk(filter: $filter) {
  sections { section total late since }
  asks(first: $first) { edges { cursor node { askId organizationName kind startsAt submittedAt answerBy takenAt
    takenBy { handle } } } ${PAGE} }
  campaigns(first: $first) { edges { cursor node { campaign { slug } open held inReview waiting waitingSince late quiet
    since } } ${PAGE} }
  quietCards(first: $first) { edges { cursor node { card { title holder { handle } campaign { title } } why since
    late } } ${PAGE} }
  quietPeople(first: $first) { edges { cursor node { person { handle } held lastSeenAt since late card { title } } }
    ${PAGE} }
  newcomers(first: $first) { edges { cursor node { person { handle standing } finished inReview held since late
    card { title } } } ${PAGE} }
  handIns(first: $first) { edges { cursor node { title holder { handle } } } ${PAGE} }
} }`;

async function deskOf(viewer: Viewer | null, filter: object = {}, first = 100): Promise<DeskAnswer> {
  const { desk } = await ask<{ desk: DeskAnswer | null }>(viewer, DESK, { filter, first });
  if (!desk) throw new Error('There is no desk for them.');
  return desk;
}

const nodes = <Row>({ edges }: List<Row>) => edges.map(({ node }) => node);
const titles = (list: { card: { title: string } }[]) => list.map(({ card }) => card.title).sort();

/** Lets time pass for one card: its moments move into the past. */
async function age(cardId: string, hours: number): Promise<void> {
  const past = (column: string) =>
    sql`${sql.ref(column)} = ${sql.ref(column)} - make_interval(secs => ${hours * 3600})`;
  const columns = [
    'created_at',
    'opened_at',
    'claimed_at',
    'updated_at',
    'handed_in_at',
    'finished_at',
    'waiting_since',
  ];
  await sql`update card set ${sql.join(columns.map(past))} where id = ${cardId}`.execute(db());
}

async function seen(personId: string, hoursAgo: number): Promise<void> {
  await sql`update session set last_seen_at = now() - make_interval(secs => ${hoursAgo * 3600})
    where person_id = ${personId}`.execute(db());
}

async function handleOf(personId: string): Promise<string> {
  const row = await db()
    .selectFrom('person')
    .select('handle')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return row.handle;
}

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
      ask<{ desk: unknown }>(viewer, '{ desk { sections { total } } }'),
    ),
  );
  expect(answers.map(({ desk }) => desk !== null)).toEqual([false, true, false, false]);
});

test('asks wait with their clocks, and without the contact', async () => {
  const { carmen, coordinator } = await localOnStrike(services);
  const waiting = await anAsk({ name: 'Waiting', hoursAgo: 3 });
  await anAsk({ name: 'Taken', hoursAgo: 5, status: 'TRIAGED', takenBy: coordinator, kind: 'STRIKE' });
  for (const status of ['DRAFT', 'ACCEPTED', 'DECLINED']) await anAsk({ name: status, status });

  const desk = await deskOf(carmen);
  const [first, second] = nodes(desk.asks);
  expect(nodes(desk.asks)).toHaveLength(2);
  expect(first).toMatchObject({
    organizationName: 'Taken',
    kind: 'STRIKE',
    startsAt: null,
    takenBy: { handle: await handleOf(coordinator) },
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
  const only = await deskOf(carmen, { mine: true });
  expect(nodes(only.asks).map(({ organizationName }) => organizationName)).toEqual(['Taken']);
  await sql`delete from ask`.execute(db());
});

interface Fact {
  title: string;
  status: string;
  hours: number;
  draftHours?: number;
  commentHours?: number;
}

/** The rules of what is quiet, once more and plainly; hours since the last sign, with a lease of 48 hours. */
function quietBy({ status, hours, draftHours = Infinity, commentHours = Infinity }: Fact): string | null {
  if (status === 'OPEN') return hours > 48 ? 'UNCLAIMED' : null;
  if (status === 'CLAIMED') return Math.min(hours, draftHours, commentHours) > 24 ? 'NO_SIGN' : null;
  if (status === 'IN_REVIEW') return hours > 24 ? 'NO_CRAFT_REVIEW' : null;
  return null;
}

test('cards are quiet by the rules, in every status and at every age', async () => {
  const strike = await localOnStrike(services, { title: 'Quiet rules' });
  const facts: Fact[] = [];
  for (const status of ['DRAFT', 'OPEN', 'CLAIMED', 'IN_REVIEW', 'DONE', 'CANCELLED'] as const) {
    for (const hours of [1, 23, 25, 47, 49, 200]) {
      const fact: Fact = { title: `${status} for ${hours}`, status, hours };
      const holder = await aPerson(services, strike.carmen);
      const { id } = await aCard(services, strike, status, { title: fact.title, holder });
      await age(id, hours);
      if (status === 'CLAIMED' && hours === 49) {
        await saveDraft(services, holder, { cardId: id, note: 'Half of it', links: [] });
        fact.draftHours = 0;
      }
      if (status === 'CLAIMED' && hours === 200) {
        await addComment(services, holder, { cardId: id, text: 'Tomorrow!' });
        fact.commentHours = 0;
      }
      facts.push(fact);
    }
  }
  const desk = await deskOf(strike.carmen, { campaign: strike.slug });
  const quiet = facts.filter((fact) => quietBy(fact) !== null);
  expect(
    nodes(desk.quietCards)
      .map(({ card, why }) => [card.title, why])
      .sort(),
  ).toEqual(quiet.map((fact) => [fact.title, quietBy(fact)]).sort());
  const ages = nodes(desk.quietCards).map(({ since }) => since);
  expect(ages).toEqual([...ages].sort());
  expect(nodes(desk.handIns).map(({ title }) => title)).toEqual(
    [200, 49, 47, 25, 23, 1].map((hours) => `IN_REVIEW for ${hours}`),
  );
  const [pulse] = nodes(desk.campaigns);
  expect(pulse).toMatchObject({ open: 6, held: 6, inReview: 6, quiet: quiet.length, waiting: 0, late: 0 });
  const count = (section: string) => desk.sections.find((each) => each.section === section);
  expect(count('QUIET_CARDS')).toMatchObject({ total: quiet.length, late: 0, since: ages[0] });
  expect(count('HAND_INS')).toMatchObject({ total: 6, late: 4 });

  await updateCampaign(services, strike.coordinator, { campaignId: strike.campaignId, ended: true });
  const ended = await deskOf(strike.carmen, { campaign: strike.slug });
  const lists: List<unknown>[] = [ended.campaigns, ended.quietCards, ended.handIns, ended.quietPeople];
  expect(lists.flatMap(nodes)).toEqual([]);
});

test('a card that was opened or came back is quiet only after its own two days', async () => {
  const strike = await localOnStrike(services, { title: 'Again' });
  const { id: opened } = await aCard(services, strike, 'DRAFT', { title: 'Opened late' });
  const { id: back } = await aCard(services, strike, 'CLAIMED', { title: 'Came back' });
  const { id: moved } = await aCard(services, strike, 'OPEN', { title: 'Only moved' });
  for (const id of [opened, back, moved]) await age(id, 300);
  await moveCard(services, strike.organizer, { cardId: opened, status: 'OPEN' });
  await letLeaseEnd(services, back);
  await expireLease(services, back);
  await moveCard(services, strike.organizer, { cardId: moved, afterCardId: back });
  const desk = await deskOf(strike.carmen, { campaign: strike.slug });
  expect(titles(nodes(desk.quietCards))).toEqual(['Only moved']);
});

test('without a craft review on the campaign nobody waits for one', async () => {
  const strike = await localOnStrike(services, {
    title: 'One gate',
    settings: { craftReviewRequired: false },
  });
  const { id } = await aCard(services, strike, 'IN_REVIEW');
  await age(id, 100);
  const desk = await deskOf(strike.carmen, { campaign: strike.slug });
  expect([nodes(desk.handIns), nodes(desk.quietCards)]).toEqual([[], []]);
  expect(nodes(desk.campaigns)[0]).toMatchObject({ inReview: 1, waiting: 1 });
});

test('the pulse tells the longest wait on the local and what is late', async () => {
  const strike = await localOnStrike(services, { title: 'Pulse' });
  const first = await aCard(services, strike, 'IN_REVIEW', { title: 'First' });
  const second = await aCard(services, strike, 'IN_REVIEW', { title: 'Second' });
  for (const { id } of [first, second]) await passCraftReview(services, strike.coordinator, { cardId: id });
  await age(second.id, 7);
  const late = await aCard(services, strike, 'OPEN', { title: 'Late' });
  const relative = await aCard(services, strike, 'OPEN', { title: 'Late by T-0' });
  await sql`update card set due_at = now() - interval '30 hours' where id = ${late.id}`.execute(db());
  await sql`update card set due_offset_hours = 10 where id = ${relative.id}`.execute(db());
  await sql`update campaign set starts_at = now() - interval '11 hours' where id = ${strike.campaignId}`.execute(
    db(),
  );

  const [pulse] = nodes((await deskOf(strike.carmen, { campaign: strike.slug })).campaigns);
  expect(pulse).toMatchObject({
    campaign: { slug: strike.slug },
    open: 2,
    inReview: 2,
    waiting: 2,
    late: 2,
    quiet: 0,
  });
  const hoursSince = (moment: unknown) => Math.round((Date.now() - Date.parse(String(moment))) / HOUR);
  expect([hoursSince(pulse!['waitingSince']), hoursSince(pulse!['since'])]).toEqual([7, 30]);
  const lateOnes = await deskOf(strike.carmen, { late: true });
  expect(nodes(lateOnes.campaigns).map(({ campaign }) => campaign.slug)).toEqual([strike.slug]);
});

test('people are quiet who hold a card and were not seen for two days', async () => {
  const strike = await localOnStrike(services, { title: 'Quiet people' });
  const person = () => aPerson(services, strike.carmen);
  const [silent, here, idle, gone, handedIn] = await Promise.all([
    person(),
    person(),
    person(),
    person(),
    person(),
  ]);
  for (const [title, holder] of [
    ['Silent', silent],
    ['Here', here],
    ['Gone', gone],
  ] as const) {
    await aCard(services, strike, 'CLAIMED', { title, holder });
  }
  const later = await aCard(services, strike, 'CLAIMED', { title: 'Ends later', holder: silent });
  await sql`update card set lease_expires_at = lease_expires_at + interval '9 hours' where id = ${later.id}`.execute(
    db(),
  );
  await aCard(services, strike, 'IN_REVIEW', { holder: handedIn });
  for (const id of [silent, idle, handedIn]) await seen(id, 50);
  await seen(here, 47);
  // Without a session it counts since when they have the card.
  await sql`delete from session where person_id = ${gone}`.execute(db());
  await sql`update card set claimed_at = now() - interval '60 hours' where holder_id = ${gone}`.execute(db());

  const people = nodes((await deskOf(strike.carmen, { campaign: strike.slug })).quietPeople);
  expect(people).toMatchObject([
    { person: { handle: await handleOf(gone) }, held: 1, lastSeenAt: null, card: { title: 'Gone' } },
    { person: { handle: await handleOf(silent) }, held: 2, card: { title: 'Silent' } },
  ]);
});

test('newcomers to vet: with work to judge, or lately joined with a card in hand', async () => {
  const strike = await localOnStrike(services, { title: 'Newcomers' });
  const person = () => aPerson(services, strike.carmen);
  const [finished, reviewed, lately, longAgo, nothing, vetted] = await Promise.all([
    person(),
    person(),
    person(),
    person(),
    person(),
    aPerson(services, strike.carmen, { standing: 'VETTED' }),
  ]);
  const { id } = await aCard(services, strike, 'DONE', { title: 'Finished', holder: finished });
  await age(id, 80);
  // Earned by the finished card; somebody NEW with one is whom an organizer's rules left NEW.
  await sql`update person set standing = 'NEW' where id = ${finished}`.execute(db());
  await aCard(services, strike, 'CLAIMED', { title: 'And one in hand', holder: finished });
  await aCard(services, strike, 'IN_REVIEW', { title: 'In review', holder: reviewed });
  await aCard(services, strike, 'CLAIMED', { title: 'Lately', holder: lately });
  await aCard(services, strike, 'CLAIMED', { title: 'Long ago', holder: longAgo });
  await aCard(services, strike, 'IN_REVIEW', { title: 'Vetted', holder: vetted });
  await sql`update person set created_at = now() - interval '15 days' where id in (${longAgo}, ${reviewed})`.execute(
    db(),
  );
  expect(nothing).toBeTruthy();

  const mine = { campaign: strike.slug };
  const newcomers = nodes((await deskOf(strike.carmen, mine)).newcomers);
  expect(newcomers).toMatchObject([
    {
      person: { handle: await handleOf(finished) },
      finished: 1,
      held: 1,
      card: { title: 'Finished' },
      late: true,
    },
    { person: { handle: await handleOf(reviewed) }, inReview: 1, card: { title: 'In review' }, late: false },
    { person: { handle: await handleOf(lately) }, held: 1, card: { title: 'Lately' } },
  ]);
  await setStanding(services, strike.carmen, { handle: await handleOf(reviewed), standing: 'VETTED' });
  expect(nodes((await deskOf(strike.carmen, mine)).newcomers)).toHaveLength(2);
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
  for (const { id } of cards) await age(id, 100);
  await sql`update card set due_at = now() - interval '1 hour' where id = ${cards[1]!.id}`.execute(db());
  const found = async (filter: object) => {
    const { quietCards, sections } = await deskOf(strike.carmen, filter);
    const list = nodes(quietCards);
    expect(sections.find(({ section }) => section === 'QUIET_CARDS')!.total).toBe(list.length);
    const ours = ['Poster 100%', 'Leaflet', 'Poster for the bus'];
    return titles(list).filter((title) => ours.includes(title));
  };
  expect(await found({ text: 'poster' })).toEqual(['Poster 100%', 'Poster for the bus']);
  expect(await found({ text: '100%' })).toEqual(['Poster 100%']);
  expect(await found({ text: 'THE BAKERY' })).toEqual(['Leaflet', 'Poster 100%']);
  expect(await found({ text: await handleOf(holder) })).toEqual(['Leaflet']);
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
    const answer: { desk: DeskAnswer } = await ask(strike.carmen, query, { filter, after });
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
  const { sections } = await deskOf(carmen, { text: 'whatever' });
  expect(sections.find(({ section }) => section === 'DELIVERIES')).toMatchObject({ total: 2, late: 1 });
});

test('a claim takes a card off the list of quiet ones', async () => {
  const strike = await localOnStrike(services, { title: 'Not quiet any more' });
  const { id } = await aCard(services, strike, 'OPEN', { title: 'Nobody’s' });
  await age(id, 100);
  expect(titles(nodes((await deskOf(strike.carmen, { campaign: strike.slug })).quietCards))).toEqual([
    'Nobody’s',
  ]);
  await claimCard(services, strike.volunteer, { cardId: id });
  expect(nodes((await deskOf(strike.carmen, { campaign: strike.slug })).quietCards)).toEqual([]);
});
