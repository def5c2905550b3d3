import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';
import type { FilePart } from './file.entity.ts';

/** What goes into one row: large enough for few trips, small enough to be held by the hundred. */
export const PIECE_BYTES = 256 * 1024;
/** Pieces that one read brings. */
const AT_ONCE = 4;

interface Range {
  fileId: string;
  part: FilePart;
}

/** The bytes of a part from `from` up to, and without, `to`, as far as they are there. */
export async function* readPieces(
  db: Kysely,
  { fileId, part }: Range,
  from: number,
  to: number,
): AsyncGenerator<Buffer> {
  let next = from;
  while (next < to) {
    // Pieces are as long as they came: the one in which `next` lies begins last before it.
    const { rows } = await sql<{ at: number; data: Buffer }>`
      select at, data from file_piece where file_id = ${fileId} and part = ${part} and at < ${to}
        and at >= (select max(at) from file_piece where file_id = ${fileId} and part = ${part} and at <= ${next})
      order by at limit ${AT_ONCE}`.execute(db);
    for (const { at, data } of rows) {
      const wanted = data.subarray(Math.max(0, next - at), Math.max(0, to - at));
      if (wanted.length === 0) return;
      next += wanted.length;
      yield wanted;
    }
    if (rows.length === 0) return;
  }
}

/** The same, held as one. For what is known to be small. */
export async function readBytes(db: Kysely, range: Range, from: number, to: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readPieces(db, range, from, to)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Puts a whole part in the place of what was there. */
export async function replacePart(db: Kysely, range: Range, bytes: Buffer): Promise<void> {
  await dropPart(db, range);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const data = bytes.subarray(at, at + PIECE_BYTES);
    await sql`insert into file_piece (file_id, part, at, data)
      values (${range.fileId}, ${range.part}, ${at}, ${data})`.execute(db);
  }
}

export async function dropPart(db: Kysely, { fileId, part }: Range): Promise<void> {
  await sql`delete from file_piece where file_id = ${fileId} and part = ${part}`.execute(db);
}

/** Writes over what is there, from `from` on, without moving anything. */
export async function overwrite(
  db: Kysely,
  { fileId, part }: Range,
  from: number,
  bytes: Buffer,
): Promise<void> {
  const { rows } = await sql<{ at: number; length: number }>`
    select at, length(data) as length from file_piece where file_id = ${fileId} and part = ${part}
      and at < ${from + bytes.length} and at + length(data) > ${from} order by at`.execute(db);
  for (const { at, length } of rows) {
    const begin = Math.max(from, at);
    const end = Math.min(from + bytes.length, at + length);
    await sql`update file_piece set data = overlay(data placing ${bytes.subarray(begin - from, end - from)}
      from ${begin - at + 1} for ${end - begin})
      where file_id = ${fileId} and part = ${part} and at = ${at}`.execute(db);
  }
}
