import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Kysely, Tables } from '../../platform/db/orm.ts';
import { type Blanks, prepared } from '../../platform/db/prepared.ts';
import type { Services } from '../../platform/services.ts';
import { actorOf, mayClaim } from '../board/board.policy.ts';
import { claimLimitFor } from '../campaign/campaign-rights.ts';
import type { Actor, BoardInHand } from '../board/board-in-hand.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import type { Card } from '../board/card.entity.ts';
import { holds, inHandsOf } from '../board/hands.ts';
import { expireLease, isOver } from './lease.ts';
import { leaseJobs } from './lease-jobs.ts';
import { firstLeaseFor, refuseBeyondShare, refuseTooOften } from './newcomers.ts';
import { type GuestsOfGathering, keptForOthers } from './kept-card.ts';
import { type CardOnBoard, readCard, selectCards } from '../board/read-cards.ts';
import { CardAlreadyClaimed, ClaimLimitReached, statementNeeded, WrongStatus } from './card-refusals.ts';

export interface CardRequest {
  cardId: string;
  requestId?: string | null | undefined;
}

/**
 * Gives an open card to `actorId` under a lease of the campaign's length, or a first lease that has to be confirmed. Exactly one of those who ask gets
 * it; the others are told who was first. Asking again for a card one already holds changes nothing.
 */
export async function claimCard(
  services: Services,
  actorId: string,
  { cardId, requestId }: CardRequest,
): Promise<Changed<CardOnBoard>> {
  // Whether the lease that stood in the way was over, by the clock.
  let wasOver = false;
  const claim = () =>
    changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
      const actor = actorOf(board);
      const taken = await takeIfOpen(services, board, cardId, actor);
      if (!taken) {
        const card = await board.card(cardId);
        wasOver = await isOver(board, card);
        if (card.status === 'CLAIMED' && holds(card, actor.id) && !wasOver) {
          return { kind: null, result: await readCard(board.db, cardId) };
        }
        throw await whyNotOpen(board, card);
      }
      const { held, handedBackLately, ...claimed } = taken;
      refuseBeyondLimit(held, claimLimitFor(actor, board));
      if (!mayClaim(actor, claimed)) throw statementNeeded();
      refuseTooOften(actor, handedBackLately);
      await refuseBeyondShare(board, actor);
      return { kind: 'CARD_CLAIMED', cards: [cardId], jobs: leaseJobs(board, claimed), result: claimed };
    });
  try {
    return await claim();
  } catch (error) {
    if (!wasOver) throw error;
    // Only its job is late: end it now, unless somebody did meanwhile, and try once more.
    await expireLease(services, cardId);
    return claim();
  }
}

/**
 * One conditional update: whoever finds the card not OPEN any more changes nothing and gets nothing. Returns the
 * card, and the cards its holder had before it, oldest first; all in one trip, for others wait for the board.
 */
async function takeIfOpen(
  services: Services,
  board: BoardInHand,
  cardId: string,
  actor: Actor,
): Promise<(CardOnBoard & Lately) | undefined> {
  const firstLease = firstLeaseFor(actor, board);
  const claimId = newId();
  const take = services.takeOpenCard(board.db, {
    ...{ cardId, claimId, boardId: board.id, actorId: actor.id },
    leaseHours: firstLease ?? board.leaseHours,
    toConfirm: firstLease === null ? null : claimId,
  });
  const { rows } = await board.db.executeQuery(take);
  return rows[0];
}

/** What somebody had and did before a claim. */
interface Lately {
  held: string[];
  /** Within the last hour. */
  handedBackLately: number;
}

export interface Taking {
  cardId: string;
  boardId: string;
  actorId: string;
  leaseHours: number;
  claimId: string;
  toConfirm: string | null;
}

/** The statement, with who may take a card that is kept, as nouns above say it. */
export const takeOpenCardFor = (guests: readonly GuestsOfGathering[]) =>
  prepared((db, blank: Blanks<Taking>) => {
    const kept = sql.join(
      [
        sql<boolean>`card.kept_until is null or card.kept_until <= clock_timestamp()`,
        ...guests.map((are) => are(sql.ref('card.kept_for'), blank('actorId'))),
      ],
      sql` or `,
    );
    const taking = db
      .with(
        'held',
        () => sql<{ ids: string[] }>`(
        select coalesce(array_agg(id order by claimed_at), '{}') as ids from card
        where board_id = ${blank('boardId')} and ${inHandsOf(blank('actorId'))} and status = 'CLAIMED')`,
      )
      // From here on, "card" is the row as it was just written.
      .with(
        'card',
        () => sql<Tables['card']>`(
        update card set status = 'CLAIMED', holder_id = ${blank('actorId')}, claim = ${blank('claimId')},
          claimed_at = clock_timestamp(),
          lease_expires_at = clock_timestamp() + make_interval(hours => ${blank('leaseHours')}),
          to_confirm = ${blank('toConfirm')}::uuid, extensions = 0, changes_requested_at = null,
          brief_before = null, brief_changed_at = null, updated_at = clock_timestamp()
        where id = ${blank('cardId')} and status = 'OPEN' and (${kept}) returning *)`,
      )
      .with(
        'claimed',
        () => sql<{ id: string }>`(
        insert into claim (id, card_id, person_id, claimed_at)
        select claim, id, holder_id, claimed_at from card returning id)`,
      );
    return selectCards(taking as unknown as Kysely).select([
      sql<string[]>`(select ids from held)`.as('held'),
      sql<number>`(select count(*)::int from claim where person_id = ${blank('actorId')} and how = 'HANDED_BACK'
      and ended_at > clock_timestamp() - interval '1 hour')`.as('handedBackLately'),
    ]);
  });

async function whyNotOpen(board: BoardInHand, card: Card): Promise<Error> {
  if (holds(card, actorOf(board).id) && card.status === 'IN_REVIEW') {
    return new WrongStatus(
      card.id,
      card.status,
      'You have handed this card in. It is being reviewed.',
      'YOURS_IN_REVIEW',
    );
  }
  if (card.holder && card.status !== 'DONE') {
    const holder = await board.db
      .selectFrom('person')
      .select(['id', 'handle'])
      .where('id', '=', card.holder)
      .executeTakeFirstOrThrow();
    return new CardAlreadyClaimed(card.id, holder);
  }
  if (card.status === 'OPEN' && card.keptUntil) return keptForOthers();
  return new WrongStatus(card.id, card.status, 'This card is not open. Choose another one.');
}

/** Refuses whoever holds as many cards as they may; `held` are those, oldest first. */
export function refuseBeyondLimit(held: string[], limit: number): void {
  if (held.length >= limit) throw new ClaimLimitReached(limit, held.slice(0, limit));
}

declare module '../../platform/services.ts' {
  interface Services {
    takeOpenCard: ReturnType<typeof takeOpenCardFor>;
  }
}
