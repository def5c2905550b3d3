import { sql } from 'kysely';
import type { Em, Kysely } from '../db/orm.ts';
import type { Role } from '../organization/organization.entity.ts';
import type { Standing } from '../person/person.entity.ts';
import { InvalidInput, notFound, notSignedIn, suspended } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { BoardEventKind } from './board.entity.ts';
import { levelOf } from './board.policy.ts';
import { Card } from './card.entity.ts';
import { mayReadCard } from './read-cards.ts';
import { mayReadAt, type Sensitivity } from './sensitivity.ts';

/** A person who changes a board, with their rights as they were when the board was locked. */
export interface Actor {
  id: string;
  handle: string;
  standing: Standing;
  coordinator: boolean;
  /** Role in the organization whose board this is. */
  role: Role | null;
}

/** A locked board and the transaction that holds it. */
export interface BoardInHand {
  em: Em;
  /** Hand-written queries in the same transaction. */
  db: Kysely;
  id: string;
  campaignId: string;
  organizationId: string;
  campaignSensitivity: Sensitivity;
  revision: number;
  startsAt: Date | null;
  languages: string[];
  ended: boolean;
  leaseHours: number;
  newcomerClaimLimit: number;
  claimLimit: number;
  craftReviewRequired: boolean;
  actor: Actor | null;
  /** The card with that id on this board, or a refusal for one that is not there or that the actor may not read. */
  card(cardId: string): Promise<Card>;
}

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
  /** Sent by a client that may repeat itself; a repeated one changes nothing. */
  requestId?: string | null | undefined;
}

export interface Changed<T> {
  revision: number;
  /** Undefined when this request had been carried out before. */
  result: T | undefined;
}

/**
 * The only way to write to a board. Locks the board row, so that changes of one board follow each other;
 * runs `change` in that transaction; raises the revision by one and appends one event. What `change` throws
 * rolls everything back. After the commit, replicas get a hint.
 */
export async function changeBoard<T>(
  services: Services,
  request: ChangeRequest,
  change: (board: BoardInHand) => Promise<Change<T> | NoChange<T>>,
): Promise<Changed<T>> {
  const changed = await services.orm.em.fork().transactional(async (em) => {
    const { board, doneBefore } = await lockBoard(em, request);
    if (doneBefore !== null)
      return { boardId: board.id, revision: doneBefore, raised: false, result: undefined };
    const outcome = await change(board);
    if (outcome.kind === null) {
      return { boardId: board.id, revision: board.revision, raised: false, result: outcome.result };
    }
    await em.flush();
    const revision = await appendEvent(board, request, outcome);
    return { boardId: board.id, revision, raised: true, result: outcome.result };
  });
  if (changed.raised) services.hints.send({ board: changed.boardId, revision: changed.revision });
  return { revision: changed.revision, result: changed.result };
}

async function lockBoard(
  em: Em,
  { board: which, actorId, requestId }: ChangeRequest,
): Promise<{ board: BoardInHand; doneBefore: number | null }> {
  if (requestId && requestId.length > 100) {
    throw new InvalidInput('requestId', 'TOO_LONG', 'Keep requestId to 100 characters.', { limit: 100 });
  }
  const row = await em
    .getKysely()
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
    ])
    .$if('id' in which, (query) => query.where('board.id', '=', (which as { id: string }).id))
    .$if('ofCard' in which, (query) =>
      query.where(
        'board.id',
        '=',
        sql<string>`(select board_id from card where id = ${(which as { ofCard: string }).ofCard})`,
      ),
    )
    .forUpdate('board')
    .executeTakeFirst();
  if (!row) throw notFound('id' in which ? 'board' : 'card');
  // A second statement, so that it sees what was committed while we waited for the lock.
  const { actor, doneBefore } = actorId
    ? await readActor(em, row.id, row.organizationId, actorId, requestId ?? null)
    : { actor: null, doneBefore: null };
  const level = levelOf(actor);
  if (actor && !mayReadAt(level, row.campaignSensitivity)) throw notFound('id' in which ? 'board' : 'card');
  const board: BoardInHand = {
    ...row,
    em,
    db: em.getKysely(),
    actor,
    card: async (cardId) => {
      const card = await em.findOne(Card, { id: cardId, board: row.id }, { refresh: true });
      if (!card || !mayReadCard(level, card)) throw notFound('card');
      return card;
    },
  };
  return { board, doneBefore };
}

async function readActor(
  em: Em,
  boardId: string,
  organizationId: string,
  actorId: string,
  requestId: string | null,
) {
  const row = await em
    .getKysely()
    .selectFrom('person')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.person_id', '=', 'person.id')
        .on('membership.organization_id', '=', organizationId),
    )
    .select([
      'person.id',
      'person.handle',
      'person.standing',
      'person.coordinator',
      'membership.role',
      sql<number | null>`(select revision from board_event where board_id = ${boardId}
        and actor_id = person.id and request_id = ${requestId})`.as('doneBefore'),
    ])
    .where('person.id', '=', actorId)
    // Whoever lowers these rights locks this row: what they take back afterwards then includes our change.
    .forShare('person')
    .executeTakeFirst();
  if (!row) throw notSignedIn();
  if (row.standing === 'SUSPENDED') throw suspended();
  const { doneBefore, ...actor } = row;
  return { actor, doneBefore };
}

/** Raises the revision and writes the event in one statement; the row lock makes revisions gap-free. */
async function appendEvent(
  board: BoardInHand,
  request: ChangeRequest,
  change: Change<unknown>,
): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    with head as (update board set revision = revision + 1 where id = ${board.id} returning revision)
    insert into board_event (board_id, revision, kind, at, actor_id, cards, fields, version, request_id)
    select ${board.id}, revision, ${change.kind}, clock_timestamp(), ${request.actorId}::uuid,
      ${change.cards}::uuid[], ${change.fields ?? []}::text[], ${change.version ?? null}::int,
      ${request.actorId ? (request.requestId ?? null) : null}
    from head returning revision`.execute(board.db);
  const appended = rows[0];
  if (!appended) throw new Error(`Board ${board.id} is gone while it is locked.`);
  return appended.revision;
}
