import { sql } from 'kysely';
import type { Services } from '../../platform/services.ts';
import { CHECK_QUEUE, type CheckJob } from './check-queue.ts';
import { PIECE_BYTES } from './pieces.ts';

/** Somebody else wrote there, or it is whole, or gone: whoever sends asks where to go on. */
export class PieceMisplaced extends Error {}

/**
 * Keeps what comes of a file, piece after piece, each on its own: whatever happens on the way, what was kept is kept,
 * and `received` says how much. Returns that. Pieces that two senders write to one place are taken from one of them.
 * With the last one the check is enqueued.
 */
export async function receivePieces(
  services: Services,
  fileId: string,
  from: number,
  parts: AsyncIterable<Uint8Array>,
): Promise<number> {
  let at = from;
  let waiting: Uint8Array[] = [];
  let size = 0;
  const keep = async () => {
    if (size === 0) return;
    const data = Buffer.concat(waiting, size);
    waiting = [];
    size = 0;
    await keepPiece(services, fileId, at, data);
    at += data.length;
  };
  try {
    for await (const part of parts) {
      for (let begin = 0; begin < part.length; begin += PIECE_BYTES) {
        const some = part.subarray(begin, begin + PIECE_BYTES);
        waiting.push(some);
        size += some.length;
        if (size >= PIECE_BYTES) await keep();
      }
    }
  } finally {
    // The line may have broken: what came counts.
    await keep();
  }
  return at;
}

/** One piece and how far the file has come, in one transaction, and never in two places. */
async function keepPiece(services: Services, fileId: string, at: number, data: Buffer): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const { rows } = await sql<{ whole: boolean }>`
      update file set received = received + ${data.length}, changed_at = clock_timestamp(),
        state = case when received + ${data.length} = bytes then 'CHECKING' else state end
      where id = ${fileId} and state = 'RECEIVING' and received = ${at} and received + ${data.length} <= bytes
      returning state = 'CHECKING' as whole`.execute(db);
    const [file] = rows;
    if (!file) throw new PieceMisplaced();
    await sql`insert into file_piece (file_id, part, at, data) values (${fileId}, 'WHOLE', ${at}, ${data})`.execute(
      db,
    );
    if (!file.whole) return;
    const job: CheckJob = { fileId };
    // Whoever sent it checks it at once; this is for a server that ends before that is done.
    await services.jobs.enqueue(em, CHECK_QUEUE, [{ data: job, notBefore: { seconds: 5 } }]);
  });
}
