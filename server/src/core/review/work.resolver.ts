import { Resolver, FieldResolver, Root, Ctx } from 'type-graphql';
import type { Context } from '../access/context.ts';
import { personLoader } from '../person/person.loader.ts';
import { PersonType } from '../person/person.type.ts';
import { DraftType, HandInType } from './work.type.ts';
import { Sensitivity } from '../access/sensitivity.ts';
import { levelFor } from '../access/viewer.ts';
import { CardType } from '../card/card.type.ts';
import { handInFilesLoader, leftFilesLoader } from '../file/file.loader.ts';
import { FileType, toFileType } from '../file/file.type.ts';
import { mayReadWork } from '../card/may-read-work.ts';
import { workLoader } from './work.loader.ts';
import { CardWorkType } from './work.type.ts';

@Resolver(() => HandInType)
export class HandInResolver {
  @FieldResolver(() => PersonType, { description: 'Whose work it is.' })
  person(@Root() { personId }: HandInType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who passed the craft review.' })
  craftReviewer(
    @Root() { craftReviewerId }: HandInType,
    @Ctx() { loaders }: Context,
  ): Promise<PersonType> | null {
    return craftReviewerId ? loaders.of(personLoader).load(craftReviewerId) : null;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who approved it or sent it back.' })
  reviewer(@Root() { reviewerId }: HandInType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return reviewerId ? loaders.of(personLoader).load(reviewerId) : null;
  }
}

@Resolver(() => HandInType)
export class HandInFiles {
  @FieldResolver(() => [FileType], { description: 'What was handed in with it.' })
  async files(@Root() { id }: HandInType, @Ctx() { loaders }: Context): Promise<FileType[]> {
    const files = await loaders.of(handInFilesLoader).load(id);
    return files.map((file) => toFileType(file));
  }
}

@Resolver(() => HandInType)
export class HandInByLink {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Decided by a link that needs no account: whom it was made for. For the team; null for others.',
  })
  reviewedByLink(@Root() handIn: HandInType, @Ctx() { reader }: Context): string | null {
    return levelFor(reader, handIn) === Sensitivity.TEAM ? handIn.linkLabel : null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Decided by a link that needs no account: who made it. For the team; null for others.',
  })
  linkMadeBy(@Root() handIn: HandInType, @Ctx() { reader, loaders }: Context): Promise<PersonType> | null {
    const { linkMadeById } = handIn;
    const isTeam = levelFor(reader, handIn) === Sensitivity.TEAM;
    return isTeam && linkMadeById ? loaders.of(personLoader).load(linkMadeById) : null;
  }
}

@Resolver(() => DraftType)
export class DraftResolver {
  @FieldResolver(() => PersonType, { description: 'Whose draft it is.' })
  person(@Root() { personId }: DraftType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }
}

@Resolver(() => CardWorkType)
export class LeftFiles {
  @FieldResolver(() => [FileType], { description: 'Files that earlier holders left with their drafts.' })
  async leftFiles(@Root() { cardId }: CardWorkType, @Ctx() { loaders }: Context): Promise<FileType[]> {
    const files = await loaders.of(leftFilesLoader).load(cardId);
    return files.map((file) => toFileType(file));
  }
}

@Resolver(() => CardType)
export class CardWork {
  @FieldResolver(() => CardWorkType, {
    nullable: true,
    description:
      'What was made for it; null for those who may not read work. In a subscription: by class of viewers.',
  })
  async work(
    @Root() { row }: CardType,
    @Ctx() { reader, viewer, loaders }: Context,
  ): Promise<CardWorkType | null> {
    return mayReadWork(reader, viewer, row) ? loaders.of(workLoader).load(row.id) : null;
  }
}
