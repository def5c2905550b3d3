import 'reflect-metadata';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findInDatabase } from '../../../test/support/find-in-database.ts';
import { aCard, cardNow, type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { addComment } from '../../core/card/comment-on-card.ts';
import { updateCard } from '../../core/card/update-card.ts';
import { handBackCard } from '../../core/card/hand-back-card.ts';
import { saveDraft } from '../../core/review/save-draft.ts';
import { approveClosingPage } from './approve-closing-page.ts';
import { closeCampaign } from './close-campaign.ts';
import { eraseCampaign } from './erase-campaign.ts';

/** What is to stay of a public campaign: its name, the shape of its board, titles that anybody could read, its last page. */
const WORDS_STAY = [
  ...['board_event.fields', 'campaign.languages', 'campaign.slug', 'campaign.time_zone', 'campaign.title'],
  ...['card.language', 'card.languages', 'card.position', 'card.title', 'closing.outcome', 'closing.thanks'],
  // Where a notice leads that is not of the campaign.
  'notification.path',
];
/** Rows in these are of one campaign; what is planted in them has to go, or stand above. */
const ITS_TABLES = [
  ...[
    'campaign',
    'card',
    'claim',
    'hand_in',
    'draft',
    'comment',
    'ask',
    'plan',
    'approval_link',
    'recap_link',
    'invitation',
  ],
  ...['campaign_block', 'standing_change', 'closing', 'board', 'board_event', 'watch_link', 'lead_request'],
  ...['notification', 'file', 'file_piece', 'material'],
  ...[
    'role_link',
    'board_undo',
    'event',
    'event_session',
    'registration',
    'turnout',
    'practice_card',
    'practice',
  ],
  ...['room', 'room_event', 'poll', 'poll_vote', 'room_note', 'question_outcome'],
  ...['opening', 'application', 'question', 'question_vote'],
  ...['feedback', 'feedback_sum', 'recap', 'takeaway'],
  ...['suggestion', 'suggestion_vote', 'programme_campaign'],
  ...['webhook', 'webhook_board', 'webhook_delivery', 'webhook_attempt'],
  ...['board_import', 'import_source'],
];
/** Rows in these are of people, organizations or the house. A new table has to be put here or above. */
const OTHER_TABLES = [
  ...[
    'availability',
    'calendar_feed',
    'code_brake',
    'conduct_statement',
    'contact',
    'delivery',
    'entry_count',
    'file_leftover',
  ],
  ...['erased_ask', 'history', 'membership', 'migration', 'notification_choice', 'organization', 'person'],
  ...['public_page', 'push_key', 'push_subscription', 'session', 'template_edition', 'mail_count', 'vouch'],
  ...['practice_piece', 'shown_record', 'certificate', 'drift_ask', 'drift_answer'],
  ...['role_removal', 'way_back'],
  ...['adviser', 'office_hours', 'hours_exception', 'booking', 'feedback_edition'],
  ...['assessment', 'assessment_sheet'],
  ...['token'],
];

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let campaignId: string;
// A database of its own: every row in it belongs to this one campaign.
beforeEach(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
  campaignId = strike.campaignId;
}, 60_000);
afterEach(async () => {
  await services.close();
  await database.drop();
});

const rows = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await query.execute(services.orm.em.fork().getKysely())).rows;
const letTimePass = () =>
  rows(sql`update closing set erase_after = now() - interval '1 second' where campaign_id = ${campaignId}`);

