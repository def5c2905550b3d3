import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';
import { Refusal, notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { actorOf } from '../board/board.policy.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import type { Card } from '../board/card.entity.ts';
import { holds } from '../board/hands.ts';
import { hoursOf, type LeaseJob, leaseJobs, warnBeforeHours } from './lease-jobs.ts';
import { releaseCard } from './release-card.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { WrongStatus } from './card-refusals.ts';

/** How often one claim can be extended. */
export const MAX_EXTENSIONS = 3;
/** Carries out a job of the lease queue. A lease that was extended, or has ended, is left alone. */
export async function runLeaseJob(services: Services, { cardId, claimId, what }: LeaseJob): Promise<void> {
  if (what === 'expire') {
    await expireLease(services, cardId, claimId);
    return;
  }
  await whenCardExists(() =>
    changeBoard(services, { board: { ofCard: cardId }, actorId: null }, async (board) => {
      const card = await board.card(cardId);
      const due =
        card.claim === claimId &&
        card.leaseExpiresAt != null &&
        (await isDue(
          board.db,
          card.leaseExpiresAt,
          warnBeforeHours(hoursOf(board, card.toConfirm === card.claim)),
        )) &&
        !(await isWarned(board, card));
      if (!due) return { kind: null, result: undefined };
      return { kind: 'CLAIM_EXPIRING', cards: [cardId], result: undefined };
    }),
  );
}

/** Whether the holder was warned of the end of this lease: a job comes twice where a cancelled card came back. */
async function isWarned(board: BoardInHand, card: Card): Promise<boolean> {
  const hours = warnBeforeHours(hoursOf(board, card.toConfirm === card.claim));
  const { rows } = await sql`select from board_event where board_id = ${board.id} and kind = 'CLAIM_EXPIRING'
    and cards @> array[${card.id}::uuid]
    and at >= ${card.leaseExpiresAt}::timestamptz - make_interval(secs => ${hours * 3600}) limit 1`.execute(
    board.db,
  );
  return rows.length > 0;
}

/**
 * Puts a card whose lease has run out, by the database's clock, back to OPEN with its draft kept. Returns
 * whether it did: a lease that still runs, or that is not `claimId`'s, is left alone.
 */
export async function expireLease(services: Services, cardId: string, claimId?: string): Promise<boolean> {
  const changed = await whenCardExists(() =>
    changeBoard(services, { board: { ofCard: cardId }, actorId: null }, async (board) => {
      const card = await board.card(cardId);
      const asked = claimId === undefined || card.claim === claimId;
      if (!asked || !(await isOver(board, card))) return { kind: null, result: false };
      await releaseCard(board, card, { how: 'EXPIRED', by: card.holder ?? null, note: null });
      return { kind: 'CLAIM_EXPIRED', cards: [cardId], result: true };
    }),
  );
  return changed?.result ?? false;
}

/** A job may outlive its card. */
async function whenCardExists<T>(change: () => Promise<T>): Promise<T | undefined> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}

/** Whether a lease has run out: asked of the database's clock, under the lock of the board. */
export async function isOver(
  board: BoardInHand,
  { status, leaseExpiresAt }: Pick<Card, 'status' | 'leaseExpiresAt'>,
): Promise<boolean> {
  return status === 'CLAIMED' && leaseExpiresAt != null && (await isDue(board.db, leaseExpiresAt));
}

async function isDue(db: Kysely, moment: Date, hoursBefore = 0): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select clock_timestamp() >= ${moment}::timestamptz - make_interval(secs => ${hoursBefore * 3600}) as due`.execute(
    db,
  );
  return rows[0]?.due ?? false;
}

/** Gives who holds it one more full lease from now; who extends is on it. At most three times for one claim. */
export async function extendClaim(
  services: Services,
  actorId: string,
  { cardId, requestId }: { cardId: string; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard>> {
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    const card = await requireHolder(board, cardId);
    if (card.extensions >= MAX_EXTENSIONS) {
      throw notAllowed(
        'EXTENDED_OFTEN',
        'You have extended this card three times. Hand it back, or ask the organizer.',
      );
    }
    await sql`update card set extensions = extensions + 1, to_confirm = null, updated_at = clock_timestamp(),
      lease_expires_at = clock_timestamp() + make_interval(hours => ${board.leaseHours})
      where id = ${cardId}`.execute(board.db);
    const extended = await readCard(board.db, cardId);
    return {
      kind: 'CLAIM_EXTENDED',
      cards: [cardId],
      jobs: leaseJobs(board, extended),
      result: extended,
    };
  });
}

/** The card, if the actor holds it, alone or with another, under a lease that still runs by the database's clock. */
export async function requireHolder(board: BoardInHand, cardId: string): Promise<Card> {
  const card = await board.card(cardId);
  if (card.status !== 'CLAIMED' || !card.leaseExpiresAt) {
    throw new WrongStatus(cardId, card.status, 'This card is not being worked on.');
  }
  if (!holds(card, actorOf(board).id)) throw notAllowed('NOT_HOLDER', 'Somebody else holds this card.');
  if (await isOver(board, card)) {
    throw new Refusal(
      'LEASE_EXPIRED',
      'Your time for this card has run out. Your draft is kept; take the card again if it is open.',
    );
  }
  return card;
}
