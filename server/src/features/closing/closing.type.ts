import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import type { Closing } from './read-closings.ts';
import { RefusedPayload } from '../../platform/graphql/payload.ts';

@ObjectType('Handover', { description: 'Something that is handed over at the end.' })
export class HandoverType {
  @Field(() => String, { description: 'What.' })
  what!: string;

  @Field(() => String, { description: 'To whom; may be empty.' })
  to!: string;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  done!: boolean;
}

@ObjectType('Closing', {
  description: 'The end of a campaign, and the clock after which all but counts is erased.',
})
export class ClosingType {
  /** What the resolvers decide on. */
  row!: Closing;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was closed.' })
  closedAt!: Date;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When the local said yes to its last page; null before, when only the team reads it.',
  })
  pageApprovedAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, {
    description:
      'From then on its words, comments, hand-ins, asks and contacts are erased; name, counts, titles that anybody could read, and who finished which card stay.',
  })
  eraseAfter!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When that was done; null before.' })
  erasedAt!: Date | null;
}

export function toClosing(row: Closing): ClosingType {
  const { closedAt, pageApprovedAt, eraseAfter, erasedAt } = row;
  return Object.assign(new ClosingType(), { row, closedAt, pageApprovedAt, eraseAfter, erasedAt });
}

@InputType('HandoverInput', { description: 'Something that is handed over at the end.' })
export class HandoverInput {
  @Field(() => String, { description: 'What; 200 characters at most.' })
  what!: string;

  @Field(() => String, { nullable: true, description: 'To whom; 120 characters at most.' })
  to?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is done; false at first.' })
  done?: boolean | null;
}

@InputType('ClosingAsReadInput', { description: 'The end as you read it, in the fields you change.' })
export class ClosingAsReadInput {
  @Field(() => String, { nullable: true, description: 'To all who helped; 3000 characters at most.' })
  thanks?: string | null;

  @Field(() => String, { nullable: true, description: 'What came of it; 3000 characters at most.' })
  outcome?: string | null;

  @Field(() => [HandoverInput], { nullable: true, description: 'What is handed over; 30 at most.' })
  handover?: HandoverInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from the end until all but counts is erased, from 7 to 180; 30 at first.',
  })
  eraseAfterDays?: number | null;
}

@InputType('ClosingWordsInput', { description: 'What is said at the end.' })
class ClosingWords extends ClosingAsReadInput {
  @Field(() => ID, { description: 'Which campaign.' })
  campaignId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Makes a repeated request harmless for seven days; one id, one change of yours.',
  })
  requestId?: string | null;
}

@InputType('CloseCampaignInput', { description: 'The end of a campaign.' })
export class CloseCampaignInput extends ClosingWords {}

@InputType('UpdateClosingInput', { description: 'What to change about the end; fields left out stay.' })
export class UpdateClosingInput extends ClosingWords {
  @Field(() => ClosingAsReadInput, {
    nullable: true,
    description:
      'The same fields as you read them: refused as StaleFields where somebody changed one since. What is left out is not compared.',
  })
  asRead?: ClosingAsReadInput | null;
}

@InputType('ApproveClosingPageInput', { description: "The local's yes to its last page." })
export class ApproveClosingPageInput {
  @Field(() => ID, { description: 'Which campaign.' })
  campaignId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The thanks as you read them: refused when there are others by now.',
  })
  thanks?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The outcome as you read it: refused when there is another by now.',
  })
  outcome?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Makes a repeated request harmless for seven days; one id, one change of yours.',
  })
  requestId?: string | null;
}

@InputType('EraseMyselfInput', { description: 'To erase yourself.' })
export class EraseMyselfInput {
  @Field(() => String, { description: 'Your handle, typed again.' })
  handle!: string;
}

@ObjectType('ClosingPayload', { description: 'Answer to a change of the end.' })
class ClosingPayload extends RefusedPayload {
  @Field(() => CampaignType, { nullable: true, description: 'The campaign as it is now.' })
  campaign?: CampaignType | null;

  @Field(() => Int, { nullable: true, description: 'Revision of its board.' })
  boardRevision?: number | null;
}

@ObjectType('CloseCampaignPayload', { description: 'Answer to closeCampaign.' })
export class CloseCampaignPayload extends ClosingPayload {}

@ObjectType('UpdateClosingPayload', { description: 'Answer to updateClosing.' })
export class UpdateClosingPayload extends ClosingPayload {}

@ObjectType('ApproveClosingPagePayload', { description: 'Answer to approveClosingPage.' })
export class ApproveClosingPagePayload extends ClosingPayload {}

@ObjectType('EraseMyselfPayload', { description: 'Answer to eraseMyself.' })
export class EraseMyselfPayload extends RefusedPayload {
  @Field(() => Boolean, { nullable: true, description: 'True when it was done; you are signed out.' })
  erased?: boolean | null;
}
