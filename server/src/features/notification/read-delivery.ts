import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import { LIVE_CARDS } from '../../core/card/live-cards.ts';
import type { DigestCounts, ToTell } from './write-mail.ts';

/** What a message tells of and its person has not read meanwhile, oldest first. Titles only of what anyone may read. */
export async function readToTell(em: Em, deliveryId: string): Promise<ToTell[]> {
  const { rows } = await sql<ToTell>`
    select notification.kind, case when card.sensitivity = 'PUBLIC' and campaign.sensitivity = 'PUBLIC'
      and card.status not in ('DRAFT', 'CANCELLED') then card.title
      when event.sensitivity = 'PUBLIC' then event.title end as title
    from notification left join card on card.id = card_id left join event on event.id = notification.event_id
    left join board on board.id = card.board_id left join campaign on campaign.id = board.campaign_id
    where delivery = ${deliveryId} and read_at is null order by notification.id`.execute(em.getKysely());
  return rows;
}

/** What waits in the programme, in numbers: quiet and late are what the desk shows as such. */
export async function countForDigest(em: Em, personId: string): Promise<DigestCounts> {
  const { rows } = await sql<DigestCounts>`
    select (select count(*)::int from ask where status in ('SUBMITTED', 'TRIAGED')) as asks,
      (select count(*)::int from notification where person_id = ${personId} and read_at is null) as unread,
      count(quiet_since)::int as "quietCards", count(*) filter (where late)::int as "lateCards"
    from (${LIVE_CARDS}) card`.execute(em.getKysely());
  return rows[0]!;
}
