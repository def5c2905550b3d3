import { sql } from 'kysely';
import { plainText } from '../../platform/input/text.ts';
import { asMissing, notAllowed, notFound, Refusal } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { actorOf } from '../board/board.policy.ts';
import { mayManage } from '../campaign/campaign-rights.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { keepCommentForUndo } from '../board/undo.ts';
import { type CardOnBoard, readCard } from '../board/read-cards.ts';
import { giveLook } from './ask-for-look.ts';
import { readCommentsById } from './read-comments.ts';
import type { Comment } from './comment.entity.ts';

const MAX_COMMENT = 2000;

export interface CommentOnCard {
  card: CardOnBoard;
  comment: Comment;
}

/** Comments that somebody outside of the team may add to one board in `WINDOW_MINUTES`. */
const MAX_IN_WINDOW = 30;
const WINDOW_MINUTES = 10;
/** Changes of a board among which edits of comments are looked for. */
const LOOKED_BACK = 500;

/**
 * Adds a comment to a card the actor may read. Refuses whoever is not of the team and has said very much just
 * now: each comment moves everybody's board.
 */
export async function addComment(
  services: Services,
  actorId: string,
  input: { cardId: string; text: string; requestId?: string | null | undefined },
): Promise<Changed<CommentOnCard>> {
  const { cardId, requestId } = input;
  const text = plainText(input.text, { field: 'text', max: MAX_COMMENT, multiline: true });
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    await board.card(cardId);
    await refuseFlood(board);
    const comment = await postComment(board, cardId, text);
    await giveLook(board, cardId, actorOf(board));
    return {
      kind: 'COMMENT_ADDED',
      cards: [cardId],
      result: { card: await readCard(board.db, cardId), comment },
    };
  });
}

