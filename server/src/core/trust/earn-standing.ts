import { type RawBuilder, sql } from 'kysely';
import { inOneTrip } from '../../platform/db/one-trip.ts';
import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';
import { inHandsOf } from '../board/hands.ts';
import { recordStanding } from './record-standing.ts';

/** Pieces of work that turn NEW into VETTED. */
export const CARDS_TO_BE_VETTED = 2;

/**
 * Raises a NEW person to VETTED once enough of their work was approved by a local, with the card that made it
 * enough as the reason. Runs in the transaction of the approval. Returns whether it raised.
 */
export async function earnStanding(
  services: Pick<Services, 'word'>,
  em: Em,
  { personId, cardId }: { personId: string; cardId: string },
): Promise<boolean> {
  return raise(services, em, personId, cardId);
}

/** A practice that was well done at a training of an organization. Everybody by row id. */
export interface Practised {
  personId: string;
  organizationId: string;
  /** Who said so. */
  byId: string;
}

/**
 * Writes down that somebody finished a practice where they were checked in, and raises them if that makes it enough.
 * One counts for each organization, the first; whether this is one that counts is asked before. Runs in the
 * transaction of the answer. Returns whether it is the first there, and whether it raised.
 */
export async function earnByPractice(
  services: Pick<Services, 'word'>,
  em: Em,
  { personId, organizationId, byId }: Practised,
): Promise<{ counted: boolean; raised: boolean }> {
  const { numAffectedRows } = await sql`insert into practice_piece (person_id, organization_id, by_id)
    values (${personId}, ${organizationId}, ${byId}) on conflict do nothing`.execute(em.getKysely());
  const counted = numAffectedRows === 1n;
  return { counted, raised: counted && (await raise(services, em, personId, null)) };
}

/**
 * Whether one approved card and one practice are two pieces that two different locals stand behind. One practice is one
 * piece at most, and never the only sort: the card is of another organization than the one that held the training, and
 * whoever said that the practice is well done decided nothing about the card. So nobody is vetted by practice alone,
 * nor by one trainer, whatever handles they have in their own organization.
 */
const cardBesidePractice = (personId: string): RawBuilder<boolean> => sql<boolean>`exists (
  select from practice_piece piece join card on ${inHandsOf(personId)} and card.status = 'DONE'
    join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
  where piece.person_id = ${personId} and campaign.organization_id <> piece.organization_id
    and (piece.by_id is null or not exists (select from hand_in where hand_in.card_id = card.id
      and hand_in.outcome = 'APPROVED'
      and piece.by_id in (hand_in.reviewer_id, hand_in.craft_reviewer_id, hand_in.link_made_by_id))))`;

async function raise(
  services: Pick<Services, 'word'>,
  em: Em,
  personId: string,
  cardId: string | null,
): Promise<boolean> {
  const db = em.getKysely();
  const [, { rows }] = await inOneTrip(db, [
    // A card and a practice that are answered at one moment: whoever comes second sees both.
    sql`select from person where id = ${personId} for no key update`.compile(db),
    sql<{ byCards: boolean }>`update person set standing = 'VETTED' from (
        select (select count(*) from card where ${inHandsOf(personId)} and status = 'DONE') >= ${CARDS_TO_BE_VETTED} as cards
      ) enough where person.id = ${personId} and standing = 'NEW' and (cards or ${cardBesidePractice(personId)})
      returning cards as "byCards"`.compile(db),
  ]);
  if (!rows[0]) return false;
  const reason = rows[0].byCards ? 'WORK_APPROVED' : 'PRACTISED';
  await recordStanding(services, em, { personId, before: 'NEW', after: 'VETTED', reason, cardId });
  return true;
}
