import type { BoardInHand } from '../../core/board/board-in-hand.ts';
import { requireManager } from '../../core/board/board.policy.ts';
import { type Changed, changeBoard } from '../../core/board/change-board.ts';
import { keepForUndo } from '../../core/board/undo.ts';
import type { CardOnBoard } from '../../core/board/read-cards.ts';
import { type CardWords } from '../../core/card/card-words.ts';
import { dueMoment } from '../../core/board/due-moment.ts';
import { languageOf, type OnBoard, putOnBoard } from '../../core/card/create-card.ts';
import { languageTag } from '../../platform/input/text.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { type CardTemplate, inLanguage, type WrittenEdition } from './card-templates.ts';

/**
 * Puts many cards on the board at once, from templates by their keys, in their newest edition and in the language given, else
 * in that of the board. One change, one revision, which the actor can undo for a minute. Those with a caution that nobody ticked start as drafts. Refuses a key that no template in use has.
 */
export async function createCardsFromTemplates(
  services: Services,
  actorId: string,
  input: OnBoard & { templateKeys: string[]; language?: string | null | undefined },
): Promise<Changed<CardOnBoard[]>> {
  const keys = [...new Set(input.templateKeys)];
  if (keys.length === 0) throw new InvalidInput('templateKeys', 'EMPTY', 'Choose at least one template.');
  const language = input.language == null ? null : languageTag(input.language, 'language');
  const inUse = (await services.templates.newestWritten(services.orm.em.fork())).filter(
    ({ retired }) => !retired,
  );
  const templates = keys.map((key) => findTemplate(inUse, key));
  return changeBoard(
    services,
    { board: { id: input.boardId }, actorId, requestId: input.requestId },
    async (board) => {
      requireManager(board);
      const words = templates.map((template) => inLanguage(template, language ?? languageOf(board)));
      const made = await putTemplatesOnBoard(board, words, input);
      const cards = made.map(({ id }) => id);
      const jobs = await keepForUndo(board, { kind: 'ADDED', cards, columns: [] });
      return { kind: 'CARD_CREATED', cards, jobs, result: made };
    },
  );
}

/**
 * Adds a card for each template to a board in hand, whoever the change is by; the caller checked that they may. Those
 * with a caution that nobody ticked start as drafts.
 */
export async function putTemplatesOnBoard(
  board: BoardInHand,
  templates: readonly CardTemplate[],
  start: Pick<OnBoard, 'status' | 'cautionCleared'>,
): Promise<CardOnBoard[]> {
  return putOnBoard(
    board,
    templates.map((template) => wordsOf(template, board.startsAt)),
    start,
  );
}

function findTemplate(templates: readonly WrittenEdition[], key: string): WrittenEdition {
  const template = templates.find((each) => each.key === key);
  if (!template)
    throw new InvalidInput('templateKeys', 'UNKNOWN', `We have no template “${key.slice(0, 40)}”.`);
  return template;
}

/** A template on a strike that is under way: a due moment that has passed is left out, for the local to set. */
function wordsOf(
  template: CardTemplate,
  startsAt: Date | null,
): Partial<CardWords> & { templateKey: string } {
  const { title, deliverable, localSupplies, caution, language } = template;
  const { skill, hours, phase, sensitivity, dueOffsetHours } = template;
  const due = dueMoment({ dueAt: null, dueOffsetHours }, startsAt);
  return {
    templateKey: template.key,
    ...{ title, deliverable, localSupplies, caution, language, skill, hours, phase, sensitivity },
    dueOffsetHours: due && due <= new Date() ? null : dueOffsetHours,
  };
}
