import 'reflect-metadata';
import { graphql } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  aCard,
  cardNow,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
  revisionsOf,
} from '../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { claimCard } from '../board/claim-card.ts';
import { addComment } from '../board/comment-on-card.ts';
import { saveDraft } from '../board/save-draft.ts';
import { updateCampaign } from '../campaign/update-campaign.ts';
import { readCampaignDifferences } from '../difference/campaign-difference.ts';
import { createContext } from '../graphql/context.ts';
import { createSchema } from '../graphql/schema.ts';
import { readerOf, type Viewer } from '../person/viewer.ts';
import { approveClosingPage } from './approve-closing-page.ts';
import { closeCampaign } from './close-campaign.ts';
import { eraseCampaign } from './erase-campaign.ts';
import { readClosings } from './read-closings.ts';
import { runRetentionJob } from './run-retention-job.ts';
import { updateClosing } from './update-closing.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let campaignId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
beforeEach(async () => {
  strike = await localOnStrike(services);
  campaignId = strike.campaignId;
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const em = () => services.orm.em.fork();
const rows = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await query.execute(em().getKysely())).rows;
const close = (input: object = {}) => closeCampaign(services, strike.organizer, { campaignId, ...input });
const closing = async () => (await readClosings(em(), [campaignId])).get(campaignId);
const letTimePass = () =>
  rows(sql`update closing set erase_after = now() - interval '1 second' where campaign_id = ${campaignId}`);

describe('closing a campaign', () => {
  test('releases what is held with its draft kept, tells all who helped, and starts the clock', async () => {
    const held = await aCard(services, strike, 'CLAIMED');
    await saveDraft(services, strike.volunteer, { cardId: held.id, note: 'Half of it', links: [] });
    await aCard(services, strike, 'DONE', { holder: strike.vetted });
    await close({
      thanks: 'Thank you all',
      outcome: 'We won',
      handover: [{ what: 'Photographs', to: 'Ana' }],
    });
    expect(await cardNow(services, held.id)).toMatchObject({
      status: 'OPEN',
      holderId: null,
      draftKept: true,
    });
    const claims = await rows(sql<{ how: string }>`select how from claim where card_id = ${held.id}`);
    expect(claims).toEqual([{ how: 'CANCELLED' }]);
    const told = await rows(
      sql<{ id: string }>`select person_id as id from notification
        where kind = 'CAMPAIGN_ENDED' and campaign_id = ${campaignId}`,
    );
    expect(told.map(({ id }) => id).sort()).toEqual([strike.volunteer, strike.vetted].sort());
    expect(services.sent).toContainEqual({ notify: strike.vetted });
    const now = (await closing())!;
    expect(now).toMatchObject({ thanks: 'Thank you all', outcome: 'We won', pageApprovedAt: null });
    expect(now.handover).toEqual([{ what: 'Photographs', to: 'Ana', done: false }]);
    expect(now.eraseAfter.getTime() - now.closedAt.getTime()).toBeGreaterThanOrEqual(29 * 86_400_000);
    const jobs = await rows(
      sql<{ at: Date }>`select start_after as at from pgboss.job
        where name = 'retention' and data->>'campaignId' = ${campaignId}`,
    );
    expect(jobs).toEqual([{ at: now.eraseAfter }]);
    expect((await refusalOf(claimCard(services, strike.volunteer, { cardId: held.id }))).code).toBe(
      'NOT_ALLOWED',
    );
  });

  test('is done once; the same request again changes nothing', async () => {
    const first = await close({ requestId: 'once' });
    expect((await close({ requestId: 'once' })).revision).toBe(first.revision);
    expect((await refusalOf(close())).code).toBe('WRONG_STAGE');
  });

  test('rolls back whole: bad words change nothing', async () => {
    const before = await revisionsOf(services, strike.boardId);
    for (const bad of [
      { thanks: 'x'.repeat(3001) },
      { eraseAfterDays: 6 },
      { eraseAfterDays: 181 },
      { eraseAfterDays: 7.5 },
      { handover: [{ what: '' }] },
      { handover: Array.from({ length: 31 }, () => ({ what: 'x' })) },
    ])
      expect((await refusalOf(close(bad))).code).toBe('INVALID_INPUT');
    expect(await revisionsOf(services, strike.boardId)).toEqual(before);
    expect(await closing()).toBeUndefined();
  });

  test('while many claim: whoever got a card before is released, whoever comes after is refused', async () => {
    const cards = [];
    for (let count = 0; count < 6; count += 1) cards.push(await aCard(services, strike));
    const claims = cards.map(({ id }, index) =>
      claimCard(services, index % 2 ? strike.vetted : strike.volunteer, { cardId: id }),
    );
    const [closed, ...claimed] = await Promise.allSettled([close(), ...claims]);
    expect(closed.status).toBe('fulfilled');
    for (const [index, { id }] of cards.entries()) {
      const card = await cardNow(services, id);
      // Without the lock of the board a claim could come between the release and the end.
      expect([card.status, card.holderId]).toEqual(['OPEN', null]);
      const outcome = claimed[index]!;
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'NOT_ALLOWED' });
    }
    const running = await rows(
      sql`select from claim join card on card.id = card_id where board_id = ${strike.boardId} and ended_at is null`,
    );
    expect(running).toEqual([]);
  });

  test('a campaign that is opened again has no clock any more, and can be closed again', async () => {
    await close();
    await updateCampaign(services, strike.organizer, { campaignId, ended: false });
    expect(await closing()).toBeUndefined();
    await runRetentionJob(services, { campaignId });
    await close();
    expect(await closing()).toBeDefined();
  });
});

