import { sql } from 'kysely';
import { loadRights, readerOf, type Rights } from '../../core/access/viewer.ts';
import {
  type Declared,
  holdSender,
  holdSums,
  insertFile,
  requireRoom,
  type Sums,
  takeDeclared,
} from '../../core/file/declared-file.ts';
import type { Asked, FilePlace } from '../../core/file/file-place.ts';
import type { Em } from '../../platform/db/orm.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { InvalidInput, notFound, suspended, wrongStage } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { lockReadable, requireManager, tellListeners } from '../event/change-event.ts';
import type { EventRow } from '../event/read-events.ts';
import { MaterialShown } from './material.entity.ts';
import { mayReadMaterial, MOST_OF_EVENT, MOST_OF_SESSION } from './read-material.ts';

/** Where files of events hang: added by whoever may change the event, before it, while it is on and afterwards. */
export const materialPlace: FilePlace = {
  use: 'EVENT',
  begin: (services, personId, asked, declared) =>
    beginMaterial(services, personId, { ...takeAsked(asked), ...declared }),
  arrive: async (services, { id, personId }, ready) => {
    const afterwards = await services.orm.em.fork().transactional(async (em) => {
      const db = em.getKysely();
      const { rows } = await sql<{ eventId: string; shown: MaterialShown }>`
        select event_id as "eventId", shown from material where file_id = ${id}`.execute(db);
      const [material] = rows;
      if (!material) throw notFound('event');
      const { eventId, shown } = material;
      await lockForHost(em, personId, eventId);
      await ready(db);
      // Whoever has the event open sees it; of what is for later they do not hear.
      if (shown !== 'NOW') return [];
      return tellListeners(services, em, { kind: 'FILES', eventId, moved: false, actorId: personId });
    });
    for (const after of afterwards) after();
  },
  isReadable: (em, reader, fileId) => mayReadMaterial(em.getKysely(), reader, fileId),
};

export interface NewMaterial extends Declared {
  /** Row ids. */
  eventId: string;
  sessionId: string | null;
  shown: MaterialShown;
}

/**
 * Makes room for a file that is about to be sent for an event, at the end of its files; returns its row id. What is
 * declared counts from here on: limits hold for many that begin at once.
 */
export async function beginMaterial(
  services: Services,
  personId: string,
  { eventId, sessionId, shown, ...given }: NewMaterial,
): Promise<string> {
  const { storageLimits } = services.config;
  const declared = takeDeclared(given, storageLimits);
  return services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    await holdSender(db, personId);
    const { organizationId } = await lockForHost(em, personId, eventId);
    if (sessionId !== null) await requireSession(em, eventId, sessionId);
    await holdSums(db, organizationId);
    const sums = sumsOf({ eventId, organizationId });
    await requireRoom(db, { personId, bytes: declared.bytes, sums }, storageLimits);
    const id = await insertFile(db, { ...declared, cardId: null, personId, use: 'EVENT' });
    await sql`insert into material (file_id, event_id, session_id, shown, position)
      select ${id}, ${eventId}, ${sessionId}, ${shown}, coalesce(max(position), 0) + 1
      from material where event_id = ${eventId}`.execute(db);
    return id;
  });
}

function takeAsked({ event, session, shown }: Asked): Omit<NewMaterial, keyof Declared> {
  if (shown != null && !Object.hasOwn(MaterialShown, shown))
    throw new InvalidInput('shown', 'UNKNOWN', 'A file is shown NOW, or with the RECAP.');
  return {
    eventId: rowId('Event', event ?? ''),
    sessionId: session ? rowId('EventSession', session) : null,
    shown: (shown as MaterialShown | null | undefined) ?? MaterialShown.NOW,
  };
}

/** The event, held, of which this person is a host now. Refuses one that was called off. */
async function lockForHost(em: Em, personId: string, eventId: string): Promise<EventRow> {
  const rights: Rights | null = await loadRights(em, personId);
  if (!rights || rights.standing === 'SUSPENDED') throw suspended();
  const event = await lockReadable(em, readerOf(rights), eventId);
  requireManager(rights, event);
  requireNotCancelled(event);
  return event;
}

/** An event that is over still gets its slides. */
export function requireNotCancelled({ phase }: Pick<EventRow, 'phase'>): void {
  if (phase === 'CANCELLED') throw wrongStage('EVENT_CANCELLED', 'This event was called off.');
}

/** Refuses a session that is none of this event, which is held, and one that has as many files as it takes. */
export async function requireSession(em: Em, eventId: string, sessionId: string): Promise<void> {
  const { rows } = await sql<{ files: number }>`select (select count(*)::int from material
      join file on file.id = file_id where session_id = event_session.id and state <> 'REFUSED') as files
    from event_session where id = ${sessionId} and event_id = ${eventId}`.execute(em.getKysely());
  if (!rows[0]) throw notFound('session');
  if (rows[0].files < MOST_OF_SESSION) return;
  throw new InvalidInput('files', 'TOO_MANY', `Keep it to ${MOST_OF_SESSION} files. Remove one first.`, {
    limit: MOST_OF_SESSION,
  });
}

const sumsOf = ({ eventId, organizationId }: { eventId: string; organizationId: string }): Sums => ({
  here: sql`(select count(*)::int from material join file on file.id = file_id
    where event_id = ${eventId} and file.state <> 'REFUSED')`,
  most: MOST_OF_EVENT,
  bytesOfAll: sql`(select coalesce(sum(file.bytes), 0) from material join file on file.id = file_id
    join event on event.id = event_id
    where event.organization_id = ${organizationId} and file.state <> 'REFUSED')`,
  full: (limit) =>
    new InvalidInput(
      'organization',
      'TOO_MANY',
      `The events of this organization have used their ${limit} MB for files. Put this one elsewhere, and add a link to it.`,
      { limit },
    ),
});
