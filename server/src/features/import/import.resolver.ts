import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { importBoard, previewImport } from './import-board.ts';
import { ImportBoardInput, UndoImportInput } from './import.inputs.ts';
import { ImportBoardPayload, LastImportType, toReport, UndoImportPayload } from './import.type.ts';
import { lastImportLoader } from './last-import.loader.ts';
import { undoImport } from './undo-import.ts';

@Resolver(() => CampaignType)
export class CampaignImport {
  @FieldResolver(() => LastImportType, {
    nullable: true,
    description: 'Your last import onto its board, as long as you can undo it; null for all others.',
  })
  async lastImport(
    @Root() { row }: CampaignType,
    @Ctx() { loaders }: Context,
  ): Promise<LastImportType | null> {
    const last = await loaders.of(lastImportLoader).load(row.id);
    return last && { ...last, boardRevision: last.revision, cardCount: last.cards };
  }
}

@Resolver()
export class ImportMutations {
  @Mutation(() => ImportBoardPayload, {
    description:
      'Makes cards on a board of what stands in a file or a list: all or none, one change. With `dryRun` it says what would be made and what left out.',
  })
  importBoard(
    @Arg('input', () => ImportBoardInput, { description: 'What to import, and how.' })
    input: ImportBoardInput,
    @Ctx() { services, viewer, loaders }: Context,
  ): Promise<ImportBoardPayload> {
    return answer(async () => {
      const request = { ...input, campaignId: rowId('Campaign', input.campaignId) };
      if (input.dryRun) return { report: toReport(await previewImport(services, viewer, request)) };
      const { report, revision } = await importBoard(services, viewer, request);
      const last = await loaders.of(lastImportLoader).clear(request.campaignId).load(request.campaignId);
      return {
        report: report && toReport(report),
        boardRevision: revision,
        undoUntil: last?.revision === revision ? last.undoUntil : null,
      };
    });
  }

  @Mutation(() => UndoImportPayload, {
    description:
      'Takes the cards of an import of yours away again, within an hour, while nobody did anything with one of them since.',
  })
  undoImport(
    @Arg('input', () => UndoImportInput, { description: 'Which.' }) input: UndoImportInput,
    @Ctx() { services, viewer }: Context,
  ): Promise<UndoImportPayload> {
    return answer(async () => {
      const { revision, cards } = await undoImport(services, viewer, {
        ...{ campaignId: rowId('Campaign', input.campaignId), revision: input.boardRevision },
        requestId: input.requestId,
      });
      return { removedCards: cards.length, boardRevision: revision };
    });
  }
}
