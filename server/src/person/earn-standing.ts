import { sql } from 'kysely';
import type { Em } from '../db/orm.ts';

/** Approved cards that turn NEW into VETTED. */
export const CARDS_TO_BE_VETTED = 2;

/**
 * Raises a NEW person to VETTED once enough of their work was approved by a local. Runs in the transaction
 * of the approval. Returns whether it raised.
 */
export async function earnStanding(em: Em, personId: string): Promise<boolean> {
  const { rows } = await sql`update person set standing = 'VETTED' where id = ${personId} and standing = 'NEW'
    and (select count(*) from card where holder_id = ${personId} and status = 'DONE') >= ${CARDS_TO_BE_VETTED}
    returning id`.execute(em.getKysely());
  return rows.length === 1;
}
