import { type RawBuilder, sql } from 'kysely';
import { hands, hoursEach } from '../../core/board/hands.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Skill } from '../../core/access/skill.ts';

/** What one person gave: finished cards, the hours those were estimated at (half where two did it), and the campaigns they helped. */
export interface Given {
  cards: number;
  hours: number;
  fights: number;
  /** Most hours first. */
  bySkill: { skill: Skill; cards: number; hours: number }[];
  /** Oldest first, months without a finished card left out. `month` is `2026-11`, in UTC. */
  byMonth: { month: string; cards: number; hours: number }[];
}

/**
 * What people gave, in one query whoever and however many they are: of all their cards, as is for themselves alone, or
 * of those that `countable`, a condition over `card` and `campaign`, lets through.
 */
export async function readGiven(
  em: Em,
  personIds: readonly string[],
  countable: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<Map<string, Given>> {
  const { rows } = await sql<{
    personId: string;
    skill: Skill | null;
    month: string | null;
    cards: number;
    hours: number;
    fights: number;
  }>`
    with done as (
      select hand.person_id, card.skill, ${hoursEach} as hours, board.campaign_id,
        to_char(card.finished_at at time zone 'UTC', 'YYYY-MM') as month
      from card cross join ${hands} join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
      where ${countable} and card.status = 'DONE' and hand.person_id = any(${personIds}::uuid[]))
    select person_id as "personId", skill, month, count(*)::int as cards, sum(hours) as hours,
      count(distinct campaign_id)::int as fights
    from done group by grouping sets ((person_id), (person_id, skill), (person_id, month))
    order by month, hours desc, skill`.execute(em.getKysely());
  const given = new Map(personIds.map((id) => [id, nothing()]));
  for (const { personId, skill, month, cards, hours, fights } of rows) {
    const one = given.get(personId);
    if (!one) continue;
    if (skill !== null) one.bySkill.push({ skill, cards, hours });
    else if (month !== null) one.byMonth.push({ month, cards, hours });
    else Object.assign(one, { cards, hours, fights });
  }
  return given;
}

const nothing = (): Given => ({ cards: 0, hours: 0, fights: 0, bySkill: [], byMonth: [] });
