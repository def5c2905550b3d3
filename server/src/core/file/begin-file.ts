import { sql } from 'kysely';
import type { Em, Kysely } from '../../platform/db/orm.ts';
import {
  InvalidInput,
  notAllowed,
  notFound,
  suspended,
  tokenNotValid,
} from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { isWithin, readsMoreOf, type TokenPass } from '../access/token-scope.ts';
import { loadRights, loadTokenViewers, readerOf } from '../access/viewer.ts';
import { inHandsOf } from '../board/hands.ts';
import { readableBy } from '../board/read-cards.ts';
import { mayManageCampaign } from '../campaign/campaign-rights.ts';
import {
  type Declared,
  holdSender,
  holdSums,
  insertFile,
  requireRoom,
  type Sums,
  takeDeclared,
} from './declared-file.ts';
import type { FileUse } from './file.entity.ts';

/** Files of one hand-in, of one card, and of one person that are not handed in yet. */
export const MOST_FILES = 12;

/**
 * Makes room for a file that is about to be sent, and returns its row id. For work one holds the card; on a card itself
 * one is its organizer. By a tool as its person, but for what coordinators have, and on what its token reads. What is
 * declared counts from here on: limits hold for many that begin at once.
 */
export async function beginFile(
  services: Services,
  personId: string,
  input: Declared & { cardId: string; use: Exclude<FileUse, 'EVENT'> },
  tool: TokenPass | null = null,
): Promise<string> {
  const { storageLimits } = services.config;
  const declared = takeDeclared(input, storageLimits);
  const { use, cardId } = input;
  return services.orm.em.fork().transactional(async (em) => {
    const db = em.getKysely();
    const card = await cardForFile(db, personId, cardId);
    if (tool) await holdToken(em, tool);
    const person = await loadRights(em, personId);
    if (!person || person.standing === 'SUSPENDED') throw suspended();
    const rights = tool ? { ...person, coordinator: false } : person;
    const readsPublicAlone = tool !== null && !readsMoreOf(tool, card.campaignId);
    const reader = readerOf(readsPublicAlone ? null : rights);
    const { rows: seen } = await sql`select 1 from card join board on board.id = card.board_id
      join campaign on campaign.id = board.campaign_id where card.id = ${cardId}
      and (${readableBy(reader)} or (${!readsPublicAlone} and ${inHandsOf(personId)}))`.execute(db);
    if (!seen[0]) throw notFound('card');
    if (tool && !isWithin(tool, card.campaignId))
      throw notAllowed('TOKEN_ELSEWHERE', 'This token was made for other campaigns.');
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
    const sums = sumsOf({ personId, cardId, use, campaignId: card.campaignId });
    await requireRoom(db, { personId, bytes: declared.bytes, sums }, storageLimits);
    return insertFile(db, { ...declared, cardId, personId, use });
  });
}

/** Whoever takes a token back waits for what is just done by it. */
async function holdToken(em: Em, { id }: TokenPass): Promise<void> {
  await sql`select from token where id = ${id} for share`.execute(em.getKysely());
  const [runs] = await loadTokenViewers(em, [id]);
  if (!runs) throw tokenNotValid();
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
  await holdSender(db, personId);
  const { rows } = await sql<CardForFile>`
    select campaign.id as "campaignId", campaign.organization_id as "organizationId", 
      ${inHandsOf(personId)} is true as "isTheirs",
      card.status, campaign.ended_at is not null as ended
    from card join board on board.id = card.board_id join campaign on campaign.id = board.campaign_id
    where card.id = ${cardId} for key share of card`.execute(db);
  const [card] = rows;
  if (!card) throw notFound('card');
  await holdSums(db, card.campaignId);
  return card;
}

function sumsOf(asked: { personId: string; cardId: string; campaignId: string; use: FileUse }): Sums {
  const { personId, cardId, campaignId, use } = asked;
  return {
    here: sql`(select count(*)::int from file where card_id = ${cardId} and use = ${use} and state <> 'REFUSED'
      and (${use} = 'CARD' or (person_id = ${personId} and attached_at is null)))`,
    most: MOST_FILES,
    bytesOfAll: sql`(select coalesce(sum(bytes), 0) from file join card on card.id = file.card_id
      join board on board.id = card.board_id
      where board.campaign_id = ${campaignId} and file.state <> 'REFUSED')`,
    full: (limit) =>
      new InvalidInput(
        'campaign',
        'TOO_MANY',
        `This campaign has used its ${limit} MB for files. Put this one elsewhere, and add a link to it.`,
        { limit },
      ),
  };
}
