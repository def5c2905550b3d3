import { sql } from 'kysely';
import { Skill } from '../../core/access/skill.ts';
import { timelessId } from '../../platform/db/timeless-id.ts';
import { plainText } from '../../platform/input/text.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { countFeedback, holdSum } from './count-feedback.ts';
import type { FeedbackBalance } from './feedback.entity.ts';
import { keepEdition } from './feedback-questions.ts';
import { notTheTime, timeForFeedback } from './feedback-time.ts';
import { type ByPlace, findPlace } from './find-place.ts';

const MAX_TEXT = 1000;

export interface FeedbackInput {
  /** Of the questions that were read. */
  edition: string;
  good?: string | null | undefined;
  missing?: string | null | undefined;
  balance?: FeedbackBalance | null | undefined;
  nextSkills?: Skill[] | null | undefined;
  nextWords?: string | null | undefined;
}

/**
 * What somebody with a place says of an event; said again, it takes the place of what they said. Returns the event's
 * row id. Refuses before the event begins and two weeks after its end, and an answer that says nothing.
 */
export async function giveFeedback(services: Services, by: ByPlace, input: FeedbackInput): Promise<string> {
  const text = (field: 'good' | 'missing' | 'nextWords') =>
    plainText(input[field], { field, max: MAX_TEXT, multiline: true, optional: true });
  const said = { good: text('good'), missing: text('missing'), nextWords: text('nextWords') };
  const nextSkills = Object.values(Skill).filter((skill) => input.nextSkills?.includes(skill));
  const balance = input.balance ?? null;
  if (!said.good && !said.missing && !said.nextWords && !balance && nextSkills.length === 0)
    throw new InvalidInput('good', 'EMPTY', 'Say at least one thing.');
  return services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const place = await findPlace(em, by);
    const { eventId } = place;
    // Whoever holds the sum counts alone: two fifth answers at once are counted once, with both.
    await holdSum(db, eventId);
    await keepEdition(services, db, input.edition);
    const known = place.personId ? sql`(event_id, person_id)` : sql`(registration_id)`;
    const { rows } = await sql`insert into feedback
        (id, event_id, registration_id, person_id, edition_hash, good, missing, balance, next_skills, next_words)
      select ${timelessId()}, event.id, ${place.id}, ${place.personId}, ${input.edition}, ${said.good},
        ${said.missing}, ${balance}, ${nextSkills}::text[], ${said.nextWords}
      from event where event.id = ${eventId} and ${timeForFeedback()}
      on conflict ${known} do update set registration_id = excluded.registration_id,
        edition_hash = excluded.edition_hash, good = excluded.good, missing = excluded.missing,
        balance = excluded.balance, next_skills = excluded.next_skills, next_words = excluded.next_words,
        changed_at = clock_timestamp(), fresh = true
      returning id`.execute(db);
    if (rows.length === 0) {
      const { rows: events } = await sql<{ startsAt: Date; cancelledAt: Date | null; now: Date }>`
        select starts_at as "startsAt", cancelled_at as "cancelledAt", clock_timestamp() as now
        from event where id = ${eventId}`.execute(db);
      notTheTime(events[0]!);
    }
    await countFeedback(db, eventId);
    return eventId;
  });
}
