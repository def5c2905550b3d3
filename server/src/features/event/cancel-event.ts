import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import { plainText } from '../../platform/input/text.ts';
import type { Services } from '../../platform/services.ts';
import { changeEvent, requireAhead } from './change-event.ts';

/** Calls an event off, with a word for those who were to come; all of them are told. Twice is as once. */
export async function cancelEvent(
  services: Services,
  viewer: Viewer,
  input: { eventId: string; words: string },
): Promise<void> {
  const words = plainText(input.words, { field: 'words', max: 500, multiline: true });
  await changeEvent(services, viewer, input.eventId, async (em, event) => {
    if (event.phase === 'CANCELLED') return null;
    requireAhead(event);
    await sql`update event set cancelled_at = clock_timestamp(), cancel_words = ${words}, sequence = sequence + 1
      where id = ${event.id}`.execute(em.getKysely());
    return { kind: 'CANCELLED', moved: false };
  });
}
