import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../core/access/viewer.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import { speaksOneOf } from '../../platform/input/language-match.ts';
import { holdsEachOf } from '../../platform/input/text-search.ts';
import type { EventKind } from './event.entity.ts';
import { eventReadableBy } from './event.policy.ts';

/** Where an event stands, by the clock of the database. */
export const EventPhase = { BEFORE: 'BEFORE', NOW: 'NOW', OVER: 'OVER', CANCELLED: 'CANCELLED' } as const;
export type EventPhase = keyof typeof EventPhase;

/** Which events of a list. */
export const EventWhen = { COMING: 'COMING', PAST: 'PAST' } as const;
export type EventWhen = keyof typeof EventWhen;

function selectEvents(db: Kysely) {
  return db.selectFrom('event').select([
    'event.id',
    'event.organization_id as organizationId',
    'event.campaign_id as campaignId',
    'event.slug',
    'event.title',
    'event.kind',
    'event.parties',
    'event.chair',
    'event.speakers',
    'event.place',
    'event.online',
    'event.stream_url as streamUrl',
    'event.hashtag',
    'event.story',
    'event.languages',
    'event.accessibility',
    'event.room_capacity as roomCapacity',
    'event.online_capacity as onlineCapacity',
    'event.price',
    'event.price_words as priceWords',
    'event.sensitivity',
    'event.starts_wall as startsWall',
    'event.ends_wall as endsWall',
    'event.time_zone as timeZone',
    'event.starts_at as startsAt',
    'event.ends_at as endsAt',
    'event.series',
    'event.cancelled_at as cancelledAt',
    'event.cancel_words as cancelWords',
    'event.moved_at as movedAt',
    'event.sequence',
    sql<EventPhase>`case when event.cancelled_at is not null then 'CANCELLED'
        when event.starts_at > now() then 'BEFORE' when event.ends_at > now() then 'NOW' else 'OVER' end`.as(
      'phase',
    ),
  ]);
}

type Unwrap<T> = T extends { execute(): Promise<(infer Row)[]> } ? Row : never;

/** An event as it is, before anybody's rights are looked at. */
export type EventRow = Unwrap<ReturnType<typeof selectEvents>>;

/** The event of that address, if the reader may read it. */
export async function readEventBySlug(em: Em, reader: Reader, slug: string): Promise<EventRow | undefined> {
  return selectEvents(em.getKysely())
    .where('event.slug', '=', slug)
    .where(eventReadableBy(reader))
    .executeTakeFirst();
}

/** Many events by row id, in one query; those the reader may not read are missing. */
export async function readEventsById(em: Em, reader: Reader, ids: readonly string[]): Promise<EventRow[]> {
  return selectEvents(em.getKysely())
    .where(sql<boolean>`event.id = any(${ids}::uuid[])`)
    .where(eventReadableBy(reader))
    .execute();
}

/** An event whoever may read it, held until the transaction ends: what counts its places waits here in line. */
export async function lockEvent(em: Em, id: string): Promise<EventRow | undefined> {
  const db = em.getKysely();
  await sql`select from event where id = ${id} for no key update`.execute(db);
  return selectEvents(db).where('event.id', '=', id).executeTakeFirst();
}

export interface EventFilter {
  when: EventWhen;
  kind?: EventKind | null | undefined;
  organizationId?: string | undefined;
  language?: string | null | undefined;
  words?: readonly string[];
  /** Those of these organizations alone. */
  organizationIds?: readonly string[] | undefined;
}

/** All that decides which events a list has, over `event`. */
function listed(reader: Reader, filter: EventFilter): RawBuilder<boolean> {
  const { when, kind, organizationId, organizationIds, language, words = [] } = filter;
  const conditions = [
    eventReadableBy(reader),
    when === 'PAST' ? sql`event.ends_at <= now()` : sql`event.ends_at > now()`,
    kind != null && sql`event.kind = ${kind}`,
    organizationId !== undefined && sql`event.organization_id = ${organizationId}`,
    organizationIds && sql`event.organization_id = any(${organizationIds}::uuid[])`,
    language != null && speaksOneOf(sql`event.languages`, [language]),
    holdsEachOf([sql`event.title`, sql`event.story`], words),
  ].filter((condition) => !!condition);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** Events the reader may read: what comes, the next one first; or what is over, the last one first. */
export async function listEvents(
  em: Em,
  reader: Reader,
  filter: EventFilter,
  page: Pick<Span, 'limit' | 'after'> & Partial<Span>,
): Promise<EventRow[]> {
  const order: Order = {
    keys: [
      { of: sql`event.starts_at`, type: 'timestamptz' },
      { of: sql`event.id`, type: 'uuid' },
    ],
    falls: filter.when === 'PAST',
  };
  return selectEvents(em.getKysely())
    .where(listed(reader, filter))
    .where(within(order, page))
    .orderBy(orderedBy(order, page.backwards ?? false))
    .limit(page.limit)
    .execute();
}

/** How many there are. */
export async function countEvents(em: Em, reader: Reader, filter: EventFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from event where ${listed(reader, filter)}`.execute(em.getKysely());
  return rows[0]!.count;
}
