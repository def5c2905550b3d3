import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';

/** Of fewer answers nothing is said, and figures move only by as many. */
export const STEP = 5;

/** Holds the figures of an event until the transaction ends. */
export async function holdSum(db: Kysely, eventId: string): Promise<void> {
  await sql`insert into feedback_sum (event_id) values (${eventId}) on conflict do nothing`.execute(db);
  await sql`select from feedback_sum where event_id = ${eventId} for update`.execute(db);
}

/**
 * Counts the answers to an event once five people have said something new since the last time: whoever watches the
 * figures before and after one answer sees no difference, and a changed answer counts with four others that changed.
 * What stays below five is never counted. The figures are held.
 */
export async function countFeedback(db: Kysely, eventId: string): Promise<void> {
  const counted = await sql`update feedback set fresh = false, counted = jsonb_build_object('good', good,
      'missing', missing, 'balance', balance, 'nextSkills', next_skills, 'nextWords', next_words)
    where event_id = ${eventId} and fresh
      and (select count(*) from feedback other where other.event_id = ${eventId} and other.fresh) >= ${STEP}`.execute(
    db,
  );
  if (counted.numAffectedRows === 0n) return;
  const tally = (of: ReturnType<typeof sql>) =>
    sql`coalesce((select jsonb_object_agg(what, number) from (select what, count(*)::int as number from feedback,
      ${of} as said(what) where event_id = ${eventId} and what is not null group by what) as tallied), '{}')`;
  await sql`update feedback_sum set counted_at = clock_timestamp(),
      answers = (select count(*) from feedback where event_id = ${eventId} and counted is not null),
      balance = ${tally(sql`lateral (select counted ->> 'balance')`)},
      skills = ${tally(sql`lateral jsonb_array_elements_text(counted -> 'nextSkills')`)}
    where event_id = ${eventId}`.execute(db);
}
