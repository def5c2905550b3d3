import type { BoardFact, Heard } from '../../core/board/board-listener.ts';
import type { Services } from '../../platform/services.ts';
import { type RawBuilder, sql } from 'kysely';
import type { BoardEventKind } from '../../core/board/board.entity.ts';
import type { BoardInHand } from '../../core/board/board-in-hand.ts';
import { levelOf } from '../../core/board/board.policy.ts';
import { mayReviewCraft } from '../../core/campaign/campaign-rights.ts';
import { hands } from '../../core/board/hands.ts';
import { type CardOnBoard, mayReadCard } from '../../core/board/read-cards.ts';
import { mayReadAt } from '../../core/access/sensitivity.ts';
import type { Role } from '../../core/access/role.ts';
import type { Standing } from '../../core/access/standing.ts';
import type { NotificationKind } from './notification.entity.ts';
import { hintNotices, type Notice, noticeStatements, untoldStatements } from './notify.ts';

/** Somebody a change may concern, and why. */
type Concern =
  /** Who holds the card, or handed it in: one, or two together. */
  | 'holder'
  /** Whose claim was the last to end: one, or two at once. */
  | 'formerHolder'
  /** Organizers of the local. */
  | 'organizers'
  /** Organizers and approvers of the local. */
  | 'local'
  /** Who said something about the card. */
  | 'commenters'
  /** Whom the last comment names by their handle, of those who have to do with the board. */
  | 'named'
  /** Coordinators, and people of standing who know the craft and worked on this campaign. */
  | 'craftReviewers';

interface Telling {
  whom: readonly Concern[];
  of: NotificationKind;
}

/** Where one of two holds the card no more: who goes on, and who was taken off it. */
const ONE_LESS: readonly Telling[] = [
  { whom: ['holder'], of: 'PARTNER_LEFT' },
  { whom: ['formerHolder'], of: 'CARD_TAKEN_BACK' },
];
/** The other one of two who handed in. */
const OTHER_OF_TWO: Telling = { whom: ['holder'], of: 'PARTNER_HANDED_IN' };

/** Who is told of which change. A kind that is not here tells nobody, and costs nothing. */
const TELLING: Partial<Record<BoardEventKind, Telling | readonly Telling[]>> = {
  CARD_JOINED: { whom: ['holder'], of: 'PARTNER_JOINED' },
  CARD_LEFT: ONE_LESS,
  CLAIM_EXPIRING: { whom: ['holder'], of: 'LEASE_EXPIRING' },
  CLAIM_EXPIRED: { whom: ['formerHolder'], of: 'LEASE_EXPIRED' },
  // Of many cards some may stay with who holds them too.
  CARD_TAKEN_BACK: ONE_LESS,
  CARD_BLOCKED: { whom: ['local'], of: 'VOLUNTEER_WAITS' },
  CARD_UNBLOCKED: { whom: ['holder'], of: 'LOCAL_ANSWERED' },
  CARD_HANDED_IN: [{ whom: ['craftReviewers'], of: 'CRAFT_WAITS' }, OTHER_OF_TWO],
  CRAFT_REVIEW_PASSED: { whom: ['local'], of: 'WORK_WAITS' },
  CHANGES_REQUESTED: { whom: ['holder'], of: 'CHANGES_REQUESTED' },
  CARD_APPROVED: { whom: ['holder'], of: 'APPROVED' },
  LOOK_ASKED: { whom: ['craftReviewers'], of: 'LOOK_ASKED' },
  COMMENT_ADDED: { whom: ['named', 'holder', 'commenters', 'organizers'], of: 'COMMENTED' },
};

/** What a holder need not know any more when they have the card no longer, or its work is in. */
const HOLDING: readonly NotificationKind[] = [
  'LEASE_EXPIRING',
  'LOOK_ASKED',
  'CHANGES_REQUESTED',
  'VOLUNTEER_WAITS',
  'LOCAL_ANSWERED',
  'BRIEF_CHANGED',
  'PARTNER_JOINED',
];
/** Of those, what concerns a holder alone, while another goes on. */
const HELD: readonly NotificationKind[] = [
  'LEASE_EXPIRING',
  'CHANGES_REQUESTED',
  'LOCAL_ANSWERED',
  'PARTNER_JOINED',
];
const REVIEWING: readonly NotificationKind[] = ['CRAFT_WAITS', 'WORK_WAITS'];

