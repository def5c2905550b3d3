import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { BoardInHand } from '../board/board-in-hand.ts';
import type { Card } from '../board/card.entity.ts';
import { handsOf } from '../board/hands.ts';
import { keepDraft } from '../card/release-card.ts';
import { mayStillWork } from '../card/take-back-card.ts';
import { loadRights } from '../access/viewer.ts';

/** Of those who made the work, who may still work on the card: nobody is given one that they may not read. */
export async function whoMayGoOn(board: BoardInHand, card: Card): Promise<string[]> {
  const may: string[] = [];
  for (const personId of handsOf(card)) {
    const rights = await loadRights(board.em, personId);
    if (rights && mayStillWork(rights, { ...board, sensitivity: card.sensitivity })) may.push(personId);
  }
  return may;
}

/**
 * Gives a card in review back to who made the work, one or two, under one new lease; `extensions` is how often they
 * had more time. Of somebody who does not go on, the draft is kept for who does.
 */
export async function holdAgain(
  board: BoardInHand,
  card: Card,
  people: string[],
  extensions: number,
): Promise<void> {
  const [holder, partner = null] = people;
  const claims = people.map(() => newId());
  await sql`insert into claim (id, card_id, person_id, claimed_at, as_partner)
    select given.id, ${card.id}, given.person_id, (select clock_timestamp()), given.person_id <> ${holder}::uuid
    from unnest(${claims}::uuid[], ${people}::uuid[]) given (id, person_id)`.execute(board.db);
  const kept: boolean[] = [];
  for (const personId of handsOf(card))
    if (!people.includes(personId)) kept.push(await keepDraft(board, card, personId, null));
  await sql`update card set status = 'CLAIMED', holder_id = ${holder}, partner_id = ${partner}, claim = ${claims[0]},
    claimed_at = clock_timestamp(), extensions = ${extensions},
    lease_expires_at = clock_timestamp() + make_interval(hours => ${board.leaseHours}),
    waiting_since = null, draft_kept = draft_kept or ${kept.includes(true)},
    updated_at = clock_timestamp() where id = ${card.id}`.execute(board.db);
}
