import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { LinkInput } from '../../core/card/card.inputs.ts';
import { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import { OrganizationKind } from '../../core/organization/organization.entity.ts';
import { Skill } from '../../core/access/skill.ts';
import { Asset, Worry } from './ask-answers.ts';
import { AskType } from './ask.type.ts';
import { RefusedPayload } from '../../platform/graphql/payload.ts';

const token = { description: 'From the link, as `startAsk` gave it.' };

@InputType('StartAskInput', { description: 'A new request for help. No account is needed.' })
export class StartAskInput {
  @Field(() => String, { description: 'The language in which they read, as a tag such as `es`.' })
  language!: string;
}

@InputType('AskAssetInput', { description: 'Whether something exists.' })
export class AskAssetInput {
  @Field(() => Asset, { description: 'What.' })
  asset!: Asset;

  @Field(() => Boolean, { nullable: true, description: 'Whether it exists; null for not sure.' })
  has?: boolean | null;
}

@InputType('AskAnswersInput', {
  description: 'Some of the ten answers. What is left out stays; null, or nothing, means "not sure".',
})
export class AskAnswersInputType {
  @Field(() => String, { nullable: true, description: '1. Who asks; 160 characters at most.' })
  organizationName?: string | null;

  @Field(() => OrganizationKind, { nullable: true, description: '1. What sort of organization it is.' })
  organizationKind?: OrganizationKind | null;

  @Field(() => String, { nullable: true, description: '1. The role of whoever writes; 160 characters.' })
  role?: string | null;

  @Field(() => CampaignKind, { nullable: true, description: '2. What sort of fight it is.' })
  kind?: CampaignKind | null;

  @Field(() => String, { nullable: true, description: '2. What is happening; 4000 characters.' })
  happening?: string | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: '2. T-0, past or to come, within two years.',
  })
  startsAt?: Date | null;

  @Field(() => String, { nullable: true, description: '2. IANA time zone, such as America/Chicago.' })
  timeZone?: string | null;

  @Field(() => [LinkInput], { nullable: true, description: '3. Where supporters should look now; 12 links.' })
  lookHere?: LinkInput[] | null;

  @Field(() => [AskAssetInput], { nullable: true, description: '4. What exists; those left out stay.' })
  assets?: AskAssetInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: '5. Who approves words in their name; 160 characters.',
  })
  approver?: string | null;

  @Field(() => [Worry], { nullable: true, description: '6. What worries them.' })
  worries?: Worry[] | null;

  @Field(() => String, { nullable: true, description: '6. The same in words; 2000 characters.' })
  worryWords?: string | null;

  @Field(() => [String], { nullable: true, description: '7. Languages, as BCP 47 tags; 12 at most.' })
  languages?: string[] | null;

  @Field(() => [Skill], { nullable: true, description: '8. What they think they need.' })
  needs?: Skill[] | null;

  @Field(() => Boolean, { nullable: true, description: '8. Whether we should suggest it.' })
  suggestForUs?: boolean | null;

  @Field(() => String, { nullable: true, description: '8. The same in words; 2000 characters.' })
  needWords?: string | null;

  @Field(() => Boolean, { nullable: true, description: '9. Whether the employer must stay unsaid.' })
  hideEmployer?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '9. Whether T-0 must stay unsaid.' })
  hideStart?: boolean | null;

  @Field(() => String, { nullable: true, description: '2. The employer; 160 characters.' })
  employer?: string | null;

  @Field(() => String, { nullable: true, description: '9. What else must stay unsaid; 2000 characters.' })
  unsaid?: string | null;

  @Field(() => Float, { nullable: true, description: '10. Hours a week for questions, from 0 to 168.' })
  localHoursPerWeek?: number | null;
}

@InputType('AskAsReadInput', { description: 'As you read it, in the answers you change.' })
export class AskAsReadInput extends AskAnswersInputType {
  @Field(() => Boolean, { nullable: true, description: '5. Whether a way to reach them was kept.' })
  hasContact?: boolean | null;
}

@InputType('SaveAskAnswersInput', { description: 'Answers to keep.' })
export class SaveAskAnswersInput {
  @Field(() => String, token)
  token!: string;

  @Field(() => AskAnswersInputType, { nullable: true, description: 'Some of the ten answers.' })
  answers?: AskAnswersInputType | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Any way to reach them, one to a line; 500 characters. Sealed, for coordinators alone. Null takes it away.',
  })
  contact?: string | null;

  @Field(() => String, { nullable: true, description: 'The language in which they read now.' })
  language?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'They were asked (`LIST_OF_PEOPLE`), and say that nothing here is a list of people.',
  })
  noListOfPeople!: boolean;

  @Field(() => AskAsReadInput, {
    nullable: true,
    description:
      'The same answers as you read them: refused as StaleFields where somebody changed one since. What is left out is not compared.',
  })
  asRead?: AskAsReadInput | null;
}

@InputType('SubmitAskInput', { description: 'Which request to send.' })
export class SubmitAskInput {
  @Field(() => String, token)
  token!: string;
}

@InputType('TakeAskInput', { description: 'Which request to take.' })
export class TakeAskInput {
  @Field(() => ID, { description: 'The request.' })
  askId!: string;
}

@InputType('ReleaseAskInput', { description: 'Which request to release.' })
export class ReleaseAskInput {
  @Field(() => ID, { description: 'The request.' })
  askId!: string;
}

@InputType('DeclineAskInput', { description: 'A no, as whoever asked will read it.' })
export class DeclineAskInput {
  @Field(() => ID, { description: 'The request.' })
  askId!: string;

  @Field(() => String, { description: 'Why; 2000 characters at most.' })
  words!: string;

  @Field(() => String, { description: 'Another place to go; 1000 characters at most.' })
  elsewhere!: string;
}

@ObjectType('StartAskPayload', { description: 'Answer to startAsk.' })
export class StartAskPayload extends RefusedPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The secret part of the link. Given once: only its fingerprint is kept. Null when refused.',
  })
  token!: string | null;

  @Field(() => AskType, { nullable: true, description: 'The request, empty; null when refused.' })
  ask!: AskType | null;
}

@ObjectType('SaveAskAnswersPayload', { description: 'Answer to saveAskAnswers.' })
export class SaveAskAnswersPayload extends RefusedPayload {
  @Field(() => AskType, {
    nullable: true,
    description: 'The request with all its answers; null when refused.',
  })
  ask!: AskType | null;
}

@ObjectType('SubmitAskPayload', { description: 'Answer to submitAsk.' })
export class SubmitAskPayload extends RefusedPayload {
  @Field(() => AskType, { nullable: true, description: 'The request as it was sent; null when refused.' })
  ask!: AskType | null;
}

@ObjectType('TakeAskPayload', { description: 'Answer to takeAsk.' })
export class TakeAskPayload extends RefusedPayload {
  @Field(() => AskType, { nullable: true, description: 'The request as it is now; null when refused.' })
  ask!: AskType | null;
}

@ObjectType('ReleaseAskPayload', { description: 'Answer to releaseAsk.' })
export class ReleaseAskPayload extends RefusedPayload {
  @Field(() => AskType, { nullable: true, description: 'The request as it is now; null when refused.' })
  ask!: AskType | null;
}

@ObjectType('DeclineAskPayload', { description: 'Answer to declineAsk.' })
export class DeclineAskPayload extends RefusedPayload {
  @Field(() => AskType, { nullable: true, description: 'The request as it is now; null when refused.' })
  ask!: AskType | null;
}