describe('the last page', () => {
  const approve = (who: string, read: object = {}) =>
    approveClosingPage(services, who, { campaignId, ...read });

  test('is approved by the local alone, and new words need its yes again', async () => {
    await close({ thanks: 'Thank you' });
    for (const who of [strike.coordinator, strike.member, strike.vetted])
      expect((await refusalOf(approve(who))).code).toBe('NOT_ALLOWED');
    await approve(strike.approver, { thanks: 'Thank you', outcome: '' });
    expect((await closing())!.pageApprovedAt).not.toBeNull();
    await updateClosing(services, strike.coordinator, { campaignId, handover: [{ what: 'Keys' }] });
    expect((await closing())!.pageApprovedAt).not.toBeNull();
    await updateClosing(services, strike.coordinator, { campaignId, outcome: 'We lost' });
    expect((await closing())!.pageApprovedAt).toBeNull();
  });

  test('only the team reads its words before, everybody after; the hand-over list stays with the team', async () => {
    await close({ thanks: 'Thank you', outcome: 'We won', handover: [{ what: 'Keys', to: 'Ana' }] });
    const schema = await createSchema();
    const read = async (viewer: Viewer | null) => {
      const contextValue = createContext(services, { viewer, requestId: 'test' });
      const source = `{ campaign(slug: "${strike.slug}") { closing { thanks outcome handover { what } } } }`;
      const { data, errors } = await graphql({ schema, source, contextValue });
      expect(errors).toBeUndefined();
      return (JSON.parse(JSON.stringify(data)) as { campaign: { closing: object } }).campaign.closing;
    };
    const words = { thanks: 'Thank you', outcome: 'We won' };
    expect(await read(null)).toEqual({ thanks: null, outcome: null, handover: [] });
    expect(await read(strike.carmen)).toEqual({ ...words, handover: [{ what: 'Keys' }] });
    await approve(strike.approver);
    expect(await read(null)).toEqual({ ...words, handover: [] });
  });

  test('is not approved unread', async () => {
    await close({ thanks: 'Thank you' });
    await updateClosing(services, strike.coordinator, { campaignId, thanks: 'Other words' });
    expect((await refusalOf(approve(strike.approver, { thanks: 'Thank you' }))).code).toBe('WRONG_STAGE');
  });

  test('two write it: what the other one wrote elsewhere stays, and the same field is told', async () => {
    await close({ thanks: 'Thank you', handover: [{ what: 'Keys', to: 'Ana' }] });
    const asRead = { thanks: 'Thank you', outcome: '', handover: [{ what: 'Keys', to: 'Ana', done: false }] };
    const update = (words: object) =>
      updateClosing(services, strike.coordinator, { campaignId, ...words, asRead });
    await update({ thanks: 'Thank you all' });
    await update({ outcome: 'We won', handover: [{ what: 'Keys', to: 'Ana', done: true }] });
    expect(await closing()).toMatchObject({ thanks: 'Thank you all', outcome: 'We won' });
    expect(await refusalOf(update({ thanks: 'Thanks', handover: [] }))).toMatchObject({
      fields: [{ field: 'thanks', now: '"Thank you all"' }, { field: 'handover' }],
    });
    expect((await closing())!.thanks).toBe('Thank you all');
  });

  test('there is none before the end', async () => {
    expect((await refusalOf(approve(strike.approver))).code).toBe('WRONG_STAGE');
    expect((await refusalOf(updateClosing(services, strike.organizer, { campaignId }))).code).toBe(
      'WRONG_STAGE',
    );
  });
});