/** What a change settles: nobody who has not read it has to be told any more. A kind that is not here costs nothing. */
const SETTLING: Partial<Record<BoardEventKind, readonly NotificationKind[]>> = {
  CLAIM_CONFIRMED: ['LEASE_EXPIRING'],
  CLAIM_EXTENDED: ['LEASE_EXPIRING'],
  CLAIM_EXPIRED: HOLDING,
  CARD_HANDED_BACK: HOLDING,
  CARD_LEFT: HELD,
  CARD_TAKEN_BACK: HOLDING,
  CARD_UNBLOCKED: ['VOLUNTEER_WAITS'],
  BRIEF_CONFIRMED: ['BRIEF_CHANGED'],
  CARD_HANDED_IN: HOLDING,
  HAND_IN_WITHDRAWN: REVIEWING,
  CRAFT_REVIEW_PASSED: ['CRAFT_WAITS'],
  CHANGES_REQUESTED: REVIEWING,
  CARD_APPROVED: REVIEWING,
  CARD_CANCELLED: [...HOLDING, ...REVIEWING],
};

/** What a change settles is read, and whom it concerns is told, in its transaction; open pages hear after it. */
export async function hearChange(services: Services, board: BoardInHand, fact: BoardFact): Promise<Heard> {
  const settled = await settleNotices(board, fact);
  const waiting = await unsettleNotices(board, fact);
  const told = await noticesOfChange(board, fact);
  return {
    last: [
      ...(await noticeStatements(services, board.db, told)),
      ...(await untoldStatements(services, waiting)),
    ],
    afterwards: () => hintNotices(services, [...settled, ...waiting, ...told]),
  };
}

/** Marks what a change settled as read, in its transaction. Returns the people whose count it changed. */
async function settleNotices(
  board: BoardInHand,
  { kind, cards }: BoardFact,
): Promise<{ personId: string }[]> {
  const settled = SETTLING[kind];
  if (!settled || cards.length === 0) return [];
  // What is still held waits for who holds it as before.
  const isOver =
    kind === 'CARD_LEFT' || kind === 'CARD_TAKEN_BACK'
      ? sql`(card.status <> 'CLAIMED' or (notification.kind = any(${HELD}::text[])
          and notification.person_id is distinct from card.holder_id))`
      : sql`true`;
  // In the order of ids, as whoever marks their own as read: neither waits for the other for good.
  const { rows } = await sql<{ personId: string }>`update notification set read_at = ${board.now}
    where id in (select notification.id from notification join card on card.id = notification.card_id
      where card_id = any(${cards}::uuid[]) and kind = any(${settled}::text[]) and read_at is null and ${isOver}
      order by notification.id for update of notification)
    returning person_id as "personId"`.execute(board.db);
  return rows;
}

/**
 * What a change settled that is undone now waits again: by the moment at which it did, nobody read it themselves.
 * Returns whose it is.
 */
async function unsettleNotices(
  board: BoardInHand,
  { kind, cards, undoes }: BoardFact,
): Promise<{ personId: string }[]> {
  if (!undoes || kind !== 'CARD_CANCEL_UNDONE') return [];
  const { rows } = await sql<{ personId: string }>`update notification set read_at = null
    where id in (select id from notification where card_id = any(${cards}::uuid[]) and read_at = ${undoes}
      order by id for update)
    returning person_id as "personId"`.execute(board.db);
  return rows;
}

/** Where no craft review is asked for, work waits for the local at once. */
const HANDED_IN_TO_THE_LOCAL: readonly Telling[] = [{ whom: ['local'], of: 'WORK_WAITS' }, OTHER_OF_TWO];

