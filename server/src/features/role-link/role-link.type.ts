import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Role } from '../../core/access/role.ts';
import { CampaignType } from '../../core/campaign/campaign.type.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { LinkRole } from './role-link.entity.ts';

registerEnumType(LinkRole, {
  name: 'LinkRole',
  description: 'What an invite link makes of whoever opens it.',
  valuesConfig: {
    ORGANIZER: { description: 'Runs the boards of the organization, gives roles, approves work.' },
    APPROVER: { description: 'Says yes or no to work in the name of the organization.' },
  },
});

@ObjectType('RoleLink', {
  description:
    'An invite link: whoever has it joins the organization of a campaign in a role. It ends when it runs out, is used ' +
    'up or taken back, with the campaign, and when whoever made it may not give roles any more.',
})
export class RoleLinkType {
  @Field(() => ID, { description: 'Opaque; `revokeRoleLink` takes it. It opens nothing.' })
  id!: string;

  @Field(() => String, { description: 'Who it is for, in the words of who made it.' })
  label!: string;

  @Field(() => LinkRole, { description: 'What it makes of whoever opens it.' })
  role!: LinkRole;

  @Field(() => Int, { description: 'How many people it lets in.' })
  maxUses!: number;

  @Field(() => Int, { description: 'How many came in by it.' })
  uses!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'When it runs out.' })
  expiresAt!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was taken back.' })
  revokedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it lets somebody in now.' })
  opens!: boolean;

  /** Row id; the field of that name is found in batches. */
  createdById!: string;
}

/** A link as those who give roles see it: never what opens it. */
export function toRoleLink({ id, ...row }: RoleLinkRow): RoleLinkType {
  return Object.assign(new RoleLinkType(), { ...row, id: toGlobalId('RoleLink', id) });
}

@ObjectType('RoleOffer', { description: 'What an invite link offers, to whoever has it.' })
export class RoleOfferType {
  @Field(() => LinkRole, { description: 'What they would be.' })
  role!: LinkRole;

  @Field(() => String, { description: 'The organization, by name.' })
  organizationName!: string;

  @Field(() => String, { description: 'The campaign from which it was sent, by title.' })
  campaignTitle!: string;

  @Field(() => String, { description: 'The campaign, by its name in addresses.' })
  campaignSlug!: string;

  @Field(() => String, { description: 'The handle of whoever made the link.' })
  madeBy!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When it runs out.' })
  expiresAt!: Date;

  @Field(() => Role, {
    nullable: true,
    description:
      'The role that the signed-in person has there already, where it is that one or more. Null else.',
  })
  has!: Role | null;
}

@ObjectType('RoleByLinkPayload', { description: 'The answer to `roleByLink`.' })
export class RoleByLinkPayload extends Payload {
  @Field(() => RoleOfferType, { nullable: true, description: 'The offer; null when the link opens nothing.' })
  offer!: RoleOfferType | null;
}

@InputType('CreateRoleLinkInput', { description: 'Whom a link lets in, as what, and for how long.' })
export class CreateRoleLinkInput {
  @Field(() => ID, { description: 'The campaign whose organization they join.' })
  campaignId!: string;

  @Field(() => String, { description: 'Who it is for, such as "Lou, president"; 80 characters at most.' })
  label!: string;

  @Field(() => LinkRole, { description: 'What it makes of whoever opens it.' })
  role!: LinkRole;

  @Field(() => Int, { defaultValue: 7, description: 'For how many days it opens something, from 1 to 14.' })
  days!: number;

  @Field(() => Int, { defaultValue: 1, description: 'How many people it lets in, from 1 to 20.' })
  maxUses!: number;
}

@ObjectType('CreateRoleLinkPayload', { description: 'The answer to `createRoleLink`.' })
export class CreateRoleLinkPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'The address to send. Shown once: we keep no copy. Null when refused.',
  })
  address!: string | null;

  @Field(() => CampaignType, {
    nullable: true,
    description: 'The campaign with its links; null when refused.',
  })
  campaign!: CampaignType | null;
}

@InputType('RevokeRoleLinkInput', { description: 'Which link to take back.' })
export class RevokeRoleLinkInput {
  @Field(() => ID, { description: 'One of `campaign.roleLinks`.' })
  linkId!: string;
}

@ObjectType('RevokeRoleLinkPayload', { description: 'The answer to `revokeRoleLink`.' })
export class RevokeRoleLinkPayload extends Payload {
  @Field(() => CampaignType, {
    nullable: true,
    description: 'The campaign with its links; null when refused.',
  })
  campaign!: CampaignType | null;
}

@InputType('AcceptRoleLinkInput', { description: 'The link whose offer is taken.' })
export class AcceptRoleLinkInput {
  @Field(() => String, { description: 'What stands behind the # of the link.' })
  token!: string;
}

@ObjectType('AcceptRoleLinkPayload', { description: 'The answer to `acceptRoleLink`.' })
export class AcceptRoleLinkPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'The campaign, by its name in addresses; null when refused.',
  })
  campaignSlug!: string | null;

  @Field(() => Role, { nullable: true, description: 'What the person is there now; null when refused.' })
  role!: Role | null;
}

/** A link without what opens it. */
export interface RoleLinkRow {
  id: string;
  label: string;
  role: LinkRole;
  maxUses: number;
  uses: number;
  createdById: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  opens: boolean;
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    RoleLink: true;
  }
}
