import { sql } from 'kysely';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import { plainText } from '../../platform/input/text.ts';
import { hashOfLinkSecret } from '../access/secret.ts';
import { notAllowed } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import type { Card } from '../board/card.entity.ts';
import type { Link } from '../../platform/input/links.ts';
import { type Change, changeBoard, type Changed } from '../board/change-board.ts';
import { craftIsGood, sayYes, sendBack, tellPromoted, type UsedLink } from './review-card.ts';
import { readPending } from './pending-work.ts';
import { ApprovalLinkInvalid, otherGate, ownWork, staleWork } from './review-refusals.ts';

/** What a link shows of the work it asks about. */
export interface ApprovalRequest {
  /** Row id of the link. */
  linkId: string;
  label: string;
  organizationName: string;
  campaignTitle: string;
  timeZone: string;
  cardTitle: string;
  deliverable: string;
  caution: string | null;
  /** Of the words of the card. */
  language: string;
  /** Null for a person who left. */
  author: string | null;
  /** Who made it with the author, and did not leave. */
  partner: string | null;
  /** The hand-in that is shown: a decision names it. */
  handInId: string;
  note: string;
  links: Link[];
  waitingSince: Date;
  expiresAt: Date;
  /** The handle of who made the link, beside whom it is for; null for a person who left. */
  madeBy: string | null;
  /** Why whoever opened it cannot decide by it. */
  barred: Barred | null;
}

/** Why somebody cannot decide by a link: they, or their browser, are at another gate. */
export const Barred = { AUTHOR: 'AUTHOR', MAKER: 'MAKER', CRAFT_REVIEWER: 'CRAFT_REVIEWER' } as const;
export type Barred = keyof typeof Barred;

/** Who opens a link, as far as anything is known of them. */
export interface Opener {
  /** Row id of whoever is signed in where the link was opened; null for nobody. */
  viewerId: string | null;
  /** Whether somebody was signed in in that browser, also before. */
  wasHere?: ((personId: string) => boolean) | undefined;
}

interface ByLink extends Opener {
  token: string;
  /** The hand-in that whoever decides has read. Without it, one that was corrected since the link was made is refused. */
  handInId?: string | null | undefined;
}

/**
 * The work behind a link. That it was opened is kept, and burns nothing: it may be opened any number of times. Who is
 * barred from deciding by it sees the same, and is told so; that is no opening. Refuses a link that is wrong, has run out, was revoked, or whose work was decided on.
 */
export async function openApprovalLink(
  em: Em,
  token: string,
  opener: Opener = { viewerId: null },
): Promise<ApprovalRequest> {
  const db = em.getKysely();
  const link = await findLink(db, token);
  const { id } = link;
  const barred = barredFrom(link, opener);
  if (barred === null) {
    await sql`update approval_link set first_opened_at = clock_timestamp()
      where id = ${id} and first_opened_at is null`.execute(db);
  }
  const { rows } = await sql<Omit<ApprovalRequest, 'barred'>>`
    select link.id as "linkId", hand_in.id as "handInId", link.label, organization.name as "organizationName", campaign.title as "campaignTitle",
      campaign.time_zone as "timeZone", card.title as "cardTitle", card.deliverable, card.caution, card.language,
      case when person.erased_at is null then person.handle end as author,
      (select other.handle from person other where other.erased_at is null and other.id <> hand_in.person_id
        and other.id in (card.holder_id, card.partner_id)) as partner,
      case when maker.erased_at is null then maker.handle end as "madeBy", hand_in.note, hand_in.links,
      coalesce(card.waiting_since, hand_in.at) as "waitingSince", link.expires_at as "expiresAt"
    from approval_link link join card on card.id = link.card_id
    join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
    join organization on organization.id = campaign.organization_id
    join hand_in on hand_in.card_id = card.id and hand_in.outcome = 'PENDING'
    join person on person.id = hand_in.person_id
    join person maker on maker.id = link.created_by_id
    where link.id = ${id}`.execute(db);
  const [request] = rows;
  if (!request) throw new ApprovalLinkInvalid('DECIDED');
  return { ...request, barred };
}

