import { type CompiledQuery, sql } from 'kysely';
import { inOneTrip, type Results } from '../../platform/db/one-trip.ts';
import { type Em, type Kysely, outsideTransactions } from '../../platform/db/orm.ts';
import { type Blanks, prepared } from '../../platform/db/prepared.ts';
import { transact, type Transaction } from '../../platform/db/transact.ts';
import { textOrNull } from '../../platform/input/text.ts';
import type { JobsOfQueue } from '../../platform/jobs/jobs.ts';
import type { Heard } from './board-listener.ts';
import {
  InvalidInput,
  notAllowed,
  notFound,
  notSignedIn,
  suspended,
  tokenNotValid,
} from '../../platform/refusal/refusal.ts';
import { CONDUCT_VERSION } from '../person/conduct.ts';
import type { Services } from '../../platform/services.ts';
import { inSpan } from '../../platform/tracing/tracing.ts';
import type { BoardEventKind } from './board.entity.ts';
import type { Actor, BoardInHand } from './board-in-hand.ts';
import { levelOf } from './board.policy.ts';
import { REQUEST_KEPT_DAYS } from './request-mark.ts';
import { readMark } from '../../platform/graphql/request-mark.ts';
import type { Card } from './card.entity.ts';
import { hasFinished } from './hands.ts';
import { findCard, mayReadCard } from './read-cards.ts';
import { mayReadAt, Sensitivity } from '../access/sensitivity.ts';
import { isWithin, readsMoreOf, type TokenPass } from '../access/token-scope.ts';
import { tokenRuns } from '../access/viewer.ts';
import type { WhichBoard } from './turns.ts';
import { blocked } from './board-refusals.ts';

/** What a change did, for the log. */
export interface Change<T> {
  kind: BoardEventKind;
  /** Row ids of the cards it touched. */
  cards: string[];
  fields?: string[];
  version?: number;
  /** The least who could read the first of the cards before, or the campaign, where the change may hide that. */
  seenBefore?: Sensitivity;
  /** The same of each of the cards, in their order, where the change may hide many. */
  seenBeforeEach?: Sensitivity[];
  /** When the change was made that this one undoes. */
  undoes?: Date;
  /** Row id of the link by which somebody without an account did it. */
  linkId?: string;
  /** Work that it leaves for later. */
  jobs?: JobsOfQueue;
  result: T;
}

/** Nothing needed to change: the person asked again for what already is so. */
export interface NoChange<T> {
  kind: null;
  result: T;
}

export interface ChangeRequest {
  board: WhichBoard;
  /** Row id of the person; null for the system's own clocks. */
  actorId: string | null;
  /**
   * Sent by a client that may repeat itself; a repeated one changes nothing. 100 characters at most, behind the mark
   * of what it was made for, where there is one (`request-mark.ts`): used for something else it is refused.
   */
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
  const opening = openingOf(outsideTransactions(services.orm), request, toolOf(services, request));
  const { boardId, raised, heard, ...changed } = await services.turns.take(request.board, () =>
    transact(services.orm, opening, (transaction, opened) =>
      changeLocked(services, transaction, { request, opened, change }),
    ),
  );
  if (raised) services.hints.send({ board: boardId, revision: changed.revision });
  for (const { afterwards } of heard) afterwards?.();
  return changed;
}

/**
 * `changeBoard` as part of a larger change: in the transaction of `em`, which it does not end. Whoever opened the
 * transaction sends the board's hint, and calls what was `heard` afterwards, after the commit.
 */
export async function changeBoardWithin<T>(
  services: Pick<Services, 'jobs' | 'boardListeners' | 'tool'>,
  em: Em,
  request: ChangeRequest,
  change: (board: BoardInHand) => Promise<Change<T> | NoChange<T>>,
): Promise<Omit<Made<T>, 'last'>> {
  const db = em.getKysely();
  const opened = await inOneTrip(db, openingOf(db, request, toolOf(services, request)));
  const transaction = { db, em, flush: () => em.flush() };
  const { last, ...made } = await changeLocked(services, transaction, { request, opened, change });
  await inOneTrip(db, last);
  return made;
}

