import type { GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { BoardChange } from '../../core/stream/board-change.ts';
import type { Kysely } from '../../platform/db/orm.ts';
import type { Posted } from '../../platform/http/post-outside.ts';
import type { Services } from '../../platform/services.ts';
import { type Next, nextOf, readFollowed } from './next-part.ts';
import { readAsOwner } from './read-as-owner.ts';
import { secretsOf, urlOf } from './sealed.ts';
import { signed } from './signed.ts';
import type { StoredDocument } from './stored-document.ts';
import { switchOff } from './switch-off.ts';
import { renderMessage, startAgain } from './webhook-message.ts';

/** How long one server has a webhook in hand before another may take it (s): longer than a receiver may take. */
const HELD_SECONDS = 40;
/** When it is tried again after each failure (s); then every four hours, until three days are over. */
const BACKOFF = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400];
const GIVEN_UP_DAYS = 3;
/** The receiver says that it is gone for good (RFC 9110, and Standard Webhooks asks for it). */
const GONE = 410;

export const WEBHOOK_QUEUE = 'webhook';
export interface WebhookJob {
  webhookId: string;
}

/** What delivering needs. */
export interface Deliverer {
  services: Services;
  schema: GraphQLSchema;
  /** The server stops: what is not begun is left to others. */
  readonly stopped: boolean;
  read(document: string): StoredDocument | string;
  post(url: string, message: { headers: Record<string, string>; body: string }): Promise<Posted>;
}

/** A webhook as it is delivered. */
export interface HeldWebhook {
  id: string;
  personId: string;
  tokenId: string | null;
  document: string;
  sealedUrl: Buffer;
  sealedSecret: Buffer;
  sealedOldSecret: Buffer | null;
}

/** Delivers all there is for one webhook, one after the other, until nothing is left or its receiver takes nothing. */
export async function deliverNext(by: Deliverer, webhookId: string): Promise<void> {
  const db = by.services.orm.em.fork().getKysely();
  if (!(await take(db, webhookId))) return;
  while (!by.stopped && (await deliverOne(by, db, webhookId)));
  // What breaks on our side stays held: it is tried again when that is over, behind all others.
  if (!by.stopped) await sql`update webhook set held_until = null where id = ${webhookId}`.execute(db);
}

/** Of several servers one has it. */
async function take(db: Kysely, id: string): Promise<boolean> {
  const { rows } = await sql`update webhook
    set held_until = clock_timestamp() + make_interval(secs => ${HELD_SECONDS}), looked_at = clock_timestamp()
    where id = ${id} and off is null and (held_until is null or held_until < clock_timestamp())
    returning id`.execute(db);
  return rows.length > 0;
}

/** Says whether there may be more. */
async function deliverOne(by: Deliverer, db: Kysely, webhookId: string): Promise<boolean> {
  const { services } = by;
  const webhook = await hold(db, webhookId);
  if (!webhook) return false;
  const stored = by.read(webhook.document);
  if (typeof stored === 'string') return await switchOff(services, webhook, 'DOCUMENT_BROKEN');
  const followed = await readFollowed(db, webhookId);
  const boardIds = followed.map(({ boardId }) => boardId);
  const readable = await readAsOwner(services, webhook, boardIds);
  if (readable.size === 0) return await switchOff(services, webhook, 'NOT_READABLE');
  const next = await nextOf(services, db, { webhookId, followed, readable });
  // Passed over where nothing was for the owner: it stands further on, and says so with the next message.
  if (next === null || next === 'passed') return next !== null;
  const { body, change } = await render(by, { db, webhookId, stored }, next);
  const posted = await send(by, webhook, next.delivery.id, body);
  if (!isTaken(posted)) return await failed(services, webhook, next.delivery.id, posted);
  await taken(db, { webhookId, next, posted, change });
  return true;
}

/** Words of it, and what they tell: where they would weigh too much, that the board is to be taken anew. */
async function render(
  by: Deliverer,
  { db, webhookId, stored }: { db: Kysely; webhookId: string; stored: StoredDocument },
  { delivery, at, part }: Next,
): Promise<{ body: string; change: BoardChange | null }> {
  const words = (change: BoardChange | null) =>
    renderMessage(
      by.services,
      { schema: by.schema, stored },
      {
        ...{ type: 'changes', webhookId, boardId: delivery.boardId, change },
        ...{ revision: delivery.revision, reader: at?.reader },
      },
    );
  const told = part?.change ?? null;
  const change = told && told.kind !== 'RESET' ? { ...told, previousRevision: delivery.previous } : told;
  const body = await words(change);
  if (body !== null) return { body, change };
  // To try it again would not make it lighter. Its owner reads why.
  const [first] = await attemptsOf(db, delivery.id, TOO_LARGE);
  if (!first) await noteAttempt(db, delivery.id, { status: null, said: null, failure: TOO_LARGE, ms: 0 });
  const anew = at && startAgain('OUT_OF_REACH', at).change;
  const short = await words(anew);
  if (short === null) throw new Error('A message for a webhook was too large.');
  return { body: short, change: anew };
}

const TOO_LARGE = 'TOO_LARGE';

