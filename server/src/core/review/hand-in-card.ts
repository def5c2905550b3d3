import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { webLinks } from '../../platform/input/links.ts';
import { plainText } from '../../platform/input/text.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { actorOf } from '../board/board.policy.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { holds } from '../board/hands.ts';
import type { Link } from '../../platform/input/links.ts';
import { requireHolder } from '../card/lease.ts';
import { attachedTo, attachFiles } from '../file/attach-files.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { endClaim, holdCard } from '../card/release-card.ts';
import { WrongStatus } from '../card/card-refusals.ts';

/** The work itself may be words: a whole text fits. */
const MAX_NOTE = 20_000;

export interface WorkInput {
  cardId: string;
  note: string;
  links?: { label?: string | null; url: string }[] | null | undefined;
}

/**
 * Hands the work in for review and ends the lease, of two who hold the card for both. Needs a note, a link or a file. Handing in the same again while it
 * is in review changes nothing; handing in something else is refused, so that it is not lost.
 */
export async function handInCard(
  services: Services,
  actorId: string,
  input: WorkInput & { fileIds?: string[] | null | undefined; requestId?: string | null | undefined },
): Promise<Changed<CardOnBoard>> {
  const { cardId, requestId } = input;
  const fileIds = input.fileIds ?? [];
  const { note, links } = requireSomeWork(takeWork(input), fileIds.length > 0);
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    const before = await board.card(cardId);
    if (before.status === 'IN_REVIEW' && holds(before, actorId)) {
      if (await isHandedIn(board, cardId, { note, links, fileIds })) {
        return { kind: null, result: await readCard(board.db, cardId) };
      }
      throw new WrongStatus(
        cardId,
        before.status,
        'Other work of yours is being reviewed. Correct that, or wait for the review.',
        'OTHER_WORK_IN_REVIEW',
      );
    }
    const card = await requireHolder(board, cardId);
    await holdCard(board, cardId);
    await endClaim(board, card, 'HANDED_IN', null);
    const handInId = newId();
    await sql`insert into hand_in (id, card_id, person_id, note, links, at)
      values (${handInId}, ${cardId}, ${actorOf(board).id}, ${note}, ${JSON.stringify(links)}::jsonb, clock_timestamp())`.execute(
      board.db,
    );
    await attachFiles(board, handInId, { cardId, personId: actorId, fileIds });
    await board.db
      .deleteFrom('draft')
      .where('card_id', '=', cardId)
      .where('person_id', '=', actorId)
      .execute();
    // Without a craft review it is the local that is waited for from now on.
    await sql`update card set status = 'IN_REVIEW', claim = null, lease_expires_at = null, waiting_reason = null,
      waiting_since = case when ${board.craftReviewRequired} then null else clock_timestamp() end, changes_requested_at = null, craft_reviewed_at = null, craft_reviewer_id = null,
      draft_kept = exists (select from draft where card_id = ${cardId} and kept_at is not null),
      handed_in_at = clock_timestamp(), updated_at = clock_timestamp() where id = ${cardId}`.execute(
      board.db,
    );
    return { kind: 'CARD_HANDED_IN', cards: [cardId], result: await readCard(board.db, cardId) };
  });
}

/** Whether exactly this work is the one that waits for its review. */
export async function isHandedIn(
  board: BoardInHand,
  cardId: string,
  { note, links, fileIds }: { note: string; links: Link[]; fileIds?: readonly string[] | undefined },
): Promise<boolean> {
  const { rows } = await sql<{
    id: string;
  }>`select id from hand_in where card_id = ${cardId} and outcome = 'PENDING'
    and note = ${note} and links = ${JSON.stringify(links)}::jsonb`.execute(board.db);
  const [same] = rows;
  if (!same) return false;
  if (fileIds === undefined) return true;
  const files = new Set(await attachedTo(board, same.id));
  return files.size === new Set(fileIds).size && fileIds.every((id) => files.has(id));
}

/** Refuses work that is nothing: no words, no link, no file. */
export function requireSomeWork<Work extends { note: string; links: Link[] }>(
  work: Work,
  hasFiles: boolean,
): Work {
  if (work.note === '' && work.links.length === 0 && !hasFiles) {
    throw new InvalidInput('links', 'EMPTY', 'Add a file or a link, or a note that says where your work is.');
  }
  return work;
}

/** Checks a note and links as typed by a volunteer. */
export function takeWork({ note, links }: Pick<WorkInput, 'note' | 'links'>): {
  note: string;
  links: Link[];
} {
  return {
    note: plainText(note, { field: 'note', max: MAX_NOTE, multiline: true, optional: true }),
    links: webLinks(links),
  };
}
