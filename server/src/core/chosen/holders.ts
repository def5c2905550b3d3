import { sql } from 'kysely';
import { mayReadAt, type Sensitivity } from '../access/sensitivity.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { inHandsOf } from '../board/hands.ts';
import { levelOf } from '../board/board.policy.ts';
import { mayWork, type RightsHere } from '../campaign/campaign-rights.ts';

/** Somebody who holds cards, with their rights on this board. */
export interface Holder extends RightsHere {
  id: string;
  /** How many cards of this board they are working on. */
  held: number;
}

/**
 * People by their ids, held: whoever lowers their rights meanwhile waits, and then takes back what we gave. Those who
 * left are not among them.
 */
export async function holdHolders(board: BoardInHand, ids: readonly string[]): Promise<Map<string, Holder>> {
  const people = [...new Set(ids)];
  if (people.length === 0) return new Map();
  // Locked by one statement and read by the next, which sees what the lock waited for.
  await sql`select from person where id = any(${people}::uuid[]) order by id for share`.execute(board.db);
  const { rows } = await sql<Holder>`
    select person.id, standing, coordinator, role,
      exists (select from vouch where vouch.person_id = person.id
        and vouch.organization_id = ${board.organizationId} and vouch.ended_at is null) as vouched,
      exists (select from campaign_block block where block.person_id = person.id
        and block.campaign_id = ${board.campaignId}) as blocked,
      (select count(*)::int from card where board_id = ${board.id} and ${inHandsOf(sql`person.id`)}
        and status = 'CLAIMED') as held
    from person left join membership on membership.person_id = person.id
      and membership.organization_id = ${board.organizationId}
    where person.id = any(${people}::uuid[]) and erased_at is null`.execute(board.db);
  return new Map(rows.map((holder) => [holder.id, holder]));
}

/** Whether somebody may work on a card of that sensitivity here, and read it. */
export function mayWorkOn(
  holder: RightsHere | undefined,
  board: Pick<BoardInHand, 'campaignSensitivity'>,
  sensitivity: Sensitivity,
): boolean {
  if (!holder || !mayWork(holder)) return false;
  const level = levelOf(holder);
  return mayReadAt(level, board.campaignSensitivity) && mayReadAt(level, sensitivity);
}
