import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anOfferedAsk } from '../../../test/support/an-ask.ts';
import { type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { updateCampaign } from '../../core/board/update-campaign.ts';
import { closeCampaign } from '../closing/close-campaign.ts';
import { eraseCampaign } from '../closing/erase-campaign.ts';
import { features } from '../../app/features.ts';
import { runJob } from '../../app/jobs-of-features.ts';
import { RETENTION_QUEUE } from '../../platform/jobs/retention-queue.ts';
import { readProgramme } from '../difference/programme.ts';
import { agreePlan } from '../plan/agree-plan.ts';
import { proposePlan } from '../plan/propose-plan.ts';
import { declineAsk } from './decline-ask.ts';
import { eraseAsk, scheduleForgottenAsks } from './erase-ask.ts';
import { readAskByToken } from './read-asks.ts';
import { saveAskAnswers } from './save-ask-answers.ts';
import { startAsk } from './start-ask.ts';
import { submitAsk } from './submit-ask.ts';
import { takeAsk } from './take-ask.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services);
});
beforeEach(async () => {
  await rows(sql`delete from ask`);
  await rows(sql`delete from erased_ask`);
  await rows(sql`delete from pgboss.job`);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const em = () => services.orm.em.fork();
const rows = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await query.execute(em().getKysely())).rows;
const idOf = async (token: string) => (await readAskByToken(em(), token))!.id;
const isThere = async (token: string) => (await readAskByToken(em(), token)) !== null;
/** The jobs that will look at an ask again. */
const jobsOf = async (askId: string) =>
  rows(sql<{ at: Date; data: object }>`select start_after as at, data from pgboss.job
    where name = 'retention' and data ->> 'askId' = ${askId} order by start_after`);

/** Everything about the asks happened so long before. */
const letDaysPass = (days: number) =>
  rows(sql`update ask set created_at = created_at - make_interval(days => ${days}),
    updated_at = updated_at - make_interval(days => ${days}), submitted_at = submitted_at - make_interval(days => ${days}),
    triaged_at = triaged_at - make_interval(days => ${days}), decided_at = decided_at - make_interval(days => ${days})`);

const MARKS = ['MARK-name', 'MARK-words', 'MARK-contact', 'MARK-no', 'MARK-elsewhere', 'MARK-note'];

async function written(): Promise<string> {
  const { token } = await startAsk(services, { language: 'en' });
  const answers = { organizationName: 'MARK-name 41', happening: 'MARK-words', unsaid: 'MARK-words' };
  await saveAskAnswers(services, { token, answers, contact: 'MARK-contact 555 0100' });
  return token;
}

async function sent(): Promise<string> {
  const token = await written();
  await submitAsk(services, token);
  return token;
}

async function declined(): Promise<string> {
  const token = await sent();
  const askId = await idOf(token);
  await takeAsk(services, strike.carmen, askId);
  await proposePlan(services, strike.carmen, { askId });
  await rows(sql`update plan set note = 'MARK-note'`);
  await declineAsk(services, strike.carmen, { askId, words: 'MARK-no', elsewhere: 'MARK-elsewhere' });
  return token;
}

/** What the test looks for, of one ask: its words, and every secret part of it as the bytes in the tables. */
async function tracesOf(token: string): Promise<string[]> {
  const [ask] = await rows(sql<{ id: string; bytes: Buffer[] }>`
    select id, array[token_hash, contact_sealed] || likeness_keys as bytes from ask where id = ${await idOf(token)}`);
  return [...MARKS, ask!.id, ...ask!.bytes.map((part) => part.toString('hex'))];
}

/** Which of these stand anywhere in the database, jobs included. */
async function found(traces: string[]): Promise<string[]> {
  const tables = await rows(sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`);
  const dumps = await Promise.all(
    tables.map(({ name }) => rows(sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`)),
  );
  const dump = dumps.flat().map(({ row }) => row);
  return traces.filter((trace) => dump.some((row) => row.includes(trace)));
}

/** A rule of erasing under test: true when it erased. */
type Erase = (askId: string) => Promise<boolean>;
const ours: Erase = (askId) => eraseAsk(services, askId);

/** Of what should not be there any more, what is. */
async function leftOfDeclined(erase: Erase): Promise<string[]> {
  const token = await declined();
  const traces = await tracesOf(token);
  await letDaysPass(31);
  await rows(sql`delete from pgboss.job`);
  // The search finds what is there.
  expect(await found(traces.filter((trace) => trace !== 'MARK-contact'))).toHaveLength(traces.length - 1);
  expect(await erase(await idOf(token))).toBe(true);
  return found(traces);
}

test('thirty days after a no nothing of an ask is left: no answer, contact, link, plan or name', async () => {
  expect(await leftOfDeclined(ours)).toEqual([]);
  for (const table of ['ask', 'plan']) expect(await rows(sql`select from ${sql.table(table)}`)).toEqual([]);
});

test('an erasing that keeps the row, the usual way to forget, is found', async () => {
  const emptied: Erase = async (askId) => {
    await rows(sql`update ask set answers = '{}', contact_sealed = null where id = ${askId}`);
    return true;
  };
  expect((await leftOfDeclined(emptied)).length).toBeGreaterThan(3);
});

