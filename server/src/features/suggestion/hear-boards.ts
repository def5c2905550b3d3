import { sql } from 'kysely';
import type { BoardInHand } from '../../core/board/board-in-hand.ts';
import type { BoardFact, Heard } from '../../core/board/board-listener.ts';
import type { Services } from '../../platform/services.ts';
import { hintNotices, type Notice, noticeStatements } from '../notification/notify.ts';

/** A card that is done was somebody's suggestion: they are told, once, in the transaction that makes it so. */
export async function hearCardDone(
  services: Services,
  { db, now, actor }: BoardInHand,
  { kind, cards }: BoardFact,
): Promise<Heard> {
  if (kind !== 'CARD_APPROVED') return { last: [] };
  const { rows } = await sql<{ personId: string | null; campaignId: string | null; slug: string | null }>`
    update suggestion set done_at = ${now} from card
    where suggestion.card_id = card.id and card.id = any(${cards}::uuid[]) and card.status = 'DONE'
      and suggestion.done_at is null
    returning suggestion.person_id as "personId", suggestion.campaign_id as "campaignId",
      (select slug from campaign where campaign.id = suggestion.campaign_id) as slug`.execute(db);
  const notices = rows.flatMap(({ personId, campaignId, slug }): Notice[] =>
    personId && personId !== actor?.id
      ? [
          {
            personId,
            kind: 'SUGGESTION_DONE',
            campaignId,
            path: slug ? `/suggestions?campaign=${slug}&show=mine` : '/suggestions?show=mine',
          },
        ]
      : [],
  );
  return {
    last: await noticeStatements(services, db, notices),
    afterwards: () => hintNotices(services, notices),
  };
}
