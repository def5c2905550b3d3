import DataLoader from 'dataloader';
import { defineLoader } from '../access/loaders.ts';
import { sql } from 'kysely';
import { levelFor } from '../access/viewer.ts';
import { type ApprovalLinkRow, type ApprovalLinkType, toApprovalLink } from './approval-link.type.ts';
import { LinkUsedType } from './link-used.type.ts';
import { Sensitivity } from '../access/sensitivity.ts';

/** The links of many cards, last first, in one query. Whether one may see them is asked before. */
export const approvalLinksLoader = defineLoader<string, ApprovalLinkType[]>(({ em }) => {
  return new DataLoader(async (cardIds) => {
    const { rows } = await sql<ApprovalLinkRow & { cardId: string }>`
      select made.card_id as "cardId", made.id, made.label, made.created_by_id as "createdById",
        made.created_at as "createdAt", made.expires_at as "expiresAt", made.first_opened_at as "openedAt",
        made.used_at as "usedAt", made.revoked_at as "revokedAt"
      from unnest(${cardIds}::uuid[]) as asked(id) cross join lateral (
        select * from approval_link where card_id = asked.id order by created_at desc, id desc limit 50) made
      order by made.created_at desc, made.id desc`.execute(em.getKysely());
    const found = Map.groupBy(rows, ({ cardId }) => cardId);
    return cardIds.map((id) => (found.get(id) ?? []).map(({ cardId: _of, ...row }) => toApprovalLink(row)));
  });
});

/** An event of a board's log, by a card that it touched. */
interface EventKey {
  cardId: string;
  revision: number;
}

/** The links by which events were made, in one query; null where there is none, and for who is not of the team. */
export const linkUsedLoader = defineLoader<EventKey, LinkUsedType | null, string>(({ em, reader }) => {
  const keyOf = ({ cardId, revision }: EventKey) => `${cardId} ${revision}`;
  return new DataLoader(
    async (events) => {
      const { rows } = await sql<
        EventKey & { label: string; madeById: string; campaignId: string; organizationId: string }
      >`
      select card.id as "cardId", event.revision, link.label, link.created_by_id as "madeById",
        campaign.id as "campaignId", campaign.organization_id as "organizationId"
      from unnest(${events.map(({ cardId }) => cardId)}::uuid[], ${events.map(({ revision }) => revision)}::int[])
        as asked(id, revision)
      join card on card.id = asked.id join board on board.id = card.board_id
      join campaign on campaign.id = board.campaign_id
      join board_event event on event.board_id = board.id and event.revision = asked.revision
      join approval_link link on link.id = event.approval_link`.execute(em.getKysely());
      const found = new Map(rows.map((row) => [keyOf(row), row]));
      return events.map((event) => {
        const row = found.get(keyOf(event));
        if (!row || levelFor(reader, row) !== Sensitivity.TEAM) return null;
        return Object.assign(new LinkUsedType(), { label: row.label, madeById: row.madeById });
      });
    },
    { cacheKeyFn: keyOf },
  );
});
