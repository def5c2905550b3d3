import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimCard } from '../src/core/card/claim-card.ts';
import { handBackCard } from '../src/core/card/hand-back-card.ts';
import { handInCard } from '../src/core/review/hand-in-card.ts';
import { extendClaim, runLeaseJob } from '../src/core/card/lease.ts';
import { LEASE_QUEUE, type LeaseJob } from '../src/core/card/lease-jobs.ts';
import { readWork } from '../src/core/review/read-work.ts';
import { requestChanges } from '../src/core/review/review-card.ts';
import { saveDraft } from '../src/core/review/save-draft.ts';
import { openJobQueue } from '../src/platform/jobs/jobs.ts';
import {
  aCard,
  cardNow,
  letLeaseEnd,
  localOnStrike,
  type LocalOnStrike,
  refusalOf,
} from './support/local-on-strike.ts';
import { createTestServices, type TestServices } from './support/services.ts';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  strike = await localOnStrike(services, { settings: { leaseHours: 48 } });
});
beforeEach(async () => {
  await services.orm.em.fork().getKysely().deleteFrom('card').execute();
  await sql`delete from pgboss.job`.execute(db());
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
const HOUR = 3_600_000;

/** What is recorded of each time somebody held the card, oldest first. */
const claimsOf = (cardId: string) =>
  db()
    .selectFrom('claim')
    .select(['person_id as person', 'how', 'note'])
    .where('card_id', '=', cardId)
    .orderBy('claimed_at')
    .execute();

/** The kinds of the events of a card, oldest first. */
async function eventsOf(cardId: string): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`select kind from board_event
    where cards @> array[${cardId}::uuid] order by revision`.execute(db());
  return rows.map(({ kind }) => kind);
}

/** Lets time pass for the database until the queue's jobs of that kind are due, and the lease too if it says so. */
async function letJobsBeDue(cardId: string, what: LeaseJob['what']): Promise<void> {
  await sql`update pgboss.job set start_after = now() where data->>'cardId' = ${cardId}
    and data->>'what' = ${what}`.execute(db());
}

const jobsOf = async (cardId: string) => {
  const { rows } = await sql<{ what: string; at: Date; state: string }>`select data->>'what' as what,
    start_after as at, state::text from pgboss.job where data->>'cardId' = ${cardId} order by start_after`.execute(
    db(),
  );
  return rows;
};

describe('extending', () => {
  test('gives a full lease from now, three times at most for one claim', async () => {
    const { id: cardId, leaseExpiresAt } = await aCard(services, strike, 'CLAIMED');
    await sql`update card set lease_expires_at = clock_timestamp() + interval '1 minute'
      where id = ${cardId}`.execute(db());
    for (const extensions of [1, 2, 3]) {
      const { result } = await extendClaim(services, strike.volunteer, { cardId });
      expect(result).toMatchObject({ extensions, status: 'CLAIMED' });
      expect(result!.leaseExpiresAt!.getTime()).toBeGreaterThanOrEqual(leaseExpiresAt!.getTime());
    }
    expect((await refusalOf(extendClaim(services, strike.volunteer, { cardId }))).code).toBe('NOT_ALLOWED');
    expect((await cardNow(services, cardId)).extensions).toBe(3);
  });

  test('starts to count again with the next claim', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED');
    await extendClaim(services, strike.volunteer, { cardId });
    await handBackCard(services, strike.volunteer, { cardId });
    const { result } = await claimCard(services, strike.volunteer, { cardId });
    expect(result?.extensions).toBe(0);
  });

  test('repeated with the same request id extends once', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED');
    await extendClaim(services, strike.volunteer, { cardId, requestId: 'once' });
    await extendClaim(services, strike.volunteer, { cardId, requestId: 'once' });
    expect((await cardNow(services, cardId)).extensions).toBe(1);
  });
});

