import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { mayReadAt } from '../access/sensitivity.ts';
import { levelFor } from '../access/viewer.ts';
import { mayReadCard } from '../board/read-cards.ts';
import { addComment, editComment, removeComment } from './comment-on-card.ts';
import { commentCountLoader, commentsLoader } from './comment.loader.ts';
import type { Context } from '../access/context.ts';
import { personLoader } from '../person/person.loader.ts';
import { PersonType } from '../person/person.type.ts';
import { CommentConnection, CommentType, toCommentType } from './comment.type.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import type { Services } from '../../platform/services.ts';
import { requireViewer } from '../access/viewer.ts';
import { withUndo } from './answer-with-card.ts';
import type { Changed } from '../board/change-board.ts';
import { asItIs, ofCard } from './answer-with-card.ts';
import { CardType, toCardType } from './card.type.ts';
import type { CommentOnCard } from './comment-on-card.ts';
import {
  AddCommentInput,
  AddCommentPayload,
  EditCommentInput,
  EditCommentPayload,
  RemoveCommentInput,
  RemoveCommentPayload,
} from './comment.types.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { cardLoader } from './card.loader.ts';
import { readCommentsById } from './read-comments.ts';

@Resolver(() => CommentType)
export class CommentResolver {
  @FieldResolver(() => PersonType, { description: 'Who said it, or brought it in.' })
  person(@Root() { personId }: CommentType, @Ctx() { loaders }: Context): Promise<PersonType> {
    return loaders.of(personLoader).load(personId);
  }
}

@Resolver(() => CardType)
export class CardComments {
  @FieldResolver(() => CommentConnection, {
    nullable: true,
    description: 'What was said, oldest first; null when signed out.',
  })
  async comments(
    @Root() { row }: CardType,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() { loaders, viewer, reader }: Context,
  ): Promise<Counted<CommentType> | null> {
    // One's own card is shown even where one could not read it otherwise; what others say about it is not.
    const level = levelFor(reader, row);
    if (!viewer || !mayReadAt(level, row.campaignSensitivity) || !mayReadCard(level, row)) return null;
    const span = spanOf(page, 50);
    const rows = await loaders.of(commentsLoader).load({ id: row.id, span });
    return {
      ...spanToConnection(rows, span, { keys: ({ id }) => [id], node: toCommentType }),
      count: () => loaders.of(commentCountLoader).load({ id: row.id }),
    };
  }
}

@Resolver()
export class CommentMutations {
  @Mutation(() => AddCommentPayload, { description: 'Says something about a card you may read.' })
  addComment(
    @Arg('input', () => AddCommentInput, { description: 'What to say.' }) input: AddCommentInput,
    @Ctx() context: Context,
  ): Promise<AddCommentPayload> {
    return answerWithComment(context, (services, actorId) =>
      addComment(services, actorId, { ...input, ...ofCard(input) }),
    );
  }

  @Mutation(() => EditCommentPayload, { description: 'Writes a comment of yours anew.' })
  editComment(
    @Arg('input', () => EditCommentInput, { description: 'Which, and what it says.' })
    input: EditCommentInput,
    @Ctx() context: Context,
  ): Promise<EditCommentPayload> {
    return answerWithComment(context, (services, actorId) =>
      editComment(services, actorId, { ...input, commentId: rowId('Comment', input.commentId) }),
    );
  }

  @Mutation(() => RemoveCommentPayload, {
    description: 'Empties a comment: your own, or any as an organizer.',
  })
  async removeComment(
    @Arg('input', () => RemoveCommentInput, { description: 'Which comment.' }) input: RemoveCommentInput,
    @Ctx() context: Context,
  ): Promise<RemoveCommentPayload> {
    const removed = await answerWithComment(context, (services, actorId) =>
      removeComment(services, actorId, { ...input, commentId: rowId('Comment', input.commentId) }),
    );
    return withUndo(context, removed);
  }
}

async function answerWithComment(
  { services, viewer, loaders }: Context,
  change: (services: Services, actorId: string) => Promise<Changed<CommentOnCard>>,
): Promise<AddCommentPayload> {
  return answer(async () => {
    const { revision, result, cards } = await change(services, requireViewer(viewer).personId);
    return {
      comment: result ? toCommentType(result.comment) : null,
      card: result ? toCardType(result.card) : await asItIs(loaders, cards),
      boardRevision: revision,
    };
  });
}

/** A comment by its id, for who may read its card and is signed in. */
export async function findComment(
  { loaders, em, viewer }: Context,
  uuid: string,
): Promise<CommentType | null> {
  const [comment] = viewer ? await readCommentsById(em.getKysely(), [uuid]) : [];
  const card = comment && (await loaders.of(cardLoader).load(comment.card).catch(nullIfRefused));
  return comment && card ? toCommentType(comment) : null;
}
