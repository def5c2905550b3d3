import { type RawBuilder, sql } from 'kysely';
import type { Em, Kysely } from '../db/orm.ts';
import { textOrNull } from '../input/text.ts';
import { noticesOfChange, settleNotices } from '../notification/notices-of-change.ts';
import { hintNotices, notify } from '../notification/notify.ts';
import { blocked, notAllowed, notFound, notSignedIn, suspended } from '../refusal.ts';
import { CONDUCT_VERSION } from '../person/conduct.ts';
import type { Services } from '../services.ts';
import { inSpan } from '../tracing/tracing.ts';
import type { BoardEventKind } from './board.entity.ts';
import type { Actor, BoardInHand } from './board-in-hand.ts';
import { levelOf } from './board.policy.ts';
import { Card } from './card.entity.ts';
import { mayReadCard } from './read-cards.ts';
import { mayReadAt } from './sensitivity.ts';

/** What a change did, for the log. */
export interface Change<T> {
  kind: BoardEventKind;
  /** Row ids of the cards it touched. */
  cards: string[];
  fields?: string[];
  version?: number;
  result: T;
}

/** Nothing needed to change: the person asked again for what already is so. */
export interface NoChange<T> {
  kind: null;
  result: T;
}

export interface ChangeRequest {
  /** Which board: its row id, or a card of it. */
  board: { id: string } | { ofCard: string };
  /** Row id of the person; null for the system's own clocks. */
  actorId: string | null;
  /** Sent by a client that may repeat itself; a repeated one changes nothing. 100 characters at most. */
  requestId?: string | null | undefined;
  /** Whether a person may do this after the campaign has ended; by default its board can only be read then. */
  evenWhenEnded?: boolean;
}

export interface Changed<T> {
  revision: number;
  /** Undefined when this request had been carried out before. */
  result: T | undefined;
  /** Row ids of the cards the request touched, now or when it was first carried out. */
  cards: string[];
}

/**
 * The only way to write to a board. Locks the board row, so that changes of one board follow each other;
 * runs `change` in that transaction; raises the revision by one, appends one event, and tells the people whom it
 * concerns. What `change` throws rolls everything back. After the commit, replicas get a hint. Refuses a board or
 * card that is not there or that the actor may not read, an actor who is suspended or blocked here, and changes by
 * people after the campaign's end.
 */
export function changeBoard<T>(
  services: Services,
  request: ChangeRequest,
  change: (board: BoardInHand) => Promise<Change<T> | NoChange<T>>,
): Promise<Changed<T>> {
  return inSpan(services.tracing, 'change a board', () => changeAndHint(services, request, change));
}

async function changeAndHint<T>(
  services: Services,
  request: ChangeRequest,
  change: (board: BoardInHand) => Promise<Change<T> | NoChange<T>>,
): Promise<Changed<T>> {
  const { boardId, raised, notices, ...changed } = await services.orm.em
    .fork()
    .transactional((em) => changeBoardWithin(services, em, request, change));
  if (raised) services.hints.send({ board: boardId, revision: changed.revision });
  hintNotices(services, notices);
  return changed;
}

/**
 * `changeBoard` as part of a larger change: in the transaction of `em`, which it does not end. Whoever opened the
 * transaction sends the board's hint, and hints the notices, after the commit.
 */
export async function changeBoardWithin<T>(
  services: Pick<Services, 'jobs'>,
  em: Em,
  request: ChangeRequest,
  change: (board: BoardInHand) => Promise<Change<T> | NoChange<T>>,
): Promise<Changed<T> & { boardId: string; raised: boolean; notices: { personId: string }[] }> {
  const requestId = textOrNull(request.requestId, { field: 'requestId', max: 100 });
  const { board, doneBefore } = await lockBoard(em, { ...request, requestId });
  if (doneBefore) return { ...doneBefore, boardId: board.id, raised: false, notices: [], result: undefined };
  if (board.ended && board.actor && !request.evenWhenEnded) {
    throw notAllowed('This campaign has ended. Its board can only be read.');
  }
  const outcome = await change(board);
  const { result } = outcome;
  if (outcome.kind === null) {
    return { boardId: board.id, revision: board.revision, raised: false, notices: [], result, cards: [] };
  }
  await em.flush();
  const revision = await appendEvent(board, { actorId: request.actorId, requestId }, outcome);
  const settled = await settleNotices(board, outcome);
  const told = await noticesOfChange(board, outcome);
  await notify(services, em, told);
  const { cards } = outcome;
  return { boardId: board.id, revision, raised: true, notices: [...settled, ...told], result, cards };
}

interface DoneBefore {
  revision: number;
  cards: string[];
}