test('every table is known to be of a campaign, or not', async () => {
  const tables = await rows(sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`);
  expect(tables.map(({ name }) => name).sort()).toEqual([...ITS_TABLES, ...OTHER_TABLES].sort());
});

/** A campaign with something in each of its tables, closed, and its last page approved. */
async function campaignWithEverything(): Promise<{ secret: string; inReview: string }> {
  const done = await aCard(services, strike, 'DONE');
  const held = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
  const secret = await aCard(services, strike, 'DONE', { sensitivity: 'TEAM', holder: strike.member });
  const inReview = await aCard(services, strike, 'IN_REVIEW', { holder: strike.vetted });
  for (const { id: cardId, version } of [held, inReview])
    await updateCard(services, strike.organizer, { cardId, version, deliverable: 'Another leaflet' });
  const tried = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
  await handBackCard(services, strike.vetted, { cardId: tried.id, note: 'No time' });
  await saveDraft(services, strike.vetted, { cardId: held.id, note: 'So far', links: [] });
  await addComment(services, strike.organizer, { cardId: done.id, text: 'Well done', requestId: 'r' });
  for (const statement of [
    sql`insert into ask (id, token_hash, status, contact_sealed, likeness_keys, decline_words, decline_elsewhere, campaign_id)
      values ('019a0000-0000-7000-8000-000000000001', '\\x01', 'ACCEPTED', '\\x02', array['\\x03'::bytea], '', '', ${campaignId})`,
    sql`insert into plan (id, ask_id) values (gen_random_uuid(), '019a0000-0000-7000-8000-000000000001')`,
    sql`insert into approval_link (id, card_id, token_hash, created_by_id, expires_at)
      values (gen_random_uuid(), ${done.id}, '\\x04', ${strike.organizer}, now())`,
    sql`insert into invitation (id, card_id, person_id, expires_at)
      values (gen_random_uuid(), ${done.id}, ${strike.member}, now())`,
    sql`insert into suggestion (id, about, campaign_id, kind, text, same_hash, asker, card_id)
      values (gen_random_uuid(), ${campaignId}, ${campaignId}, 'QUESTION', 'Ours', '\\x01', 'a', ${done.id})`,
    sql`insert into suggestion_vote (suggestion_id, voter) select id, 'a' from suggestion`,
    sql`insert into programme_campaign (campaign_id) values (${campaignId})`,
    sql`insert into watch_link (id, campaign_id, token_hash, created_by_id, expires_at)
      values (gen_random_uuid(), ${campaignId}, '\\x05', ${strike.organizer}, now())`,
    sql`insert into file (id, card_id, person_id, use, name, media_type, bytes, hand_in, attached_at)
      select gen_random_uuid(), card_id, person_id, 'WORK', 'a.jpg', 'image/jpeg', 1, id, now() from hand_in`,
    sql`insert into file (id, card_id, person_id, use, name, media_type, bytes)
      values (gen_random_uuid(), ${held.id}, ${strike.vetted}, 'WORK', 'b.jpg', 'image/jpeg', 1)`,
    sql`insert into file_piece (file_id, part, at, data) select id, 'WHOLE', 0, '\\x06' from file`,
    sql`insert into role_link (id, campaign_id, token_hash, label, role, created_by_id, expires_at)
      values (gen_random_uuid(), ${campaignId}, '\\x06', 'Lou', 'APPROVER', ${strike.organizer}, now())`,
    sql`insert into webhook (id, person_id, label, sealed_url, document, sealed_secret)
      values ('019a0000-0000-7000-8000-000000000009', ${strike.organizer}, 'x', '\\x08', '', '\\x08')`,
    sql`insert into webhook_board (webhook_id, board_id, epoch, revision, told)
      select id, ${strike.boardId}, '', 0, 0 from webhook`,
    sql`insert into webhook_delivery (id, webhook_id, board_id, previous, read_from, revision)
      select id, id, ${strike.boardId}, 0, 0, 1 from webhook`,
    sql`insert into webhook_attempt (id, delivery_id, said, ms) select id, id, 'No', 1 from webhook_delivery`,
    sql`insert into board_undo (board_id, revision, person_id, kind, at, before, comments)
      values (${strike.boardId}, 1, ${strike.organizer}, 'CANCELLED', now(), '[{}]', array[gen_random_uuid()])`,
    sql`insert into board_import (board_id, revision, person_id, format, cards)
      values (${strike.boardId}, 1, ${strike.organizer}, 'CSV', 1)`,
    sql`insert into import_source (id, campaign_id, person_id, body)
      values (gen_random_uuid(), ${campaignId}, ${strike.organizer}, '\\x07')`,
    sql`insert into event (id, organization_id, campaign_id, slug, title, kind, place, starts_wall, ends_wall, time_zone,
        starts_at, ends_at, created_by_id, stream_url, request_hash)
      values ('019a0000-0000-7000-8000-000000000002', ${strike.organizationId}, ${campaignId}, 'talk', 'Talk', 'CALL',
        'Hall', '', '', 'UTC', now(), now() + interval '1 hour', ${strike.organizer}, '', '\\x07')`,
    sql`insert into event_session (id, event_id, title, starts_wall, starts_at, minutes)
      values (gen_random_uuid(), '019a0000-0000-7000-8000-000000000002', 'Practice', '', now(), 30)`,
    sql`insert into registration (id, event_id, person_id, code, seat, state, line, secret_hash, checked_in_by_id)
      values (gen_random_uuid(), '019a0000-0000-7000-8000-000000000002', ${strike.vetted}, 'A', 'ROOM', 'ATTENDED', 1,
        '\\x08', ${strike.approver})`,
    sql`insert into practice_card (id, event_id, title, deliverable, skill, hours, language, request_hash, created_by_id)
      values ('019a0000-0000-7000-8000-000000000003', '019a0000-0000-7000-8000-000000000002', 'Post', 'Three posts',
        'WRITING', 1, 'en', '\\x09', ${strike.organizer})`,
    sql`insert into practice (id, card_id, person_id, state, words, answer, answered_by_id)
      values (gen_random_uuid(), '019a0000-0000-7000-8000-000000000003', ${strike.vetted}, 'DONE', 'Here', 'Good',
        ${strike.approver})`,
    sql`insert into feedback_edition (hash, questions) values ('words', '{}')`,
    sql`insert into feedback (id, event_id, registration_id, person_id, edition_hash, counted)
      select gen_random_uuid(), event_id, id, person_id, 'words', '{}' from registration`,
    sql`insert into feedback_sum (event_id) values ('019a0000-0000-7000-8000-000000000002')`,
    sql`insert into recap (event_id, recording_url, presenters, hosts, sponsors, prepared, prepared_by_id, published,
        published_by_id)
      values ('019a0000-0000-7000-8000-000000000002', '', '[]', '[]', '[]', '{}', ${strike.organizer}, '{}', ${strike.approver})`,
    sql`insert into takeaway (id, event_id, registration_id, person_id, text, decided_by_id)
      select gen_random_uuid(), event_id, id, person_id, 'Early', ${strike.organizer} from registration`,
    sql`insert into recap_link (id, event_id, token_hash, label, created_by_id, expires_at)
      values (gen_random_uuid(), '019a0000-0000-7000-8000-000000000002', '\\x0e', '', ${strike.organizer}, now())`,
    sql`insert into turnout (event_id) values ('019a0000-0000-7000-8000-000000000002')`,
    sql`insert into room (event_id, chair_id)
      values ('019a0000-0000-7000-8000-000000000002', ${strike.vetted})`,
    sql`insert into room_event (event_id, revision, kind) values ('019a0000-0000-7000-8000-000000000002', 1, 'NOW_SET')`,
    sql`insert into poll (id, event_id, text, options, counts)
      values ('019a0000-0000-7000-8000-000000000003', '019a0000-0000-7000-8000-000000000002', '', '{}', '{}')`,
    sql`insert into poll_vote (poll_id, voter, person_id, choice)
      values ('019a0000-0000-7000-8000-000000000003', '', ${strike.vetted}, 1)`,
    sql`insert into room_note (id, event_id, position, text, person_id)
      values (gen_random_uuid(), '019a0000-0000-7000-8000-000000000002', 'a0', '', ${strike.vetted})`,
    sql`insert into question (id, subject_kind, subject_id, text, same_hash, asker, person_id, answer, answered_by_id)
      values ('019a0000-0000-7000-8000-000000000004', 'Event', '019a0000-0000-7000-8000-000000000002', '', '\\x09', '',
        ${strike.vetted}, '', ${strike.organizer})`,
    sql`insert into question_vote (question_id, voter, person_id)
      values ('019a0000-0000-7000-8000-000000000004', '', ${strike.vetted})`,
    sql`insert into question_outcome (question_id, card_id)
      values ('019a0000-0000-7000-8000-000000000004', ${done.id})`,
    sql`insert into notification (id, person_id, kind, event_id)
      values (gen_random_uuid(), ${strike.vetted}, 'EVENT_MOVED', '019a0000-0000-7000-8000-000000000002')`,
    sql`insert into opening (id, slug, organization_id, campaign_id, title, story, pay_from, pay_to, currency, pay_per,
        hours_a_week, closes_on, time_zone, closes_at)
      values ('019a0000-0000-7000-8000-000000000002', 'o', ${strike.organizationId}, ${campaignId}, 't', 's', 1, 1, 'USD',
        'HOUR', 1, '2090-01-01T10:00', 'UTC', now())`,
    sql`insert into application (id, opening_id, person_id, words, given, contact_sealed, shown_name, answer)
      values (gen_random_uuid(), '019a0000-0000-7000-8000-000000000002', ${strike.vetted}, 'w', '{}', '\\x07', 'n', 'a')`,
    sql`insert into question (id, subject_kind, subject_id, text, same_hash, asker, answer)
      values (gen_random_uuid(), 'Opening', '019a0000-0000-7000-8000-000000000002', 'q', '\\x08', 'x', 'a')`,
    sql`insert into question_vote (question_id, voter) select id, 'v' from question`,
    sql`insert into campaign_block (campaign_id, person_id) values (${campaignId}, ${strike.foreigner})`,
    sql`delete from standing_change`,
    sql`insert into standing_change (id, person_id, before, after, reason, card_id)
      values (gen_random_uuid(), ${strike.volunteer}, 'NEW', 'VETTED', 'WORK_APPROVED', ${done.id})`,
  ])
    await rows(statement);
  await closeCampaign(services, strike.organizer, { campaignId });
  await approveClosingPage(services, strike.approver, { campaignId });
  await rows(
    sql`update card set returned_by_id = ${strike.organizer}, caution_cleared_by_id = ${strike.organizer}`,
  );
  return { secret: secret.id, inReview: inReview.id };
}

/** Puts a mark into every column that holds words, of every row of these tables. Returns the marked columns. */
async function plantMarks(): Promise<string[]> {
  const columns = await rows(
    sql<{ table: string; column: string; type: string }>`
      select table_name as "table", column_name as "column", udt_name as type from information_schema.columns
      where table_schema = 'public' and table_name = any(${ITS_TABLES}::text[])
        and udt_name in ('text', 'varchar', 'json', 'jsonb', 'bytea', '_text', '_bytea')`,
  );
  const planted: string[] = [];
  for (const { table, column, type } of columns) {
    const mark = `MARK.${table}.${column}.`;
    const bytes = sql`convert_to(${mark}, 'UTF8')`;
    // By this a question is known to be of the opening.
    if (`${table}.${column}` === 'question.subject_kind') continue;
    const value =
      {
        json: sql`json_build_array(${mark}::text)`,
        jsonb: sql`jsonb_build_array(${mark}::text)`,
        _text: sql`array[${mark}::text]`,
        bytea: bytes,
        _bytea: sql`array[${bytes}]`,
      }[type] ?? sql`${mark}::text`;
    try {
      await rows(sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value}`);
      planted.push(`${table}.${column}`);
    } catch {
      // One of a few values (a status, a kind), or one that must differ: it holds no words.
    }
  }
  return planted;
}

