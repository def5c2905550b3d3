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

  @Field(() => Float, { description: 'Hours of work in the open cards.' })
  hoursOpen!: number;

  @Field(() => Float, { description: 'Hours of work in the cards done.' })
  hoursGiven!: number;
}