/** People that one comment names at most. */
const MOST_NAMED = 5;

/** People that one change tells at most: a comment thread must not become a mailing list. */
const MOST_PEOPLE = 50;

interface Person {
  standing: Standing;
  coordinator: boolean;
  role: Role | null;
  vouched: boolean;
  /** The local does not want them on this campaign. */
  blocked: boolean;
}

type OfCard = Pick<CardOnBoard, 'status' | 'sensitivity'>;

interface Candidate extends Person {
  id: string;
  concern: Concern;
}

/**
 * Whom a change of a board has to be told to, in its transaction: one query for each card of a kind in the table above,
 * one for all that are edited or move with T-0, none for any other. Never the actor, never somebody who may not read the card.
 */
async function noticesOfChange(board: BoardInHand, change: BoardFact): Promise<Notice[]> {
  const toLocal = change.kind === 'CARD_HANDED_IN' && !board.craftReviewRequired;
  const telling = toLocal ? HANDED_IN_TO_THE_LOCAL : TELLING[change.kind];
  if (change.kind === 'CARD_UPDATED') return askHolders(board, sql`card.id = any(${change.cards}::uuid[])`);
  if (change.kind === 'CAMPAIGN_UPDATED' && change.fields?.includes('startsAt'))
    return askHolders(board, dueFromStart(board));
  if (!telling) return [];
  const notices: Notice[] = [];
  for (const cardId of change.cards) notices.push(...(await noticesOfCard(board, cardId, [telling].flat())));
  return notices;
}

/** Who holds a card that asks for something else than they know, unless an unread notice says so. Many are edited at once. */
async function askHolders(board: BoardInHand, which: RawBuilder<unknown>): Promise<Notice[]> {
  const { rows } = await sql<Person & OfCard & { id: string; cardId: string }>`
    select card.id as "cardId", card.status, card.sensitivity, person.id, standing, coordinator, membership.role,
      ${isBlocked(board)} as blocked, ${isVouched(board)} as vouched
    from card join person on person.id in (card.holder_id, card.partner_id) and person.erased_at is null
    left join membership on membership.person_id = person.id
      and membership.organization_id = ${board.organizationId}
    where ${which} and card.brief_before is not null and not exists (
      select from notification notice where notice.card_id = card.id and notice.person_id = person.id
        and notice.kind = 'BRIEF_CHANGED' and notice.read_at is null)`.execute(board.db);
  return rows
    .filter((holder) => holder.id !== board.actor?.id && mayBeTold(board, holder, holder))
    .map(({ id, cardId }) => ({
      personId: id,
      kind: 'BRIEF_CHANGED',
      cardId,
      campaignId: board.campaignId,
    }));
}

/** Cards that are due so long after T-0, unless it is hidden: then nobody is told that it moved. */
const dueFromStart = ({ id, campaignId }: BoardInHand) => sql`card.board_id = ${id}
  and card.due_at is null and card.due_offset_hours is not null
  and exists (select from campaign where campaign.id = ${campaignId} and not campaign.start_hidden)`;

const isVouched = ({ organizationId }: BoardInHand) => sql`exists (select from vouch
  where vouch.person_id = person.id and vouch.organization_id = ${organizationId} and vouch.ended_at is null)`;

const isBlocked = ({ campaignId }: BoardInHand) => sql`exists (select from campaign_block block
  where block.person_id = person.id and block.campaign_id = ${campaignId})`;

/** Whom something is told of a card: they may read it, and are not on hold. */
function mayBeTold(board: BoardInHand, person: Person, card: OfCard): boolean {
  const level = levelOf(person);
  return (
    person.standing !== 'SUSPENDED' && mayReadAt(level, board.campaignSensitivity) && mayReadCard(level, card)
  );
}

