import { type CompiledQuery, type QueryResult, type RawBuilder, sql } from 'kysely';
import { inOneTrip } from '../../platform/db/one-trip.ts';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import { type Blanks, prepared } from '../../platform/db/prepared.ts';
import { levelFor, type Reader, readerOf, readsAs } from '../access/viewer.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import { Card } from './card.entity.ts';
import { dueMoment } from './due-moment.ts';
import { mayReadAt, readableAt, Sensitivity } from '../access/sensitivity.ts';

/** Rows of cards with what their board and campaign add, before anybody's rights are looked at. */
export function selectCards(db: Kysely) {
  return db
    .selectFrom('card')
    .innerJoin('board', 'board.id', 'card.board_id')
    .innerJoin('campaign', 'campaign.id', 'board.campaign_id')
    .select([
      'card.id',
      'card.board_id as boardId',
      'board.campaign_id as campaignId',
      'campaign.organization_id as organizationId',
      'campaign.slug as campaignSlug',
      'campaign.sensitivity as campaignSensitivity',
      'campaign.starts_at as startsAt',
      'campaign.start_hidden as startHidden',
      'campaign.lease_hours as leaseHours',
      'card.number',
      'card.title',
      'card.deliverable',
      'card.local_supplies as localSupplies',
      'card.out_of_scope as outOfScope',
      'card.caution',
      'card.caution_cleared_at as cautionClearedAt',
      'card.caution_cleared_by_id as cautionClearedById',
      'card.skill',
      'card.hours',
      'card.phase',
      'card.due_at as dueAt',
      'card.due_offset_hours as dueOffsetHours',
      'card.languages',
      'card.language',
      'card.sensitivity',
      'card.links',
      'card.checklist',
      'card.status',
      'card.position',
      'card.version',
      'card.for_two as forTwo',
      'card.kept_until as keptUntil',
      'card.kept_for as keptFor',
      'card.holder_id as holderId',
      'card.partner_id as partnerId',
      'card.claim as claimId',
      'card.claimed_at as claimedAt',
      'card.lease_expires_at as leaseExpiresAt',
      'card.extensions',
      'campaign.first_lease_hours as firstLeaseHours',
      sql<boolean>`coalesce(card.to_confirm = card.claim, false)`.as('toConfirm'),
      sql<Date | null>`case when card.look_claim = card.claim then card.look_asked_at end`.as('lookAskedAt'),
      'card.waiting_since as waitingSince',
      'card.waiting_reason as waitingReason',
      'card.changes_requested_at as changesRequestedAt',
      'card.handed_in_at as handedInAt',
      'card.craft_reviewed_at as craftReviewedAt',
      'card.craft_reviewer_id as craftReviewerId',
      'card.finished_at as finishedAt',
      'card.thanks',
      'card.thanked_by_id as thankedById',
      'card.returned_at as returnedAt',
      'card.returned_how as returnedHow',
      'card.returned_by_id as returnedById',
      'card.draft_kept as draftKept',
      'card.comment_count as commentCount',
      'card.brief_before as briefBefore',
      'card.brief_changed_at as briefChangedAt',
      'card.created_at as createdAt',
      'card.updated_at as updatedAt',
    ]);
}

type Unwrap<T> = T extends { execute(): Promise<(infer Row)[]> } ? Row : never;

/** A card as the board shows it, with all that decides who may see what of it. */
export type CardOnBoard = Unwrap<ReturnType<typeof selectCards>>;

/** One card, whoever asks: for the answer to a change that was allowed. */
export const readCard = (db: Kysely, cardId: string): Promise<CardOnBoard> =>
  writeAndReadCard(db, cardId, []);

/** Writes, and reads the card as it is then, in one trip. */
export async function writeAndReadCard(
  db: Kysely,
  cardId: string,
  writes: readonly CompiledQuery[],
): Promise<CardOnBoard> {
  const answers: readonly QueryResult<unknown>[] = await inOneTrip(db, [...writes, cardById(db, { cardId })]);
  const card = answers.at(-1)?.rows[0] as CardOnBoard | undefined;
  if (!card) throw notFound('card');
  return card;
}

/** A card of a board as the unit of work of `em` knows it, as it is now. */
export async function findCard(
  { em, db }: { em: Em; db: Kysely },
  ids: { cardId: string; boardId: string },
): Promise<Card | undefined> {
  // By the names of its columns: a statement that says "all" and is kept ready fails once a newer version adds one.
  wholeCard ??= prepared((_db, blank: Blanks<typeof ids>) => {
    const columns = em.getMetadata(Card).props.flatMap(({ fieldNames = [] }) => fieldNames);
    return sql<object>`select ${sql.join(columns.map((name) => sql.ref(name)))} from card
      where id = ${blank('cardId')} and board_id = ${blank('boardId')}`;
  });
  const { rows } = await db.executeQuery(wholeCard(db, ids));
  return rows[0] && em.map(Card, rows[0]);
}

