import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Sensitivity } from '../../core/access/sensitivity.ts';
import { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import { OrganizationKind } from '../../core/organization/organization.entity.ts';
import { PlanType } from './plan.type.ts';
import { RefusedPayload } from '../../platform/graphql/payload.ts';

const plan = { nullable: true, description: 'The plan as it is now; null when refused.' };
const leaveOut = {
  nullable: true,
  description: 'Templates of every ticked card that you do not want; left out, it stays as it was.',
};
const title = {
  nullable: true,
  description: 'What the campaign shall be called; 120 characters at most; left out, as it was offered.',
};
const token = { description: 'The secret in the link of the request.' };

@InputType('ProposePlanInput', { description: 'Which request gets a plan.' })
export class ProposePlanInput {
  @Field(() => ID, { description: 'The request.' })
  askId!: string;
}

@InputType('PlanItemInput', { description: 'What changes about one card of a plan.' })
export class PlanItemInput {
  @Field(() => ID, { description: 'Its template; one that is not in the plan is added.' })
  templateKey!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it goes on the board; left out, it stays.' })
  included?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Due so many hours after T-0; null for no moment; left out, it stays.',
  })
  dueOffsetHours?: number | null;
}

@InputType('UpdatePlanInput', { description: 'What changes about a plan; what is left out stays.' })
export class UpdatePlanInput {
  @Field(() => ID, { description: 'Which plan.' })
  planId!: string;

  @Field(() => Int, { description: 'The version you read.' })
  version!: number;

  @Field(() => [PlanItemInput], { nullable: true, description: 'Cards that change.' })
  items?: PlanItemInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'In which of the product’s languages its cards are written.',
  })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'A word to the local; 2000 characters at most.' })
  note?: string | null;
}

@InputType('OfferPlanInput', { description: 'What the campaign of a plan will be called.' })
export class OfferPlanInput {
  @Field(() => ID, { description: 'Which plan.' })
  planId!: string;

  @Field(() => Int, { description: 'The version you read.' })
  version!: number;

  @Field(() => ID, { nullable: true, description: 'Who runs it, if they are here already.' })
  organizationId?: string | null;

  @Field(() => String, { nullable: true, description: 'Else the name of the new organization.' })
  organizationName?: string | null;

  @Field(() => OrganizationKind, { nullable: true, description: 'What sort of organization is new.' })
  organizationKind?: OrganizationKind | null;

  @Field(() => String, { description: 'Its name in addresses: lower-case letters, digits and hyphens.' })
  slug!: string;

  @Field(() => String, { description: 'Its name; 120 characters at most.' })
  title!: string;

  @Field(() => CampaignKind, { description: 'What sort of fight it is.' })
  kind!: CampaignKind;
}

@InputType('AgreePlanInput', { description: 'The go of the local.' })
export class AgreePlanInput {
  @Field(() => String, token)
  token!: string;

  @Field(() => Int, { description: 'The version you read: you agree to this one.' })
  version!: number;

  @Field(() => [ID], leaveOut)
  leaveOut?: string[] | null;

  @Field(() => String, title)
  title?: string | null;

  @Field(() => Sensitivity, { nullable: true, description: 'Who may see the campaign; TEAM when left out.' })
  sensitivity?: Sensitivity | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether only the team sees the employer's name. Unless you say false, it does not go out.",
  })
  employerHidden?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether only the team sees T-0. Unless you say false, it does not go out.',
  })
  startHidden?: boolean | null;
}

@InputType('AnswerPlanInput', { description: 'What the local would have otherwise.' })
export class AnswerPlanInput {
  @Field(() => String, token)
  token!: string;

  @Field(() => Int, { description: 'The version you read.' })
  version!: number;

  @Field(() => [ID], leaveOut)
  leaveOut?: string[] | null;

  @Field(() => String, title)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'A word to the coordinator; 2000 characters at most.' })
  word?: string | null;
}

@InputType('BecomeOrganizerInput', { description: 'Who leads the board of a request.' })
export class BecomeOrganizerInput {
  @Field(() => String, token)
  token!: string;
}

@ObjectType('ProposePlanPayload', { description: 'Answer to proposePlan.' })
export class ProposePlanPayload extends RefusedPayload {
  @Field(() => PlanType, plan)
  plan?: PlanType | null;
}

@ObjectType('UpdatePlanPayload', { description: 'Answer to updatePlan.' })
export class UpdatePlanPayload extends RefusedPayload {
  @Field(() => PlanType, plan)
  plan?: PlanType | null;
}

@ObjectType('OfferPlanPayload', { description: 'Answer to offerPlan.' })
export class OfferPlanPayload extends RefusedPayload {
  @Field(() => PlanType, plan)
  plan?: PlanType | null;
}

@ObjectType('AgreePlanPayload', { description: 'Answer to agreePlan.' })
export class AgreePlanPayload extends RefusedPayload {
  @Field(() => PlanType, plan)
  plan?: PlanType | null;
}

@ObjectType('AnswerPlanPayload', { description: 'Answer to answerPlan.' })
export class AnswerPlanPayload extends RefusedPayload {
  @Field(() => PlanType, plan)
  plan?: PlanType | null;
}

@ObjectType('BecomeOrganizerPayload', { description: 'Answer to becomeOrganizer.' })
export class BecomeOrganizerPayload extends RefusedPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Name in addresses of the campaign you lead, now or once it waits no more; null when refused.',
  })
  campaignSlug?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the organization, which was here before, still has to say yes: until then you have no role in it. ' +
      'Null when refused.',
  })
  waits?: boolean | null;
}
