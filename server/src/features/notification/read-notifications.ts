import { type RawBuilder, sql } from 'kysely';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import type { Role } from '../../core/access/role.ts';
import { kindsOf, type NotificationLane } from './lanes.ts';
import type { NotificationKind } from './notification.entity.ts';

export interface NotificationRow {
  id: string;
  kind: NotificationKind;
  at: Date;
  readAt: Date | null;
  cardId: string | null;
  campaignId: string | null;
  organizationId: string | null;
  aboutId: string | null;
  role: Role | null;
  eventId: string | null;
  path: string | null;
}

/** What came last comes first. Their ids begin with their time. */
const NEWEST: Order = { keys: [{ of: sql`notification.id`, type: 'uuid' }], falls: true };

/** Whose notifications, and of which lane: of both where none is named. */
export interface Told {
  personId: string;
  lane?: NotificationLane | null | undefined;
}

/** What decides whether a list has a notification. */
const wasTold = ({ personId, lane }: Told): RawBuilder<boolean> =>
  sql<boolean>`(notification.person_id = ${personId}
    and ${lane == null ? sql`true` : sql`notification.kind = any(${kindsOf(lane)}::text[])`})`;

/** A page of what somebody was told, newest first. */
export async function listNotifications(em: Em, told: Told, span: Span): Promise<NotificationRow[]> {
  return select(em.getKysely())
    .where(wasTold(told))
    .where(within(NEWEST, span))
    .orderBy(orderedBy(NEWEST, span.backwards))
    .limit(span.limit)
    .execute();
}

/** How many there are. */
export async function countNotifications(em: Em, told: Told): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from notification
    where ${wasTold(told)}`.execute(em.getKysely());
  return rows[0]!.count;
}

/** One of somebody's by its row id; null for all others. */
export async function findNotification(
  em: Em,
  personId: string,
  id: string,
): Promise<NotificationRow | null> {
  const found = await select(em.getKysely())
    .where(wasTold({ personId }))
    .where('id', '=', id)
    .executeTakeFirst();
  return found ?? null;
}

function select(db: Kysely) {
  return db
    .selectFrom('notification')
    .select(['id', 'kind', 'at', 'read_at as readAt', 'card_id as cardId', 'campaign_id as campaignId'])
    .select([
      'organization_id as organizationId',
      'about_id as aboutId',
      'role',
      'event_id as eventId',
      'path',
    ])
    .$castTo<NotificationRow>();
}

export async function countUnread(em: Em, personId: string, lane?: NotificationLane | null): Promise<number> {
  const { count } = await em
    .getKysely()
    .selectFrom('notification')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(wasTold({ personId, lane }))
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Where each of these people stands: one small read for all of them. Whoever was told nothing is not in it. */
export async function readNews(
  em: Em,
  personIds: readonly string[],
): Promise<Map<string, { unread: number; latest: NotificationRow }>> {
  const { rows } = await sql<NotificationRow & { personId: string; unread: number }>`
    select person.id as "personId", latest.id, latest.kind, latest.at, latest.read_at as "readAt",
      latest.card_id as "cardId", latest.campaign_id as "campaignId", latest.organization_id as "organizationId",
      latest.about_id as "aboutId", latest.role, latest.event_id as "eventId", latest.path,
      (select count(*)::int from notification where person_id = person.id and read_at is null) as unread
    from unnest(${personIds}::uuid[]) as person(id)
    join lateral (select * from notification where person_id = person.id order by id desc limit 1) latest on true`.execute(
    em.getKysely(),
  );
  return new Map(rows.map(({ personId, unread, ...latest }) => [personId, { unread, latest }]));
}
