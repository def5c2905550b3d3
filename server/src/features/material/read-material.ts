import { type RawBuilder, sql } from 'kysely';
import { Sensitivity } from '../../core/access/sensitivity.ts';
import { levelFor, type Reader } from '../../core/access/viewer.ts';
import { fileColumns, type FileRow } from '../../core/file/read-file.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import { eventReadableBy } from '../event/event.policy.ts';
import type { MaterialShown } from './material.entity.ts';

/** Files of one event, in all; and of them those of one session. */
export const MOST_OF_EVENT = 40;
export const MOST_OF_SESSION = 12;

export interface MaterialRow extends FileRow {
  eventId: string;
  sessionId: string | null;
  shown: MaterialShown;
  inRecap: boolean;
}

interface Place {
  organizationId: string;
  campaignId: string | null;
}

/**
 * The one rule of who reads which file of an event, for lists and at the file door alike: whoever may read the event,
 * from when it is shown; before that the organization's own people and coordinators, who see to the recap.
 */
async function readReadable(db: Kysely, reader: Reader, which: RawBuilder<unknown>): Promise<MaterialRow[]> {
  const { rows } = await sql<MaterialRow & Place>`
    select ${fileColumns}, material.event_id as "eventId", material.session_id as "sessionId", material.shown,
      material.in_recap as "inRecap", event.organization_id as "organizationId", event.campaign_id as "campaignId"
    from material join file on file.id = material.file_id join event on event.id = material.event_id
    where ${which} and file.attached_at is not null and file.state = 'READY' and ${eventReadableBy(reader)}
    order by material.position, file.id`.execute(db);
  return rows.filter(
    ({ shown, inRecap, organizationId, campaignId }) =>
      shown === 'NOW' ||
      inRecap ||
      levelFor(reader, { organizationId, campaignId: campaignId ?? '' }) === Sensitivity.TEAM,
  );
}

/** The files of events and of their sessions that somebody may read, each event's in its order. */
export const readMaterial = (db: Kysely, reader: Reader, eventIds: readonly string[]) =>
  readReadable(db, reader, sql`material.event_id = any(${eventIds}::uuid[])`);

export async function mayReadMaterial(db: Kysely, reader: Reader, fileId: string): Promise<boolean> {
  return (await readReadable(db, reader, sql`material.file_id = ${fileId}`)).length > 0;
}

/** All that is at an event, for what is made of it for others. Rights are the caller's to check. */
export async function readAllMaterial(db: Kysely, eventId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select file.id, file.name
    from material join file on file.id = material.file_id
    where material.event_id = ${eventId} and file.attached_at is not null and file.state = 'READY'
    order by material.position, file.id limit ${MOST_OF_EVENT}`.execute(db);
  return rows;
}

/** What somebody sent for events and what is not there yet, whatever came of it: theirs alone. */
export async function readUploads(
  db: Kysely,
  personId: string,
  eventIds: readonly string[],
): Promise<MaterialRow[]> {
  const { rows } = await sql<MaterialRow>`
    select ${fileColumns}, material.event_id as "eventId", material.session_id as "sessionId", material.shown,
      material.in_recap as "inRecap"
    from material join file on file.id = material.file_id
    where material.event_id = any(${eventIds}::uuid[]) and file.person_id = ${personId} and file.attached_at is null
    order by file.started_at, file.id`.execute(db);
  return rows;
}

/** From when on files are shown, by row id. Whether one may read the file is asked before. */
export async function readShown(
  db: Kysely,
  fileIds: readonly string[],
): Promise<{ fileId: string; shown: MaterialShown }[]> {
  const { rows } = await sql<{ fileId: string; shown: MaterialShown }>`
    select file_id as "fileId", shown from material where file_id = any(${fileIds}::uuid[])`.execute(db);
  return rows;
}
