import { sql } from 'kysely';
import { refreshViewer, requireViewer, type Viewer } from '../../core/access/viewer.ts';
import { takeFileName } from '../../core/file/declared-file.ts';
import { endingAs } from '../../core/file/file-kinds.ts';
import type { Em } from '../../platform/db/orm.ts';
import { requireAsRead } from '../../platform/input/as-read.ts';
import { asMissing, notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { changeEvent } from '../event/change-event.ts';
import type { EventRow } from '../event/read-events.ts';
import { requireNotCancelled, requireSession } from './material-place.ts';
import type { MaterialShown } from './material.entity.ts';

interface MaterialInHand {
  fileId: string;
  personId: string;
  name: string;
  mediaType: string;
  sessionId: string | null;
  shown: MaterialShown;
  inRecap: boolean;
  /** Null while it is its sender's alone. */
  attachedAt: Date | null;
}

/**
 * Changes a file of an event as one of its hosts, the event's row held; returns the event's row id. A file on which one
 * may not lay hands, and one that is somebody else's still, is not there.
 */
async function changeMaterial(
  services: Services,
  viewer: Viewer,
  fileId: string,
  change: (em: Em, event: EventRow, file: MaterialInHand) => Promise<unknown>,
): Promise<string> {
  const em = services.orm.em.fork();
  // Before anything is looked for: who is on hold hears the same of what is there and of what is not.
  requireViewer(await refreshViewer(em, viewer));
  const { rows } = await sql<{ eventId: string }>`select event_id as "eventId" from material
    where file_id = ${fileId}`.execute(em.getKysely());
  const eventId = rows[0]?.eventId;
  if (!eventId) throw notFound('file');
  await changeEvent(services, viewer, eventId, async (em, event) => {
    const file = await readInHand(em, fileId);
    if (!file || (file.attachedAt === null && file.personId !== viewer.personId)) throw notFound('file');
    await change(em, event, file);
    // Whoever has the event open sees it; of what is for later they do not hear.
    const after = await readInHand(em, fileId);
    return isForAll(file) || (after && isForAll(after)) ? { kind: 'FILES', moved: false } : null;
  }).catch(asMissing('file'));
  return eventId;
}

const isForAll = ({ attachedAt, shown, inRecap }: MaterialInHand) =>
  attachedAt !== null && (shown === 'NOW' || inRecap);

async function readInHand(em: Em, fileId: string): Promise<MaterialInHand | undefined> {
  const { rows } =
    await sql<MaterialInHand>`select file.id as "fileId", file.person_id as "personId", file.name,
      file.media_type as "mediaType", session_id as "sessionId", shown, in_recap as "inRecap",
      file.attached_at as "attachedAt"
    from material join file on file.id = file_id where file_id = ${fileId}`.execute(em.getKysely());
  return rows[0];
}

export interface MaterialChanges {
  fileId: string;
  name?: string | null | undefined;
  nameAsRead?: string | null | undefined;
  shown?: MaterialShown | null | undefined;
  /** Row id; null for the event itself, undefined for as it is. */
  sessionId?: string | null | undefined;
}

/** Calls a file of an event otherwise, says from when it is shown, and of what it is. On the name that was read. */
export async function updateMaterial(
  services: Services,
  viewer: Viewer,
  given: MaterialChanges,
): Promise<string> {
  const name = given.name == null ? undefined : takeFileName(given.name);
  return changeMaterial(services, viewer, given.fileId, async (em, event, file) => {
    requireNotCancelled(event);
    const db = em.getKysely();
    // The name goes on ending as the type does.
    const wanted = name === undefined ? undefined : endingAs(name, file.mediaType);
    requireAsRead({ name: given.nameAsRead ?? undefined }, { name: file.name }, { name: wanted });
    const { sessionId = file.sessionId } = given;
    if (sessionId !== null && sessionId !== file.sessionId) await requireSession(em, event.id, sessionId);
    if (wanted !== undefined)
      await sql`update file set name = ${wanted} where id = ${file.fileId}`.execute(db);
    await sql`update material set shown = ${given.shown ?? file.shown}, session_id = ${sessionId}
      where file_id = ${file.fileId}`.execute(db);
  });
}

/** Puts a file of an event before another one of it, or at the end. */
export function moveMaterial(
  services: Services,
  viewer: Viewer,
  { fileId, beforeId }: { fileId: string; beforeId: string | null },
): Promise<string> {
  return changeMaterial(services, viewer, fileId, async (em, event) => {
    requireNotCancelled(event);
    const db = em.getKysely();
    const { rows } = await sql<{ id: string }>`select file_id as id from material where event_id = ${event.id}
      order by position, file_id`.execute(db);
    const ids = rows.map(({ id }) => id).filter((id) => id !== fileId);
    const at = beforeId === null ? ids.length : ids.indexOf(beforeId);
    if (beforeId === fileId) return;
    if (at < 0) throw notFound('file');
    ids.splice(at, 0, fileId);
    await sql`update material set position = wanted.position::int
      from unnest(${ids}::uuid[]) with ordinality as wanted (id, position) where file_id = wanted.id`.execute(
      db,
    );
  });
}

/** Removes a file of an event: at once nobody reads it any more, in a recap neither. Also of one that was called off. */
export function removeMaterial(
  services: Services,
  viewer: Viewer,
  { fileId }: { fileId: string },
): Promise<string> {
  return changeMaterial(services, viewer, fileId, (em) =>
    sql`delete from file where id = ${fileId}`.execute(em.getKysely()),
  );
}

/** A recap is public, with these files of the event and no others: whoever reads it reads them. */
export async function showInRecap(em: Em, eventId: string, fileIds: readonly string[]): Promise<void> {
  await sql`update material set in_recap = file_id = any(${fileIds}::uuid[]) where event_id = ${eventId}`.execute(
    em.getKysely(),
  );
}
