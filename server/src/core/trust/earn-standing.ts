import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { inHandsOf } from '../board/hands.ts';
import { recordStanding } from './record-standing.ts';

/** Approved cards that turn NEW into VETTED. */
export const CARDS_TO_BE_VETTED = 2;

/**
 * Raises a NEW person to VETTED once enough of their work was approved by a local, with the card that made it
 * enough as the reason. Runs in the transaction of the approval. Returns whether it raised.
 */
export async function earnStanding(
  services: Pick<Services, 'word'>,
  em: Em,
  { personId, cardId }: { personId: string; cardId: string },
): Promise<boolean> {
  const { rows } = await sql`update person set standing = 'VETTED' where id = ${personId} and standing = 'NEW'
    and (select count(*) from card where ${inHandsOf(personId)} and status = 'DONE') >= ${CARDS_TO_BE_VETTED}
    returning id`.execute(em.getKysely());
  if (rows.length === 0) return false;
  await recordStanding(services, em, {
    personId,
    before: 'NEW',
    after: 'VETTED',
    reason: 'WORK_APPROVED',
    cardId,
  });
  return true;
}