/** A change that is carried out, but for the statements in `last`. */
interface Made<T> extends Changed<T> {
  boardId: string;
  raised: boolean;
  heard: readonly Heard[];
  last: CompiledQuery[];
}

async function changeLocked<T>(
  services: Pick<Services, 'jobs' | 'boardListeners' | 'tool'>,
  transaction: Transaction,
  {
    request,
    opened,
    change,
  }: {
    request: ChangeRequest;
    opened: Opened;
    change: (board: BoardInHand) => Promise<Change<T> | NoChange<T>>;
  },
): Promise<Made<T>> {
  const tool = toolOf(services, request);
  const { board, doneBefore } = takeInHand(transaction, { request, tool }, opened);
  const nothing = { boardId: board.id, raised: false, heard: [], last: [] };
  if (doneBefore) {
    const { revision, cards } = doneBefore;
    return { ...nothing, revision, cards, result: undefined };
  }
  if (board.ended && board.actor && !request.evenWhenEnded) {
    throw notAllowed('CAMPAIGN_ENDED', 'This campaign has ended. Its board can only be read.');
  }
  const outcome = await change(board);
  const { result } = outcome;
  if (outcome.kind === null) return { ...nothing, revision: board.revision, result, cards: [] };
  const { cards } = outcome;
  await transaction.flush();
  const heard: Heard[] = [];
  for (const listener of services.boardListeners)
    if (listener.changed) heard.push(await listener.changed(board, outcome));
  const revision = board.revision + 1;
  const last = [
    ...(outcome.jobs ? [await services.jobs.statement(outcome.jobs)] : []),
    ...heard.flatMap(({ last }) => last),
    appendEvent(board.db, {
      boardId: board.id,
      revision,
      kind: outcome.kind,
      actorId: request.actorId,
      cards,
      fields: outcome.fields ?? [],
      version: outcome.version ?? null,
      seenBefore: outcome.seenBefore ?? null,
      seenBeforeEach: outcome.seenBeforeEach ?? null,
      linkId: outcome.linkId ?? null,
      tokenId: tool?.id ?? null,
      requestId: request.actorId ? takeRequestId(request) : null,
      requestMark: readMark(request.requestId).mark,
    }),
  ];
  return { boardId: board.id, revision, raised: true, heard, result, cards, last };
}

interface DoneBefore {
  revision: number;
  cards: string[];
  /** Whether that was for the same; else the id is used again for something else. */
  isSame: boolean;
}

/** What the two statements of `openingOf` returned. */
type Opened = Results<ReturnType<typeof openingOf>>;

/**
 * Locks the board, and then reads it: by another statement, because each sees only what was committed before it
 * began. Joined to the lock, the campaign and the role would be as they were before we waited for it.
 */
function openingOf(db: Kysely, request: ChangeRequest, tool: TokenPass | null) {
  const { board, actorId } = request;
  const values = {
    boardId: 'id' in board ? board.id : null,
    cardId: 'ofCard' in board ? board.ofCard : null,
    actorId,
    tokenId: tool?.id ?? null,
    requestId: takeRequestId(request),
    requestMark: readMark(request.requestId).mark,
  };
  return [holdBoard(db, values), readHeld(db, values)] as const;
}

const takeRequestId = ({ requestId }: ChangeRequest) =>
  textOrNull(readMark(requestId).id, { field: 'requestId', max: 100 });

interface OpeningValues {
  boardId: string | null;
  cardId: string | null;
  actorId: string | null;
  tokenId: string | null;
  requestId: string | null;
  requestMark: string | null;
}