describe('when its time is over', () => {
  test('a job that comes early, twice or for nothing does no harm', async () => {
    await runRetentionJob(services, { campaignId });
    await aCard(services, strike, 'DONE');
    await close();
    await runRetentionJob(services, { campaignId });
    expect((await closing())!.erasedAt).toBeNull();
    await letTimePass();
    const both = await Promise.all([
      eraseCampaign(services, campaignId),
      eraseCampaign(services, campaignId),
    ]);
    expect(both.sort()).toEqual([false, true]);
    const revisions = await revisionsOf(services, strike.boardId);
    expect(await eraseCampaign(services, campaignId)).toBe(false);
    expect(await revisionsOf(services, strike.boardId)).toEqual(revisions);
    expect(await eraseCampaign(services, '019a0000-0000-7000-8000-000000000000')).toBe(false);
  });

  test('a later day holds; a day that has passed is refused', async () => {
    await close({ eraseAfterDays: 7 });
    await rows(sql`update closing set closed_at = now() - interval '10 days', erase_after = now() - interval '3 days'
      where campaign_id = ${campaignId}`);
    const past = updateClosing(services, strike.organizer, { campaignId, eraseAfterDays: 8 });
    expect(await refusalOf(past)).toMatchObject({ code: 'INVALID_INPUT', reason: 'PAST' });
    await updateClosing(services, strike.organizer, { campaignId, eraseAfterDays: 20 });
    expect(await eraseCampaign(services, campaignId)).toBe(false);
  });

  test('a failure in the middle leaves everything, and the next job begins anew', async () => {
    const { id } = await aCard(services, strike, 'DONE');
    await close();
    await letTimePass();
    await rows(sql`create or replace function fail_here() returns trigger language plpgsql as
      'begin raise exception ''a crash''; end'`);
    await rows(
      sql`create trigger fail_here before delete on ask for each statement execute function fail_here()`,
    );
    await expect(eraseCampaign(services, campaignId)).rejects.toThrow('a crash');
    expect((await cardNow(services, id)).thanks).toBe('Thank you');
    await rows(sql`drop trigger fail_here on ask`);
    expect(await eraseCampaign(services, campaignId)).toBe(true);
    expect((await cardNow(services, id)).thanks).toBeNull();
  });

  test('figures stay as they were', async () => {
    await aCard(services, strike, 'DONE');
    await rows(sql`insert into ask (id, token_hash, status, submitted_at, campaign_id) values
      (gen_random_uuid(), '\\x0102', 'ACCEPTED', now() - interval '2 hours', ${campaignId})`);
    const read = () => readCampaignDifferences(em(), readerOf(null), [campaignId]);
    const [before] = await read();
    await close();
    await letTimePass();
    expect(await eraseCampaign(services, campaignId)).toBe(true);
    const [after] = await read();
    expect(after).toMatchObject({ deliverables: 1, hours: 2, people: 1, byDay: before!.byDay });
    expect(after!.hoursToFirstClaim).toBeCloseTo(before!.hoursToFirstClaim!, 3);
  });

  test('an end nobody may change any more', async () => {
    await close();
    await letTimePass();
    await eraseCampaign(services, campaignId);
    for (const call of [
      () => updateClosing(services, strike.organizer, { campaignId, thanks: 'More' }),
      () => approveClosingPage(services, strike.approver, { campaignId }),
      () => updateCampaign(services, strike.organizer, { campaignId, ended: false }),
    ])
      expect((await refusalOf(call())).code).toBe('WRONG_STAGE');
  });
});

