import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { LinkType } from '../card/card.type.ts';
import { HandInOutcome } from './work.entity.ts';

registerEnumType(HandInOutcome, {
  name: 'HandInOutcome',
  description: 'What became of a hand-in.',
  valuesConfig: {
    PENDING: { description: 'In review.' },
    REPLACED: { description: 'Its author handed in something else in its place before anybody decided.' },
    WITHDRAWN: { description: 'Its author took it back before anybody decided.' },
    CHANGES_REQUESTED: { description: 'Sent back to its author.' },
    APPROVED: { description: 'The local said yes.' },
    CANCELLED: { description: 'The card was taken off the board.' },
  },
});

@ObjectType('HandIn', { description: 'Work as it was handed in, with what its two reviews said.' })
export class HandInType {
  @Field(() => ID, { description: 'Names this hand-in.' })
  id!: string;

  @Field(() => String, { description: 'What the volunteer wrote; may be empty.' })
  note!: string;

  @Field(() => [LinkType], { description: 'Where the work is.' })
  links!: LinkType[];

  @Field(() => GraphQLDateTimeISO, { description: 'When it was handed in.' })
  at!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When the craft review was passed.' })
  craftReviewedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the craft reviewer wrote.' })
  craftNote!: string | null;

  @Field(() => HandInOutcome, { description: 'What became of it.' })
  outcome!: HandInOutcome;

  @Field(() => String, {
    nullable: true,
    description: 'What should be different, when changes were requested.',
  })
  reviewNote!: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was approved or sent back.' })
  reviewedAt!: Date | null;

  organizationId!: string;
  campaignId!: string;
  linkLabel!: string | null;
  linkMadeById!: string | null;
  personId!: string;
  craftReviewerId!: string | null;
  reviewerId!: string | null;
}

@ObjectType('Draft', { description: 'Unfinished work on a card.' })
export class DraftType {
  @Field(() => String, { description: 'What was written; may be empty.' })
  note!: string;

  @Field(() => [LinkType], { description: 'Where the work is.' })
  links!: LinkType[];

  @Field(() => GraphQLDateTimeISO, { description: 'When it was last saved.' })
  savedAt!: Date;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When its author handed the card back or lost it.',
  })
  keptAt!: Date | null;

  personId!: string;
}

@ObjectType('CardWork', {
  description: 'What was made for a card. For the team, whoever holds it, and people who may review craft.',
})
export class CardWorkType {
  @Field(() => [HandInType], { description: 'Every hand-in, newest first.' })
  handIns!: HandInType[];

  @Field(() => [DraftType], {
    description:
      "Drafts that earlier holders left, newest first, the viewer's own, and theirs who hold it with the viewer.",
  })
  drafts!: DraftType[];

  cardId!: string;
}
