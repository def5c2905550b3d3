import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { MOST_FILES } from './begin-file.ts';

interface Given {
  cardId: string;
  personId: string;
  /** Row ids. */
  fileIds: readonly string[];
}

/**
 * Hangs files that somebody sent for a card, or that an earlier holder left there, on the work they hand in, in the
 * transaction of that. Refuses all if one is neither, hangs on other work, or is not ready: nothing is handed in without
 * what belongs to it.
 */
export async function attachFiles(
  { db }: Pick<BoardInHand, 'db'>,
  handInId: string,
  { cardId, personId, fileIds }: Given,
): Promise<void> {
  const ids = [...new Set(fileIds)];
  if (ids.length === 0) return;
  if (ids.length > MOST_FILES) {
    throw new InvalidInput('fileIds', 'TOO_MANY', `Keep it to ${MOST_FILES} files.`, { limit: MOST_FILES });
  }
  const { rows } = await sql`
    update file set hand_in = ${handInId}, attached_at = clock_timestamp()
    where id = any(${ids}::uuid[]) and card_id = ${cardId} and use = 'WORK' and state = 'READY' and hand_in is null
      and (attached_at is not null or person_id = ${personId}) returning id`.execute(db);
  if (rows.length === ids.length) return;
  throw new InvalidInput(
    'fileIds',
    'UNKNOWN',
    'One of these files has not come whole, or was removed. Wait for it or take it out, then hand in.',
  );
}

/** Row ids of the files of a hand-in. */
export async function attachedTo({ db }: Pick<BoardInHand, 'db'>, handInId: string): Promise<string[]> {
  const rows = await db.selectFrom('file').select('id').where('hand_in', '=', handInId).execute();
  return rows.map(({ id }) => id);
}

/** The files of one hand-in go on with another, which takes its place. */
export async function passFiles({ db }: Pick<BoardInHand, 'db'>, from: string, to: string): Promise<void> {
  await sql`update file set hand_in = ${to} where hand_in = ${from}`.execute(db);
}

/** Who goes on with what they left on a card has it for themselves alone again. */
export async function takeFilesBack(
  db: Kysely,
  { cardId, personId }: Pick<Given, 'cardId' | 'personId'>,
): Promise<void> {
  await sql`update file set attached_at = null, changed_at = clock_timestamp() where card_id = ${cardId}
    and person_id = ${personId} and use = 'WORK' and hand_in is null and attached_at is not null`.execute(db);
}

/** The files of work that was taken back are its sender's again, as before it was handed in. */
export async function detachFiles({ db }: Pick<BoardInHand, 'db'>, handInId: string): Promise<void> {
  await sql`update file set hand_in = null, attached_at = null, changed_at = clock_timestamp()
    where hand_in = ${handInId}`.execute(db);
}
