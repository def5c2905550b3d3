import { sql } from 'kysely';
import { timelessId } from '../../platform/db/timeless-id.ts';
import { FIRST_LANGUAGE } from '../../platform/languages/languages.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { actorOf, requireManager } from '../board/board.policy.ts';
import { type CardWords, type CardWordsInput, takeCardWords } from './card-words.ts';
import { positionAfter, positionAtEnd } from './card-position.ts';
import type { BoardInHand } from '../board/board-in-hand.ts';
import { changeBoard, type Changed } from '../board/change-board.ts';
import { type CardOnBoard, selectCards } from '../board/read-cards.ts';
import { cautionNotCleared } from './card-refusals.ts';

/** Cards one board can hold, so that one snapshot stays one snapshot. */
export const MAX_CARDS = 5_000;

type FirstStatus = 'DRAFT' | 'OPEN';

export interface OnBoard {
  boardId: string;
  /** Where the card starts: OPEN unless said otherwise. */
  status?: FirstStatus | null | undefined;
  /** An organizer says that what the caution asks for is seen to. */
  cautionCleared?: boolean | null | undefined;
  requestId?: string | null | undefined;
}

/**
 * Puts a new card on the board, written by hand or begun from a template. One with a caution that nobody ticked
 * does not start OPEN.
 */
export async function createCard(
  services: Services,
  actorId: string,
  input: OnBoard & CardWordsInput,
): Promise<Changed<CardOnBoard>> {
  const created = await changeBoard(
    services,
    { board: { id: input.boardId }, actorId, requestId: input.requestId },
    async (board) => {
      requireManager(board);
      const given = takeCardWords(
        { ...input, title: input.title ?? null, deliverable: input.deliverable ?? null },
        { startsAt: board.startsAt },
      );
      const words = completeWords(board, given);
      const status = input.status ?? 'OPEN';
      if (status === 'OPEN' && isUncleared(words, input)) throw cautionNotCleared();
      const [card] = await insertCards(board, [{ words, status }], input);
      if (!card) throw new Error('A new card did not come back from the database.');
      return { kind: 'CARD_CREATED', cards: [card.id], result: card };
    },
  );
  return created;
}

/**
 * Adds cards with these words to a board in hand, whoever the change is by; the caller checked that they may. Those
 * with a caution that nobody ticked start as drafts.
 */
export async function putOnBoard(
  board: BoardInHand,
  list: readonly (Partial<CardWords> & { templateKey?: string })[],
  start: Pick<OnBoard, 'status' | 'cautionCleared'>,
): Promise<CardOnBoard[]> {
  if (list.length === 0) return [];
  return insertCards(
    board,
    list.map((given) => {
      const words = completeWords(board, given);
      const status = isUncleared(words, start) ? 'DRAFT' : (start.status ?? 'OPEN');
      return { words, status, templateKey: given.templateKey };
    }),
    start,
  );
}

function isUncleared({ caution }: CardWords, { cautionCleared }: Pick<OnBoard, 'cautionCleared'>): boolean {
  return caution !== null && !cautionCleared;
}

function completeWords(board: BoardInHand, given: Partial<CardWords>): CardWords {
  const { title, deliverable, skill, hours, phase, sensitivity } = given;
  if (title === undefined || deliverable === undefined)
    throw new InvalidInput('title', 'EMPTY', 'Write something here.');
  if (!skill) throw new InvalidInput('skill', 'EMPTY', 'Choose a skill.');
  if (!phase) throw new InvalidInput('phase', 'EMPTY', 'Choose a phase.');
  if (!sensitivity) throw new InvalidInput('sensitivity', 'EMPTY', 'Choose who may see this card.');
  if (hours === undefined) throw new InvalidInput('hours', 'EMPTY', 'Say how many hours it takes.');
  return {
    title,
    deliverable,
    skill,
    phase,
    sensitivity,
    hours,
    localSupplies: given.localSupplies ?? '',
    outOfScope: given.outOfScope ?? '',
    caution: given.caution ?? null,
    dueAt: given.dueAt ?? null,
    dueOffsetHours: given.dueOffsetHours ?? null,
    languages: given.languages?.length ? given.languages : board.languages,
    language: given.language ?? languageOf(board),
    links: given.links ?? [],
    checklist: given.checklist ?? [],
    forTwo: given.forTwo ?? false,
  };
}