test('of all words that were planted, only what is to stay is in the database', async () => {
  const { secret, inReview } = await campaignWithEverything();
  const planted = await plantMarks();
  expect(planted.length).toBeGreaterThan(45);
  expect(WORDS_STAY.filter((column) => !planted.includes(column))).toEqual([]);
  await rows(sql`update card set title = 'A SECRET TITLE' where id = ${secret}`);
  // The search finds what is there: words in every kind of column.
  const before = await findInDatabase(services, ['MARK.']);
  for (const place of [
    'comment.text',
    'ask.answers',
    'ask.contact_sealed',
    'ask.likeness_keys',
    'plan.items',
  ])
    expect(before).toContain(place);
  expect(await findInDatabase(services, ['A SECRET TITLE'])).toEqual(['card.title']);
  await letTimePass();
  expect(await eraseCampaign(services, campaignId)).toBe(true);
  expect(await findInDatabase(services, ['MARK.'])).toEqual(WORDS_STAY);
  expect(await findInDatabase(services, ['A SECRET TITLE'])).toEqual([]);
  const { number, title } = await cardNow(services, secret);
  expect(title).toBe(`#${number}`);
  expect(await cardNow(services, inReview)).toMatchObject({ status: 'OPEN', holderId: null });
  // Nor are there rows without words.
  for (const table of [
    'comment',
    'hand_in',
    'draft',
    'ask',
    'plan',
    'approval_link',
    'watch_link',
    'file',
    'event',
    'opening',
    'application',
    'question',
  ])
    expect([table, ...(await rows(sql`select from ${sql.table(table)}`))]).toEqual([table]);
  // What people are told of themselves is not of the campaign.
  const told = sql`select from notification
    where card_id is not null or campaign_id is not null or event_id is not null`;
  expect(await rows(told)).toEqual([]);
}, 60_000);

