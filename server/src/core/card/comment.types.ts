import { GraphQLDateTimeISO } from 'graphql-scalars';
import { ObjectType, Field, Int, InputType, ID } from 'type-graphql';
import { ErrorType } from '../../platform/graphql/refusal.type.ts';
import type { CardPayload } from './card.payloads.ts';
import { CardType } from './card.type.ts';
import { CommentType } from './comment.type.ts';
import { OneCard, Repeatable } from './card.inputs.ts';

@ObjectType({ description: 'A change of the comments of a card.' })
export class CommentPayload implements CardPayload {
  @Field(() => CommentType, { nullable: true, description: 'The comment.' })
  comment?: CommentType | null;

  @Field(() => CardType, { nullable: true, description: 'The card after the change.' })
  card?: CardType | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The revision the change made, or the head where nothing changed.',
  })
  boardRevision?: number | null;

  @Field(() => [ErrorType], { description: 'Why it was refused; empty when it was done.' })
  errors!: ErrorType[];
}

@ObjectType('AddCommentPayload', { description: 'Answer to addComment.' })
export class AddCommentPayload extends CommentPayload {}

@ObjectType('EditCommentPayload', { description: 'Answer to editComment.' })
export class EditCommentPayload extends CommentPayload {}

@ObjectType('RemoveCommentPayload', { description: 'Answer to removeComment.' })
export class RemoveCommentPayload extends CommentPayload {
  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Until when you can put a comment of yours back by `undoBoardChange`; null else.',
  })
  undoUntil?: Date | null;
}

@InputType('AddCommentInput', { description: 'What to say.' })
export class AddCommentInput extends OneCard {
  @Field(() => String, { description: 'The comment; 2000 characters at most.' })
  text!: string;
}

@InputType('EditCommentInput', { description: 'Your comment, written anew.' })
export class EditCommentInput extends Repeatable {
  @Field(() => ID, { description: 'Which comment; it is yours.' })
  commentId!: string;

  @Field(() => String, { description: 'What it says from now on; 2000 characters at most.' })
  text!: string;
}

@InputType('RemoveCommentInput', { description: 'Which comment to remove.' })
export class RemoveCommentInput extends Repeatable {
  @Field(() => ID, { description: 'Which comment.' })
  commentId!: string;
}
