import type { Skill } from '../access/skill.ts';
import type { Phase } from '../board/card.entity.ts';
import { selectCards, readableBy, type CardOnBoard } from '../board/read-cards.ts';
import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Reader } from '../access/viewer.ts';
import type { Page } from '../card/list-cards.ts';

export interface OpenCardsFilter {
  skills?: Skill[] | null;
  maxHours?: number | null;
  phases?: Phase[] | null;
  languages?: string[] | null;
  campaignId?: string | null;
}

/** Whether an open card fits a filter: for cards that come by the live stream. */
export function fits(card: CardOnBoard, filter: OpenCardsFilter): boolean {
  return (
    (!filter.skills || filter.skills.includes(card.skill)) &&
    (filter.maxHours == null || card.hours <= filter.maxHours) &&
    (!filter.phases || filter.phases.includes(card.phase)) &&
    (!filter.languages || filter.languages.some((language) => card.languages.includes(language))) &&
    (filter.campaignId == null || card.campaignId === filter.campaignId)
  );
}

/** Claimable work over all running campaigns, newest first. */
export async function listOpenCards(
  em: Em,
  reader: Reader,
  filter: OpenCardsFilter,
  page: Page,
): Promise<CardOnBoard[]> {
  const [createdAt, id] = page.after ?? [];
  return selectCards(em.getKysely())
    .where('card.status', '=', 'OPEN')
    .where('campaign.ended_at', 'is', null)
    .where(readableBy(reader))
    .$if(filter.skills != null, (query) =>
      query.where(sql<boolean>`card.skill = any(${filter.skills}::text[])`),
    )
    .$if(filter.maxHours != null, (query) => query.where('card.hours', '<=', filter.maxHours as number))
    .$if(filter.phases != null, (query) =>
      query.where(sql<boolean>`card.phase = any(${filter.phases}::text[])`),
    )
    .$if(filter.languages != null, (query) =>
      query.where(sql<boolean>`card.languages && ${filter.languages}::text[]`),
    )
    .$if(filter.campaignId != null, (query) =>
      query.where('board.campaign_id', '=', filter.campaignId as string),
    )
    .$if(page.after !== null, (query) =>
      query.where(
        sql<boolean>`(card.created_at, card.id) < (${createdAt ?? ''}::timestamptz, ${id ?? ''}::uuid)`,
      ),
    )
    .orderBy('card.created_at', 'desc')
    .orderBy('card.id', 'desc')
    .limit(page.limit)
    .execute();
}
