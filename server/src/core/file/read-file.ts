import { sql } from 'kysely';
import type { Em } from '../../platform/db/orm.ts';
import { readsMoreOf } from '../access/token-scope.ts';
import { type Reader, readerOf, type Viewer } from '../access/viewer.ts';
import { inHandsOf } from '../board/hands.ts';
import { readableBy } from '../board/read-cards.ts';
import { ownWorkReadableBy } from '../card/list-cards.ts';
import { mayReadWork } from '../card/may-read-work.ts';
import type { FilePlace } from './file-place.ts';
import type { File, FileProblem, FileState, FileUse, Thumbnail } from './file.entity.ts';

/** A file as it is shown, before anybody's rights are looked at. */
export interface FileRow {
  id: string;
  /** Null for what hangs elsewhere. */
  cardId: string | null;
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
 * was handed in or left with a draft by whoever reads that card's work, what is at another place as that place says, and
 * what hangs on nothing yet by whoever sent it. What is one's own is so for a tool too where its token reads the campaign.
 * Null for what is not there and for what may not be read.
 */
export async function readFile(
  { em, filePlaces }: { em: Em; filePlaces: readonly FilePlace[] },
  viewer: Viewer | null,
  fileId: string,
): Promise<FileRow | null> {
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
  const { token } = viewer ?? {};
  if (file && (!token || readsMoreOf(token, file.campaignId)))
    return mayReadFile(reader, viewerId, file) ? file : null;
  if (file) return mayReadFile(reader, null, { ...file, readsOwn: false }) ? file : null;
  const elsewhere = await readElsewhere(em, fileId);
  if (!elsewhere) return null;
  if (elsewhere.attachedAt === null) return !token && viewerId === elsewhere.personId ? elsewhere : null;
  const place = filePlaces.find(({ use }) => use === elsewhere.use);
  return (await place?.isReadable(em, reader, fileId)) ? elsewhere : null;
}

async function readElsewhere(em: Em, fileId: string): Promise<FileRow | undefined> {
  const { rows } =
    await sql<FileRow>`select ${fileColumns} from file where id = ${fileId} and card_id is null`.execute(
      em.getKysely(),
    );
  return rows[0];
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

/** Those that can be had, of many. */
export async function filesById(em: Em, ids: readonly string[]): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`select ${fileColumns} from file
    where id = any(${ids}::uuid[]) and attached_at is not null and state = 'READY'`.execute(em.getKysely());
  return rows;
}