/** Written when the columns are known. */
let wholeCard: ((db: Kysely, ids: { cardId: string; boardId: string }) => CompiledQuery<object>) | undefined;

const cardById = prepared((db, blank: Blanks<{ cardId: string }>) =>
  selectCards(db).where('card.id', '=', blank('cardId')),
);

/**
 * The rule of who reads which card, as a condition of a query over `card` and `campaign`. Drafts and
 * cancelled cards are the team's. This is the only place where the rule is written for rows.
 */
export function readableBy(reader: Reader): RawBuilder<boolean> {
  const { strangerTo } = reader;
  if (strangerTo.size > 0) {
    const usually = readableBy({ ...reader, strangerTo: new Set() });
    return sql<boolean>`(case when campaign.id = any(${[...strangerTo]}::uuid[])
      then ${readableBy(readerOf(null))} else ${usually} end)`;
  }
  if (reader.teamOf === 'EVERY') return sql<boolean>`true`;
  const upTo = (level: Sensitivity) => {
    const levels = readableAt(level);
    return sql<boolean>`(campaign.sensitivity = any(${levels}::text[]) and card.sensitivity = any(${levels}::text[])
    and card.status not in ('DRAFT', 'CANCELLED'))`;
  };
  const ways = [upTo(reader.base)];
  if (reader.vettedOf.size > 0) {
    const here = sql`campaign.organization_id = any(${[...reader.vettedOf]}::uuid[])`;
    ways.push(sql<boolean>`(${here} and ${upTo(Sensitivity.VETTED)})`);
  }
  if (reader.teamOf.size > 0)
    ways.push(sql<boolean>`campaign.organization_id = any(${[...reader.teamOf]}::uuid[])`);
  if (reader.readsOf) {
    ways.push(sql<boolean>`campaign.id = any(${readsAs(reader, Sensitivity.TEAM)}::uuid[])`);
    const vetted = sql`campaign.id = any(${readsAs(reader, Sensitivity.VETTED)}::uuid[])`;
    ways.push(sql<boolean>`(${vetted} and ${upTo(Sensitivity.VETTED)})`);
  }
  return sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

/** The same rule for a card at hand. */
export function mayReadCard(level: Sensitivity, card: Pick<CardOnBoard, 'status' | 'sensitivity'>): boolean {
  if (level === Sensitivity.TEAM) return true;
  return (
    card.status !== 'DRAFT' && card.status !== 'CANCELLED' && readableAt(level).includes(card.sensitivity)
  );
}

/** The least who may read a card: nobody below it may learn that there is one. */
export function leastReader(
  card: Pick<CardOnBoard, 'status' | 'sensitivity'>,
  campaignSensitivity: Sensitivity,
): Sensitivity {
  const readable = Object.values(Sensitivity).find(
    (level) => mayReadAt(level, campaignSensitivity) && mayReadCard(level, card),
  );
  return readable ?? Sensitivity.TEAM;
}

/** Whether somebody is of the team of a campaign, as a condition of a query over `campaign`: `levelFor` for rows. */
function isTeamHere({ teamOf, strangerTo }: Reader): RawBuilder<boolean> {
  const team = teamOf === 'EVERY' ? sql`true` : sql`campaign.organization_id = any(${[...teamOf]}::uuid[])`;
  return sql<boolean>`(${team} and not campaign.id = any(${[...strangerTo]}::uuid[]))`;
}

/** `dueAsSeenBy` as an expression of a query over `card` and `campaign`. */
export function dueSeenBy(reader: Reader): RawBuilder<Date | null> {
  return sql<Date | null>`case when card.due_offset_hours is null or not campaign.start_hidden or ${isTeamHere(reader)}
    then coalesce(card.due_at, campaign.starts_at + card.due_offset_hours * interval '1 hour') end`;
}

/** When a card is due, as far as somebody may know: a moment counted from a hidden T-0 would give that away. */
export function dueAsSeenBy(
  reader: Reader,
  card: Pick<
    CardOnBoard,
    'dueAt' | 'dueOffsetHours' | 'startsAt' | 'startHidden' | 'organizationId' | 'campaignId'
  >,
): Date | null {
  const givesAwayStart = card.dueOffsetHours != null && card.startHidden;
  if (givesAwayStart && levelFor(reader, card) !== Sensitivity.TEAM) return null;
  return dueMoment(card, card.startsAt);
}
