import { sql } from 'kysely';
import { asMissing, notAllowed, notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { requireManager } from '../board/board.policy.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';

/**
 * Removes a file: one's own that hangs on nothing yet, or as an organizer one on a card or in a draft that was left. What was handed in stays with
 * its work: two gates looked at it.
 */
export async function removeFile(
  services: Services,
  actorId: string,
  { fileId, requestId }: { fileId: string; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard>> {
  const file = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('file')
    .select([
      'card_id as cardId',
      'person_id as personId',
      'attached_at as attachedAt',
      'use',
      'hand_in as handIn',
    ])
    .where('id', '=', fileId)
    .executeTakeFirst();
  if (!file || (file.attachedAt === null && file.personId !== actorId)) throw notFound('file');
  const { cardId } = file;
  // What hangs elsewhere is removed by its place.
  if (cardId == null) throw notFound('file');
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    if (file.attachedAt === null) {
      await sql`delete from file where id = ${fileId} and attached_at is null`.execute(board.db);
      return { kind: null, result: await readCard(board.db, cardId) };
    }
    await board.card(cardId);
    if (file.handIn !== null) throw notAllowed('HANDED_IN_STAYS', 'What was handed in stays with its work.');
    requireManager(board);
    const { rows } = await sql`delete from file where id = ${fileId} returning id`.execute(board.db);
    const result = await readCard(board.db, cardId);
    return rows[0]
      ? { kind: 'CARD_UPDATED', cards: [cardId], fields: ['files'], result }
      : { kind: null, result };
  }).catch(asMissing('file'));
}
