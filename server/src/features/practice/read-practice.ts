import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../core/access/viewer.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import type { Span } from '../../platform/graphql/connection.ts';
import { type Order, orderedBy, within } from '../../platform/graphql/keyset.ts';
import { eventReadableBy } from '../event/event.policy.ts';

function selectPracticeCards(db: Kysely, reader: Reader) {
  return db
    .selectFrom('practice_card')
    .innerJoin('event', 'event.id', 'practice_card.event_id')
    .select([
      'practice_card.id',
      'practice_card.event_id as eventId',
      'practice_card.session_id as sessionId',
      'practice_card.title',
      'practice_card.deliverable',
      'practice_card.gives',
      'practice_card.checklist',
      'practice_card.skill',
      'practice_card.hours',
      'practice_card.language',
      'practice_card.links',
      'practice_card.removed_at as removedAt',
      'event.organization_id as organizationId',
      'event.campaign_id as campaignId',
      'event.kind as eventKind',
      'event.cancelled_at as cancelledAt',
    ])
    .where(eventReadableBy(reader));
}

type Unwrap<T> = T extends { execute(): Promise<(infer Row)[]> } ? Row : never;

/** A practice card with what decides the rights to it. */
export type PracticeCardRow = Unwrap<ReturnType<typeof selectPracticeCards>>;

/** Practice cards by row id; those of trainings that the reader may not read are missing. */
export const readPracticeCardsById = (
  em: Em,
  reader: Reader,
  ids: readonly string[],
): Promise<PracticeCardRow[]> =>
  selectPracticeCards(em.getKysely(), reader)
    .where(sql<boolean>`practice_card.id = any(${ids}::uuid[])`)
    .execute();

/** What can be practised at trainings, in the order in which it was laid out. */
export const readPracticeCardsOf = (
  em: Em,
  reader: Reader,
  eventIds: readonly string[],
): Promise<PracticeCardRow[]> =>
  selectPracticeCards(em.getKysely(), reader)
    .where(sql<boolean>`practice_card.event_id = any(${eventIds}::uuid[])`)
    .where('practice_card.removed_at', 'is', null)
    .orderBy('practice_card.created_at')
    .orderBy('practice_card.id')
    .execute();

function selectPractices(db: Kysely) {
  return db
    .selectFrom('practice')
    .select([
      'practice.id',
      'practice.card_id as cardId',
      'practice.person_id as personId',
      'practice.state',
      'practice.started_at as startedAt',
      'practice.words',
      'practice.links',
      'practice.handed_in_at as handedInAt',
      'practice.answer',
      'practice.answered_at as answeredAt',
      'practice.answered_by_id as answeredById',
      'practice.worth',
    ]);
}

/** Somebody's go, before anybody's rights are looked at. */
export type PracticeRow = Unwrap<ReturnType<typeof selectPractices>>;

export const readPractice = (db: Kysely, id: string): Promise<PracticeRow | undefined> =>
  selectPractices(db).where('practice.id', '=', id).executeTakeFirst();

/** What somebody does at each of these cards. */
export const readPracticesOf = (
  db: Kysely,
  personId: string,
  cardIds: readonly string[],
): Promise<PracticeRow[]> =>
  selectPractices(db)
    .where('practice.person_id', '=', personId)
    .where(sql<boolean>`practice.card_id = any(${cardIds}::uuid[])`)
    .execute();

/** All that somebody practised, what was begun last first. */
export const listPracticesOf = (db: Kysely, personId: string, limit: number): Promise<PracticeRow[]> =>
  selectPractices(db)
    .where('practice.person_id', '=', personId)
    .orderBy('practice.started_at', 'desc')
    .orderBy('practice.id')
    .limit(limit)
    .execute();

/** What was handed in for these cards and waits for an answer; not what `personId` did themselves. */
const waitsFor = (personId: string, cardIds: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(practice.card_id = any(${cardIds}::uuid[]) and practice.person_id <> ${personId}
    and practice.state = 'HANDED_IN')`;

const LONGEST_WAIT: Order = {
  keys: [
    { of: sql`practice.handed_in_at`, type: 'timestamptz' },
    { of: sql`practice.id`, type: 'uuid' },
  ],
};

/** The same page of it for each of the cards, longest first. */
export async function listWaiting(
  db: Kysely,
  personId: string,
  cardIds: readonly string[],
  span: Span,
): Promise<PracticeRow[]> {
  const ranked = selectPractices(db)
    .select(
      sql<number>`row_number() over (partition by practice.card_id
        order by ${orderedBy(LONGEST_WAIT, span.backwards)})`.as('nth'),
    )
    .where(waitsFor(personId, cardIds))
    .where(within(LONGEST_WAIT, span));
  return db
    .selectFrom(ranked.as('listed'))
    .selectAll()
    .where('nth', '<=', span.limit)
    .orderBy('nth')
    .execute();
}

/** How much waits for each of the cards; those for which nothing does are left out. */
export async function countWaiting(
  db: Kysely,
  personId: string,
  cardIds: readonly string[],
): Promise<{ id: string; count: number }[]> {
  const { rows } = await sql<{ id: string; count: number }>`
    select practice.card_id as id, count(*)::int as count from practice
    where ${waitsFor(personId, cardIds)} group by practice.card_id`.execute(db);
  return rows;
}

/** How many have begun each of these cards, and how many have finished it. */
export async function countPractices(
  db: Kysely,
  cardIds: readonly string[],
): Promise<Map<string, { begun: number; done: number }>> {
  const { rows } = await sql<{ cardId: string; begun: number; done: number }>`
    select card_id as "cardId", count(*)::int as begun, count(*) filter (where state = 'DONE')::int as done
    from practice where card_id = any(${cardIds}::uuid[]) group by card_id`.execute(db);
  return new Map(rows.map(({ cardId, ...counts }) => [cardId, counts]));
}