/** The token by which a person acts. What a clock does on the way is not the tool's. */
function toolOf({ tool }: Pick<Services, 'tool'>, { actorId }: ChangeRequest): TokenPass | null {
  return tool && tool.personId === actorId ? tool : null;
}

/**
 * Locks the board, then the actor and their token, in this order because the second half refers to the first. Whoever
 * lowers a person's rights, or takes a token back, locks that row: what they take back afterwards then includes our
 * change.
 */
const holdBoard = prepared<OpeningValues, { id: string; personId: string | null }>(
  (_db, blank) => sql`
    select board.id, person.id as "personId"
    from (select id from board where id = coalesce(${blank('boardId')}::uuid,
      (select board_id from card where id = ${blank('cardId')}::uuid)) for update) board
    left join lateral (
      select id from person where id = ${blank('actorId')}::uuid and board.id is not null for share) person on true
    left join lateral (
      select id from token where id = ${blank('tokenId')}::uuid and board.id is not null for share) token on true`,
);

/** Of changes that carry no mark nothing is known but their board. */
const isSame = (blank: Blanks<OpeningValues>) =>
  sql<boolean>`(board_id = board.id and coalesce(request_mark = ${blank('requestMark')}::text, true))`;

/** The board with its campaign and the actor, as they are now that both are held. */
const readHeld = prepared((db, blank: Blanks<OpeningValues>) =>
  db
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
      sql<Date>`clock_timestamp()`.as('now'),
      'campaign.lease_hours as leaseHours',
      'campaign.first_lease_hours as firstLeaseHours',
      'campaign.newcomer_share as newcomerShare',
      'campaign.newcomer_claim_limit as newcomerClaimLimit',
      'campaign.claim_limit as claimLimit',
      'campaign.craft_review_required as craftReviewRequired',
      sql<Actor | null>`(select json_build_object('id', person.id, 'handle', handle, 'standing', standing,
        'coordinator', coordinator, 'role', role,
        'vouched', exists (select from vouch where vouch.person_id = person.id
          and vouch.organization_id = campaign.organization_id and vouch.ended_at is null),
        'proven', ${hasFinished(sql.ref('person.id'))},
        'blocked', exists (select from campaign_block where campaign_id = campaign.id and person_id = person.id),
        'agreed', exists (select from conduct_statement where person_id = person.id
          and version = ${CONDUCT_VERSION})) from person left join membership
        on person_id = person.id and membership.organization_id = campaign.organization_id
        where person.id = ${blank('actorId')}::uuid)`.as('actor'),
      sql<Pick<Card, 'status' | 'sensitivity'> | null>`(select json_build_object('status', status,
        'sensitivity', card.sensitivity) from card where card.id = ${blank('cardId')}::uuid)`.as('card'),
      sql<boolean>`exists (select from token where id = ${blank('tokenId')}::uuid and ${tokenRuns})`.as(
        'tokenRuns',
      ),
      sql<DoneBefore | null>`(select json_build_object('revision', event.revision, 'cards', cards,
          'isSame', ${isSame(blank)}) from board_event event
        where actor_id = ${blank('actorId')}::uuid and request_id = ${blank('requestId')}
          and token is not distinct from ${blank('tokenId')}::uuid
          and at > clock_timestamp() - make_interval(days => ${REQUEST_KEPT_DAYS})
          and (board_id = board.id or request_mark <> ${blank('requestMark')}::text)
        order by ${isSame(blank)} desc limit 1)`.as('doneBefore'),
    ])
    .where(
      'board.id',
      '=',
      sql<string>`coalesce(${blank('boardId')}::uuid,
        (select board_id from card where id = ${blank('cardId')}::uuid))`,
    ),
);