describe('the queue', () => {
  test('waits for the moment at which the lease ends, however long the claim had waited for the board', async () => {
    const card = await aCard(services, strike);
    const holder = services.orm.em.fork();
    await holder.begin();
    await sql`select from board where id = ${strike.boardId} for update`.execute(holder.getKysely());
    const claiming = claimCard(services, strike.volunteer, { cardId: card.id });
    await until('the claim to wait for the board', async () => {
      const { rows } = await sql`select from pg_stat_activity where datname = current_database()
        and wait_event_type = 'Lock' and clock_timestamp() - xact_start > interval '50 milliseconds'`.execute(
        db(),
      );
      return rows.length > 0;
    });
    await holder.commit();
    const { result } = await claiming;
    const [warn, expire] = await jobsOf(card.id);
    expect(expire).toMatchObject({ what: 'expire', at: result!.leaseExpiresAt });
    expect(warn).toMatchObject({
      what: 'warn',
      at: new Date(result!.leaseExpiresAt!.getTime() - 6 * HOUR),
    });
  });

  describe('at work', () => {
    let stop: () => Promise<void>;
    beforeAll(async () => {
      const queue = await openJobQueue(database.url, services.log);
      await queue.work<LeaseJob>(LEASE_QUEUE, (job) => runLeaseJob(services, job));
      stop = () => queue.stop();
    });
    afterAll(() => stop());

    test('warns, then opens the card of a lease that ran out, with the draft kept', async () => {
      const { id: cardId } = await aCard(services, strike, 'CLAIMED');
      await saveDraft(services, strike.volunteer, { cardId, note: 'Half a leaflet' });
      await sql`update card set lease_expires_at = clock_timestamp() + interval '5 hours'
        where id = ${cardId}`.execute(db());
      await letJobsBeDue(cardId, 'warn');
      await until('the warning', async () => (await eventsOf(cardId)).includes('CLAIM_EXPIRING'));
      expect((await cardNow(services, cardId)).status).toBe('CLAIMED');
      await letLeaseEnd(services, cardId);
      await letJobsBeDue(cardId, 'expire');
      await until('the end of the lease', async () => (await cardNow(services, cardId)).status === 'OPEN');
      expect(await cardNow(services, cardId)).toMatchObject({
        holderId: null,
        returnedHow: 'EXPIRED',
        draftKept: true,
      });
      expect(await claimsOf(cardId)).toEqual([{ person: strike.volunteer, how: 'EXPIRED', note: null }]);
      expect(await eventsOf(cardId)).toEqual([
        'CARD_CREATED',
        'CARD_CLAIMED',
        'CLAIM_EXPIRING',
        'CLAIM_EXPIRED',
      ]);
      const work = (await readWork(services.orm.em.fork(), [cardId], strike.vetted)).get(cardId);
      expect(work?.drafts).toMatchObject([{ personId: strike.volunteer, note: 'Half a leaflet' }]);
    });

    test('leaves an extended lease alone when the job of the first one comes', async () => {
      const { id: cardId } = await aCard(services, strike, 'CLAIMED');
      await extendClaim(services, strike.volunteer, { cardId });
      await letJobsBeDue(cardId, 'expire');
      await letJobsBeDue(cardId, 'warn');
      await until('all jobs to be done', async () =>
        (await jobsOf(cardId)).every(({ state }) => state === 'completed'),
      );
      expect(await cardNow(services, cardId)).toMatchObject({
        status: 'CLAIMED',
        holderId: strike.volunteer,
      });
      expect(await eventsOf(cardId)).toEqual(['CARD_CREATED', 'CARD_CLAIMED', 'CLAIM_EXTENDED']);
    });
  });

  test('a job of an earlier claim, or of a card that is gone, does nothing', async () => {
    const first = await aCard(services, strike, 'CLAIMED');
    await handBackCard(services, strike.volunteer, { cardId: first.id });
    await claimCard(services, strike.vetted, { cardId: first.id });
    await letLeaseEnd(services, first.id);
    const job: LeaseJob = { cardId: first.id, claimId: first.claimId!, what: 'expire' };
    await runLeaseJob(services, job);
    expect(await cardNow(services, first.id)).toMatchObject({ status: 'CLAIMED', holderId: strike.vetted });
    await db().deleteFrom('card').where('id', '=', first.id).execute();
    await runLeaseJob(services, job);
    await runLeaseJob(services, { ...job, what: 'warn' });
  });
});

describe('when only the job is late', () => {
  test('somebody else gets the card at once', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED');
    await letLeaseEnd(services, cardId);
    const { result } = await claimCard(services, strike.vetted, { cardId });
    expect(result).toMatchObject({ status: 'CLAIMED', holderId: strike.vetted });
    expect((await eventsOf(cardId)).slice(-2)).toEqual(['CLAIM_EXPIRED', 'CARD_CLAIMED']);
  });

  test('whoever had it gets a new lease, not the old one', async () => {
    const { id: cardId, claimId } = await aCard(services, strike, 'CLAIMED');
    await letLeaseEnd(services, cardId);
    const { result } = await claimCard(services, strike.volunteer, { cardId });
    expect(result!.leaseExpiresAt!.getTime()).toBeGreaterThan(Date.now() + 47 * HOUR);
    expect(result!.claimId).not.toBe(claimId);
  });
});

