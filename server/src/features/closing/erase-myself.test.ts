import 'reflect-metadata';
import { buffer as bytesOf } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { graphql } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  aCard,
  aHandle,
  cardNow,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { anExchange, cookiesOf } from '../../../test/support/an-exchange.ts';
import { findInDatabase } from '../../../test/support/find-in-database.ts';
import {
  coordinator as coordinatorNamed,
  everythingAboutPeople,
  joinAs,
} from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { Loaders } from '../../core/access/loaders.ts';
import { readerOf } from '../../core/access/viewer.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { addComment } from '../../core/card/comment-on-card.ts';
import { handInCard } from '../../core/review/hand-in-card.ts';
import { saveDraft } from '../../core/review/save-draft.ts';
import { setPublicPage } from '../difference/set-public-page.ts';
import { createContext } from '../../core/access/context.ts';
import { createSchema } from '../../app/schema.ts';
import type { Joined } from '../../core/person/join.ts';
import { exportCampaign } from './export-campaign.ts';
import { eraseMyself, finishErasing } from './erase-myself.ts';
import { features } from '../../app/features.ts';
import { runJob } from '../../app/jobs-of-features.ts';
import { RETENTION_QUEUE } from '../../platform/jobs/retention-queue.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let me: Joined;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
beforeEach(async () => {
  strike = await localOnStrike(services);
  me = await joinAs(services, aHandle());
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const rows = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await query.execute(services.orm.em.fork().getKysely())).rows;
const myId = () => me.viewer.personId;
const leave = () => eraseMyself(services, me.viewer, me.viewer.handle);

test('everything about a person goes; work stays as work, under a name that says nothing', async () => {
  const { handle } = me.viewer;
  const done = await aCard(services, strike, 'DONE', { holder: myId() });
  const held = await aCard(services, strike, 'CLAIMED', { holder: myId() });
  await saveDraft(services, myId(), { cardId: held.id, note: 'Half of it', links: [] });
  await addComment(services, myId(), { cardId: done.id, text: 'Words of mine' });
  await setPublicPage(services, me.viewer, { on: true });
  for (const statement of [
    sql`insert into contact (person_id, address_sealed, address_key) values (${myId()}, '\\x01', '\\x02')`,
    sql`insert into way_back (id, person_id, token_hash, code_hash) values (gen_random_uuid(), ${myId()}, '\\x0e', '\\x0f')`,
    sql`insert into push_subscription (id, person_id, sealed, endpoint_key) values (gen_random_uuid(), ${myId()}, '\\x01', decode(md5(${myId()}::text), 'hex'))`,
    sql`insert into calendar_feed (person_id, token_hash) values (${myId()}, decode(md5(${myId()}::text), 'hex'))`,
    sql`insert into notification (id, person_id, kind) values (gen_random_uuid(), ${myId()}, 'COMMENTED')`,
    sql`insert into notification_choice (person_id) values (${myId()})`,
    sql`insert into delivery (id, person_id, channel) values (gen_random_uuid(), ${myId()}, 'EMAIL')`,
    sql`insert into availability (person_id) values (${myId()})`,
    sql`insert into invitation (id, card_id, person_id, expires_at) values (gen_random_uuid(), ${done.id}, ${myId()}, now())`,
    sql`insert into conduct_statement (person_id, version) values (${myId()}, 1)`,
    sql`insert into standing_change (id, person_id, before, after, reason, note) values (gen_random_uuid(), ${myId()}, 'NEW', 'VETTED', 'VOUCHED', 'A friend')`,
    sql`insert into event (id, organization_id, slug, title, kind, place, starts_wall, ends_wall, time_zone, starts_at,
        ends_at, created_by_id)
      select gen_random_uuid(), ${strike.organizationId}, days || ${myId()}, 'Talk', 'CALL', 'Hall', '', '', 'UTC',
        now() + make_interval(days => days), now() + make_interval(days => days, hours => 1), ${myId()}
      from unnest(array[-2, 2]) as days`,
    // What is over counts without a name; what is to come does not wait for them.
    sql`insert into registration (id, event_id, person_id, name, code, seat, state, line, checked_in_by_id)
      select gen_random_uuid(), id, ${myId()}, 'Theirs', 'A', 'ROOM', 'ATTENDED', 1, ${myId()} from event
      where created_by_id = ${myId()}`,
    sql`insert into practice_card (id, event_id, title, deliverable, skill, hours, language, created_by_id)
      select gen_random_uuid(), id, 'Post', 'Three posts', 'WRITING', 1, 'en', ${myId()} from event
      where created_by_id = ${myId()}`,
    sql`insert into practice (id, card_id, person_id, words, answered_by_id) select gen_random_uuid(), id, ${myId()},
      'Mine', ${myId()} from practice_card where created_by_id = ${myId()}`,
    sql`insert into practice (id, card_id, person_id, answer, answered_by_id) select gen_random_uuid(), id,
      ${strike.vetted}, 'Mine', ${myId()} from practice_card where created_by_id = ${myId()}`,
    sql`insert into practice_piece (person_id, organization_id, by_id) values
      (${myId()}, ${strike.organizationId}, ${strike.vetted}), (${strike.vetted}, ${strike.organizationId}, ${myId()})`,
    sql`insert into shown_record (person_id, parts) values (${myId()}, array['TRAINED'])`,
    sql`insert into certificate (id, person_id, code, name, cards, hours, first_at, last_at)
      values (gen_random_uuid(), ${myId()}, ${myId()}, 'My own name', 1, 1, now(), now())`,
    sql`insert into drift_ask (person_id) values (${myId()})`,
    sql`insert into feedback_edition (hash, questions) values ('words', '{}') on conflict do nothing`,
    sql`insert into feedback (id, event_id, registration_id, person_id, edition_hash, good, counted)
      select gen_random_uuid(), event_id, id, person_id, 'words', 'Mine', '{"good": "Mine"}' from registration
      where person_id = ${myId()}`,
    sql`insert into takeaway (id, event_id, registration_id, person_id, text, decided_by_id)
      select gen_random_uuid(), event_id, id, person_id, 'Mine', person_id from registration
      where person_id = ${myId()}`,
    sql`insert into recap (event_id, volunteers, prepared, prepared_by_id, published, published_by_id)
      select id, thanked -> 'volunteers', thanked, ${myId()}, thanked, ${myId()} from event,
        jsonb_build_object('volunteers', jsonb_build_array(jsonb_build_object('name', ${handle}::text, 'personId', ${myId()}::text))) as thanked
      where created_by_id = ${myId()}`,
    sql`insert into recap_link (id, event_id, token_hash, label, created_by_id, expires_at)
      select gen_random_uuid(), id, decode(md5(id::text), 'hex'), 'Lou', ${myId()}, now() from event where created_by_id = ${myId()}`,
    sql`insert into room (event_id, chair_id) select id, ${myId()} from event where created_by_id = ${myId()}
      on conflict (event_id) do update set chair_id = excluded.chair_id`,
    sql`insert into suggestion (id, about, kind, text, same_hash, state, asker, person_id, answer, answered_at, answered_by_id)
      select gen_random_uuid(), 'programme', 'SUGGESTION', 'Mine', decode(md5(n || ${myId()}::text), 'hex'), 'ANSWERED',
        ${myId()}, ${myId()}, 'Yes', now(), ${myId()} from generate_series(1, 2) as n`,
    sql`insert into suggestion_vote (suggestion_id, voter, person_id)
      select id, ${myId()}, ${myId()} from suggestion where person_id = ${myId()}`,
    sql`insert into campaign_block (campaign_id, person_id, reason) values (${strike.campaignId}, ${myId()}, 'x')`,
    sql`insert into adviser (person_id, topics, offered_at) values (${myId()}, array['Mine'], now())`,
    sql`insert into adviser (person_id, invited_by_id) values (${strike.vetted}, ${myId()})`,
    sql`insert into office_hours (id, person_id, weekdays, from_date, from_minute, until_minute, slot_minutes, time_zone)
      values (gen_random_uuid(), ${myId()}, array[1], now(), 540, 600, 30, 'UTC')`,
    sql`insert into hours_exception (id, person_id, on_date) values (gen_random_uuid(), ${myId()}, now())`,
    sql`insert into booking (id, adviser_id, booker_id, ended_by_id, starts_at, ends_at, time_zone, question, state)
      select gen_random_uuid(), adviser, booker, ${myId()}, at, at + interval '1 hour', 'UTC', 'Mine', 'CANCELLED'
      from (values (${myId()}::uuid, ${strike.vetted}::uuid, now() - interval '1 day'),
        (${strike.vetted}, ${myId()}, now() + interval '1 day')) as talk(adviser, booker, at)`,
  ])
    await rows(statement);
  await leave();

  // Every table that names a person: none but those of the work, and the log, may name this one.
  const naming = await rows(
    sql<{ table: string; column: string }>`
      select kcu.table_name as "table", kcu.column_name as "column" from information_schema.referential_constraints rc
      join information_schema.key_column_usage kcu on kcu.constraint_name = rc.constraint_name
      join information_schema.constraint_column_usage ccu on ccu.constraint_name = rc.constraint_name
      where ccu.table_name = 'person' order by 1, 2`,
  );
  expect(naming.length).toBeGreaterThan(25);
  const left: string[] = [];
  for (const { table, column } of naming) {
    const found = await rows(sql`select from ${sql.table(table)} where ${sql.ref(column)} = ${myId()}`);
    if (found.length > 0) left.push(`${table}.${column}`);
  }
  expect(left).toEqual([
    ...['card.holder_id', 'claim.person_id', 'comment.person_id', 'draft.person_id', 'hand_in.person_id'],
  ]);
  expect(
    await rows(sql`select text, removed_at is not null as removed from comment where person_id = ${myId()}`),
  ).toEqual([{ text: '', removed: true }]);
  const places = sql`select name, state, ends_at < now() as over from registration
    join event on event.id = event_id where slug like ${`%${myId()}`}`;
  expect(await rows(places)).toEqual([{ name: '', state: 'ATTENDED', over: true }]);
  expect(await cardNow(services, done.id)).toMatchObject({
    status: 'DONE',
    commentCount: 0,
    thanks: 'Thank you',
  });
  expect(await cardNow(services, held.id)).toMatchObject({ status: 'OPEN', holderId: null, draftKept: true });
  const [person] = await rows(
    sql<{
      handle: string;
      skills: string[];
    }>`select handle, skills, languages, recovery_hash, coordinator, standing
      from person where id = ${myId()}`,
  );
  expect(person).toMatchObject({ skills: [], languages: [], recovery_hash: null, coordinator: false });
  expect(person!.handle).toMatch(/^gone-[0-9a-f]{10}$/);
  // What says so to every screen: that they left, and not the name that says nothing.
  const loaders = new Loaders({ em: services.orm.em.fork(), reader: readerOf(null), viewerId: null });
  expect(await loaders.of(personLoader).load(myId())).toMatchObject({ hasLeft: true });
  const { reader } = await exportCampaign(services, done.campaignId);
  const exported = Object.values(unzipSync(await bytesOf(reader)))
    .map((bytes) => new TextDecoder().decode(bytes))
    .join();
  expect(exported).toContain('a person who left');
  expect(exported).not.toContain(person!.handle);
  const dump = JSON.stringify(await everythingAboutPeople(services));
  expect(dump).not.toContain(handle);
  expect(services.sent).toContainEqual({ person: myId() });
  // The handle is free again, and whoever takes it has nothing of mine.
  expect((await joinAs(services, handle)).viewer.personId).not.toBe(myId());
});

test('whatever a person was part of, their row is named only where it has a reason', async () => {
  const carmen = await coordinatorNamed(services, aHandle());
  me = { ...me, viewer: carmen };
  // Their row in every column of every table that may name one.
  const columns = await rows(
    sql<{ table: string; column: string }>`
      select kcu.table_name as "table", kcu.column_name as "column" from information_schema.referential_constraints rc
      join information_schema.key_column_usage kcu on kcu.constraint_name = rc.constraint_name
      join information_schema.constraint_column_usage ccu on ccu.constraint_name = rc.constraint_name
      where ccu.table_name = 'person'`,
  );
  const done = await aCard(services, strike, 'DONE', { holder: strike.volunteer });
  await addComment(services, strike.organizer, { cardId: done.id, text: 'Well done', requestId: 'r' });
  for (const statement of [
    sql`insert into ask (id, token_hash, status, campaign_id) values (${done.id}, '\\x0a', 'ACCEPTED', ${strike.campaignId})`,
    sql`insert into plan (id, ask_id) values (gen_random_uuid(), ${done.id})`,
    sql`insert into closing (campaign_id, erase_after) values (${strike.campaignId}, now() + interval '9 days')`,
    sql`insert into draft (card_id, person_id, note, kept_at) values (${done.id}, ${strike.vetted}, 'So far', now())`,
    sql`insert into template_edition (key, version, words, edited_by_id) values ('x', 99, '{}', ${myId()})`,
    sql`insert into approval_link (id, card_id, token_hash, created_by_id, expires_at) values (gen_random_uuid(), ${done.id}, '\\x0b', ${myId()}, now())`,
    sql`insert into watch_link (id, campaign_id, token_hash, created_by_id, expires_at) values (gen_random_uuid(), ${strike.campaignId}, '\\x0c', ${myId()}, now())`,
    sql`insert into role_link (id, campaign_id, token_hash, label, role, created_by_id, expires_at) values (gen_random_uuid(), ${strike.campaignId}, '\\x0d', 'Lou', 'APPROVER', ${myId()}, now())`,
    ...['person_id', 'given_by_id', 'by_id'].map(
      (column) => sql`insert into role_removal (id, organization_id, role, person_id, by_id, given_by_id)
        select gen_random_uuid(), ${strike.organizationId}, 'APPROVER', row.person_id, row.by_id, row.given_by_id
        from (select ${strike.vetted}::uuid as person_id, ${strike.organizer}::uuid as by_id, ${strike.organizer}::uuid as given_by_id) as base,
          lateral (select case when ${column} = 'person_id' then ${myId()}::uuid else base.person_id end as person_id,
            case when ${column} = 'by_id' then ${myId()}::uuid else base.by_id end as by_id,
            case when ${column} = 'given_by_id' then ${myId()}::uuid else base.given_by_id end as given_by_id) as row`,
    ),
  ])
    await rows(statement);
  const named: string[] = [];
  for (const { table, column } of columns) {
    try {
      const one = sql`(select ctid from ${sql.table(table)} limit 1)`;
      const { length } = await rows(
        sql`update ${sql.table(table)} set ${sql.ref(column)} = ${myId()} where ctid = ${one} returning 1`,
      );
      if (length > 0) named.push(`${table}.${column}`);
    } catch {
      // It names them already, and may do so once.
    }
  }
  expect(named).toEqual(
    expect.arrayContaining([
      'ask.decided_by_id',
      'board_event.actor_id',
      'plan.organizer_id',
      'closing.closed_by_id',
    ]),
  );
  await leave();
  const left = (await findInDatabase(services, [myId(), me.viewer.handle])).filter(
    // Jobs that are done age out.
    (place) => !place.startsWith('job_common.') && !place.startsWith('job.'),
  );
  expect(left).toEqual([
    // A link ends by itself.
    'approval_link.created_by_id',
    // So that a demo can be told from what people made, and a role from one that nobody gave.
    ...['campaign.created_by_id'],
    // Work that was finished: who did it, and the two gates it passed.
    ...['card.craft_reviewer_id', 'card.holder_id', 'card.thanked_by_id', 'claim.person_id'],
    // Without words, so that what others answered keeps its place.
    'comment.person_id',
    // Kept for whoever comes next.
    'draft.person_id',
    ...['hand_in.craft_reviewer_id', 'hand_in.link_made_by_id', 'hand_in.person_id', 'hand_in.reviewer_id'],
    ...['membership.given_by_id', 'organization.created_by_id'],
    // The row that holds nothing but a name that says nothing.
    'person.id',
    'watch_link.created_by_id',
  ]);
}, 60_000);

test('whoever has a board before them is told to forget the name, once', async () => {
  const done = await aCard(services, strike, 'DONE', { holder: myId() });
  const told = () =>
    rows(sql<{ kind: string; cards: string[] }>`
      select kind, cards from board_event where board_id = ${strike.boardId} and fields @> array['handle']`);
  expect(await told()).toEqual([]);
  await leave();
  expect(await told()).toEqual([{ kind: 'PERSON_LEFT', cards: [done.id] }]);
  await finishErasing(services, myId());
  expect(await told()).toHaveLength(1);
});

test('another handle is refused and changes nothing', async () => {
  const before = await everythingAboutPeople(services);
  const refused = await refusalOf(eraseMyself(services, me.viewer, 'Somebodyelse'));
  expect(refused).toMatchObject({ code: 'INVALID_INPUT', field: 'handle', reason: 'UNKNOWN' });
  expect(await everythingAboutPeople(services)).toEqual(before);
});

test('of the last two coordinators who leave at once, one stays', async () => {
  await rows(sql`update person set coordinator = false where id not in (${myId()}, ${strike.coordinator})`);
  await rows(sql`update person set coordinator = true where id = ${myId()}`);
  const both = await Promise.allSettled([
    leave(),
    eraseMyself(services, strike.carmen, strike.carmen.handle),
  ]);
  // Locking oneself alone lets both go.
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [refused] = both.filter((each) => each.status === 'rejected');
  expect(refused!.reason).toMatchObject({
    code: 'NOT_ALLOWED',
    message: expect.stringContaining('last coordinator'),
  });
});

test('people of the demo stay', async () => {
  await rows(sql`update person set demo_part = 'VOLUNTEER' where id = ${myId()}`);
  expect((await refusalOf(leave())).code).toBe('NOT_ALLOWED');
});

test('leaving while handing in: the work is in, or the card is open with the draft; never held by nobody', async () => {
  for (let round = 0; round < 6; round += 1) {
    me = await joinAs(services, aHandle());
    const { id } = await aCard(services, strike, 'CLAIMED', { holder: myId() });
    await Promise.allSettled([
      leave(),
      handInCard(services, myId(), { cardId: id, note: 'Done', links: [] }),
    ]);
    await finishErasing(services, myId());
    expect(['OPEN', 'IN_REVIEW']).toContain((await cardNow(services, id)).status);
    expect(await rows(sql`select from claim where person_id = ${myId()} and ended_at is null`)).toEqual([]);
    expect((await refusalOf(addComment(services, myId(), { cardId: id, text: 'Again' }))).code).toBe(
      'SUSPENDED',
    );
  }
});

test('what a crash left undone is done by the job, and for somebody who stays the job does nothing', async () => {
  const { id } = await aCard(services, strike, 'CLAIMED', { holder: myId() });
  await runJob(services, features, { queue: RETENTION_QUEUE, job: { personId: myId() } });
  expect((await cardNow(services, id)).status).toBe('CLAIMED');
  await rows(sql`update person set erased_at = now(), standing = 'SUSPENDED' where id = ${myId()}`);
  await runJob(services, features, { queue: RETENTION_QUEUE, job: { personId: myId() } });
  expect((await cardNow(services, id)).status).toBe('OPEN');
  await runJob(services, features, { queue: RETENTION_QUEUE, job: { personId: myId() } });
});

test('the browser forgets its session; who is signed out is refused', async () => {
  const schema = await createSchema();
  const ask = async (viewer: Joined['viewer'] | null) => {
    const http = anExchange();
    const contextValue = createContext(services, { viewer, http, requestId: 'test' });
    const source = `mutation { eraseMyself(input: { handle: "${me.viewer.handle}" }) { erased errors { code } } }`;
    const { data } = await graphql({ schema, source, contextValue });
    return {
      ...(JSON.parse(JSON.stringify(data)) as { eraseMyself: object }).eraseMyself,
      cookies: cookiesOf(http),
    };
  };
  expect(await ask(null)).toMatchObject({ erased: null, errors: [{ code: 'NOT_SIGNED_IN' }], cookies: [] });
  const done = await ask(me.viewer);
  expect(done).toMatchObject({ erased: true, errors: [] });
  expect(done.cookies.join()).toContain('Max-Age=0');
});
