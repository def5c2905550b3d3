import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { OrganizationType } from '../../core/organization/organization.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';

@ObjectType('LeadRequest', {
  description:
    'Somebody with the link of a request for help asks to lead its board. The organization decides.',
})
export class LeadRequestType {
  /** Row ids; the fields of those names are found in batches. */
  personId!: string;
  campaignId!: string;

  @Field(() => ID, { description: 'Names it; `confirmLeadRequest` and `declineLeadRequest` take it.' })
  id!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'Since when they wait for an answer.' })
  askedAt!: Date;
}

export function toLeadRequest({ id, personId, campaignId, askedAt }: LeadRequestRow): LeadRequestType {
  const fields = { id: toGlobalId('LeadRequest', id), personId, campaignId, askedAt };
  return Object.assign(new LeadRequestType(), fields);
}

const leadRequestId = { description: 'The request.' };
const organization = { nullable: true, description: 'The organization; null when refused.' };

@InputType('ConfirmLeadRequestInput', { description: 'The yes of an organization.' })
export class ConfirmLeadRequestInput {
  @Field(() => ID, leadRequestId)
  leadRequestId!: string;
}

@ObjectType('ConfirmLeadRequestPayload', { description: 'Answer to confirmLeadRequest.' })
export class ConfirmLeadRequestPayload extends Payload {
  @Field(() => OrganizationType, organization)
  organization?: OrganizationType | null;
}

@InputType('DeclineLeadRequestInput', { description: 'The no of an organization.' })
export class DeclineLeadRequestInput {
  @Field(() => ID, leadRequestId)
  leadRequestId!: string;
}

@ObjectType('DeclineLeadRequestPayload', { description: 'Answer to declineLeadRequest.' })
export class DeclineLeadRequestPayload extends Payload {
  @Field(() => OrganizationType, organization)
  organization?: OrganizationType | null;
}

export interface LeadRequestRow {
  id: string;
  organizationId: string;
  personId: string;
  campaignId: string;
  askedAt: Date;
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    LeadRequest: true;
  }
}
