import { RefusalCode } from '../../platform/refusal/refusal.ts';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Sensitivity } from '../access/sensitivity.ts';
import { connectionType, countedType } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Role } from '../access/role.ts';
import { CampaignKind } from './campaign.entity.ts';
import type { CampaignRow } from './read-campaigns.ts';

registerEnumType(CampaignKind, {
  name: 'CampaignKind',
  description: 'What sort of fight it is.',
  valuesConfig: {
    STRIKE: { description: 'Work stops.' },
    CONTRACT_FIGHT: { description: 'A contract is bargained for.' },
    ORGANIZING_DRIVE: { description: 'Workers form a union.' },
    BOYCOTT: { description: 'People stop buying.' },
    COMMUNITY_FIGHT: { description: 'Neighbours or tenants stand up for something.' },
  },
});

@ObjectType('CampaignSettings', { description: 'Rules of this campaign that its organizers set.' })
export class CampaignSettingsType {
  @Field(() => Int, { description: 'Hours of a lease, from 1 to 336.' })
  leaseHours!: number;

  @Field(() => Int, {
    description: 'Hours in which somebody without finished work has to confirm a claim; 0 for no such rule.',
  })
  firstLeaseHours!: number;

  @Field(() => Int, {
    description:
      'Percent of the open cards that people without finished work may hold together; three they always may.',
  })
  newcomerShare!: number;

  @Field(() => Int, { description: 'Cards a person of standing NEW may hold at once.' })
  newcomerClaimLimit!: number;

  @Field(() => Int, { description: 'Cards anybody else may hold at once.' })
  claimLimit!: number;

  @Field(() => Boolean, { description: 'Whether a craft review comes before the approval.' })
  craftReviewRequired!: boolean;
}

@ObjectType('CampaignViewer', {
  description: 'What you may do here. In a subscription it describes the class of viewers, not one person.',
})
export class CampaignViewerType {
  @Field(() => Sensitivity, { description: 'The most sensitive cards you may read.' })
  sensitivity!: Sensitivity;

  @Field(() => Role, { nullable: true, description: 'Your role in the organization.' })
  role!: Role | null;

  @Field(() => Boolean, {
    description: 'Whether you are of the team: you have a role, or are a coordinator.',
  })
  isTeam!: boolean;

  @Field(() => Boolean, { description: 'Whether you may write, order, take back and cancel cards.' })
  canManage!: boolean;

  @Field(() => Boolean, { description: "Whether you may say the local's yes." })
  canApprove!: boolean;

  @Field(() => Boolean, { description: 'Whether you may pass the craft review of work that is not yours.' })
  canReviewCraft!: boolean;

  @Field(() => Int, { description: 'Cards you may hold at once; 0 when signed out or on hold.' })
  claimLimit!: number;

  @Field(() => RefusalCode, {
    nullable: true,
    description: 'Why you can claim no card here: NOT_SIGNED_IN, SUSPENDED or BLOCKED; null where you can.',
  })
  claimRefusal!: RefusalCode | null;
}

@ObjectType('Campaign', { implements: Node, description: 'A fight, with its story and its board.' })
export class CampaignType extends Node {
  /** The row behind it, for the resolvers. */
  row!: CampaignRow;

  @Field(() => String, { description: 'Its name in addresses: /c/<slug>.' })
  slug!: string;

  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => CampaignKind, { description: 'What sort of fight it is.' })
  kind!: CampaignKind;

  @Field(() => String, { description: 'What happens and why; may be empty.' })
  story!: string;

  @Field(() => [String], { description: 'What is demanded.' })
  demands!: string[];

  @Field(() => String, { description: 'What others can do; may be empty.' })
  howToHelp!: string;

  @Field(() => Boolean, { description: 'Whether the employer is shown to the team only.' })
  employerHidden!: boolean;

  @Field(() => Boolean, { description: 'Whether T-0 is shown to the team only.' })
  startHidden!: boolean;

  @Field(() => String, { description: 'Where the clock on the wall hangs: an IANA time zone.' })
  timeZone!: string;

  @Field(() => [String], { description: 'Its languages, as BCP 47 tags.' })
  languages!: string[];

  @Field(() => Sensitivity, { description: 'Who may read the campaign at all.' })
  sensitivity!: Sensitivity;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it ended; null while it runs.' })
  endedAt!: Date | null;

  @Field(() => CampaignSettingsType, { description: 'Its rules.' })
  settings!: CampaignSettingsType;
}

export const CampaignConnection = countedType(
  connectionType('Campaign', () => CampaignType),
  'CampaignConnection',
  'A page of a list of Campaign.',
);

/** A campaign as outsiders see it; employer, T-0 and the rest that depends on the reader have resolvers. */
export function toCampaign(row: CampaignRow): CampaignType {
  return Object.assign(new CampaignType(), {
    row,
    id: toGlobalId('Campaign', row.id),
    slug: row.slug,
    title: row.title,
    kind: row.kind,
    story: row.story,
    demands: row.demands,
    howToHelp: row.howToHelp,
    employerHidden: row.employerHidden,
    startHidden: row.startHidden,
    timeZone: row.timeZone,
    languages: row.languages,
    sensitivity: row.sensitivity,
    endedAt: row.endedAt,
    settings: {
      leaseHours: row.leaseHours,
      firstLeaseHours: row.firstLeaseHours,
      newcomerShare: row.newcomerShare,
      newcomerClaimLimit: row.newcomerClaimLimit,
      claimLimit: row.claimLimit,
      craftReviewRequired: row.craftReviewRequired,
    },
  });
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Campaign: true;
  }
}
