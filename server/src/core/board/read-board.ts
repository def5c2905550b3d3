import { type RawBuilder, sql } from 'kysely';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import { type Blanks, prepared } from '../../platform/db/prepared.ts';
import type { ReadDatabase } from '../../platform/db/read-database.ts';
import type { BoardEventKind } from './board.entity.ts';
import { type CardExtent, extentsOf } from './card-extent.ts';
import { type CardOnBoard, mayReadCard, readableBy, selectCards } from './read-cards.ts';
import { PERSON_COLUMNS, type PersonRow } from '../person/person.entity.ts';
import { levelFor, type Reader } from '../access/viewer.ts';
import { mayReadAt, type Sensitivity } from '../access/sensitivity.ts';

/** A place in the log of a board. */
export interface Cursor {
  epoch: string;
  revision: number;
}

export interface Snapshot extends Cursor {
  cards: CardOnBoard[];
}

/** An event with what may be shown of the cards it touched. */
export interface EventOnBoard {
  boardId: string;
  revision: number;
  kind: BoardEventKind;
  at: Date;
  actorId: string | null;
  /** The token by which a tool did it for them. */
  tokenId: string | null;
  /** The first card it touched that the reader may read; null for a change of the campaign itself. */
  card: { id: string; number: number; title: string } | null;
  /** How many such cards it touched. */
  cardCount: number;
}

/** Everything that happened on a board after a revision, before anybody's rights are looked at. */
export interface LogExcerpt extends Cursor {
  boardId: string;
  campaignId: string;
  organizationId: string;
  campaignSensitivity: Sensitivity;
  /** The revision after which it starts. */
  after: number;
  events: {
    revision: number;
    kind: BoardEventKind;
    at: Date;
    actorId: string | null;
    tokenId: string | null;
    cards: string[];
    /** Names of the fields an edit changed. */
    fields: string[];
    /** The least who could read the first card before, where the event may have hidden it. */
    seenBefore: Sensitivity | null;
    /** The same of each of the cards, where the event may have hidden many. */
    seenBeforeEach: Sensitivity[] | null;
  }[];
  /** The touched cards as they are at `revision`; with those that show something else since the campaign changed. */
  cards: CardOnBoard[];
  /** Who did it, and in whose hands the cards are: asked for with the log, and not by each who is told. */
  people: PersonRow[];
}

/** What of an excerpt a level of rights sees. */
export interface VisibleChanges {
  events: EventOnBoard[];
  cards: CardOnBoard[];
  /** How much of each card may be other than it was before, by row id; all of one that is not named. */
  extents: ReadonlyMap<string, CardExtent>;
  removedCardIds: string[];
}

/** More events behind than this, and a fresh snapshot is cheaper than the log. */
const MAX_EXCERPT = 500;

const consistent = { isolationLevel: 'repeatable read', readOnly: true } as const;

/**
 * The board as `reader` sees it at one moment: all cards and the revision they are at. Where there is a `copy` of the
 * database that has reached `atLeast` it is read there. `atLeast` is where the board stands when the reader asks, in
 * the database's own epoch; it is looked up when not given.
 */
export async function readSnapshot(
  em: Em,
  boardId: string,
  reader: Reader,
  copy?: ReadDatabase,
  atLeast?: Cursor,
): Promise<Snapshot | null> {
  if (copy) {
    const needed = atLeast ?? (await headOf(em.fork().getKysely(), boardId).executeTakeFirst());
    if (!needed) return null;
    const copied = await copy.ask((there) => snapshotIn(there, boardId, reader, needed));
    if (copied) return copied;
  }
  return await snapshotIn(em, boardId, reader);
}

/** Null when there is no such board, or it stands before `atLeast` or in another epoch. */
async function snapshotIn(
  em: Em,
  boardId: string,
  reader: Reader,
  atLeast?: Cursor,
): Promise<Snapshot | null> {
  return em.fork().transactional(async (tx) => {
    const db = tx.getKysely();
    const head = await headOf(db, boardId).executeTakeFirst();
    if (!head) return null;
    if (atLeast && (head.epoch !== atLeast.epoch || head.revision < atLeast.revision)) return null;
    const cards = await selectCards(db)
      .where('card.board_id', '=', boardId)
      .where(readableBy(reader))
      .orderBy('card.position')
      .orderBy('card.id')
      .execute();
    const level = levelFor(reader, head);
    return { epoch: epochAt(head.epoch, level), revision: head.revision, cards };
  }, consistent);
}

