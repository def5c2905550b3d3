import { sql } from 'kysely';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import { requireAsRead } from '../../platform/input/as-read.ts';
import type { Services } from '../../platform/services.ts';
import { requireManager } from '../event/change-event.ts';
import { changeRecap, requireOver, touch } from './change-recap.ts';
import { composeRecap, thanksOf } from './compose-recap.ts';
import { readHelpers, readRecap } from './read-recap.ts';
import { readOthers } from './recap-policy.ts';
import type { Thanked } from './recap.entity.ts';
import { type RecapWordsInput, takeRecapWords } from './recap-words.ts';

export interface PrepareRecap extends RecapWordsInput {
  eventId: string;
  asRead?: RecapWordsInput | null | undefined;
  /** Whether the local is asked for its yes to what there is then; else it is kept only. */
  asks: boolean;
}

/**
 * Corrects what the recap of an event that is over is made of and, where it `asks`, makes it and asks the local for its
 * yes: to exactly that. Organizers of the organization and coordinators may. What is public stays until the next yes.
 */
export async function prepareRecap(services: Services, viewer: Viewer, input: PrepareRecap): Promise<void> {
  const words = takeRecapWords(input);
  await changeRecap(services, viewer, input.eventId, async (recap) => {
    const { em, event, actor, row } = recap;
    requireManager(actor, event);
    requireOver(event);
    const db = em.getKysely();
    // Hosts read what follows from the event, where nobody put it otherwise.
    const made = input.asRead ? await thanksOf(db, event) : null;
    const now = {
      ...row,
      presenters: row.presenters ?? made?.presenters,
      hosts: row.hosts ?? made?.hosts,
      sponsors: row.sponsors ?? made?.sponsors,
      volunteers: row.volunteers.map(({ name }) => name),
    };
    requireAsRead(input.asRead as Record<string, unknown>, now, words);
    await touch(recap);
    const { volunteers, ...others } = words;
    const wanted = {
      ...row,
      ...others,
      ...(volunteers !== undefined && { volunteers: await known(db, event.id, volunteers ?? []) }),
    };
    const json = (value: unknown) => (value == null ? null : JSON.stringify(value));
    await sql`update recap set words = ${wanted.words}, recording_url = ${wanted.recordingUrl},
      files = ${json(wanted.files)}::jsonb, presenters = ${json(wanted.presenters)}::jsonb,
      hosts = ${json(wanted.hosts)}::jsonb, sponsors = ${json(wanted.sponsors)}::jsonb,
      volunteers = ${json(wanted.volunteers)}::jsonb, left_out = ${wanted.leftOut}::text[],
      with_feedback = ${wanted.withFeedback} where event_id = ${event.id}`.execute(db);
    if (!input.asks) return;
    const page = await composeRecap(services, em, event, await readRecap(db, event.id));
    await sql`update recap set prepared = ${JSON.stringify(page)}::jsonb, prepared_at = clock_timestamp(),
      prepared_by_id = ${actor.personId}, edition = edition + 1 where event_id = ${event.id}`.execute(db);
    const asked = await readOthers(db, event, actor.personId);
    recap.notices.push(
      ...asked.map((personId) => ({ personId, kind: 'RECAP_WAITS' as const, eventId: event.id })),
    );
  });
}

/** Names under which somebody stood at the door are theirs: they go with them. */
async function known(db: Kysely, eventId: string, names: readonly string[]): Promise<Thanked[]> {
  const helpers = await readHelpers(db, eventId);
  return names.map((name) => ({
    name,
    personId: helpers.find(({ handle }) => handle.toLowerCase() === name.toLowerCase())?.id ?? null,
  }));
}