/** The local says yes, by a link. One decision and no more, whoever else decides at the same moment. */
export async function approveByLink(
  services: Services,
  { thanks, ...by }: ByLink & { thanks: string },
): Promise<void> {
  const words = plainText(thanks, { field: 'thanks', max: 500, multiline: true });
  tellPromoted(
    services,
    await decideByLink(services, by, (board, card, link) =>
      sayYes(services, board, card, { by: link, thanks: words }),
    ),
  );
}

/** The local says what should be different, by a link. */
export async function requestChangesByLink(
  services: Services,
  { note, ...by }: ByLink & { note: string },
): Promise<void> {
  const words = plainText(note, { field: 'note', max: 2000, multiline: true });
  await decideByLink(services, by, (board, card, link) =>
    sendBack(services, board, card, { by: link, note: words }),
  );
}

/** Asks for the link again under the lock of its board: of two who decide at once the second finds it done. */
async function decideByLink<T>(
  services: Services,
  { token, handInId, ...opener }: ByLink,
  decide: (board: BoardInHand, card: Card, link: UsedLink) => Promise<Change<T>>,
): Promise<Changed<T>> {
  const { cardId } = await findLink(services.orm.em.fork().getKysely(), token);
  return changeBoard(services, { board: { ofCard: cardId }, actorId: null }, async (board) => {
    const link = await findLink(board.db, token);
    const card = await board.card(cardId);
    if (board.ended)
      throw notAllowed('CAMPAIGN_ENDED', 'This campaign has ended. Its board can only be read.');
    if (!craftIsGood(board, card)) throw new ApprovalLinkInvalid('REVOKED');
    const barred = barredFrom(link, opener);
    if (barred !== null) throw barred === 'AUTHOR' ? ownWork() : otherGate();
    const pending = await readPending(board, cardId);
    const isSeen = handInId == null ? pending.at <= link.createdAt : pending.id === handInId;
    if (!isSeen) throw staleWork();
    return decide(board, card, { linkId: link.id, label: link.label, madeBy: link.madeById });
  });
}

/** Two gates are two people: nobody decides who made the work or the link, or looked at the craft; nor their browser. */
function barredFrom(link: FoundLink, { viewerId, wasHere }: Opener): Barred | null {
  const isHere = (personId: string | null) =>
    personId !== null && (personId === viewerId || (wasHere?.(personId) ?? false));
  if (isHere(link.authorId) || isHere(link.partnerId)) return 'AUTHOR';
  if (isHere(link.madeById)) return 'MAKER';
  return isHere(link.craftReviewerId) ? 'CRAFT_REVIEWER' : null;
}

interface FoundLink {
  id: string;
  cardId: string;
  label: string;
  createdAt: Date;
  madeById: string;
  authorId: string | null;
  /** Who made it with them. */
  partnerId: string | null;
  /** Of the work that waits; null where nobody looked at it. */
  craftReviewerId: string | null;
}

/** The link of a token, if it still asks for something. */
async function findLink(db: Kysely, token: string): Promise<FoundLink> {
  const { rows } = await sql<
    FoundLink & { used: boolean; revoked: boolean; expired: boolean; waits: boolean; withdrawn: boolean }
  >`
    select link.id, link.card_id as "cardId", link.label, link.created_at as "createdAt",
      link.created_by_id as "madeById", card.holder_id as "authorId", card.partner_id as "partnerId", card.craft_reviewer_id as "craftReviewerId", link.used_at is not null as used,
      link.revoked_at is not null as revoked, link.expires_at <= clock_timestamp() as expired,
      card.status = 'IN_REVIEW' as waits, not coalesce((select outcome <> 'WITHDRAWN' from hand_in
        where hand_in.card_id = card.id order by at desc limit 1), true) as withdrawn
    from approval_link link join card on card.id = link.card_id
    where link.token_hash = ${hashOfLinkSecret(token)}`.execute(db);
  const [link] = rows;
  if (!link) throw new ApprovalLinkInvalid('WRONG');
  if (!link.waits && link.withdrawn) throw new ApprovalLinkInvalid('WITHDRAWN');
  if (link.used || !link.waits) throw new ApprovalLinkInvalid('DECIDED');
  if (link.revoked) throw new ApprovalLinkInvalid('REVOKED');
  if (link.expired) throw new ApprovalLinkInvalid('EXPIRED');
  return link;
}
