import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';
import { appendWithin } from './change-room.ts';

/**
 * Somebody leaves. Votes in open polls go with them; what closed polls came to stays, without who. Lines of notes stay
 * and say no more whose they are. Each room in which there was something of theirs, a question too, hears of it: call it
 * before the questions go.
 */
export async function forgetPerson(db: Kysely, personId: string): Promise<void> {
  const { rows: rooms } = await sql<{ id: string }>`
    select event_id as id from poll join poll_vote on poll_id = poll.id where person_id = ${personId}
    union select event_id from room_note where person_id = ${personId}
    union select subject_id from question where subject_kind = 'Event' and (person_id = ${personId}
      or answered_by_id = ${personId} or id in (select question_id from question_vote where person_id = ${personId}))
    order by 1`.execute(db);
  for (const { id } of rooms) {
    await appendWithin(db, id, async () => {
      const { rows } = await sql<{ what: 'question' | 'hidden' | 'poll' | 'note'; id: string }>`
        select 'question' as what, id from question where subject_kind = 'Event' and subject_id = ${id}
          and (person_id = ${personId} or answered_by_id = ${personId}
            or id in (select question_id from question_vote where person_id = ${personId}))
        union all select 'hidden', id from question where subject_kind = 'Event' and subject_id = ${id}
          and person_id = ${personId} and answer is null and state in ('SHOWN', 'ANSWERED')
        union all select 'poll', poll.id from poll join poll_vote on poll_id = poll.id
          where event_id = ${id} and person_id = ${personId}
        union all select 'note', id from room_note where event_id = ${id} and person_id = ${personId}`.execute(
        db,
      );
      await sql`
        with gone as (delete from poll_vote using poll where poll.id = poll_id and event_id = ${id}
          and person_id = ${personId} returning poll_id, choice)
        update poll set counts = array(select count - (option = gone.choice)::int
          from unnest(poll.counts) with ordinality as counted (count, option) order by option)
        from gone where poll.id = gone.poll_id and state = 'OPEN'`.execute(db);
      await sql`update room_note set person_id = null where event_id = ${id} and person_id = ${personId}`.execute(
        db,
      );
      const of = (wanted: string) => rows.filter(({ what }) => what === wanted).map((row) => row.id);
      return {
        kind: 'PERSON_LEFT',
        ...{ questions: of('question'), hidden: of('hidden'), polls: of('poll'), notes: of('note') },
      };
    });
  }
}