async function lockBoard(
  em: Em,
  { board: which, actorId, requestId = null }: ChangeRequest,
): Promise<{ board: BoardInHand; doneBefore: DoneBefore | null }> {
  const db = em.getKysely();
  const missing = () => notFound('id' in which ? 'board' : 'card');
  const boardId =
    'id' in which
      ? sql<string>`${which.id}::uuid`
      : sql<string>`(select board_id from card where id = ${which.ofCard})`;
  // The rest is read by another statement, because each sees only what was committed before it began: joined to
  // the lock, the campaign and the role would be as they were before we waited for it.
  const locked = await holdBoard(db, boardId, actorId);
  if (!locked) throw missing();
  if (actorId && !locked.personId) throw notSignedIn();
  const cardId = 'ofCard' in which ? which.ofCard : null;
  const { actor, card, doneBefore, ...row } = await readLocked(db, {
    id: locked.id,
    cardId,
    actorId,
    requestId,
  });
  const level = levelOf(actor);
  // Before everything else that may be wrong: no refusal tells that there is something one may not read.
  const readable = mayReadAt(level, row.campaignSensitivity) && (!card || mayReadCard(level, card));
  if (actor && !readable) throw missing();
  if (actor?.standing === 'SUSPENDED') throw suspended();
  if (actor?.blocked) throw blocked();
  const board: BoardInHand = {
    ...row,
    em,
    db,
    actor,
    card: async (cardId) => {
      const card = await em.findOne(Card, { id: cardId, board: row.id }, { refresh: true });
      if (!card || !mayReadCard(level, card)) throw notFound('card');
      return card;
    },
  };
  return { board, doneBefore };
}

/**
 * Locks the board and then the actor, in this order because the second half refers to the first. Whoever lowers a
 * person's rights locks their row: what they take back afterwards then includes our change.
 */
async function holdBoard(db: Kysely, boardId: RawBuilder<string>, actorId: string | null) {
  const { rows } = await sql<{ id: string; personId: string | null }>`
    select board.id, person.id as "personId"
    from (select id from board where id = ${boardId} for update) board
    left join lateral (
      select id from person where id = ${actorId} and board.id is not null for share) person on true`.execute(
    db,
  );
  return rows[0];
}

/** The board with its campaign and the actor, as they are now that both are held. */
async function readLocked(
  db: Kysely,
  {
    id,
    cardId,
    actorId,
    requestId,
  }: { id: string; cardId: string | null; actorId: string | null; requestId: string | null },
) {
  return db
    .selectFrom('board')
    .innerJoin('campaign', 'campaign.id', 'board.campaign_id')
    .select([
      'board.id',
      'board.revision',
      'campaign.id as campaignId',
      'campaign.organization_id as organizationId',
      'campaign.sensitivity as campaignSensitivity',
      'campaign.starts_at as startsAt',
      'campaign.languages',
      sql<boolean>`campaign.ended_at is not null`.as('ended'),
      'campaign.lease_hours as leaseHours',
      'campaign.newcomer_claim_limit as newcomerClaimLimit',
      'campaign.claim_limit as claimLimit',
      'campaign.craft_review_required as craftReviewRequired',
      sql<Actor | null>`(select json_build_object('id', person.id, 'handle', handle, 'standing', standing,
        'coordinator', coordinator, 'role', role,
        'blocked', exists (select from campaign_block where campaign_id = campaign.id and person_id = person.id),
        'agreed', exists (select from conduct_statement where person_id = person.id
          and version = ${CONDUCT_VERSION})) from person left join membership
        on person_id = person.id and membership.organization_id = campaign.organization_id
        where person.id = ${actorId})`.as('actor'),
      sql<Pick<Card, 'status' | 'sensitivity'> | null>`(select json_build_object('status', status,
        'sensitivity', card.sensitivity) from card where card.id = ${cardId})`.as('card'),
      sql<DoneBefore | null>`(select json_build_object('revision', event.revision, 'cards', cards)
        from board_event event where board_id = board.id and actor_id = ${actorId}
        and request_id = ${requestId})`.as('doneBefore'),
    ])
    .where('board.id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Raises the revision and writes the event in one statement; the row lock makes revisions gap-free. */
async function appendEvent(
  board: BoardInHand,
  { actorId, requestId }: { actorId: string | null; requestId: string | null },
  change: Change<unknown>,
): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    with head as (update board set revision = revision + 1 where id = ${board.id} returning revision)
    insert into board_event (board_id, revision, kind, at, actor_id, cards, fields, version, request_id)
    select ${board.id}, revision, ${change.kind}, clock_timestamp(), ${actorId}::uuid,
      ${change.cards}::uuid[], ${change.fields ?? []}::text[], ${change.version ?? null}::int,
      ${actorId ? requestId : null}
    from head returning revision`.execute(board.db);
  const appended = rows[0];
  if (!appended) throw new Error(`Board ${board.id} is gone while it is locked.`);
  return appended.revision;
}
