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
} from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { claimCard } from '../../core/card/claim-card.ts';
import { saveDraft } from '../../core/review/save-draft.ts';
import { updateCampaign } from '../../core/board/update-campaign.ts';
import { readCampaignDifferences } from '../difference/campaign-difference.ts';
import { createContext } from '../../core/access/context.ts';
import { createSchema } from '../../app/schema.ts';
import { readerOf, type Viewer } from '../../core/access/viewer.ts';
import { approveClosingPage } from './approve-closing-page.ts';
import { closeCampaign } from './close-campaign.ts';
import { eraseCampaign } from './erase-campaign.ts';
import { readClosings } from './read-closings.ts';
import { features } from '../../app/features.ts';
import { runJob } from '../../app/jobs-of-features.ts';
import { RETENTION_QUEUE } from '../../platform/jobs/retention-queue.ts';
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
    await runJob(services, features, { queue: RETENTION_QUEUE, job: { campaignId } });
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
    await runJob(services, features, { queue: RETENTION_QUEUE, job: { campaignId } });
    await aCard(services, strike, 'DONE');
    await close();
    await runJob(services, features, { queue: RETENTION_QUEUE, job: { campaignId } });
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

  test('a last page that the local never approved goes as well', async () => {
    await close({ thanks: 'Between us', outcome: 'Not yet public' });
    await letTimePass();
    await eraseCampaign(services, campaignId);
    expect(await closing()).toMatchObject({ thanks: '', outcome: '', handover: [] });
  });
});
