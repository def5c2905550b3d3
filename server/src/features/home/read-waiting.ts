import { type RawBuilder, sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import type { Viewer } from '../../core/access/viewer.ts';

export const WaitingKind = {
  /** Work that passed the craft review, or needs none. */
  YES: 'YES',
  /** Work that nobody looked at yet. */
  CRAFT: 'CRAFT',
  /** A volunteer waits on the local. */
  ANSWER: 'ANSWER',
  /** A draft whose caution nobody ticked. */
  CAUTION: 'CAUTION',
  /** Somebody asks to lead a board. */
  LEAD: 'LEAD',
  /** Suggestions and questions about a campaign: all of them are one thing that waits. */
  SUGGESTION: 'SUGGESTION',
} as const;
export type WaitingKind = keyof typeof WaitingKind;

/** One thing that waits for somebody who runs or approves. */
export interface WaitingRow {
  kind: WaitingKind;
  /** Row id of the card, of the request to lead, or of the campaign whose suggestions wait. */
  id: string;
  since: Date;
  campaignId: string;
  cardId: string | null;
  /** Whoever waits, where it is one. */
  personId: string | null;
}

/** Over `card_here`: nobody is asked about work of their own. */
const notTheirs = ({ personId }: Viewer) =>
  sql`holder_id <> ${personId} and partner_id is distinct from ${personId}`;

/**
 * What waits for one person over all boards of the organizations in which they are organizer or approver, in one query:
 * what they may decide, never their own work, nothing of campaigns that ended or whose local blocked them.
 */
const everythingFor = (viewer: Viewer): RawBuilder<unknown> => sql`
  with mine as (
    select campaign.id as campaign_id, board.id as board_id, campaign.organization_id, membership.role,
      campaign.craft_review_required
    from membership join campaign on campaign.organization_id = membership.organization_id
    join board on board.campaign_id = campaign.id
    where membership.person_id = ${viewer.personId} and membership.role in ('ORGANIZER', 'APPROVER')
      and campaign.ended_at is null and campaign.id <> all(${[...viewer.blocks]}::uuid[])),
  card_here as (
    select card.id, card.status, card.holder_id, card.partner_id, card.craft_reviewer_id, card.craft_reviewed_at, card.handed_in_at,
      card.waiting_since, card.caution, card.caution_cleared_at, card.created_at, mine.campaign_id, mine.role,
      not mine.craft_review_required or card.craft_reviewed_at is not null as craft_is_good
    from mine join card on card.board_id = mine.board_id
    where card.status in ('DRAFT', 'CLAIMED', 'IN_REVIEW'))
  select 'YES' as kind, id, coalesce(craft_reviewed_at, handed_in_at) as since, campaign_id, id as card_id,
    holder_id as person_id
  from card_here where status = 'IN_REVIEW' and craft_is_good and ${notTheirs(viewer)}
    and craft_reviewer_id is distinct from ${viewer.personId}
  union all select 'CRAFT', id, handed_in_at, campaign_id, id, holder_id
  from card_here where status = 'IN_REVIEW' and not craft_is_good and role = 'ORGANIZER'
    and ${notTheirs(viewer)}
  union all select 'ANSWER', id, waiting_since, campaign_id, id, holder_id
  from card_here where status = 'CLAIMED' and waiting_since is not null and role = 'ORGANIZER' and ${notTheirs(viewer)}
  union all select 'CAUTION', id, created_at, campaign_id, id, null
  from card_here where status = 'DRAFT' and caution is not null and caution_cleared_at is null and role = 'ORGANIZER'
  union all select 'LEAD', request.id, request.asked_at, request.campaign_id, null, request.person_id
  from lead_request request
  where request.answer is null and request.person_id <> ${viewer.personId} and request.organization_id in (
    select organization_id from mine where role = 'ORGANIZER')
  union all select 'SUGGESTION', mine.campaign_id, min(made_at), mine.campaign_id, null, null
  from suggestion join mine on mine.campaign_id = suggestion.campaign_id
  where mine.role = 'ORGANIZER' and suggestion.state in ('WAITING', 'SHOWN')
    and suggestion.person_id is distinct from ${viewer.personId}
  group by mine.campaign_id`;

const LONGEST_WAIT: Order = {
  keys: [
    { of: sql`since`, type: 'timestamptz' },
    { of: sql`kind`, type: 'text' },
    { of: sql`id`, type: 'uuid' },
  ],
};

/** A page of what waits, the longest wait first. */
export async function readWaiting(
  em: Em,
  viewer: Viewer,
  { limit, after, before = null, backwards = false }: Pick<Span, 'limit' | 'after'> & Partial<Span>,
): Promise<WaitingRow[]> {
  return select(
    em,
    viewer,
    sql`${within(LONGEST_WAIT, { after, before })}
      order by ${orderedBy(LONGEST_WAIT, backwards)} limit ${limit}`,
  );
}

/** The one of that kind and row id; null where nothing such waits for them, or not any more. */
export async function findWaiting(
  em: Em,
  viewer: Viewer,
  { kind, id }: Pick<WaitingRow, 'kind' | 'id'>,
): Promise<WaitingRow | null> {
  const [row] = await select(em, viewer, sql`kind = ${kind} and id = ${id}`);
  return row ?? null;
}

async function select(em: Em, viewer: Viewer, which: RawBuilder<unknown>): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select kind, id, since, campaign_id as "campaignId", card_id as "cardId", person_id as "personId"
    from (${everythingFor(viewer)}) waiting where ${which}`.execute(em.getKysely());
  return rows;
}

/** How many things wait in all. */
export async function countWaiting(em: Em, viewer: Viewer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (${everythingFor(viewer)}) waiting`.execute(em.getKysely());
  return rows[0]!.count;
}

/** What a cursor behind a row is made of. */
export const placeOf = ({ since, kind, id }: WaitingRow): string[] => [since.toISOString(), kind, id];
