import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import { type Reader, readerOf, type Viewer } from '../access/viewer.ts';
import { inHandsOf } from '../board/hands.ts';
import { readableBy } from '../board/read-cards.ts';
import { ownWorkReadableBy } from '../card/list-cards.ts';
import { mayReadWork } from '../card/may-read-work.ts';
import type { File, FileProblem, FileState, FileUse, Thumbnail } from './file.entity.ts';

/** A file as it is shown, before anybody's rights are looked at. */
export interface FileRow {
  id: string;
  cardId: string;
  personId: string;
  use: FileUse;
  name: string;
  mediaType: string;
  bytes: number;
  received: number;
  state: FileState;
  problem: FileProblem | null;
  thumbnails: Thumbnail[];
  outside: boolean;
  handIn: File['handIn'];
  attachedAt: Date | null;
  startedAt: Date;
}

/** The columns of a `FileRow`, of `file`. */
export const fileColumns = sql`file.id, file.card_id as "cardId", file.person_id as "personId", file.use, file.name,
  file.media_type as "mediaType", file.bytes, file.received, file.state, file.problem, file.thumbnails, file.outside,
  file.hand_in as "handIn", file.attached_at as "attachedAt", file.started_at as "startedAt"`;

/**
 * The one rule of who reads which file, for every path to it: what is on a card is read by whoever reads the card, what
 * was handed in or left with a draft by whoever reads that card's work, and what hangs on nothing yet by whoever sent it. Null for what is
 * not there and for what may not be read.
 */
export async function readFile(em: Em, viewer: Viewer | null, fileId: string): Promise<FileRow | null> {
  const reader = readerOf(viewer);
  const viewerId = viewer && viewer.standing !== 'SUSPENDED' ? viewer.personId : null;
  const { rows } = await sql<FileRow & Place>`
    select ${fileColumns}, campaign.id as "campaignId", campaign.organization_id as "organizationId",
      card.holder_id as "holderId", card.partner_id as "partnerId", ${readableBy(reader)} as "readsCard",
      (${inHandsOf(sql`${viewerId}::uuid`)} and ${ownWorkReadableBy(reader)}) is true as "readsOwn"
    from file join card on card.id = file.card_id join board on board.id = card.board_id
      join campaign on campaign.id = board.campaign_id
    where file.id = ${fileId}`.execute(em.getKysely());
  const [file] = rows;
  return file && mayReadFile(reader, viewerId, file) ? file : null;
}

interface Place {
  campaignId: string;
  organizationId: string;
  holderId: string | null;
  partnerId: string | null;
  readsCard: boolean;
  readsOwn: boolean;
}

function mayReadFile(reader: Reader, viewerId: string | null, file: FileRow & Place): boolean {
  if (file.attachedAt === null) return viewerId !== null && viewerId === file.personId;
  if (!file.readsCard && !file.readsOwn) return false;
  if (file.use === 'CARD') return true;
  return mayReadWork(reader, viewerId === null ? null : { personId: viewerId }, file);
}

/** What hangs on a card, in a hand-in, or on nothing yet, many at once and each list oldest first. */
export async function filesOfCards(em: Em, cardIds: readonly string[]): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`select ${fileColumns} from file
    where card_id = any(${cardIds}::uuid[]) and use = 'CARD' and attached_at is not null
    order by attached_at, id`.execute(em.getKysely());
  return rows;
}

export async function filesOfHandIns(em: Em, handInIds: readonly string[]): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`select ${fileColumns} from file
    where hand_in = any(${handInIds}::uuid[]) order by started_at, id`.execute(em.getKysely());
  return rows;
}

/** What earlier holders left on cards with their drafts. */
export async function filesLeftOn(em: Em, cardIds: readonly string[]): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`select ${fileColumns} from file
    where card_id = any(${cardIds}::uuid[]) and use = 'WORK' and hand_in is null and attached_at is not null
    order by started_at, id`.execute(em.getKysely());
  return rows;
}

/** What somebody sent for cards and what hangs on nothing yet: theirs alone. */
export async function uploadsOf(em: Em, personId: string, cardIds: readonly string[]): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`select ${fileColumns} from file
    where card_id = any(${cardIds}::uuid[]) and person_id = ${personId} and attached_at is null
    order by started_at, id`.execute(em.getKysely());
  return rows;
}