describe('nothing is left', () => {
  // What is to stay of a campaign: its public words, the page the local approved, and the shape of its board.
  const STAYS = [
    ...['campaign.slug', 'campaign.title', 'campaign.story', 'campaign.demands', 'campaign.how_to_help'],
    ...['campaign.time_zone', 'campaign.languages', 'card.title', 'card.position', 'card.languages'],
    ...['closing.thanks', 'closing.outcome', 'board_event.fields'],
  ];
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
      'invitation',
    ],
    ...['campaign_block', 'standing_change', 'closing', 'board_event', 'watch_link'],
  ];

  /** Puts a mark into every column that holds words, of every row of these tables. Returns the marked columns. */
  async function plantMarks(): Promise<string[]> {
    const columns = await rows(
      sql<{ table: string; column: string; type: string }>`
        select table_name as "table", column_name as "column", case when udt_name = '_text' then 'list' else data_type end as type
        from information_schema.columns where table_schema = 'public' and table_name = any(${ITS_TABLES}::text[])
          and (data_type in ('text', 'jsonb', 'bytea') or udt_name in ('_text', '_bytea'))`,
    );
    const planted: string[] = [];
    for (const { table, column, type } of columns) {
      const mark = `MARK.${table}.${column}`;
      const value =
        type === 'jsonb'
          ? sql`jsonb_build_array(${mark}::text)`
          : type === 'list'
            ? sql`array[${mark}::text]`
            : type === 'bytea'
              ? sql`convert_to(${mark}, 'UTF8')`
              : type === 'ARRAY'
                ? sql`array[convert_to(${mark}, 'UTF8')]`
                : sql`${mark}::text`;
      try {
        await rows(sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value}`);
        planted.push(`${table}.${column}`);
      } catch {
        // One of a few values (a status, a kind): it holds no words.
      }
    }
    return planted;
  }

  /** The marks that are anywhere in the database, jobs included, as text or as bytes. */
  async function marksLeft(): Promise<string[]> {
    const tables = await rows(
      sql<{
        name: string;
      }>`select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`,
    );
    const found = new Set<string>();
    for (const { name } of tables) {
      const dump = await rows(sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`);
      for (const { row } of dump) {
        const bytes = row.replace(/(?:\\x|\b)((?:[0-9a-f]{2}){8,})/g, (_all, hex: string) =>
          Buffer.from(hex, 'hex').toString('latin1'),
        );
        for (const text of [row, bytes])
          for (const [, place] of text.matchAll(/MARK\.([a-z_]+\.[a-z_]+)/g)) found.add(place!);
      }
    }
    return [...found].sort();
  }

  test('of all words that were planted, only what is to stay is in a dump', async () => {
    // A database of its own: every row in it belongs to this one campaign.
    const own = await createTestDatabase();
    const shared = services;
    services = await createTestServices(own.url);
    try {
      strike = await localOnStrike(services);
      campaignId = strike.campaignId;
      const done = await aCard(services, strike, 'DONE');
      const held = await aCard(services, strike, 'CLAIMED', { holder: strike.vetted });
      await saveDraft(services, strike.vetted, { cardId: held.id, note: 'So far', links: [] });
      await addComment(services, strike.organizer, { cardId: done.id, text: 'Well done', requestId: 'r' });
      await rows(sql`insert into ask (id, token_hash, status, contact_sealed, likeness_keys, decline_words, decline_elsewhere, campaign_id)
        values ('019a0000-0000-7000-8000-000000000001', '\\x01', 'ACCEPTED', '\\x02', array['\\x03'::bytea], '', '', ${campaignId})`);
      await rows(
        sql`insert into plan (id, ask_id) values (gen_random_uuid(), '019a0000-0000-7000-8000-000000000001')`,
      );
      await rows(sql`insert into approval_link (id, card_id, token_hash, created_by_id, expires_at)
        values (gen_random_uuid(), ${done.id}, '\\x04', ${strike.organizer}, now())`);
      await rows(sql`insert into invitation (id, card_id, person_id, expires_at)
        values (gen_random_uuid(), ${done.id}, ${strike.member}, now())`);
      await rows(sql`insert into watch_link (id, campaign_id, token_hash, created_by_id, expires_at)
        values (gen_random_uuid(), ${campaignId}, '\\x05', ${strike.organizer}, now())`);
      await rows(
        sql`insert into campaign_block (campaign_id, person_id) values (${campaignId}, ${strike.foreigner})`,
      );
      await rows(sql`delete from standing_change`);
      await rows(sql`insert into standing_change (id, person_id, before, after, reason, card_id)
        values (gen_random_uuid(), ${strike.volunteer}, 'NEW', 'VETTED', 'WORK_APPROVED', ${done.id})`);
      await close();
      await approveClosingPage(services, strike.approver, { campaignId });
      await rows(sql`update campaign set employer_hidden = true`);
      const planted = await plantMarks();
      expect(planted.length).toBeGreaterThan(45);
      expect(STAYS.filter((column) => !planted.includes(column))).toEqual([]);
      const before = await marksLeft();
      // The search finds what is there: words in every kind of column.
      for (const place of [
        'comment.text',
        'ask.answers',
        'ask.contact_sealed',
        'ask.likeness_keys',
        'plan.items',
      ])
        expect(before).toContain(place);
      await letTimePass();
      expect(await eraseCampaign(services, campaignId)).toBe(true);
      expect(await marksLeft()).toEqual([...STAYS].sort());
      // Nor are there rows without words.
      for (const table of ['comment', 'hand_in', 'draft', 'ask', 'plan', 'approval_link', 'watch_link'])
        expect([table, ...(await rows(sql`select from ${sql.table(table)}`))]).toEqual([table]);
      // What people are told of themselves is not of the campaign.
      const told = sql`select from notification where card_id is not null or campaign_id is not null`;
      expect(await rows(told)).toEqual([]);
    } finally {
      await services.close();
      await own.drop();
      services = shared;
    }
  }, 60_000);

  test('a last page that the local never approved goes as well', async () => {
    await close({ thanks: 'Between us', outcome: 'Not yet public' });
    await letTimePass();
    await eraseCampaign(services, campaignId);
    expect(await closing()).toMatchObject({ thanks: '', outcome: '', handover: [] });
  });
});