async function refuseFlood(board: BoardInHand): Promise<void> {
  const { id, role, coordinator } = actorOf(board);
  if (role !== null || coordinator) return;
  // Ids of comments begin with the database's time, so that the primary key finds the latest.
  const since = sql<string>`(select uuidv7(make_interval(mins => ${-WINDOW_MINUTES})))`;
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from comment join card on card.id = comment.card_id
        where comment.id > ${since} and comment.person_id = ${id} and card.board_id = ${board.id})::int
      + (select count(*) from (select * from board_event where board_id = ${board.id}
          order by revision desc limit ${LOOKED_BACK}) event
        where kind = 'COMMENT_EDITED' and actor_id = ${id}
          and at > clock_timestamp() - make_interval(mins => ${WINDOW_MINUTES}))::int as count`.execute(
    board.db,
  );
  const count = rows[0]?.count ?? 0;
  if (count < MAX_IN_WINDOW) return;
  throw new Refusal(
    'TOO_MANY_REQUESTS',
    'You have said a lot in a short time. Wait a few minutes, then go on.',
    'SAID_A_LOT',
  );
}

/**
 * Writes a comment of the actor's anew. The same words change nothing; a removed one stays removed. Edits count with
 * comments: each of them moves everybody's board.
 */
export async function editComment(
  services: Services,
  actorId: string,
  input: { commentId: string; text: string; requestId?: string | null | undefined },
): Promise<Changed<CommentOnCard>> {
  const { commentId, requestId } = input;
  const text = plainText(input.text, { field: 'text', max: MAX_COMMENT, multiline: true });
  const { cardId } = await findOwner(services, commentId);
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    await board.card(cardId);
    const before = await readComment(board, commentId);
    if (before.person !== actorOf(board).id || before.saidBy != null)
      throw notAllowed('AUTHOR_ONLY', 'Only who wrote a comment can write it anew.');
    if (before.removedAt) throw notFound('comment');
    const card = () => readCard(board.db, cardId);
    if (before.text === text) return { kind: null, result: { card: await card(), comment: before } };
    await refuseFlood(board);
    await sql`update comment set text = ${text}, edited_at = clock_timestamp() where id = ${commentId}`.execute(
      board.db,
    );
    const comment = await readComment(board, commentId);
    return { kind: 'COMMENT_EDITED', cards: [cardId], result: { card: await card(), comment } };
  }).catch(asMissing('comment'));
}

async function findOwner(
  services: Services,
  commentId: string,
): Promise<{ cardId: string; personId: string }> {
  const found = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('comment')
    .select(['card_id as cardId', 'person_id as personId'])
    .where('id', '=', commentId)
    .executeTakeFirst();
  if (!found) throw notFound('comment');
  return found;
}

/**
 * Empties a comment: one's own, or any as an organizer. That there was one still shows. Its author can put it back for a
 * minute; of what an organizer removed nothing is kept.
 */
export async function removeComment(
  services: Services,
  actorId: string,
  { commentId, requestId }: { commentId: string; requestId?: string | null | undefined },
): Promise<Changed<CommentOnCard>> {
  const { cardId, personId } = await findOwner(services, commentId);
  return changeBoard(services, { board: { ofCard: cardId }, actorId, requestId }, async (board) => {
    await board.card(cardId);
    const actor = actorOf(board);
    if (personId !== actor.id && !mayManage(actor))
      throw notAllowed('AUTHOR_OR_ORGANIZER_ONLY', 'Only its author or an organizer can remove a comment.');
    const jobs = personId === actor.id ? await keepCommentForUndo(board, { commentId, cardId }) : undefined;
    const { rows } = await sql`update comment set text = '', removed_at = clock_timestamp()
      where id = ${commentId} and removed_at is null returning id`.execute(board.db);
    if (rows.length === 1) {
      await sql`update card set comment_count = comment_count - 1 where id = ${cardId}`.execute(board.db);
    }
    const result = { card: await readCard(board.db, cardId), comment: await readComment(board, commentId) };
    if (rows.length === 0) return { kind: null, result };
    return { kind: 'COMMENT_REMOVED', cards: [cardId], ...(jobs && { jobs }), result };
  }).catch(asMissing('comment'));
}

/** Writes a comment of the actor as part of another change, such as the reason for taking a card back. */
export async function postComment(board: BoardInHand, cardId: string, text: string): Promise<Comment> {
  // They are read in the order of their ids: servers whose clocks differ must not mix them up.
  const { id } = await board.db
    .insertInto('comment')
    .values({ id: sql<string>`uuidv7()`, card_id: cardId, person_id: actorOf(board).id, text })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`update card set comment_count = comment_count + 1 where id = ${cardId}`.execute(board.db);
  return readComment(board, id);
}

/** The same for many cards, in one statement for all. Returns the ids of the comments. */
export async function postComments(
  board: BoardInHand,
  cardIds: readonly string[],
  text: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with posted as (insert into comment (id, card_id, person_id, text)
      select uuidv7(), card, ${actorOf(board).id}, ${text} from unnest(${cardIds}::uuid[]) card returning id, card_id),
    counted as (update card set comment_count = comment_count + 1 from posted where card.id = posted.card_id)
    select id from posted`.execute(board.db);
  return rows.map(({ id }) => id);
}

/** What somebody said elsewhere, as a file tells it. */
export interface SaidElsewhere {
  cardId: string;
  /** Plain words; empty where the file names nobody. */
  by: string;
  /** Null where the file does not say. */
  at: Date | null;
  text: string;
}

/** Writes what others said elsewhere, in its order and in one statement. The actor stands for having brought it. */
export async function postSaidElsewhere(board: BoardInHand, said: readonly SaidElsewhere[]): Promise<void> {
  if (said.length === 0) return;
  const rows = said.map(({ cardId, by, at, text }) => ({ card_id: cardId, said_by: by, at, text }));
  await sql`insert into comment (id, card_id, person_id, said_by, text, at)
    select uuidv7(), card_id, ${actorOf(board).id}, said_by, text, coalesce(at, clock_timestamp())
    from (select said.* from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality each(row, place),
      jsonb_to_record(each.row) said(card_id uuid, said_by text, text text, at timestamptz) order by place) said`.execute(
    board.db,
  );
}

async function readComment(board: BoardInHand, id: string): Promise<Comment> {
  const [comment] = await readCommentsById(board.db, [id]);
  if (!comment) throw notFound('comment');
  return comment;
}
