import { sql } from 'kysely';
import type { Em, Kysely } from '../db/orm.ts';
import { plainText } from '../input/text.ts';
import { hashOfLinkSecret } from '../person/secret.ts';
import { ApprovalLinkInvalid, notAllowed, Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { BoardInHand } from './board-in-hand.ts';
import type { Card, Link } from './card.entity.ts';
import { type Change, changeBoard, type Changed } from './change-board.ts';
import { craftIsGood, sayYes, sendBack, tellPromoted } from './review-card.ts';

/** What a link shows of the work it asks about. */
export interface ApprovalRequest {
  label: string;
  organizationName: string;
  campaignTitle: string;
  timeZone: string;
  cardTitle: string;
  deliverable: string;
  caution: string | null;
  author: string;
  note: string;
  links: Link[];
  waitingSince: Date;
  expiresAt: Date;
}

interface ByLink {
  token: string;
  /** Row id of whoever is signed in where the link was opened; null for nobody. */
  viewerId: string | null;
}

/**
 * The work behind a link. That it was opened is kept, and burns nothing: it may be opened any number of times.
 * Refuses a link that is wrong, has run out, was revoked, or whose work was decided on.
 */
export async function openApprovalLink(em: Em, token: string): Promise<ApprovalRequest> {
  const db = em.getKysely();
  const { id } = await findLink(db, token);
  await sql`update approval_link set first_opened_at = clock_timestamp()
    where id = ${id} and first_opened_at is null`.execute(db);
  const { rows } = await sql<ApprovalRequest>`
    select link.label, organization.name as "organizationName", campaign.title as "campaignTitle",
      campaign.time_zone as "timeZone", card.title as "cardTitle", card.deliverable, card.caution,
      person.handle as author, hand_in.note, hand_in.links,
      coalesce(card.waiting_since, hand_in.at) as "waitingSince", link.expires_at as "expiresAt"
    from approval_link link join card on card.id = link.card_id
    join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
    join organization on organization.id = campaign.organization_id
    join hand_in on hand_in.card_id = card.id and hand_in.outcome = 'PENDING'
    join person on person.id = hand_in.person_id
    where link.id = ${id}`.execute(db);
  const [request] = rows;
  if (!request) throw new ApprovalLinkInvalid('DECIDED');
  return request;
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
  { token, viewerId }: ByLink,
  decide: (board: BoardInHand, card: Card, link: { linkId: string; label: string }) => Promise<Change<T>>,
): Promise<Changed<T>> {
  const { cardId } = await findLink(services.orm.em.fork().getKysely(), token);
  return changeBoard(services, { board: { ofCard: cardId }, actorId: null }, async (board) => {
    const { id: linkId, label } = await findLink(board.db, token);
    const card = await board.card(cardId);
    if (board.ended) throw notAllowed('This campaign has ended. Its board can only be read.');
    if (!craftIsGood(board, card)) throw new ApprovalLinkInvalid('REVOKED');
    if (viewerId !== null && card.holder === viewerId) {
      throw new Refusal('OWN_WORK', 'This is your own work. Somebody else has to look at it.');
    }
    return decide(board, card, { linkId, label });
  });
}

interface FoundLink {
  id: string;
  cardId: string;
  label: string;
}

/** The link of a token, if it still asks for something. */
async function findLink(db: Kysely, token: string): Promise<FoundLink> {
  const { rows } = await sql<
    FoundLink & { used: boolean; revoked: boolean; expired: boolean; waits: boolean }
  >`
    select link.id, link.card_id as "cardId", link.label, link.used_at is not null as used,
      link.revoked_at is not null as revoked, link.expires_at <= clock_timestamp() as expired,
      card.status = 'IN_REVIEW' as waits
    from approval_link link join card on card.id = link.card_id
    where link.token_hash = ${hashOfLinkSecret(token)}`.execute(db);
  const [link] = rows;
  if (!link) throw new ApprovalLinkInvalid('WRONG');
  if (link.used || !link.waits) throw new ApprovalLinkInvalid('DECIDED');
  if (link.revoked) throw new ApprovalLinkInvalid('REVOKED');
  if (link.expired) throw new ApprovalLinkInvalid('EXPIRED');
  return link;
}
