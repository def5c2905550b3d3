import { type RawBuilder, sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';
import { timelessId } from '../../platform/db/timeless-id.ts';
import { plainText } from '../../platform/input/text.ts';
import { InvalidInput, Refusal } from '../../platform/refusal/refusal.ts';
import { MEGABYTE, type StorageLimits } from '../../platform/storage/storage-limits.ts';
import type { FileUse } from './file.entity.ts';
import { mostBytes, plainType, takenType, TAKEN_IN_WORDS } from './file-kinds.ts';

const MAX_NAME = 120;

/** What a sender says of a file before it comes. */
export interface Declared {
  name: string;
  mediaType: string;
  bytes: number;
}

/** The same, checked. Refuses what is of no type that we take, too large or empty: none of it need come then. */
export function takeDeclared(given: Declared, limits: StorageLimits): Declared {
  const mediaType = plainType(given.mediaType);
  const type = takenType(mediaType);
  if (!type) throw new InvalidInput('type', 'UNKNOWN', `We take ${TAKEN_IN_WORDS}.`);
  const name = takeFileName(given.name);
  const most = mostBytes(type.kind, limits.largest * MEGABYTE);
  const limit = Math.floor(most / MEGABYTE);
  if (!Number.isInteger(given.bytes) || given.bytes < 1) {
    throw new InvalidInput('bytes', 'EMPTY', 'There is nothing in this file.');
  }
  if (given.bytes > most) {
    throw new InvalidInput('bytes', 'TOO_LONG', `This file is too large: ${limit} MB at most.`, { limit });
  }
  return { name, mediaType, bytes: given.bytes };
}

/** A name of a file. Slashes would be folders wherever it is saved. */
export const takeFileName = (name: string): string =>
  plainText(name.replace(/[/\\]/g, '-'), { field: 'name', max: MAX_NAME });

/** Whoever begins files is held, so that of many that they begin at once none passes a limit. */
export async function holdSender(db: Kysely, personId: string): Promise<void> {
  await sql`select 1 from person where id = ${personId} for no key update`.execute(db);
}

/** Holds the sums of what files count in until the transaction ends. `of` is a row id. */
export async function holdSums(db: Kysely, of: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('file'), hashtext(${of}))`.execute(db);
}

/** What a file counts in: how many there are at its place, and how many bytes in all. Conditions over `file`. */
export interface Sums {
  here: RawBuilder<number>;
  most: number;
  bytesOfAll: RawBuilder<string>;
  /** Says that there is no room for more, of which there may be `limit` MB. */
  full(limit: number): InvalidInput;
}

/** Refuses a file for which there is no room. Who sends and what it counts in are held. */
export async function requireRoom(
  db: Kysely,
  { personId, bytes, sums }: { personId: string; bytes: number; sums: Sums },
  limits: StorageLimits,
): Promise<void> {
  const { rows } = await sql<{ here: number; ofPerson: string; ofAll: string }>`
    select ${sums.here} as here, ${sums.bytesOfAll} as "ofAll",
      (select coalesce(sum(bytes), 0) from file where person_id = ${personId} and state <> 'REFUSED'
        and (attached_at is null or started_at > clock_timestamp() - interval '1 day')) as "ofPerson"`.execute(
    db,
  );
  const [sum] = rows;
  if (!sum) return;
  if (sum.here >= sums.most) {
    throw new InvalidInput('files', 'TOO_MANY', `Keep it to ${sums.most} files. Remove one first.`, {
      limit: sums.most,
    });
  }
  if (Number(sum.ofPerson) + bytes > limits.ofPerson * MEGABYTE) {
    throw new Refusal(
      'DAY_LIMIT',
      `You have sent ${limits.ofPerson} MB within a day, which is all we take. Hand in what is there, or go on tomorrow.`,
      'FILES_TODAY',
    );
  }
  if (Number(sum.ofAll) + bytes > limits.ofCampaign * MEGABYTE) throw sums.full(limits.ofCampaign);
}

/** Makes the row of a file of which nothing has come; returns its id. */
export async function insertFile(
  db: Kysely,
  { cardId, personId, use, name, mediaType, bytes }: FileBegun,
): Promise<string> {
  const id = timelessId();
  await sql`insert into file (id, card_id, person_id, use, name, media_type, bytes)
    values (${id}, ${cardId}, ${personId}, ${use}, ${name}, ${mediaType}, ${bytes})`.execute(db);
  return id;
}

interface FileBegun extends Declared {
  /** Null for what hangs elsewhere. */
  cardId: string | null;
  personId: string;
  use: FileUse;
}
