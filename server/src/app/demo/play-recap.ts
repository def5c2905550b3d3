import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import { editionIn } from '../../features/feedback/feedback-questions.ts';
import { giveFeedback } from '../../features/feedback/give-feedback.ts';
import { prepareRecap } from '../../features/recap/prepare-recap.ts';
import { publishRecap } from '../../features/recap/publish-recap.ts';
import { readTakeaways } from '../../features/recap/read-recap.ts';
import { addTakeaway, pickTakeaway, suggestTakeaway } from '../../features/recap/takeaways.ts';
import type { Services } from '../../platform/services.ts';
import type { Handle } from './story.ts';
import { recap } from './story-events.ts';

/** What is left of the event that is over: people say something, marisol prepares it, big-lou says yes for the local. */
export async function playRecap(services: Services, cast: Record<Handle, Viewer>): Promise<void> {
  const db = services.orm.em.fork().getKysely();
  const { id: eventId } = await db
    .selectFrom('event')
    .select('id')
    .where('slug', '=', recap.slug)
    .executeTakeFirstOrThrow();
  for (const { who, line, ...said } of recap.said) {
    const by = { viewer: cast[who], eventId };
    await giveFeedback(services, by, { ...said, edition: editionIn(services, 'en').hash });
    if (line) await suggestTakeaway(services, by, { text: line });
  }
  for (const { id } of await readTakeaways(db, eventId))
    await pickTakeaway(services, cast.marisol, { takeawayId: id, picked: true });
  await addTakeaway(services, cast.marisol, { eventId, text: recap.own });
  await prepareRecap(services, cast.marisol, { eventId, asks: true, ...recap.words });
  await publishRecap(services, cast['big-lou'], { eventId, edition: 1 });
  // It happened a while ago: nobody who tries the demo has that to read first.
  await sql`update notification set read_at = clock_timestamp() where event_id = ${eventId}
    and kind in ('RECAP_WAITS', 'RECAP_THERE')`.execute(db);
}
