import { sql } from 'kysely';
import { CardStatus } from '../../core/board/card.entity.ts';
import { readableAt, Sensitivity } from '../../core/access/sensitivity.ts';
import type { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import type { Em } from '../../platform/db/orm.ts';

/** Everything that decides what a wall shows. Screens of the same view share what is read and executed. */
export interface WallView {
  /** Row id. */
  boardId: string;
  /** The most sensitive cards on it. */
  sensitivity: Sensitivity;
  showsHandles: boolean;
  showsThanks: boolean;
}

/** A wall at one moment, with nothing on it that its view does not allow. */
export interface WallState {
  revision: number;
  campaignTitle: string;
  organizationName: string;
  kind: CampaignKind;
  timeZone: string;
  startsAt: Date | null;
  endedAt: Date | null;
  hoursGiven: number;
  columns: { status: WallStatus; count: number; cards: CardOnWall[] }[];
  thanks: { text: string; cardTitle: string; at: Date }[];
}

export interface CardOnWall {
  number: number;
  title: string;
  since: Date;
  handle: string | null;
  partner: string | null;
}

/** The columns of a wall, from left to right: what is only planned, or was called off, is the team's own. */
export const WALL_COLUMNS = [
  CardStatus.OPEN,
  CardStatus.CLAIMED,
  CardStatus.IN_REVIEW,
  CardStatus.DONE,
] as const;
export type WallStatus = (typeof WALL_COLUMNS)[number];

/** Cards that a column names: those that came there last. */
const NAMED = 6;
const MAX_THANKS = 3;

/** The wall as it is committed now, in one statement and so from one moment; null when the board is gone. */
export async function readWall(em: Em, view: WallView): Promise<WallState | null> {
  const { boardId, sensitivity, showsHandles, showsThanks } = view;
  const { rows } = await sql<WallRow>`
    with shown as (
      select card.id, card.number, card.title, card.status, card.hours, card.holder_id, card.partner_id, card.thanks,
        case card.status when 'OPEN' then coalesce(card.opened_at, card.created_at)
          when 'CLAIMED' then greatest(card.claimed_at, card.changes_requested_at)
          when 'IN_REVIEW' then coalesce(card.handed_in_at, card.updated_at)
          else coalesce(card.finished_at, card.updated_at) end as since
      from card where card.board_id = ${boardId} and card.status = any(${[...WALL_COLUMNS]}::text[])
        and card.sensitivity = any(${readableAt(sensitivity)}::text[])),
    ranked as (
      select *, row_number() over (partition by status order by since desc, id desc) as rank,
        count(*) over (partition by status)::int as count from shown),
    named as (
      select ranked.status, max(ranked.count) as count, json_agg(json_build_object('number', number, 'title', title,
          'since', since, 'handle', case when ${showsHandles} and ranked.status = 'DONE' and person.erased_at is null then person.handle end,
          'partner', case when ${showsHandles} and ranked.status = 'DONE' and partner.erased_at is null then partner.handle end)
        order by rank) as cards
      from ranked left join person on person.id = ranked.holder_id
        left join person partner on partner.id = ranked.partner_id where rank <= ${NAMED} group by ranked.status)
    select board.revision, campaign.title as "campaignTitle", organization.name as "organizationName",
      campaign.kind, campaign.time_zone as "timeZone", campaign.ended_at as "endedAt",
      case when campaign.start_hidden and ${sensitivity} <> ${Sensitivity.TEAM} then null
        else campaign.starts_at end as "startsAt",
      coalesce((select sum(hours) from shown where status = 'DONE'), 0) as "hoursGiven",
      coalesce((select json_agg(named) from named), '[]') as columns,
      coalesce((select json_agg(json_build_object('text', said.thanks, 'cardTitle', said.title, 'at', said.since)
        order by said.since desc, said.id desc) from (
          select * from shown where ${showsThanks} and status = 'DONE' and thanks <> ''
          order by since desc, id desc limit ${MAX_THANKS}) said), '[]') as thanks
    from board join campaign on campaign.id = board.campaign_id
    join organization on organization.id = campaign.organization_id
    where board.id = ${boardId}`.execute(em.getKysely());
  const [row] = rows;
  if (!row) return null;
  const columns = new Map(row.columns.map((column) => [column.status, column]));
  return {
    ...row,
    columns: WALL_COLUMNS.map((status) => {
      const { count = 0, cards = [] } = columns.get(status) ?? {};
      return { status, count, cards: cards.map((card) => ({ ...card, since: new Date(card.since) })) };
    }),
    thanks: row.thanks.map((said) => ({ ...said, at: new Date(said.at) })),
  };
}

/** Moments within a column or a word of thanks come as text, for they come as JSON. */
type WallRow = Omit<WallState, 'columns' | 'thanks'> & {
  columns: {
    status: WallStatus;
    count: number;
    cards: (Omit<CardOnWall, 'since'> & { since: string })[];
  }[];
  thanks: { text: string; cardTitle: string; at: string }[];
};
