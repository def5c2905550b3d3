import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Em } from '../db/orm.ts';
import { type ApprovalLinkType, toApprovalLink } from './approval-link.type.ts';

/** A link without what opens it. */
export interface ApprovalLinkRow {
  id: string;
  label: string;
  createdById: string;
  createdAt: Date;
  expiresAt: Date;
  openedAt: Date | null;
  usedAt: Date | null;
  revokedAt: Date | null;
}

/** The links of many cards, last first, in one query. Whether one may see them is asked before. */
export function createApprovalLinkLoader(em: Em): DataLoader<string, ApprovalLinkType[]> {
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
}
