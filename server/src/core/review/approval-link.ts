import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { plainText } from '../../platform/input/text.ts';
import { hashOf, newSessionToken } from '../access/secret.ts';
import { asMissing, notAllowed, notFound, Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { actorOf } from '../board/board.policy.ts';
import { mayApprove } from '../campaign/campaign-rights.ts';
import { mayManage } from '../campaign/campaign-rights.ts';
import { holds } from '../board/hands.ts';
import type { Card } from '../board/card.entity.ts';
import { changeBoard } from '../board/change-board.ts';
import { inReview } from './pending-work.ts';
import { craftIsGood } from './review-card.ts';

/** Days in which the answer is given, or it is asked for again. */
export const LINK_DAYS = 7;
const MAX_LABEL = 80;
/** Links of one card that wait for an answer at once. */
const MAX_WAITING = 10;

/**
 * Makes a link by which somebody without an account gives the local's answer to the work that waits on a card.
 * Organizers, approvers and coordinators may, and never the author. Returns the token: nothing but its hash is
 * kept. No change of the board: nobody sees a card differently.
 */
export async function createApprovalLink(
  services: Services,
  actorId: string,
  input: { cardId: string; label: string },
): Promise<{ token: string }> {
  const { cardId } = input;
  const label = plainText(input.label, { field: 'label', max: MAX_LABEL });
  const token = newSessionToken();
  await changeBoard(services, { board: { ofCard: cardId }, actorId }, async (board) => {
    const card = await inReview(board, cardId);
    requireLinkMaker(board, card);
    if (!craftIsGood(board, card)) {
      throw notAllowed(
        'CRAFT_FIRST',
        'Somebody who knows the craft looks at it first. Then you can send it to the local.',
      );
    }
    const { rows } = await sql`insert into approval_link
        (id, card_id, token_hash, label, created_by_id, created_at, expires_at)
      select ${newId()}, ${cardId}, ${hashOf(token)}, ${label}, ${actorId}, clock_timestamp(),
        clock_timestamp() + make_interval(days => ${LINK_DAYS})
      where (select count(*) from approval_link where card_id = ${cardId} and used_at is null
        and revoked_at is null and expires_at > clock_timestamp()) < ${MAX_WAITING}
      returning id`.execute(board.db);
    if (rows.length === 0) {
      throw new Refusal(
        'TOO_MANY_REQUESTS',
        `${MAX_WAITING} links wait for an answer. Take one back first.`,
        'LINKS_WAITING',
      );
    }
    return { kind: null, result: undefined };
  });
  return { token };
}

/** Takes a link back; returns the row id of its card. Whoever may make one may. */
export async function revokeApprovalLink(
  services: Services,
  actorId: string,
  linkId: string,
): Promise<string> {
  const link = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('approval_link')
    .select('card_id as cardId')
    .where('id', '=', linkId)
    .executeTakeFirst();
  if (!link) throw notFound('link');
  const { cardId } = link;
  await changeBoard(services, { board: { ofCard: cardId }, actorId, evenWhenEnded: true }, async (board) => {
    requireLinkMaker(board, await board.card(cardId));
    await sql`update approval_link set revoked_at = clock_timestamp()
        where id = ${linkId} and used_at is null and revoked_at is null`.execute(board.db);
    return { kind: null, result: undefined };
  }).catch(asMissing('link'));
  return cardId;
}

function requireLinkMaker(board: BoardInHand, card: Card): void {
  const actor = actorOf(board);
  if (holds(card, actor.id)) {
    throw new Refusal(
      'OWN_WORK',
      'This is your own work. Somebody else has to ask the local.',
      'OWN_WORK_LINK',
    );
  }
  if (!mayManage(actor) && !mayApprove(actor)) {
    throw notAllowed(
      'LOCAL_AND_COORDINATORS_ONLY',
      'Only the local and coordinators can ask for an answer by link.',
    );
  }
}
