import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { rowId, toGlobalId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import type { Context } from '../access/context.ts';
import { requireViewer } from '../access/viewer.ts';
import type { Changed } from '../board/change-board.ts';
import type { CardOnBoard } from '../board/read-cards.ts';
import { readUndoUntil } from '../board/undo.ts';
import { cardLoader } from '../card/card.loader.ts';
import { type CardType, toCardType } from '../card/card.type.ts';
import { cancelCards } from './cancel-cards.ts';
import { CancelCardsInput, MoveCardsInput, UndoBoardChangeInput, UpdateCardsInput } from './chosen.inputs.ts';
import {
  CancelCardsPayload,
  type CardsPayload,
  MoveCardsPayload,
  UndoBoardChangePayload,
  UpdateCardsPayload,
} from './chosen.payloads.ts';
import { moveCards } from './move-cards.ts';
import { undoBoardChange } from './undo-board-change.ts';
import { updateCards } from './update-cards.ts';

const WHAT = { description: 'What and which.' };

@Resolver()
export class ChosenCardsMutations {
  @Mutation(() => MoveCardsPayload, {
    description:
      'Opens many drafts, puts open cards back to drafts, or moves cards to an end of their columns.',
  })
  moveCards(
    @Arg('input', () => MoveCardsInput, WHAT) input: MoveCardsInput,
    @Ctx() context: Context,
  ): Promise<CardsPayload> {
    return answerWithCards(context, input.boardId, (services, actorId, boardId) =>
      moveCards(services, actorId, { ...input, boardId, cardIds: cardIds(input.cardIds) }),
    );
  }

  @Mutation(() => CancelCardsPayload, { description: 'Takes many cards off the board, with one reason.' })
  cancelCards(
    @Arg('input', () => CancelCardsInput, WHAT) input: CancelCardsInput,
    @Ctx() context: Context,
  ): Promise<CardsPayload> {
    return answerWithCards(context, input.boardId, (services, actorId, boardId) =>
      cancelCards(services, actorId, { ...input, boardId, cardIds: cardIds(input.cardIds) }),
    );
  }

  @Mutation(() => UpdateCardsPayload, { description: 'Writes the same into many cards.' })
  updateCards(
    @Arg('input', () => UpdateCardsInput, WHAT) input: UpdateCardsInput,
    @Ctx() context: Context,
  ): Promise<CardsPayload> {
    return answerWithCards(context, input.boardId, (services, actorId, boardId) =>
      updateCards(services, actorId, {
        ...input,
        boardId,
        cards: input.cards.map(({ cardId, version }) => ({ cardId: rowId('Card', cardId), version })),
      }),
    );
  }

  @Mutation(() => UndoBoardChangePayload, {
    description:
      'Undoes what you did to cards of a board within the last minute, while nobody did anything with one of them since: ' +
      'a cancelling, a change of many cards, or cards added from templates. A comment of yours that you removed comes back.',
  })
  undoBoardChange(
    @Arg('input', () => UndoBoardChangeInput, { description: 'Which change.' }) input: UndoBoardChangeInput,
    @Ctx() context: Context,
  ): Promise<UndoBoardChangePayload> {
    return answerWithCards(context, input.boardId, (services, actorId, boardId) =>
      undoBoardChange(services, actorId, { ...input, boardId }),
    );
  }
}

const cardIds = (ids: readonly string[]) => ids.map((id) => rowId('Card', id));

/** Runs a change of many cards as the viewer. A request that was done before answers with the cards as they are now. */
function answerWithCards(
  { services, viewer, loaders }: Context,
  globalBoardId: string,
  change: (services: Services, actorId: string, boardId: string) => Promise<Changed<CardOnBoard[]>>,
): Promise<CardsPayload & Pick<UndoBoardChangePayload, 'removedCardIds'>> {
  return answer(async () => {
    const { personId } = requireViewer(viewer);
    const boardId = rowId('Board', globalBoardId);
    const { revision, result, cards } = await change(services, personId, boardId);
    const again = async () =>
      (await Promise.all(cards.map((id) => loaders.of(cardLoader).load(id).catch(nullIfRefused)))).filter(
        (card): card is CardType => card !== null,
      );
    const undoUntil =
      cards.length > 0 ? await readUndoUntil(services, boardId, { revision, personId }) : null;
    const here = result?.map(toCardType) ?? (await again());
    const shown = new Set(here.map(({ row }) => row.id));
    const removedCardIds = cards.filter((id) => !shown.has(id)).map((id) => toGlobalId('Card', id));
    return { cards: here, removedCardIds, boardRevision: revision, undoUntil };
  });
}