async function noticesOfCard(
  board: BoardInHand,
  cardId: string,
  tellings: readonly Telling[],
): Promise<Notice[]> {
  const { card, people } = await readConcerned(
    board,
    cardId,
    tellings.flatMap(({ whom }) => whom),
  );
  if (!card) return [];
  return tellings.flatMap(({ whom, of }) => {
    const concerned = people.filter(({ concern }) => whom.includes(concern));
    return toldOf(board, card, concerned, of).map((personId) => ({
      personId,
      kind: of,
      cardId,
      campaignId: board.campaignId,
    }));
  });
}

type CardOfNotice = Pick<CardOnBoard, 'status' | 'sensitivity' | 'holderId' | 'partnerId'>;

function toldOf(
  board: BoardInHand,
  card: CardOfNotice,
  people: readonly Candidate[],
  of: NotificationKind,
): string[] {
  const told = people
    .filter((person) => person.id !== board.actor?.id && mayBeTold(board, person, card))
    .filter((person) => person.concern !== 'craftReviewers' || mayReviewCraft(person))
    // Nobody is asked for the yes to their own work.
    .filter(({ id }) => of !== 'WORK_WAITS' || (id !== card.holderId && id !== card.partnerId))
    .map(({ id }) => id);
  return [...new Set(told)].slice(0, MOST_PEOPLE);
}

async function readConcerned(board: BoardInHand, cardId: string, whom: readonly Concern[]) {
  const vouched = isVouched(board);
  const sources = {
    holder: sql`select hand.person_id as id, 'holder' as concern from the_card card cross join ${hands}`,
    formerHolder: sql`select person_id as id, 'formerHolder' as concern from claim where card_id = ${cardId}
      and ended_at = (select max(ended_at) from claim where card_id = ${cardId})`,
    organizers: sql`select person_id as id, 'organizers' as concern from membership
      where organization_id = ${board.organizationId} and role = 'ORGANIZER'`,
    local: sql`select person_id as id, 'local' as concern from membership
      where organization_id = ${board.organizationId} and role in ('ORGANIZER', 'APPROVER')`,
    commenters: sql`select distinct person_id as id, 'commenters' as concern from comment where card_id = ${cardId}`,
    // Nobody calls people of other fights: of this one are the team, and who held a card here or said something.
    named: sql`select person.id, 'named' as concern from person, lateral (
        select array(select lower(name[1]) from regexp_matches(text, '@([[:alnum:]][[:alnum:]._-]*[[:alnum:]])', 'g')
          as name limit ${MOST_NAMED}) as names from comment where card_id = ${cardId} order by id desc limit 1) last
      where lower(person.handle) = any(last.names) and (coordinator
        or person.id in (select person_id from membership where organization_id = ${board.organizationId})
        or person.id in (select claim.person_id from claim join card on card.id = claim.card_id
          where card.board_id = ${board.id})
        or person.id in (select comment.person_id from comment join card on card.id = comment.card_id
          where card.board_id = ${board.id}))`,
    // Whoever made the work looks at it least of all.
    craftReviewers: sql`select person.id, 'craftReviewers' as concern from person, the_card
      where person.id is distinct from the_card.holder_id and person.id is distinct from the_card.partner_id
        and (coordinator or ((standing in ('VETTED', 'LEAD') or ${vouched})
        and the_card.skill = any(skills) and person.id in (select claim.person_id from claim
          join card on card.id = claim.card_id where card.board_id = ${board.id})))`,
  };
  const concerned = sql.join(
    whom.map((concern) => sources[concern]),
    sql` union all `,
  );
  const { rows } = await sql<Candidate & CardOfNotice>`
    with the_card as (select holder_id, partner_id, skill, status, sensitivity from card where id = ${cardId}),
      concerned as (${concerned})
    select person.id, standing, coordinator, membership.role, concern, the_card.status, the_card.sensitivity,
      the_card.holder_id as "holderId", the_card.partner_id as "partnerId",
      ${isBlocked(board)} as blocked, ${vouched} as vouched
    from concerned join person on person.id = concerned.id and person.erased_at is null cross join the_card
    left join membership on membership.person_id = person.id
      and membership.organization_id = ${board.organizationId}
    limit 500`.execute(board.db);
  return { card: rows[0], people: rows };
}