describe('what is kept, and until when', () => {
  test('a draft has thirty days from its last change', async () => {
    const token = await written();
    const askId = await idOf(token);
    expect(await jobsOf(askId)).toHaveLength(1);
    await rows(sql`delete from pgboss.job`);
    await letDaysPass(29);
    await saveAskAnswers(services, { token, answers: { role: 'Steward' } });
    await letDaysPass(29);
    expect(await eraseAsk(services, askId)).toBe(false);
    // Somebody wrote meanwhile: another job comes when that is thirty days ago.
    const [next] = await jobsOf(askId);
    const { updatedAt } = (await readAskByToken(em(), token))!;
    expect(next!.at.getTime()).toBe(updatedAt.getTime() + 30 * 86_400_000);
    await letDaysPass(2);
    await runJob(services, features, { queue: RETENTION_QUEUE, job: { askId } });
    expect(await isThere(token)).toBe(false);
    expect(await rows(sql`select from erased_ask`)).toEqual([]);
  });

  test('an ask that waits is not erased, however long; a no starts its thirty days', async () => {
    const token = await sent();
    const askId = await idOf(token);
    await letDaysPass(90);
    expect(await eraseAsk(services, askId)).toBe(false);
    await takeAsk(services, strike.carmen, askId);
    expect(await eraseAsk(services, askId)).toBe(false);
    await rows(sql`delete from pgboss.job`);
    await declineAsk(services, strike.carmen, { askId, words: 'No', elsewhere: 'There' });
    const { decidedAt } = (await readAskByToken(em(), token))!;
    const [job] = await jobsOf(askId);
    expect(job).toEqual({ at: new Date(decidedAt!.getTime() + 30 * 86_400_000), data: { askId } });
    await letDaysPass(29);
    expect(await eraseAsk(services, askId)).toBe(false);
    expect(await isThere(token)).toBe(true);
  });

  test('a draft that is saved while it is erased is whole, or gone: never half', async () => {
    const token = await written();
    const askId = await idOf(token);
    await letDaysPass(31);
    const [erased, saved] = await Promise.allSettled([
      eraseAsk(services, askId),
      saveAskAnswers(services, { token, answers: { role: 'Steward' } }),
    ]);
    const row = await readAskByToken(em(), token);
    expect(erased).toEqual({ status: 'fulfilled', value: row === null });
    expect(saved.status).toBe(row === null ? 'rejected' : 'fulfilled');
    if (row) expect(row.answers).toMatchObject({ organizationName: 'MARK-name 41', role: 'Steward' });
  });

  test('a job that comes twice, or for nothing, does no harm', async () => {
    const askId = await idOf(await written());
    await letDaysPass(31);
    const both = await Promise.all([eraseAsk(services, askId), eraseAsk(services, askId)]);
    expect(both.sort()).toEqual([false, true]);
    expect(await eraseAsk(services, askId)).toBe(false);
  });

  test('an ask without a job gets one at the next start, and one with a job no other', async () => {
    const [draft, no, waits] = [
      await idOf(await written()),
      await idOf(await declined()),
      await idOf(await sent()),
    ];
    await rows(sql`delete from pgboss.job`);
    await scheduleForgottenAsks(services);
    await scheduleForgottenAsks(services);
    expect(await Promise.all([draft, no, waits].map(async (id) => (await jobsOf(id)).length))).toEqual([
      1, 1, 0,
    ]);
  });
});

test('the figures of the programme stay as they were', async () => {
  const token = await declined();
  await rows(
    sql`update ask set submitted_at = decided_at - interval '3 hours', triaged_at = decided_at - interval '2 hours'`,
  );
  const waits = async () => (await readProgramme(em())).waits.filter(({ side }) => side === 'US');
  const before = await waits();
  const askId = await idOf(token);
  await letDaysPass(31);
  await eraseAsk(services, askId);
  expect(await waits()).toEqual(before);
  expect(
    await rows(sql`select triage_seconds as triage, decision_seconds as decision from erased_ask`),
  ).toEqual([{ triage: 3600, decision: 10_800 }]);
});

describe('an ask that became a campaign', () => {
  const agreed = async () => {
    const { askId, token, version } = await anOfferedAsk(services, strike.carmen);
    await saveAskAnswers(services, { token, contact: 'MARK-contact 555 0100' });
    const { campaignId } = await agreePlan(services, { token, version });
    const [board] = await rows(
      sql<{
        organization: string;
      }>`select organization_id as organization from campaign where id = ${campaignId}`,
    );
    await rows(
      sql`insert into membership (organization_id, person_id, role) values (${board!.organization}, ${strike.organizer}, 'ORGANIZER')`,
    );
    return { askId, token, campaignId };
  };
  const letClosingEnd = (campaignId: string) =>
    rows(sql`update closing set erase_after = now() - interval '1 second' where campaign_id = ${campaignId}`);

  test('keeps its sealed contact as long as the campaign, and not a day longer', async () => {
    const { askId, token, campaignId } = await agreed();
    await letDaysPass(90);
    expect(await eraseAsk(services, askId)).toBe(false);
    expect((await readAskByToken(em(), token))!.contactSealed).not.toBeNull();
    const traces = (await tracesOf(token)).slice(MARKS.length);
    await closeCampaign(services, strike.organizer, { campaignId });
    await letClosingEnd(campaignId);
    expect(await eraseCampaign(services, campaignId)).toBe(true);
    await rows(sql`delete from pgboss.job where state = 'created' and name <> 'retention'`);
    expect(await found(traces)).toEqual([]);
  });

  test('ends also with a campaign that is ended without a word', async () => {
    const { token, campaignId } = await agreed();
    await updateCampaign(services, strike.organizer, { campaignId, ended: true });
    const jobs = await rows(
      sql`select from pgboss.job where name = 'retention' and data ->> 'campaignId' = ${campaignId}`,
    );
    expect(jobs).toHaveLength(1);
    await letClosingEnd(campaignId);
    await runJob(services, features, { queue: RETENTION_QUEUE, job: { campaignId } });
    expect(await isThere(token)).toBe(false);
  });
});