/** In which language the words of a new card are, where nobody said: the first of the campaign's. */
export const languageOf = ({ languages }: Pick<BoardInHand, 'languages'>) => languages[0] ?? FIRST_LANGUAGE;

/** A card that is to stand on a board. */
export interface NewCard {
  words: CardWords;
  status: FirstStatus | 'CANCELLED';
  templateKey?: string | undefined;
  /** Whether an organizer says so of this card; else what was said of all counts. */
  cautionCleared?: boolean;
  /** Comments that are written in the same change. */
  comments?: number;
  /** Its links, where they lead to cards that are made with it: told the number of the first of these. */
  linksFrom?: (first: number) => CardWords['links'];
}

async function insertCards(
  board: BoardInHand,
  list: readonly NewCard[],
  start: Pick<OnBoard, 'cautionCleared'>,
): Promise<CardOnBoard[]> {
  const ids = await insertRows(board, list, start);
  return selectCards(board.db)
    .where(sql<boolean>`card.id = any(${ids}::uuid[])`)
    .orderBy('card.number')
    .execute();
}

/**
 * Writes cards to a board in hand, at the ends of their columns and in their order, by as many statements for thousands as
 * for one. Returns their row ids. The caller checked rights, words and cautions.
 */
export async function insertRows(
  board: BoardInHand,
  list: readonly NewCard[],
  { cautionCleared }: Pick<OnBoard, 'cautionCleared'>,
): Promise<string[]> {
  const { rows } = await sql<{ next: number }>`update board set next_number = next_number + ${list.length}
    where id = ${board.id} returning next_number as next`.execute(board.db);
  const first = (rows[0]?.next ?? 0) - list.length;
  if (first + list.length > MAX_CARDS + 1) {
    throw new InvalidInput('boardId', 'TOO_MANY', `A board holds ${MAX_CARDS} cards.`, { limit: MAX_CARDS });
  }
  const places = new Map<NewCard['status'], string>();
  for (const status of new Set(list.map((each) => each.status)))
    places.set(status, await positionAtEnd(board, status));
  const values = list.map((card, index) => {
    const { words, status, templateKey } = card;
    const position = places.get(status)!;
    places.set(status, positionAfter(position));
    const cleared = words.caution !== null && (card.cautionCleared ?? cautionCleared ?? false);
    return {
      id: timelessId(),
      board_id: board.id,
      number: first + index,
      status,
      position,
      title: words.title,
      template_key: templateKey ?? null,
      deliverable: words.deliverable,
      local_supplies: words.localSupplies,
      out_of_scope: words.outOfScope,
      caution: words.caution,
      caution_cleared_by_id: cleared ? actorOf(board).id : null,
      skill: words.skill,
      hours: words.hours,
      phase: words.phase,
      due_at: words.dueAt,
      due_offset_hours: words.dueOffsetHours,
      languages: words.languages,
      language: words.language,
      sensitivity: words.sensitivity,
      for_two: words.forTwo,
      links: card.linksFrom?.(first) ?? words.links,
      checklist: words.checklist,
      comment_count: card.comments ?? 0,
    };
  });
  if (values.length === 0) return [];
  const columns = sql.join(Object.keys(values[0]!).map((column) => sql.ref(column)));
  // One value for all: a statement takes 65,535, and these would be some twenty for each card.
  await sql`insert into card (${columns}, opened_at, caution_cleared_at)
    select ${columns}, case when status = 'OPEN' then clock_timestamp() end,
      case when caution_cleared_by_id is not null then clock_timestamp() end
    from jsonb_populate_recordset(null::card, ${JSON.stringify(values)}::jsonb)`.execute(board.db);
  return values.map(({ id }) => id);
}