/** What of a campaign is told by its cards: when they are due, and how long a lease is. */
const TOLD_BY_CARDS = ['startsAt', 'startHidden', 'leaseHours'];

/** The last revision there can be. */
const NO_END = 2_147_483_647;

/**
 * The log of a board after a revision, with the touched cards, from one moment; up to a revision where one is given, the
 * cards as they are now all the same. Returns 'reset' when the log does not reach back that far or cannot be told to
 * everybody, or so much happened that a snapshot is better; null when the board is gone.
 */
export async function readLog(
  db: Kysely,
  boardId: string,
  after: number,
  upTo: number = NO_END,
): Promise<LogExcerpt | 'reset' | null> {
  const { rows } = await db.executeQuery(logAfter(db, { boardId, after, upTo }));
  const [first] = rows;
  if (!first) return null;
  const { prunedTo, ...place } = first.head;
  const revision = Math.min(place.revision, upTo);
  if (after < prunedTo || after > revision || revision - after > MAX_EXCERPT) return 'reset';
  const events = first.events ?? [];
  if (events.some(breaksOff)) return 'reset';
  return {
    ...place,
    revision,
    boardId,
    after,
    events: events.map((event) => ({ ...event, at: new Date(event.at) })),
    cards: rows.flatMap(({ head: _head, events: _events, people: _people, ...card }) =>
      card.id === null ? [] : [card],
    ),
    people: (first.people ?? []).map((person) => ({
      ...person,
      createdAt: new Date(person.createdAt),
      erasedAt: person.erasedAt === null ? null : new Date(person.erasedAt),
    })),
  };
}

/**
 * One statement, because it sees one moment and is one trip: everybody who watches the board waits for it. There is a
 * row for each card, and one where there is none; events and people stand in the first.
 */
const logAfter = prepared(
  (db, blank: Blanks<{ boardId: string; after: number; upTo: number }>) => sql<LogRow>`
    with head as ${headOf(db, blank('boardId'))},
    log as (
      select event.revision, kind, at, actor_id as "actorId", token as "tokenId", cards, fields, seen_before as "seenBefore",
        seen_before_each as "seenBeforeEach"
      from board_event event, head
      where board_id = ${blank('boardId')} and event.revision > ${blank('after')}
        and event.revision <= least(head.revision, ${blank('upTo')}::int)
        and least(head.revision, ${blank('upTo')}::int) - ${blank('after')}::int <= ${MAX_EXCERPT}),
    touched as ${selectCards(db)
      .where(sql<boolean>`card.id = any(array(select unnest(cards) from log union all
        select id from card where board_id = ${blank('boardId')} and (due_offset_hours is not null or claim is not null)
          and exists (select from log where kind = 'CAMPAIGN_UPDATED' and fields && ${TOLD_BY_CARDS}::text[])))`)},
    people as ${db.selectFrom('person').select(PERSON_COLUMNS)
      .where(sql<boolean>`id = any(array(select "actorId" from log union
        select unnest(array["holderId", "partnerId"]) from touched))`)}
    select row_to_json(head) as head, touched.*,
      case when row_number() over () = 1
        then (select json_agg(log order by revision) from log) end as events,
      case when row_number() over () = 1 then (select json_agg(people) from people) end as people
    from head left join touched on true`,
);

/**
 * Whether nobody can follow over an event: who may read changed for everybody, or what the cards said was erased. So
 * does one that an older version wrote, which does not say enough.
 */
function breaksOff({
  kind,
  fields,
  seenBefore,
  seenBeforeEach,
}: Pick<LogExcerpt['events'][number], 'kind' | 'fields' | 'seenBefore' | 'seenBeforeEach'>): boolean {
  if (kind !== 'CAMPAIGN_UPDATED') return mayHide({ kind, fields }) && !seenBefore && !seenBeforeEach;
  return fields.length === 0 || fields.includes('sensitivity') || fields.includes('erased');
}

