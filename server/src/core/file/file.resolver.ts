import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { rowId } from '../../platform/graphql/global-id.ts';
import type { Context } from '../access/context.ts';
import { answerWithCard } from '../card/answer-with-card.ts';
import type { CardPayload } from '../card/card.payloads.ts';
import { CardType } from '../card/card.type.ts';
import { cardFilesLoader, uploadsLoader } from './file.loader.ts';
import { FileType, RemoveFileInput, RemoveFilePayload, toFileType } from './file.type.ts';
import { removeFile } from './remove-file.ts';

@Resolver(() => CardType)
export class CardFiles {
  @FieldResolver(() => [FileType], { description: 'Material on it, put there by its organizers.' })
  async files(@Root() { row }: CardType, @Ctx() { loaders }: Context): Promise<FileType[]> {
    const files = await loaders.of(cardFilesLoader).load(row.id);
    return files.map((file) => toFileType(file));
  }

  @FieldResolver(() => [FileType], {
    nullable: true,
    description:
      'What the viewer sent for it and has not handed in, whatever came of it; null when signed out. Nobody else sees these.',
  })
  async uploads(@Root() { row }: CardType, @Ctx() { loaders, viewer }: Context): Promise<FileType[] | null> {
    if (!viewer) return null;
    const files = await loaders.of(uploadsLoader).load(row.id);
    return files.map((file) => toFileType(file));
  }
}

@Resolver()
export class FileMutations {
  @Mutation(() => RemoveFilePayload, {
    description:
      'Removes a file: your own that is not handed in, or one on a card as its organizer. What was handed in stays.',
  })
  removeFile(
    @Arg('input', () => RemoveFileInput, { description: 'Which file.' }) input: RemoveFileInput,
    @Ctx() context: Context,
  ): Promise<CardPayload> {
    return answerWithCard(context, (services, actorId) =>
      removeFile(services, actorId, { ...input, fileId: rowId('File', input.fileId) }),
    );
  }
}
