import { sql } from 'kysely';
import type { Em } from '../db/orm.ts';
import type { DigestCounts, ToTell } from './write-mail.ts';

/** What a message tells of and its person has not read meanwhile, oldest first. Titles only of what anyone may read. */
export async function readToTell(em: Em, deliveryId: string): Promise<ToTell[]> {
  const { rows } = await sql<ToTell>`
    select notification.kind, case when card.sensitivity = 'PUBLIC' and campaign.sensitivity = 'PUBLIC'
      and card.status not in ('DRAFT', 'CANCELLED') then card.title end as title
    from notification left join card on card.id = card_id
    left join board on board.id = card.board_id left join campaign on campaign.id = board.campaign_id
    where delivery = ${deliveryId} and read_at is null order by notification.id`.execute(em.getKysely());
  return rows;
}

/** A claim without a sign of life for so long is quiet. */
const QUIET_HOURS = 48;

/** What waits in the programme, in numbers. */
export async function countForDigest(em: Em, personId: string): Promise<DigestCounts> {
  const { rows } = await sql<DigestCounts>`
    select (select count(*)::int from ask where status in ('SUBMITTED', 'TRIAGED')) as asks,
      (select count(*)::int from notification where person_id = ${personId} and read_at is null) as unread,
      count(*) filter (where card.status = 'CLAIMED' and waiting_since is null
        and updated_at < now() - make_interval(hours => ${QUIET_HOURS}))::int as "quietCards",
      count(*) filter (where coalesce(due_at, starts_at + make_interval(hours => due_offset_hours)) < now())::int
        as "lateCards"
    from card join board on board.id = board_id join campaign on campaign.id = campaign_id
    where ended_at is null and card.status in ('OPEN', 'CLAIMED', 'IN_REVIEW')`.execute(em.getKysely());
  return rows[0]!;
}
