import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';
import { Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { requireManager } from '../board/board.policy.ts';
import { changeBoard } from '../board/change-board.ts';
import { CHECK_QUEUE, type CheckJob } from './check-queue.ts';
import type { FileProblem, FileUse } from './file.entity.ts';
import { endingAs } from './file-kinds.ts';
import { FileRefused } from './file-problem.ts';
import { type Looked, lookThrough } from './look-through.ts';
import { readPieces } from './pieces.ts';

/** A server that checks says again and again that it does; who has not for so long has died (s). */
const SIGN_OF_LIFE_SECONDS = 30;
const SAID_AGAIN_MS = 10_000;
/** What is being written outside is a leftover unless it is done by then. */
const WRITTEN_WITHIN = sql`interval '1 hour'`;

interface Taken {
  id: string;
  /** Null for what hangs elsewhere. */
  cardId: string | null;
  personId: string;
  use: FileUse;
  name: string;
  bytes: number;
}

/**
 * Looks through a file that came whole: it is READY then, or REFUSED and its bytes gone. What goes on a card, or to another
 * place, is there with that. Of several who are told to, one does it; a file that waits for no check is left alone.
 */
export async function checkFile(services: Services, fileId: string): Promise<'DONE' | 'BUSY'> {
  return services.files.inTurn(async () => {
    const file = await take(services, fileId);
    if (file === 'NOT_WAITING') return 'DONE';
    if (file === 'BUSY') return 'BUSY';
    const saying = setInterval(() => void sayAgain(services, fileId), SAID_AGAIN_MS);
    try {
      const looked = await lookThrough(
        services.orm,
        { fileId, bytes: file.bytes },
        services.config.storageLimits,
      );
      await moveOutside(services, fileId, looked);
      await finish(services, file, looked);
    } catch (error) {
      if (error instanceof FileRefused) await refuse(services, fileId, error.problem);
      else throw error;
    } finally {
      clearInterval(saying);
      await letGo(services, fileId);
    }
    return 'DONE';
  });
}

/** The same as a job: where another server is at it, it looks again a little later. */
export async function runCheck(services: Services, { fileId }: CheckJob): Promise<void> {
  if ((await checkFile(services, fileId)) === 'DONE') return;
  const again = { data: { fileId }, notBefore: { seconds: SIGN_OF_LIFE_SECONDS / 2 } };
  await services.jobs.enqueue(services.orm.em.fork(), CHECK_QUEUE, [again]);
}

const dbOf = ({ orm }: Pick<Services, 'orm'>): Kysely => orm.em.fork().getKysely();

async function take(services: Services, fileId: string): Promise<Taken | 'BUSY' | 'NOT_WAITING'> {
  const db = dbOf(services);
  const { rows } = await sql<Taken>`
    update file set checked_until = clock_timestamp() + make_interval(secs => ${SIGN_OF_LIFE_SECONDS})
    where id = ${fileId} and state = 'CHECKING'
      and (checked_until is null or checked_until < clock_timestamp())
    returning id, card_id as "cardId", person_id as "personId", use, name, bytes`.execute(db);
  if (rows[0]) return rows[0];
  const { rows: waiting } = await sql`select 1 from file where id = ${fileId} and state = 'CHECKING'`.execute(
    db,
  );
  return waiting[0] ? 'BUSY' : 'NOT_WAITING';
}

async function sayAgain(services: Services, fileId: string): Promise<void> {
  await sql`update file set checked_until = clock_timestamp() + make_interval(secs => ${SIGN_OF_LIFE_SECONDS})
    where id = ${fileId} and checked_until is not null`
    .execute(dbOf(services))
    .catch((error: unknown) =>
      services.log.warn({ err: error }, 'could not say that a file is being checked'),
    );
}

async function letGo(services: Services, fileId: string): Promise<void> {
  await sql`update file set checked_until = null where id = ${fileId}`.execute(dbOf(services));
}

/** Nothing is written outside before it is clean. If this server ends meanwhile, the leftover says what to remove. */
async function moveOutside(services: Services, fileId: string, { bytes }: Looked): Promise<void> {
  const { storage } = services.files;
  if (!storage) return;
  const db = dbOf(services);
  await sql`insert into file_leftover (key, after) values (${fileId}, clock_timestamp() + ${WRITTEN_WITHIN})
    on conflict (key) do update set after = excluded.after`.execute(db);
  await storage.put(fileId, bytes, readPieces(db, { fileId, part: 'WHOLE' }, 0, bytes));
}

async function finish(services: Services, file: Taken, looked: Looked): Promise<void> {
  const isOutside = services.files.storage !== undefined;
  const makeReady: MakeReady = async (db) => {
    const { rows } = await sql`
      update file set state = 'READY', media_type = ${looked.mediaType}, bytes = ${looked.bytes},
        received = ${looked.bytes}, name = ${endingAs(file.name, looked.mediaType)},
        thumbnails = ${JSON.stringify(looked.thumbnails)}::jsonb, outside = ${isOutside},
        attached_at = case when use <> 'WORK' then clock_timestamp() end, changed_at = clock_timestamp()
      where id = ${file.id} and state = 'CHECKING' returning id`.execute(db);
    // Removed meanwhile: the leftover that was noted takes what lies outside.
    if (!rows[0] || !isOutside) return rows[0] !== undefined;
    await sql`delete from file_piece where file_id = ${file.id} and part = 'WHOLE'`.execute(db);
    await sql`delete from file_leftover where key = ${file.id}`.execute(db);
    return true;
  };
  if (file.use === 'WORK') {
    await services.orm.em.fork().transactional((em) => makeReady(em.getKysely()));
    return;
  }
  const arriving =
    file.cardId === null ? arriveAtPlace(services, file, makeReady) : ontoCard(services, file, makeReady);
  await arriving.catch((error: unknown) => {
    if (error instanceof Refusal) throw new FileRefused('NOT_ALLOWED');
    throw error;
  });
}

async function arriveAtPlace(services: Services, file: Taken, makeReady: MakeReady): Promise<void> {
  const place = services.filePlaces.find(({ use }) => use === file.use);
  if (!place) throw new Error(`Nobody has a place for files of the use ${file.use}.`);
  await place.arrive(services, file, makeReady);
}

/** It changes what everybody sees of the card, so it is a change of the board by whoever sent it. */
async function ontoCard(services: Services, file: Taken, makeReady: MakeReady): Promise<void> {
  const cardId = file.cardId!;
  await changeBoard(services, { board: { ofCard: cardId }, actorId: file.personId }, async (board) => {
    await board.card(cardId);
    requireManager(board);
    return (await makeReady(board.db))
      ? { kind: 'CARD_UPDATED', cards: [cardId], fields: ['files'], result: undefined }
      : { kind: null, result: undefined };
  });
}

/** Whether it was there still to be made ready. */
type MakeReady = (db: Kysely) => Promise<boolean>;

async function refuse(services: Services, fileId: string, problem: FileProblem): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    await sql`delete from file_piece where file_id = ${fileId}`.execute(db);
    await sql`update file_leftover set after = clock_timestamp() where key = ${fileId}`.execute(db);
    await sql`update file set state = 'REFUSED', problem = ${problem}, changed_at = clock_timestamp()
      where id = ${fileId} and state = 'CHECKING'`.execute(db);
  });
}