function takeInHand(
  transaction: Transaction,
  { request: { board: which, actorId }, tool }: { request: ChangeRequest; tool: TokenPass | null },
  [{ rows: held }, { rows: read }]: Opened,
): { board: BoardInHand; doneBefore: DoneBefore | null } {
  const missing = () => notFound('id' in which ? 'board' : 'card');
  if (!held[0] || !read[0]) throw missing();
  if (actorId && !held[0].personId) throw notSignedIn();
  const { actor: person, tokenRuns: runs, card, doneBefore, ...row } = read[0];
  if (tool && !runs) throw tokenNotValid();
  // What coordinators of the programme may do, nobody does by a tool.
  const actor = tool && person ? { ...person, coordinator: false } : person;
  const level = tool && !readsMoreOf(tool, row.campaignId) ? Sensitivity.PUBLIC : levelOf(actor);
  // Before everything else that may be wrong: no refusal tells that there is something one may not read.
  const readable = mayReadAt(level, row.campaignSensitivity) && (!card || mayReadCard(level, card));
  if (actor && !readable) throw missing();
  if (actor?.standing === 'SUSPENDED') throw suspended();
  if (actor?.blocked) throw blocked();
  if (tool && !isWithin(tool, row.campaignId))
    throw notAllowed('TOKEN_ELSEWHERE', 'This token was made for other campaigns.');
  if (doneBefore && !doneBefore.isSame) throw reused();
  const board: BoardInHand = {
    ...row,
    db: transaction.db,
    get em() {
      return transaction.em;
    },
    actor,
    card: async (cardId) => {
      const card = await findCard(transaction, { cardId, boardId: row.id });
      if (!card || !mayReadCard(level, card)) throw notFound('card');
      return card;
    },
  };
  return { board, doneBefore };
}

const reused = () =>
  new InvalidInput(
    'requestId',
    'REUSED',
    'This requestId was used for something else before. Take a new one for each request.',
  );

interface EventValues extends Pick<Change<unknown>, 'kind' | 'cards'> {
  boardId: string;
  revision: number;
  actorId: string | null;
  tokenId: string | null;
  requestId: string | null;
  requestMark: string | null;
  fields: string[];
  version: number | null;
  seenBefore: Sensitivity | null;
  seenBeforeEach: Sensitivity[] | null;
  linkId: string | null;
}

const RISING = Object.values(Sensitivity);

/**
 * Raises the revision and writes the event in one statement; the row lock makes revisions gap-free. It counts who saw
 * nothing of it, before or after: what is told outside must not count what happened in secret.
 */
const appendEvent = prepared<EventValues, unknown>(
  (_db, blank) => sql`
    with seen as (
      select least(array_position(${RISING}::text[], ${blank('seenBefore')}::text),
        (select min(array_position(${RISING}::text[], level)) from unnest(${blank('seenBeforeEach')}::text[]) level),
        greatest(array_position(${RISING}::text[], campaign.sensitivity),
          case when ${blank('kind')}::text = 'CAMPAIGN_UPDATED' then 1 else (
            select coalesce(min(case when status in ('DRAFT', 'CANCELLED') then 3
              else array_position(${RISING}::text[], sensitivity) end), 3)
            from card where id = any(${blank('cards')}::uuid[])) end)) as by
      from board join campaign on campaign.id = board.campaign_id where board.id = ${blank('boardId')}),
    head as (
      update board set revision = ${blank('revision')},
        hidden_from_vetted = hidden_from_vetted + (select (by > 2)::int from seen),
        hidden_from_public = hidden_from_public + (select (by > 1)::int from seen)
      where id = ${blank('boardId')})
    insert into board_event (board_id, revision, kind, at, actor_id, cards, fields, version, seen_before, seen_before_each,
      approval_link, token, request_id, request_mark)
    values (${blank('boardId')}, ${blank('revision')}, ${blank('kind')}, clock_timestamp(), ${blank('actorId')},
      ${blank('cards')}, ${blank('fields')}, ${blank('version')}, ${blank('seenBefore')},
      ${blank('seenBeforeEach')}, ${blank('linkId')}, ${blank('tokenId')}, ${blank('requestId')}, ${blank('requestMark')})`,
);
