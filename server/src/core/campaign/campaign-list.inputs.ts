import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { OrganizationKind } from '../organization/organization.entity.ts';
import { CampaignKind } from './campaign.entity.ts';

export const CampaignOrder = { NEWEST: 'NEWEST', TITLE: 'TITLE' } as const;
export type CampaignOrder = keyof typeof CampaignOrder;

registerEnumType(CampaignOrder, {
  name: 'CampaignOrder',
  description: 'What a list of campaigns is ordered by. A cursor is of one order.',
  valuesConfig: {
    NEWEST: { description: 'Those that run first; among them the last one made.' },
    TITLE: { description: 'Their titles.' },
  },
});

@InputType('CampaignsFilter', { description: 'Which campaigns; what is left out does not matter.' })
export class CampaignsFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'With each of these words in title or story; 100 characters at most.',
  })
  text?: string | null;

  @Field(() => [CampaignKind], { nullable: true, description: 'Of one of these sorts; not an empty list.' })
  kinds?: CampaignKind[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'In at least one of these languages (BCP 47); `es` finds `es-MX` too. Not an empty list.',
  })
  languages?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this organization.' })
  organizationId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that run, or only those that ended.' })
  isRunning?: boolean | null;
}

@InputType('OrganizationsFilter', { description: 'Which organizations; what is left out does not matter.' })
export class OrganizationsFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'With each of these words in the name; 100 characters at most.',
  })
  text?: string | null;

  @Field(() => [OrganizationKind], {
    nullable: true,
    description: 'Of one of these sorts; not an empty list.',
  })
  kinds?: OrganizationKind[] | null;
}
