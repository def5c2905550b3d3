import { type RawBuilder, sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import type { Reader } from '../access/viewer.ts';
import type { BoardEventKind } from './board.entity.ts';
import type { EventOnBoard } from './read-board.ts';
import { readableBy } from './read-cards.ts';

/** Which events of a board; without more, all of them. */
export interface ActivityFilter {
  since?: Date | null;
  kinds?: readonly BoardEventKind[] | null;
  /** The one of that revision alone. */
  revision?: number | null;
}

type ActivityPage = Pick<Span, 'limit' | 'after'> & Partial<Span>;
type Count = { id: string; count: number };

const NEWEST: Order = { keys: [{ of: sql`event.revision`, type: 'int' }], falls: true };

/** Cards that the reader may read, to stand behind `select`. */
const readableCards = (reader: Reader): RawBuilder<unknown> =>
  sql`from card join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
    where ${readableBy(reader)}`;

/** What is asked for, of all that the reader may read. */
const fits = ({ since = null, kinds = null, revision = null }: ActivityFilter): RawBuilder<boolean> =>
  sql<boolean>`((${revision}::int is null or event.revision = ${revision}::int)
    and (${since}::timestamptz is null or event.at >= ${since}::timestamptz)
    and (${kinds}::text[] is null or event.kind = any(${kinds}::text[])))`;

/**
 * What happened on boards that the reader may read, newest first, a page of each in one query: events that touched a card
 * they may read, and changes of the campaign. The same as the stream tells, so that whoever missed something of it finds
 * it here.
 */
export async function readActivity(
  em: Em,
  boardIds: readonly string[],
  reader: Reader,
  { limit, after, before = null, backwards = false, ...filter }: ActivityPage & ActivityFilter,
): Promise<EventOnBoard[]> {
  const order = orderedBy(NEWEST, backwards);
  const { rows } = await sql<EventOnBoard>`
    select event.* from unnest(${boardIds}::uuid[]) as asked(id) cross join lateral (
      select event.board_id as "boardId", event.revision, event.kind, event.at, event.actor_id as "actorId",
        event.token as "tokenId", case when event.kind <> 'CAMPAIGN_UPDATED' then touched.card end as card,
        touched.count as "cardCount"
      from board_event event cross join lateral (
        select count(*)::int as count,
          (array_agg(json_build_object('id', card.id, 'number', card.number, 'title', card.title) order by card.number))[1] as card
        ${readableCards(reader)} and card.id = any(event.cards)) touched
      where event.board_id = asked.id and (touched.count > 0 or event.kind = 'CAMPAIGN_UPDATED')
        and ${fits(filter)} and ${within(NEWEST, { after, before })}
      order by ${order} limit ${limit}) event
    order by ${order}`.execute(em.getKysely());
  return rows;
}

/**
 * How many such events each of these boards has, in one query; those without any are left out. The cards that may be
 * read are looked up once and not for each event: a log is long.
 */
export async function countActivity(
  em: Em,
  boardIds: readonly string[],
  reader: Reader,
  filter: ActivityFilter,
): Promise<Count[]> {
  const { rows } = await sql<Count>`
    with readable as materialized (
      select card.id ${readableCards(reader)} and card.board_id = any(${boardIds}::uuid[]))
    select event.board_id as id, count(*)::int as count from board_event event
    where event.board_id = any(${boardIds}::uuid[]) and (event.kind = 'CAMPAIGN_UPDATED'
        or exists (select from unnest(event.cards) touched(id) where touched.id in (select id from readable)))
      and ${fits(filter)}
    group by event.board_id`.execute(em.getKysely());
  return rows;
}

/** Of `card`: the events that touched it. Whoever may read a card may read these. */
const touchedIt = sql<boolean>`(event.board_id = card.board_id and event.cards @> array[card.id])`;

/** What happened to each of many cards, newest first, a page of each in one query. */
export async function readCardActivity(
  em: Em,
  cardIds: readonly string[],
  { limit, after, before = null, backwards = false }: ActivityPage,
): Promise<(EventOnBoard & { cardId: string })[]> {
  const order = orderedBy(NEWEST, backwards);
  const { rows } = await sql<EventOnBoard & { cardId: string }>`
    select card.id as "cardId", card.board_id as "boardId", event.revision, event.kind, event.at,
      event.actor_id as "actorId", event.token as "tokenId", 1 as "cardCount",
      json_build_object('id', card.id, 'number', card.number, 'title', card.title) as card
    from card cross join lateral (
      select * from board_event event where ${touchedIt} and ${within(NEWEST, { after, before })}
      order by ${order} limit ${limit}) event
    where card.id = any(${cardIds}::uuid[])
    order by ${order}`.execute(em.getKysely());
  return rows;
}

/** How many such events each of these cards has, in one query. */
export async function countCardActivity(em: Em, cardIds: readonly string[]): Promise<Count[]> {
  const { rows } = await sql<Count>`
    select card.id, count(*)::int as count from card join board_event event on ${touchedIt}
    where card.id = any(${cardIds}::uuid[]) group by card.id`.execute(em.getKysely());
  return rows;
}
