import { InputType, Field, ID } from 'type-graphql';
import { OneCard, LinkInput } from '../card/card.inputs.ts';

@InputType('DraftAsReadInput', { description: 'As you read your draft.' })
export class DraftAsReadInput {
  @Field(() => String, { nullable: true, description: 'What stood there; empty where there was no draft.' })
  note?: string | null;

  @Field(() => [LinkInput], { nullable: true, description: 'The links; their addresses are compared.' })
  links?: LinkInput[] | null;
}

@InputType('SaveDraftInput', { description: 'Unfinished work.' })
export class SaveDraftInput {
  @Field(() => ID, { description: 'Which card; you hold it.' })
  cardId!: string;

  @Field(() => String, { description: 'What you have written; 20000 characters at most.' })
  note!: string;

  @Field(() => [LinkInput], { nullable: true, description: 'Where the work is.' })
  links?: LinkInput[] | null;

  @Field(() => DraftAsReadInput, {
    nullable: true,
    description:
      'The same as you read it: refused as StaleFields where you changed it elsewhere since. What is left out is not compared.',
  })
  asRead?: DraftAsReadInput | null;
}

@InputType('HandInCardInput', { description: 'The work; a note, a link or a file is needed.' })
export class HandInCardInput extends OneCard {
  @Field(() => String, {
    description: 'What the local should know, or the work itself; 20000 characters at most, may be empty.',
  })
  note!: string;

  @Field(() => [LinkInput], { description: 'Where the work is; twelve at most.' })
  links!: LinkInput[];

  @Field(() => [ID], {
    nullable: true,
    description:
      'Files of `card.uploads` that go along, each READY; twelve at most. All of them, or none is.',
  })
  fileIds?: string[] | null;
}

@InputType('CorrectHandInInput', { description: 'Work in place of what you handed in.' })
export class CorrectHandInInput extends HandInCardInput {
  @Field(() => ID, {
    description: 'The hand-in you read: refused as STALE_WORK where another one waits by now.',
  })
  handInId!: string;
}

@InputType('WithdrawHandInInput', { description: 'Which work you take back.' })
export class WithdrawHandInInput extends OneCard {}

@InputType('PassCraftReviewInput', { description: 'Whose craft is good.' })
export class PassCraftReviewInput extends OneCard {
  @Field(() => String, { nullable: true, description: 'For author and local; 2000 characters at most.' })
  note?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The hand-in you read: refused as STALE_WORK where another one waits by now.',
  })
  handInId?: string | null;
}

@InputType('RequestChangesInput', { description: 'What should be different.' })
export class RequestChangesInput extends OneCard {
  @Field(() => String, { description: 'For the author; 2000 characters at most.' })
  note!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The hand-in you read: refused as STALE_WORK where another one waits by now.',
  })
  handInId?: string | null;
}

@InputType('ApproveCardInput', { description: "The local's yes." })
export class ApproveCardInput extends OneCard {
  @Field(() => String, { description: 'A word of thanks; 500 characters at most.' })
  thanks!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The hand-in you read: refused as STALE_WORK where another one waits by now.',
  })
  handInId?: string | null;
}
