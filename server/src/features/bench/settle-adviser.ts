import { type RawBuilder, sql } from 'kysely';
import { inOneTrip } from '../../platform/db/one-trip.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { ErasingTools } from '../../core/person/erased-person.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, notify, type Notice, noticeStatements } from '../notification/notify.ts';
import { mayAdvise } from './read-bench.ts';

/** What goes with an adviser who stops, so that their hours offer nothing any more. */
export async function clearOffer(db: Kysely, personId: string): Promise<void> {
  await sql`delete from office_hours where person_id = ${personId}`.execute(db);
  await sql`delete from hours_exception where person_id = ${personId}`.execute(db);
  await sql`update adviser set offered_at = null, topics = '{}', about = '', skills = '{}', languages = '{}',
    meet_at = null, paused = false where person_id = ${personId}`.execute(db);
}

/**
 * Cancels talks that are still to come, in the transaction of `db`, with the word of whoever ends them. Returns what the
 * other of each two has to be told.
 */
export async function cancelTalks(
  db: Kysely,
  which: RawBuilder<boolean>,
  { personId, word, endedById }: { personId: string; word: string; endedById: string | null },
): Promise<Notice[]> {
  const { rows } = await sql<{ other: string | null }>`update booking set state = 'CANCELLED', word = ${word},
      ended_by_id = ${endedById}, sequence = sequence + 1, changed_at = clock_timestamp()
    where state = 'BOOKED' and starts_at > clock_timestamp() and ${which}
    returning case when adviser_id = ${personId} then booker_id else adviser_id end as other`.execute(db);
  return rows.flatMap(({ other }): Notice[] =>
    other ? [{ personId: other, kind: 'BOOKING_CANCELLED', aboutId: personId }] : [],
  );
}

/** Cancels what an adviser has before them, in the transaction of `em`. */
export function cancelGiven(
  em: Em,
  by: { personId: string; word: string; endedById: string | null },
): Promise<Notice[]> {
  return cancelTalks(em.getKysely(), sql<boolean>`adviser_id = ${by.personId}`, by);
}

/**
 * Looks again whether somebody may still advise, and book: what they may no longer do is cancelled, and whoever waits
 * for it is told. For whoever may, it does nothing.
 */
export async function settleAdviser(services: Services, personId: string): Promise<void> {
  const notices = await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const { rows } = await sql<{ gives: boolean; asks: boolean }>`
      select exists (select from adviser where adviser.person_id = person.id and ${mayAdvise}) as gives,
        person.standing <> 'SUSPENDED' as asks
      from person where id = ${personId} for no key update`.execute(db);
    const may = rows[0];
    if (!may || (may.gives && may.asks)) return [];
    const which = may.asks
      ? sql<boolean>`adviser_id = ${personId}`
      : sql<boolean>`${personId} in (adviser_id, booker_id)`;
    const notices = await cancelTalks(db, which, { personId, word: '', endedById: null });
    await notify(services, em, notices);
    return notices;
  });
  hintNotices(services, notices);
}

/**
 * Takes somebody who leaves off the bench, in the transaction of their leaving: what was to come is cancelled and the
 * others are told; of what was, the words that two wrote together go, and theirs.
 */
export async function leaveTalks(db: Kysely, personId: string, tools: ErasingTools): Promise<void> {
  const which = sql<boolean>`${personId} in (adviser_id, booker_id)`;
  const cancelled = await cancelTalks(db, which, { personId, word: '', endedById: null });
  const notices = cancelled.map((notice): Notice => ({ ...notice, aboutId: null }));
  await inOneTrip(db, await noticeStatements(tools, db, notices));
  await sql`update booking set note = '', word = case when ended_by_id = ${personId} then '' else word end,
      question = case when booker_id = ${personId} then '' else question end,
      adviser_id = nullif(adviser_id, ${personId}), booker_id = nullif(booker_id, ${personId}),
      ended_by_id = nullif(ended_by_id, ${personId})
    where ${personId} in (adviser_id, booker_id, ended_by_id)`.execute(db);
  // Of two who are gone nothing is left to say.
  await sql`delete from booking where adviser_id is null and booker_id is null`.execute(db);
}