interface BoardHead extends Cursor {
  prunedTo: number;
  campaignId: string;
  organizationId: string;
  campaignSensitivity: Sensitivity;
}

/** Times within `events` and `people` come as text, for they come as JSON. */
type LogRow = {
  head: BoardHead;
  events: (Omit<LogExcerpt['events'][number], 'at'> & { at: string })[] | null;
  people:
    (Omit<PersonRow, 'createdAt' | 'erasedAt'> & { createdAt: string; erasedAt: string | null })[] | null;
} & (CardOnBoard | { [Column in keyof CardOnBoard]: null });

function headOf(db: Kysely, boardId: string | RawBuilder<string>) {
  return db
    .selectFrom('board')
    .innerJoin('campaign', 'campaign.id', 'board.campaign_id')
    .select([
      'board.epoch',
      'board.revision',
      'board.pruned_to as prunedTo',
      'campaign.id as campaignId',
      'campaign.organization_id as organizationId',
      'campaign.sensitivity as campaignSensitivity',
    ])
    .where('board.id', '=', boardId);
}

/** The part of an excerpt that `level` may read. What it may not read is a removal, without content. */
export function visibleAt(
  level: Sensitivity,
  { boardId, events, cards, campaignSensitivity }: LogExcerpt,
): VisibleChanges {
  const open = mayReadAt(level, campaignSensitivity);
  const readable = new Map(
    cards.filter((card) => open && mayReadCard(level, card)).map((card) => [card.id, card]),
  );
  const visible = events.flatMap((event): EventOnBoard[] => {
    const touched = event.cards.flatMap((id) => readable.get(id) ?? []);
    const cardCount = touched.length;
    if (open && event.kind === 'CAMPAIGN_UPDATED') return [{ ...event, boardId, card: null, cardCount }];
    const [first] = touched;
    if (!first) return [];
    const { id, number, title } = first;
    return [{ ...event, boardId, card: { id, number, title }, cardCount }];
  });
  return {
    events: visible,
    cards: [...readable.values()],
    // A change of the campaign shows on cards that something else happened to as well.
    extents: events.some(({ kind }) => kind === 'CAMPAIGN_UPDATED') ? new Map() : extentsOf(events),
    removedCardIds: [...hiddenBy(events, level)].filter((id) => !readable.has(id)),
  };
}

/** Cards that an event took from the view of `level`: whoever never could have read a card is not told of its end. */
function hiddenBy(events: LogExcerpt['events'], level: Sensitivity): Set<string> {
  return new Set(
    events.flatMap(({ cards, seenBefore, seenBeforeEach }) =>
      cards.filter((_id, at) => {
        const before = seenBeforeEach ? seenBeforeEach[at] : at === 0 && seenBefore;
        return before && mayReadAt(level, before);
      }),
    ),
  );
}

/** Whether an event may have taken cards from somebody's view. */
function mayHide({ kind, fields }: Pick<LogExcerpt['events'][number], 'kind' | 'fields'>): boolean {
  if (kind === 'CARD_UPDATED') return fields.includes('sensitivity');
  return kind === 'CARD_CANCELLED' || kind === 'CARD_RETURNED_TO_DRAFT' || kind === 'CARD_CREATE_UNDONE';
}

/** Where many boards stand, in one query: for the poll that covers lost hints. Boards that are gone are left out. */
export async function readHeads(em: Em, boardIds: string[]) {
  if (boardIds.length === 0) return [];
  return em
    .getKysely()
    .selectFrom('board')
    .innerJoin('campaign', 'campaign.id', 'board.campaign_id')
    .select([
      'board.id',
      'board.epoch',
      'board.revision',
      'campaign.id as campaignId',
      'campaign.organization_id as organizationId',
      'campaign.sensitivity as campaignSensitivity',
    ])
    .where(sql<boolean>`board.id = any(${boardIds}::uuid[])`)
    .execute();
}

/**
 * The epoch as somebody who reads up to `level` knows it. What another level saw is another history: a cursor
 * from before one's rights changed is foreign, so it is answered by a reset and never by half the truth.
 */
export function epochAt(epoch: string, level: Sensitivity): string {
  return `${epoch}-${level.toLowerCase()}`;
}
