import { sql } from 'kysely';
import type { Kysely } from '../../platform/db/orm.ts';
import { timelessId } from '../../platform/db/timeless-id.ts';
import { plainText } from '../../platform/input/text.ts';
import { InvalidInput, notAllowed, notFound, Refusal, suspended } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { MEGABYTE } from '../../platform/storage/storage-limits.ts';
import { loadRights, readerOf } from '../access/viewer.ts';
import { inHandsOf } from '../board/hands.ts';
import { readableBy } from '../board/read-cards.ts';
import { mayManageCampaign } from '../campaign/campaign-rights.ts';
import type { FileUse } from './file.entity.ts';
import { mostBytes, plainType, takenType } from './file-kinds.ts';

/** Files of one hand-in, of one card, and of one person that are not handed in yet. */
export const MOST_FILES = 12;
const MAX_NAME = 120;

/**
 * Makes room for a file that is about to be sent, and returns its row id. For work one holds the card; on a card itself
 * one is its organizer. What is declared counts from here on: limits hold for many that begin at once.
 */
export async function beginFile(
  services: Services,
  personId: string,
  input: { cardId: string; use: FileUse; name: string; mediaType: string; bytes: number },
): Promise<string> {
  const { storageLimits } = services.config;
  const mediaType = plainType(input.mediaType);
  const type = takenType(mediaType);
  if (!type) {
    throw new InvalidInput('type', 'UNKNOWN', 'We take JPEG, PNG, WebP, PDF, DOCX, ODT, MP4 and MOV.');
  }
  // Slashes would be folders wherever it is saved.
  const name = plainText(input.name.replace(/[/\\]/g, '-'), { field: 'name', max: MAX_NAME });
  const most = mostBytes(type.kind, storageLimits.largest * MEGABYTE);
  const limit = Math.floor(most / MEGABYTE);
  if (!Number.isInteger(input.bytes) || input.bytes < 1) {
    throw new InvalidInput('bytes', 'EMPTY', 'There is nothing in this file.');
  }
  if (input.bytes > most) {
    throw new InvalidInput('bytes', 'TOO_LONG', `This file is too large: ${limit} MB at most.`, { limit });
  }
  const { bytes, use, cardId } = input;
  return services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const card = await cardForFile(db, personId, cardId);
    const rights = await loadRights(em, personId);
    if (!rights || rights.standing === 'SUSPENDED') throw suspended();
    const { rows: seen } = await sql`select 1 from card join board on board.id = card.board_id
      join campaign on campaign.id = board.campaign_id where card.id = ${cardId}
      and (${readableBy(readerOf(rights))} or ${inHandsOf(personId)})`.execute(db);
    if (!seen[0]) throw notFound('card');
    if (card.ended)
      throw notAllowed('CAMPAIGN_ENDED', 'This campaign has ended. Its board can only be read.');
    if (rights.blocks.has(card.campaignId)) throw notFound('card');
    if (use === 'WORK' && (!card.isTheirs || card.status !== 'CLAIMED'))
      throw notAllowed(
        'NOT_HELD',
        'You do not hold this card any more, so nothing can be added to its work.',
      );
    if (use === 'CARD' && !mayManageCampaign(rights, card))
      throw notAllowed('ORGANIZERS_ONLY', 'Only organizers of this local can do this.');
    if (use === 'CARD' && (card.status === 'DONE' || card.status === 'CANCELLED'))
      throw notAllowed('CARD_CLOSED', 'This card is closed.');
    await requireRoom(db, { personId, cardId, use, bytes, campaignId: card.campaignId }, storageLimits);
    const id = timelessId();
    await sql`insert into file (id, card_id, person_id, use, name, media_type, bytes)
      values (${id}, ${cardId}, ${personId}, ${use}, ${name}, ${mediaType}, ${bytes})`.execute(db);
    return id;
  });
}

interface CardForFile {
  campaignId: string;
  organizationId: string;
  isTheirs: boolean;
  status: string;
  ended: boolean;
}

/** Locks the person and then the sums of the campaign, so that of many who begin at once none passes a limit. */
async function cardForFile(db: Kysely, personId: string, cardId: string): Promise<CardForFile> {
  await sql`select 1 from person where id = ${personId} for no key update`.execute(db);
  const { rows } = await sql<CardForFile>`
    select campaign.id as "campaignId", campaign.organization_id as "organizationId", 
      ${inHandsOf(personId)} is true as "isTheirs",
      card.status, campaign.ended_at is not null as ended
    from card join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
    where card.id = ${cardId} for key share of card`.execute(db);
  const [card] = rows;
  if (!card) throw notFound('card');
  await sql`select pg_advisory_xact_lock(hashtext('file'), hashtext(${card.campaignId}))`.execute(db);
  return card;
}

async function requireRoom(
  db: Kysely,
  asked: { personId: string; cardId: string; campaignId: string; use: FileUse; bytes: number },
  limits: { ofPerson: number; ofCampaign: number },
): Promise<void> {
  const { personId, cardId, campaignId, use, bytes } = asked;
  const { rows } = await sql<{ here: number; ofPerson: string; ofCampaign: string }>`
    select
      (select count(*)::int from file where card_id = ${cardId} and use = ${use} and state <> 'REFUSED'
        and (${use} = 'CARD' or (person_id = ${personId} and attached_at is null))) as here,
      (select coalesce(sum(bytes), 0) from file where person_id = ${personId} and state <> 'REFUSED'
        and (attached_at is null or started_at > clock_timestamp() - interval '1 day')) as "ofPerson",
      (select coalesce(sum(bytes), 0) from file join card on card.id = file.card_id
        join board on board.id = card.board_id
        where board.campaign_id = ${campaignId} and file.state <> 'REFUSED') as "ofCampaign"`.execute(db);
  const [sum] = rows;
  if (!sum) return;
  if (sum.here >= MOST_FILES) {
    throw new InvalidInput('files', 'TOO_MANY', `Keep it to ${MOST_FILES} files. Remove one first.`, {
      limit: MOST_FILES,
    });
  }
  if (Number(sum.ofPerson) + bytes > limits.ofPerson * MEGABYTE) {
    throw new Refusal(
      'DAY_LIMIT',
      `You have sent ${limits.ofPerson} MB within a day, which is all we take. Hand in what is there, or go on tomorrow.`,
      'FILES_TODAY',
    );
  }
  if (Number(sum.ofCampaign) + bytes > limits.ofCampaign * MEGABYTE) {
    throw new InvalidInput(
      'campaign',
      'TOO_MANY',
      `This campaign has used its ${limits.ofCampaign} MB for files. Put this one elsewhere, and add a link to it.`,
      { limit: limits.ofCampaign },
    );
  }
}