test('of a campaign that only its team could read no title stays', async () => {
  await rows(sql`update campaign set sensitivity = 'TEAM'`);
  const done = await aCard(services, strike, 'DONE', { holder: strike.member });
  const draft = await aCard(services, strike, 'DRAFT');
  await closeCampaign(services, strike.organizer, { campaignId });
  await letTimePass();
  await eraseCampaign(services, campaignId);
  expect(await findInDatabase(services, [done.title])).toEqual([]);
  expect((await cardNow(services, draft.id)).title).toBe(`#${draft.number}`);
}, 60_000);

test('who did what is gone, but for who finished which card', async () => {
  await campaignWithEverything();
  const naming = async (personId: string) => {
    const places = await findInDatabase(services, [personId]);
    // What says that somebody has an account, a role, a device, and what is on its way to them, is not of the campaign.
    const theirs = [
      'person',
      'session',
      'membership',
      'conduct_statement',
      'notification',
      'standing_change',
      'job',
      'job_common',
    ];
    return places.filter((place) => !theirs.some((table) => place.startsWith(`${table}.`)));
  };
  expect(await naming(strike.vetted)).toEqual(
    expect.arrayContaining(['board_event.actor_id', 'claim.person_id']),
  );
  await letTimePass();
  await eraseCampaign(services, campaignId);
  const finished = ['card.holder_id', 'claim.person_id'];
  expect(await naming(strike.volunteer)).toEqual(finished);
  expect(await naming(strike.member)).toEqual(finished);
  for (const other of [strike.vetted, strike.organizer, strike.approver, strike.foreigner])
    expect(await naming(other)).toEqual([]);
  const coordinator = await naming(strike.coordinator);
  // Whoever made an organization, which outlives its campaigns.
  expect(coordinator).toEqual(['organization.created_by_id']);
}, 60_000);
