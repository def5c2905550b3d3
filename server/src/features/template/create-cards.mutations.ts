import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { requireViewer } from '../../core/access/viewer.ts';
import { readUndoUntil } from '../../core/board/undo.ts';
import { firstStatus } from '../../core/card/answer-with-card.ts';
import { cardLoader } from '../../core/card/card.loader.ts';
import { toCardType } from '../../core/card/card.type.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { createCardsFromTemplates } from './create-cards.ts';
import { CreateCardsFromTemplatesInput, CreateCardsFromTemplatesPayload } from './create-cards.types.ts';

@Resolver()
export class CardsFromTemplates {
  @Mutation(() => CreateCardsFromTemplatesPayload, {
    description: 'Puts a card on the board for each template.',
  })
  createCardsFromTemplates(
    @Arg('input', () => CreateCardsFromTemplatesInput, { description: 'Which templates.' })
    input: CreateCardsFromTemplatesInput,
    @Ctx() { services, viewer, loaders }: Context,
  ): Promise<CreateCardsFromTemplatesPayload> {
    return answer(async () => {
      const boardId = rowId('Board', input.boardId);
      const status = firstStatus(input.status);
      const actor = requireViewer(viewer).personId;
      const { revision, result, cards } = await createCardsFromTemplates(services, actor, {
        ...input,
        boardId,
        status,
      });
      const again = () => Promise.all(cards.map((id) => loaders.of(cardLoader).load(id)));
      const undoUntil = await readUndoUntil(services, boardId, { revision, personId: actor });
      return { cards: result?.map(toCardType) ?? (await again()), boardRevision: revision, undoUntil };
    });
  }
}
