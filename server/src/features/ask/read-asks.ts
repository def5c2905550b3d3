import { type RawBuilder, sql } from 'kysely';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import { hashOfLinkSecret } from '../../core/access/secret.ts';
import { notFound, Refusal } from '../../platform/refusal/refusal.ts';
import type { AskStatus } from './ask.entity.ts';
import { LikenessOf } from './likeness.ts';

/** A coordinator looks at what was held back within so many hours, and then we answer as to all others. */
export const HELD_HOURS = 24;
/** We answer within so many hours. */
export const ANSWER_HOURS = 4;
/** An ask that became nothing is kept for so many days: a draft after its last change, a declined one after the no. */
export const ASK_KEPT_DAYS = 30;
/** For so many days a second ask of the same people is taken for the first one made again. */
const ALIKE_DAYS = 7;
/** Like asks that are shown of one. */
const MAX_ALIKE = 20;

/** When it left the hands of whoever asks, held back or not. */
const SENT_AT = sql<Date | null>`coalesce(ask.held_at, ask.submitted_at)`;

function selectAsks(db: Kysely) {
  return db
    .selectFrom('ask')
    .select([
      'ask.id',
      'ask.status',
      'ask.language',
      'ask.answers',
      'ask.contact_sealed as contactSealed',
      'ask.likeness_keys as likenessKeys',
      'ask.created_at as createdAt',
      'ask.updated_at as updatedAt',
      'ask.submitted_at as submittedAt',
      'ask.held_at as heldAt',
      SENT_AT.as('sentAt'),
      'ask.triaged_at as triagedAt',
      'ask.triaged_by_id as triagedBy',
      'ask.decided_at as decidedAt',
      'ask.decided_by_id as decidedBy',
      'ask.decline_words as declineWords',
      'ask.decline_elsewhere as declineElsewhere',
      'ask.campaign_id as campaignId',
    ]);
}

type Unwrap<T> = T extends { execute(): Promise<(infer Row)[]> } ? Row : never;

/** An ask, before anybody's rights are looked at. The contact is sealed; see `readContact`. */
export type AskRow = Unwrap<ReturnType<typeof selectAsks>>;

/** The ask behind a link; null for a link that leads nowhere. Whoever has the link has the ask. */
export async function readAskByToken(em: Em, token: string): Promise<AskRow | null> {
  const ask = await selectAsks(em.getKysely())
    .where('token_hash', '=', hashOfLinkSecret(token))
    .executeTakeFirst();
  return ask ?? null;
}

/** The ask behind a link, locked until the transaction ends. Refuses a link that leads nowhere. */
export async function requireAskByToken(em: Em, token: string): Promise<AskRow> {
  const ask = await selectAsks(em.getKysely())
    .where('token_hash', '=', hashOfLinkSecret(token))
    .forUpdate()
    .executeTakeFirst();
  if (!ask) {
    throw new Refusal(
      'LINK_INVALID',
      'This link leads to no request for help. Check that all of it was copied, or start a new one.',
      'ASK_LINK',
    );
  }
  return ask;
}

/** The ask of that row id, locked until the transaction ends; null where there is none. */
export async function lockAsk(em: Em, askId: string): Promise<AskRow | null> {
  const ask = await selectAsks(em.getKysely()).where('ask.id', '=', askId).forUpdate().executeTakeFirst();
  return ask ?? null;
}

/** The same, of an ask that was sent. Refuses one that is not there. */
export async function lockSentAsk(em: Em, askId: string): Promise<AskRow> {
  const ask = await lockAsk(em, askId);
  if (!ask?.sentAt) throw notFound('ask');
  return ask;
}

/** Asks that were sent, by row id, in one query. For those who read asks. */
export async function readAsksById(em: Em, ids: readonly string[]): Promise<AskRow[]> {
  return selectAsks(em.getKysely())
    .where(sql<boolean>`ask.id = any(${ids}::uuid[])`)
    .where(sql<boolean>`${SENT_AT} is not null`)
    .execute();
}

/** Sent, and of one of these statuses. */
const isListed = (statuses: readonly AskStatus[]): RawBuilder<boolean> =>
  sql<boolean>`(ask.status = any(${statuses}::text[]) and ${SENT_AT} is not null)`;

const OLDEST: Order = {
  keys: [
    { of: SENT_AT, type: 'timestamptz' },
    { of: sql`ask.id`, type: 'uuid' },
  ],
};

/** A page of the asks that were sent and have one of these statuses, oldest first. For those who read asks. */
export async function listAsks(em: Em, statuses: readonly AskStatus[], span: Span): Promise<AskRow[]> {
  return selectAsks(em.getKysely())
    .where(isListed(statuses))
    .where(within(OLDEST, span))
    .orderBy(orderedBy(OLDEST, span.backwards))
    .limit(span.limit)
    .execute();
}

/** How many they are. For those who read asks. */
export async function countAsks(em: Em, statuses: readonly AskStatus[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ask
    where ${isListed(statuses)}`.execute(em.getKysely());
  return rows[0]!.count;
}

/** What an ask is like: other asks that were sent by the same name or the same contact. */
export interface Alike {
  askId: string;
  likeId: string;
}

/** For many asks in one query: the others that are like them, newest first. */
export async function readAlike(em: Em, ids: readonly string[]): Promise<Alike[]> {
  const { rows } = await sql<Alike>`
    select ask.id as "askId", alike.id as "likeId"
    from ask cross join lateral (
      select other.id, other.submitted_at from ask other
      where other.likeness_keys && ask.likeness_keys and other.id <> ask.id and other.submitted_at is not null
      order by other.submitted_at desc, other.id limit ${MAX_ALIKE}
    ) alike
    where ask.id = any(${ids}::uuid[])
    order by alike.submitted_at desc, alike.id`.execute(em.getKysely());
  return rows;
}

/**
 * Before which of these asks somebody with the same contact sent one, within seven days. By the contact alone:
 * the name of a local is no secret, and whoever types it must not learn here that it asked for help.
 */
export async function readAskedBefore(em: Em, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct ask.id
    from ask cross join lateral unnest(ask.likeness_keys) as own (key)
      join ask other on other.likeness_keys @> array[own.key] and other.id <> ask.id
    where ask.id = any(${ids}::uuid[])
      and get_byte(own.key, 0) = ${LikenessOf.CONTACT}
      and other.submitted_at < ask.submitted_at
      and other.submitted_at > ask.submitted_at - ${ALIKE_DAYS} * interval '1 day'`.execute(em.getKysely());
  return new Set(rows.map(({ id }) => id));
}
