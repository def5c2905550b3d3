import { sql } from 'kysely';
import type { Em, Kysely } from '../../platform/db/orm.ts';
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

/** What somebody was told, newest first. Their ids begin with their time. */
export async function listNotifications(
  em: Em,
  personId: string,
  {
    limit,
    after,
    lane,
  }: { limit: number; after: string[] | null; lane?: NotificationLane | null | undefined },
): Promise<NotificationRow[]> {
  const [id] = after ?? [];
  return select(em.getKysely())
    .where('person_id', '=', personId)
    .$if(lane != null, (query) => query.where('kind', 'in', kindsOf(lane!)))
    .$if(id !== undefined, (query) => query.where(sql<boolean>`id < ${id}::uuid`))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
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
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .$if(lane != null, (query) => query.where('kind', 'in', kindsOf(lane!)))
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
