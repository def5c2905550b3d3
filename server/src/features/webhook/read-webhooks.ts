import { type RawBuilder, sql } from 'kysely';
import { defineCounts, definePages } from '../../core/access/page-loader.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import type { WebhookDeliveryKind, WebhookDeliveryState, WebhookOff } from './webhook.entity.ts';

/** A board that one follows, and where its receiver stands. */
export interface FollowedRow {
  boardId: string;
  campaignId: string;
  epoch: string;
  told: number;
}

export interface WebhookRow {
  id: string;
  personId: string;
  /** One or more, the first of them first. */
  boards: FollowedRow[];
  label: string;
  sealedUrl: Buffer;
  document: string;
  off: WebhookOff | null;
  offAt: Date | null;
  failingSince: Date | null;
  nextAttemptAt: Date | null;
  oldSecretUntil: Date | null;
  createdAt: Date;
}

export interface AttemptRow {
  at: Date;
  status: number | null;
  said: string | null;
  failure: string | null;
  ms: number;
}

export interface DeliveryRow {
  id: string;
  webhookId: string;
  boardId: string;
  kind: WebhookDeliveryKind;
  state: WebhookDeliveryState;
  previous: number;
  revision: number;
  createdAt: Date;
  /** The latest first. */
  attempts: AttemptRow[];
}

/** So many attempts of one delivery are shown: three days have fewer. */
export const MOST_ATTEMPTS = 40;

/** Who reads: a person, or a tool of theirs, which has those alone that it made. */
export type OwnerOf = Pick<Viewer, 'personId' | 'token'>;

const ownedBy = ({ personId, token }: OwnerOf) =>
  sql`(person_id = ${personId} and ${token ? sql`token_id = ${token.id}` : sql`true`})`;

/** The webhooks of whoever reads, and of nobody else: by their row ids, or all of them. */
export async function readOwnWebhooks(
  em: Em,
  owner: OwnerOf,
  which: RawBuilder<unknown> = sql`true`,
): Promise<WebhookRow[]> {
  const { rows } =
    await sql<WebhookRow>`select webhook.id, person_id as "personId", label, sealed_url as "sealedUrl",
      document, off, off_at as "offAt", failing_since as "failingSince", next_attempt_at as "nextAttemptAt",
      case when old_secret_until > clock_timestamp() then old_secret_until end as "oldSecretUntil",
      webhook.created_at as "createdAt",
      coalesce((select json_agg(json_build_object('boardId', board_id, 'campaignId', board.campaign_id,
          'epoch', webhook_board.epoch, 'told', told) order by board_id)
        from webhook_board join board on board.id = board_id where webhook_id = webhook.id), '[]') as boards
    from webhook where ${ownedBy(owner)} and ${which}
      and exists (select from webhook_board where webhook_id = webhook.id) order by webhook.id`.execute(
      em.getKysely(),
    );
  return rows;
}

/** One of whoever reads, by its row id. */
export async function readOwnWebhook(em: Em, owner: OwnerOf, id: string): Promise<WebhookRow | null> {
  const [row] = await readOwnWebhooks(em, owner, sql`webhook.id = ${id}`);
  return row ?? null;
}

const LATEST: Order = { keys: [{ of: sql`webhook_delivery.id`, type: 'uuid' }], falls: true };

/** The same page of the deliveries of many webhooks, the latest first. */
export const deliveriesLoader = definePages<DeliveryRow>(
  async ({ em }, ids, { span }) => {
    const order = orderedBy(LATEST, span.backwards);
    const { rows } = await sql<DeliveryRow>`select ${columns} from unnest(${ids}::uuid[]) as asked(about)
      cross join lateral (select * from webhook_delivery
        where webhook_id = asked.about and ${within(LATEST, span)}
        order by ${order} limit ${span.limit}) webhook_delivery
      order by ${order}`.execute(em.getKysely());
    return rows.map(withDates);
  },
  ({ webhookId }) => webhookId,
);

/** How many deliveries webhooks have. */
export const deliveryCountLoader = defineCounts(async ({ em }, ids) => {
  const { rows } = await sql<{ id: string; count: number }>`
    select webhook_id as id, count(*)::int as count from webhook_delivery
    where webhook_id = any(${ids}::uuid[]) group by webhook_id`.execute(em.getKysely());
  return rows;
});

/** One delivery of a webhook of whoever reads. */
export async function readOwnDelivery(em: Em, owner: OwnerOf, id: string): Promise<DeliveryRow | null> {
  const { rows } = await sql<DeliveryRow>`select ${columns} from webhook_delivery where id = ${id}
    and webhook_id in (select id from webhook where ${ownedBy(owner)})`.execute(em.getKysely());
  return rows[0] ? withDates(rows[0]) : null;
}

const columns = sql`id, webhook_id as "webhookId", board_id as "boardId", kind, state, previous, revision, created_at as "createdAt",
  coalesce((select json_agg(attempt) from (select at, status, said, failure, ms from webhook_attempt
    where delivery_id = webhook_delivery.id order by id desc limit ${sql.lit(MOST_ATTEMPTS)}) attempt), '[]') as attempts`;

/** Times within come as text, for they come as JSON. */
const withDates = (row: DeliveryRow): DeliveryRow => ({
  ...row,
  attempts: row.attempts.map((attempt) => ({ ...attempt, at: new Date(attempt.at) })),
});
