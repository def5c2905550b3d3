import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Link } from '../../platform/input/links.ts';
import { inHandsOf } from '../board/hands.ts';
import type { HandInOutcome } from './work.entity.ts';

export interface Work {
  cardId: string;
  handIns: {
    id: string;
    personId: string;
    note: string;
    links: Link[];
    at: Date;
    craftReviewerId: string | null;
    craftReviewedAt: Date | null;
    craftNote: string | null;
    outcome: HandInOutcome;
    reviewerId: string | null;
    reviewNote: string | null;
    reviewedAt: Date | null;
    /** Whom the link was made for by which it was decided. */
    linkLabel: string | null;
    linkMadeById: string | null;
    campaignId: string;
    organizationId: string;
  }[];
  drafts: { personId: string; note: string; links: Link[]; savedAt: Date; keptAt: Date | null }[];
}

/** Hand-ins and drafts of many cards in two queries. A draft not yet kept is its author's alone, and theirs who hold the card with them. */
export async function readWork(
  em: Em,
  cardIds: readonly string[],
  viewerId: string | null,
): Promise<Map<string, Work>> {
  const db = em.getKysely();
  const [handIns, drafts] = await Promise.all([
    db
      .selectFrom('hand_in')
      .innerJoin('card', 'card.id', 'hand_in.card_id')
      .innerJoin('board', 'board.id', 'card.board_id')
      .innerJoin('campaign', 'campaign.id', 'board.campaign_id')
      .select([
        'hand_in.id',
        'hand_in.card_id as cardId',
        'campaign.id as campaignId',
        'campaign.organization_id as organizationId',
        'reviewed_by_link as linkLabel',
        'link_made_by_id as linkMadeById',
        'person_id as personId',
        'note',
        'hand_in.links',
        'at',
        'hand_in.craft_reviewer_id as craftReviewerId',
        'hand_in.craft_reviewed_at as craftReviewedAt',
        'craft_note as craftNote',
        'outcome',
        'reviewer_id as reviewerId',
        'review_note as reviewNote',
        'reviewed_at as reviewedAt',
      ])
      .where(sql<boolean>`card_id = any(${cardIds}::uuid[])`)
      .orderBy('at', 'desc')
      .execute(),
    db
      .selectFrom('draft')
      .select([
        'card_id as cardId',
        'person_id as personId',
        'note',
        'links',
        'saved_at as savedAt',
        'kept_at as keptAt',
      ])
      .where(sql<boolean>`card_id = any(${cardIds}::uuid[])`)
      .where(
        sql<boolean>`(kept_at is not null or person_id = ${viewerId}::uuid or exists (select from card
          where card.id = draft.card_id and ${inHandsOf(sql`${viewerId}::uuid`)}
            and ${inHandsOf(sql`draft.person_id`)}))`,
      )
      .orderBy('saved_at', 'desc')
      .execute(),
  ]);
  return new Map(
    cardIds.map((id) => [
      id,
      {
        cardId: id,
        handIns: handIns.filter((row) => row.cardId === id),
        drafts: drafts.filter((row) => row.cardId === id),
      },
    ]),
  );
}