async function attemptsOf(db: Kysely, deliveryId: string, failure: string): Promise<{ id: string }[]> {
  return db
    .selectFrom('webhook_attempt')
    .select('id')
    .where('delivery_id', '=', deliveryId)
    .where('failure', '=', failure)
    .limit(1)
    .execute();
}

export const isTaken = ({ status }: Posted) => status !== null && status >= 200 && status < 300;

/** Signed anew by all secrets that are valid now, and by the database's clock, whatever this server's says. */
export async function send(
  by: Deliverer,
  webhook: Pick<HeldWebhook, 'id' | 'sealedUrl' | 'sealedSecret' | 'sealedOldSecret'>,
  deliveryId: string,
  body: string,
): Promise<Posted & { ms: number }> {
  const { vault, orm } = by.services;
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(
    orm.em.fork().getKysely(),
  );
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Strikeboard-Webhook/1',
    ...signed({ id: `msg_${deliveryId}`, body }, secretsOf(vault, webhook), rows[0]!.now),
  };
  const startedAt = performance.now();
  const posted = await by.post(urlOf(vault, webhook), { headers, body });
  return { ...posted, ms: Math.round(performance.now() - startedAt) };
}

async function hold(db: Kysely, id: string): Promise<HeldWebhook | undefined> {
  const { rows } = await sql<HeldWebhook>`update webhook
    set held_until = clock_timestamp() + make_interval(secs => ${HELD_SECONDS})
    where id = ${id} and off is null
    returning id, person_id as "personId", token_id as "tokenId", document, sealed_url as "sealedUrl",
      sealed_secret as "sealedSecret",
      case when old_secret_until > clock_timestamp() then sealed_old_secret end as "sealedOldSecret"`.execute(
    db,
  );
  return rows[0];
}

async function taken(
  db: Kysely,
  of: {
    webhookId: string;
    next: Next;
    posted: Posted & { ms: number };
    change: BoardChange | null;
  },
): Promise<void> {
  const { webhookId, next, posted, change } = of;
  const { delivery, at } = next;
  const { boardId } = delivery;
  const revision = change?.revision ?? delivery.revision;
  await db.transaction().execute(async (tx) => {
    // The webhook first, as who takes it away locks it; of one that is gone nothing is noted.
    const { rows } = await sql`update webhook set failing_since = null, next_attempt_at = null
      where id = ${webhookId} returning id`.execute(tx);
    if (rows.length === 0) return;
    await noteAttempt(tx, delivery.id, posted);
    await sql`update webhook_delivery set state = 'TAKEN', revision = greatest(revision, ${revision})
      where id = ${delivery.id}`.execute(tx);
    await sql`update webhook_board set told = ${revision}, epoch = ${(change && at?.epoch) ?? ''},
      revision = greatest(revision, ${revision})
      where webhook_id = ${webhookId} and board_id = ${boardId}`.execute(tx);
    // Its receiver takes the whole board anew, or has it no more: parts of before are of no use.
    if (change?.kind === 'RESET' || !change)
      await sql`delete from webhook_delivery where webhook_id = ${webhookId} and board_id = ${boardId}
        and state = 'WAITING' and kind = 'CHANGES' and revision <= ${revision}`.execute(tx);
  });
}

export async function noteAttempt(
  db: Kysely,
  deliveryId: string,
  { status, said, failure, ms }: Posted & { ms: number },
): Promise<void> {
  await db
    .insertInto('webhook_attempt')
    .values({ id: newId(), delivery_id: deliveryId, status, said, failure, ms })
    .execute();
}

/** Its next attempt is a job, so that it comes whatever becomes of this server; after three days nobody tries again. */
async function failed(
  services: Services,
  webhook: HeldWebhook,
  deliveryId: string,
  posted: Posted & { ms: number },
): Promise<false> {
  const isOver = await services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const held = await sql`select id from webhook where id = ${webhook.id} for no key update`.execute(db);
    if (held.rows.length === 0) return false;
    await noteAttempt(db, deliveryId, posted);
    const { rows } = await sql<{ times: number; isOver: boolean }>`
      update webhook set failing_since = coalesce(failing_since, clock_timestamp()) where id = ${webhook.id}
      returning failing_since < clock_timestamp() - make_interval(days => ${GIVEN_UP_DAYS}) as "isOver",
        (select count(*)::int from webhook_attempt where delivery_id = ${deliveryId}
          and webhook_attempt.at >= coalesce(failing_since, clock_timestamp())) as times`.execute(db);
    const [row] = rows;
    if (!row || row.isOver || posted.status === GONE) return true;
    const seconds = BACKOFF[Math.min(row.times, BACKOFF.length) - 1] ?? BACKOFF[0]!;
    await sql`update webhook set next_attempt_at = clock_timestamp() + make_interval(secs => ${seconds})
      where id = ${webhook.id}`.execute(db);
    await services.jobs.enqueue(em, WEBHOOK_QUEUE, [
      { data: { webhookId: webhook.id } satisfies WebhookJob, notBefore: { seconds } },
    ]);
    return false;
  });
  if (isOver) await switchOff(services, webhook, 'NOT_TAKEN');
  return false;
}
