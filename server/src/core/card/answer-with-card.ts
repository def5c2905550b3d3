import { InvalidInput, nullIfRefused } from '../../platform/refusal/refusal.ts';
import { type CardType, toCardType } from './card.type.ts';
import { cardLoader } from './card.loader.ts';
import type { Loaders } from '../access/loaders.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import type { CardStatus } from '../board/card.entity.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import type { Services } from '../../platform/services.ts';
import type { Context } from '../access/context.ts';
import { requireViewer } from '../access/viewer.ts';
import { readUndoUntil } from '../board/undo.ts';
import type { Changed } from '../board/change-board.ts';
import type { CardOnBoard } from '../board/read-cards.ts';
import { peopleAreRead } from '../person/person.loader.ts';
import type { CardPayload } from './card.payloads.ts';

/** The card that a request touched when it was first carried out; null when one may not read it any more. */
export async function asItIs(loaders: Loaders, [cardId]: string[]): Promise<CardType | null> {
  return cardId === undefined ? null : loaders.of(cardLoader).load(cardId).catch(nullIfRefused);
}

/** The input with the row id of its card. */
export function ofCard(input: { cardId: string; requestId?: string | null }) {
  return { cardId: rowId('Card', input.cardId) };
}

export function firstStatus(status: CardStatus | null | undefined): 'DRAFT' | 'OPEN' {
  if (status == null || status === 'OPEN') return 'OPEN';
  if (status === 'DRAFT') return 'DRAFT';
  throw new InvalidInput('status', 'OUT_OF_RANGE', 'A new card is a draft or open.');
}

/** Runs a change as the viewer and answers with the card. A request that was done before answers with it as it is now. */
export async function answerWithCard(
  { services, viewer, loaders }: Context,
  change: (services: Services, actorId: string) => Promise<Changed<CardOnBoard>>,
): Promise<CardPayload> {
  return answer(async () => {
    const actor = requireViewer(viewer);
    const { revision, result, cards } = await change(services, actor.personId);
    // Whoever moves a card is most often its holder, and is known from the session.
    peopleAreRead(loaders, [{ ...actor, id: actor.personId, erasedAt: null }]);
    return { card: result ? toCardType(result) : await asItIs(loaders, cards), boardRevision: revision };
  });
}

/** The same with until when whoever asked can undo it. */
export async function withUndo<P extends CardPayload>(
  { services, viewer }: Context,
  payload: P,
): Promise<P & { undoUntil: Date | null }> {
  const { card, boardRevision: revision } = payload;
  if (!card || revision == null || !viewer) return { ...payload, undoUntil: null };
  const { personId } = viewer;
  return { ...payload, undoUntil: await readUndoUntil(services, card.row.boardId, { revision, personId }) };
}
