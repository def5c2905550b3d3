import { GraphQLDateTimeISO } from 'graphql-scalars';
import { ObjectType, Field, Int, Float } from 'type-graphql';

@ObjectType('CampaignCounts', { description: 'Cards you may read, by column.' })
export class CampaignCountsType {
  @Field(() => Int, { description: 'Open cards.' })
  open!: number;

  @Field(() => Int, { description: 'Cards somebody holds.' })
  claimed!: number;

  @Field(() => Int, { description: 'Cards handed in.' })
  inReview!: number;

  @Field(() => Int, { description: 'Cards done.' })
  done!: number;

  @Field(() => Int, { description: 'Cards that wait on the local.' })
  waiting!: number;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Since when the one of them waits that waits longest; null while none does.',
  })
  waitingSince!: Date | null;

  @Field(() => Float, { description: 'Hours of work in the cards somebody holds.' })
  hoursClaimed!: number;

  @Field(() => Float, { description: 'Hours of work in the cards handed in.' })
  hoursInReview!: number;

  @Field(() => Float, { description: 'Hours of work in the open cards.' })
  hoursOpen!: number;

  @Field(() => Float, { description: 'Hours of work in the cards done.' })
  hoursGiven!: number;
}