describe('nothing is lost', () => {
  test('hand-back keeps draft and note for whoever comes next', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED');
    const links = [{ url: 'https://example.org/draft', label: 'Draft' }];
    await saveDraft(services, strike.volunteer, { cardId, note: 'Half a leaflet', links });
    await handBackCard(services, strike.volunteer, { cardId, note: 'The logo is missing' });
    expect(await claimsOf(cardId)).toEqual([
      { person: strike.volunteer, how: 'HANDED_BACK', note: 'The logo is missing' },
    ]);
    await claimCard(services, strike.vetted, { cardId });
    const work = (await readWork(services.orm.em.fork(), [cardId], strike.vetted)).get(cardId);
    expect(work?.drafts).toMatchObject([
      { personId: strike.volunteer, note: 'Half a leaflet\n\nThe logo is missing', links },
    ]);
    expect(await cardNow(services, cardId)).toMatchObject({ draftKept: true, returnedHow: 'HANDED_BACK' });
  });

  test('what is being written is nobody else’s until it is left', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED');
    const seenByOthers = async () =>
      (await readWork(services.orm.em.fork(), [cardId], strike.organizer)).get(cardId)!.drafts.length;
    await saveDraft(services, strike.volunteer, { cardId, note: 'Not yet' });
    expect(await seenByOthers()).toBe(0);
    await handBackCard(services, strike.volunteer, { cardId });
    expect(await seenByOthers()).toBe(1);
    await claimCard(services, strike.volunteer, { cardId });
    await saveDraft(services, strike.volunteer, { cardId, note: 'Better, not yet' });
    expect(await seenByOthers()).toBe(0);
  });

  test('a hand-back repeated with the same note changes nothing, with another one it is refused', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED');
    const first = await handBackCard(services, strike.volunteer, { cardId, note: 'No time' });
    const again = await handBackCard(services, strike.volunteer, { cardId, note: 'No time' });
    expect(again.revision).toBe(first.revision);
    const other = handBackCard(services, strike.volunteer, { cardId, note: 'Something else' });
    expect((await refusalOf(other)).code).toBe('WRONG_STATUS');
  });

  test('a hand-in repeated changes nothing, with other work it is refused', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED');
    const work = { cardId, note: 'Done', links: [{ url: 'https://example.org', label: 'Leaflet' }] };
    const first = await handInCard(services, strike.volunteer, work);
    const again = await handInCard(services, strike.volunteer, work);
    expect(again.revision).toBe(first.revision);
    const other = handInCard(services, strike.volunteer, { ...work, note: 'Done, and better' });
    expect((await refusalOf(other)).code).toBe('WRONG_STATUS');
  });

  test('work is taken at the last moment, and changes asked for begin a new lease', async () => {
    const { id: cardId, claimId } = await aCard(services, strike, 'CLAIMED');
    await sql`update card set lease_expires_at = clock_timestamp() + interval '5 seconds'
      where id = ${cardId}`.execute(db());
    await handInCard(services, strike.volunteer, { cardId, note: 'In time', links: [] });
    await runLeaseJob(services, { cardId, claimId: claimId!, what: 'expire' });
    expect((await cardNow(services, cardId)).status).toBe('IN_REVIEW');
    const { result } = await requestChanges(services, strike.organizer, { cardId, note: 'Shorter' });
    expect(result!.leaseExpiresAt!.getTime()).toBeGreaterThan(Date.now() + 47 * HOUR);
    expect((await jobsOf(cardId)).at(-1)).toMatchObject({ what: 'expire', at: result!.leaseExpiresAt });
  });

  test('a draft that is saved while its author gives the card back is kept too', async () => {
    const { id: cardId } = await aCard(services, strike, 'CLAIMED');
    for (let round = 0; round < 20; round += 1) {
      const note = `Draft of round ${round}`;
      const [saved] = await Promise.allSettled([
        saveDraft(services, strike.volunteer, { cardId, note }),
        handBackCard(services, strike.volunteer, { cardId }),
      ]);
      if (saved.status === 'fulfilled') {
        const { drafts } = (await readWork(services.orm.em.fork(), [cardId], strike.organizer)).get(cardId)!;
        expect(drafts).toMatchObject([{ note }]);
      }
      await claimCard(services, strike.volunteer, { cardId });
    }
  });
});
