import { fileTypeFromBuffer } from 'file-type';
import { sql } from 'kysely';
import type { Kysely, Orm } from '../../platform/db/orm.ts';
import { MEGABYTE, type StorageLimits } from '../../platform/storage/storage-limits.ts';
import { cleanDocument, isZip } from './clean-document.ts';
import { cleanPicture } from './clean-picture.ts';
import { cleanVideo } from './clean-video.ts';
import type { Thumbnail } from './file.entity.ts';
import { mostBytes, plainType, takenType } from './file-kinds.ts';
import { FileRefused } from './file-problem.ts';
import { overwrite, readBytes, replacePart } from './pieces.ts';

/** Enough to know every type that we take by, but for documents. */
const HEAD_BYTES = 64 * 1024;

/** What a file turned out to be, once it is clean. */
export interface Looked {
  mediaType: string;
  bytes: number;
  thumbnails: Thumbnail[];
}

/**
 * Finds out what a file that came whole truly is, and puts what is clean in its place. Refuses, as FileRefused, what is
 * none of the types that are taken, whatever its name and its sender say. No transaction is open while something is
 * made anew; what is put in place is so at one moment.
 */
export async function lookThrough(
  orm: Orm,
  { fileId, bytes }: { fileId: string; bytes: number },
  limits: StorageLimits,
): Promise<Looked> {
  const db = orm.em.fork().getKysely();
  const whole = { fileId, part: 'WHOLE' as const };
  const head = await readBytes(db, whole, 0, Math.min(bytes, HEAD_BYTES));
  if (isZip(head)) return lookThroughDocument(orm, { fileId, bytes }, limits);
  const mediaType = plainType((await fileTypeFromBuffer(head))?.mime ?? '');
  if (/^image\/(heic|heif)/.test(mediaType)) throw new FileRefused('HEIC');
  const kind = takenType(mediaType)?.kind;
  if (!kind || kind === 'DOCUMENT') throw new FileRefused('TYPE');
  if (bytes > mostBytes(kind, limits.largest * MEGABYTE)) throw new FileRefused('TOO_LARGE');
  if (kind === 'PICTURE') {
    const clean = await cleanPicture(await readBytes(db, whole, 0, bytes), mediaType);
    await orm.em.fork().transactional(async (em) => {
      await replaceWhole(em.getKysely(), fileId, clean.whole);
      for (const { part, bytes: small } of clean.thumbnails)
        await replacePart(em.getKysely(), { fileId, part }, small);
    });
    const thumbnails = clean.thumbnails.map(({ part, width, height }) => ({ part, width, height }));
    return { mediaType, bytes: clean.whole.length, thumbnails };
  }
  if (kind === 'VIDEO') {
    await orm.em.fork().transactional((em) =>
      cleanVideo({
        size: bytes,
        read: (from, to) => readBytes(em.getKysely(), whole, from, to),
        write: (at, some) => overwrite(em.getKysely(), whole, at, some),
      }),
    );
  }
  return { mediaType, bytes, thumbnails: [] };
}

/** What is packed is looked at only once it is known to unpack to little. */
async function lookThroughDocument(
  orm: Orm,
  { fileId, bytes }: { fileId: string; bytes: number },
  limits: StorageLimits,
): Promise<Looked> {
  if (bytes > mostBytes('DOCUMENT', limits.largest * MEGABYTE)) throw new FileRefused('TOO_LARGE');
  const whole = { fileId, part: 'WHOLE' as const };
  const clean = await cleanDocument(await readBytes(orm.em.fork().getKysely(), whole, 0, bytes));
  const mediaType = (await fileTypeFromBuffer(clean))?.mime ?? '';
  if (takenType(mediaType)?.kind !== 'DOCUMENT') throw new FileRefused('TYPE');
  await orm.em.fork().transactional((em) => replaceWhole(em.getKysely(), fileId, clean));
  return { mediaType, bytes: clean.length, thumbnails: [] };
}

/** It is as long as it is now, also for whoever has to begin the check anew. */
async function replaceWhole(db: Kysely, fileId: string, bytes: Buffer): Promise<void> {
  await replacePart(db, { fileId, part: 'WHOLE' }, bytes);
  await sql`update file set bytes = ${bytes.length}, received = ${bytes.length} where id = ${fileId}`.execute(
    db,
  );
}
