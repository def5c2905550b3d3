import { sql } from 'kysely';
import { answerPractice } from '../../../src/features/practice/answer-practice.ts';
import { createPracticeCard } from '../../../src/features/practice/create-practice-card.ts';
import { handInPractice, startPractice } from '../../../src/features/practice/do-practice.ts';
import type { Sensitivity } from '../../../src/core/access/sensitivity.ts';
import type { Kind, World } from './people.ts';

const links = [{ label: 'Example', url: 'https://example.org/post' }];

/** A practice card with everything said of it, at the first training of that sensitivity. Returns its row id. */
export async function aPracticeCard(
  { services, people }: World,
  sensitivity: Sensitivity = 'PUBLIC',
): Promise<string> {
  const { rows } = await sql<{ id: string }>`select event_session.id from event_session
    join event on event.id = event_id where event.sensitivity = ${sensitivity} and event.cancelled_at is null
      and (select count(*) from practice_card where session_id = event_session.id and removed_at is null) < 10
    order by event_session.starts_at desc limit 1`.execute(services.orm.em.fork().getKysely());
  return createPracticeCard(services, people.organizer.viewer!, {
    sessionId: rows[0]!.id,
    ...{ title: 'Write a post', deliverable: 'Three posts', gives: 'A sheet', checklist: ['Read the sheet'] },
    ...{ skill: 'WRITING', hours: 1, language: 'en', links },
  });
}

/** Somebody's practice that waits for an answer. Returns its row id. */
export async function handedIn({ services, people }: World, kind: Kind, cardId: string): Promise<string> {
  const who = people[kind].viewer!;
  const practiceId = await startPractice(services, who, cardId);
  await handInPractice(services, who, { practiceId, words: 'Here they are', links });
  return practiceId;
}

/** Practice at trainings of every sensitivity: begun, handed in, done; and an open card that is kept for one. */
export async function somePractice(world: World): Promise<void> {
  const { services, people } = world;
  for (const sensitivity of ['PUBLIC', 'VETTED', 'TEAM'] as const) {
    const cardId = await aPracticeCard(world, sensitivity);
    const practiceId = await handedIn(world, 'coordinator', cardId);
    await answerPractice(services, people.organizer.viewer!, { practiceId, wellDone: true, words: 'Good' });
    await handedIn(world, 'member', cardId);
  }
  const db = services.orm.em.fork().getKysely();
  await sql`update card set kept_until = now() + interval '3 days', kept_for = (
      select event_id from practice_card join event on event.id = event_id where event.sensitivity = 'PUBLIC' limit 1)
    where id = (select card.id from card join board on board.id = board_id where status = 'OPEN'
      and sensitivity = 'PUBLIC' and campaign_id = ${world.campaigns.open.id} order by number limit 1)`.execute(
    db,
  );
}
