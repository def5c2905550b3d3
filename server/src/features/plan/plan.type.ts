import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Phase } from '../../core/board/card.entity.ts';
import { dueMoment } from '../../core/board/due-moment.ts';
import { Sensitivity } from '../../core/access/sensitivity.ts';
import { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { OrganizationKind } from '../../core/organization/organization.entity.ts';
import { Skill } from '../../core/access/skill.ts';
import type { Edition } from '../template/card-templates.ts';
import { LeftOut, type PlanItem, PlanStatus } from './plan.entity.ts';
import { PlanReason } from './plan-rules.ts';
import type { PlanInWords } from './read-plan.ts';

registerEnumType(PlanStatus, {
  name: 'PlanStatus',
  description: 'How far a plan is.',
  valuesConfig: {
    PROPOSED: { description: 'Made by the rules; a coordinator ticks.' },
    OFFERED: { description: 'The local reads it.' },
    AGREED: { description: 'The local said go: the board is there.' },
  },
});
registerEnumType(LeftOut, {
  name: 'LeftOut',
  description: 'Why the rules left a card out.',
  valuesConfig: {
    LATE: { description: 'Its time has passed.' },
    TOO_MUCH: { description: 'All together would be more hours than is realistic.' },
  },
});
registerEnumType(PlanReason, {
  name: 'PlanReason',
  description: 'Which rule proposes a card.',
  valuesConfig: {
    ALWAYS: { description: 'Every fight begins and ends so.' },
    WORRY_RUMORS: { description: 'Rumors worry the local.' },
    WORRY_NOBODY_KNOWS: { description: 'The local worries that nobody knows.' },
    WORRY_PRESS: { description: 'The press worries the local.' },
    WORRY_SAFETY: { description: 'Safety worries the local.' },
    WORRY_MONEY: { description: 'Money worries the local.' },
    WORRY_MORALE: { description: 'Morale worries the local.' },
    WORRY_REPLACEMENTS: { description: 'Replacement workers worry the local.' },
    WORRY_LEGAL: { description: 'Legal questions worry the local.' },
    NO_PRESS_CONTACT: { description: 'There is no press contact.' },
    NO_SPOKESPERSON: { description: 'There is no spokesperson.' },
    NO_HARDSHIP_FUND: { description: 'There is no hardship fund.' },
    NO_WEBSITE: { description: 'There is no website.' },
    NO_LOGO: { description: 'There is no logo.' },
    NO_PHOTOS: { description: 'There are no photographs.' },
    NO_SOCIAL_ACCOUNTS: { description: 'There are no social accounts.' },
    SEVERAL_LANGUAGES: { description: 'People read more than one language.' },
    AD_BUDGET: { description: 'There is money for advertising.' },
    SUPPORTER_LIST: { description: 'The local can write to members or supporters.' },
    SOCIAL_ACCOUNTS: { description: 'There are social accounts.' },
    STRIKE: { description: 'Strikes need it.' },
    CONTRACT_FIGHT: { description: 'Contract fights need it.' },
    ORGANIZING_DRIVE: { description: 'Organizing drives need it.' },
    BOYCOTT: { description: 'Boycotts need it.' },
    COMMUNITY_FIGHT: { description: 'Community fights need it.' },
    SUGGESTED: { description: 'The local left it to us; it has helped others.' },
    PHOTOS: { description: 'There are photographs.' },
    NEED_SOCIAL_MEDIA: { description: 'The local asked for social media.' },
    NEED_WRITING: { description: 'The local asked for writing.' },
    NEED_GRAPHIC_DESIGN: { description: 'The local asked for graphic design.' },
    NEED_ONLINE_VIDEO: { description: 'The local asked for video.' },
    NEED_WEB_DEVELOPMENT: { description: 'The local asked for web development.' },
    NEED_TRAINING: { description: 'The local asked for training.' },
    NEED_ONLINE_ADVERTISING: { description: 'The local asked for advertising.' },
    NEED_STRATEGY: { description: 'The local asked for strategy.' },
    COORDINATOR: { description: 'A coordinator added it.' },
  },
});

@ObjectType('PlanItem', { description: 'One card of a plan, with the words of its template.' })
export class PlanItemType {
  @Field(() => ID, { description: 'The template.' })
  templateKey!: string;

  @Field(() => Boolean, { description: 'Whether it goes on the board.' })
  included!: boolean;

  @Field(() => PlanReason, { description: 'Why it is proposed.' })
  reason!: PlanReason;

  @Field(() => LeftOut, { nullable: true, description: 'Why the rules left it out; null when they did not.' })
  leftOut!: LeftOut | null;

  @Field(() => String, {
    description: 'In which language its words are: that of the plan, where its template is written in it.',
  })
  language!: string;

  @Field(() => [String], { description: 'All languages its template is written in, as BCP 47 tags.' })
  writtenIn!: string[];

  @Field(() => String, { description: 'The task in a few words.' })
  title!: string;

  @Field(() => String, { description: 'What there will be when it is done.' })
  deliverable!: string;

  @Field(() => Skill, { description: 'The one skill it asks for.' })
  skill!: Skill;

  @Field(() => Float, { description: 'Estimate in hours.' })
  hours!: number;

  @Field(() => Phase, { description: 'The part of the campaign it belongs to.' })
  phase!: Phase;

  @Field(() => String, { description: 'What the local gives to start with.' })
  localSupplies!: string;

  @Field(() => Boolean, { description: 'Whether the local does not want it.' })
  struck!: boolean;

  @Field(() => Sensitivity, { description: 'Who will be able to read it.' })
  sensitivity!: Sensitivity;

  @Field(() => String, { nullable: true, description: 'A warning; such a card begins as a draft.' })
  caution!: string | null;

  @Field(() => Int, { nullable: true, description: 'Due so many hours after T-0 (negative: before).' })
  dueOffsetHours!: number | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Due moment; null for none, or while T-0 is not known.',
  })
  dueAt!: Date | null;
}

@ObjectType('Plan', { description: 'The first plan for a request for help: which cards, and why.' })
export class PlanType {
  @Field(() => ID, { description: 'Names the plan.' })
  id!: string;

  @Field(() => PlanStatus, { description: 'How far it is.' })
  status!: PlanStatus;

  @Field(() => Int, { description: 'Raised by each change.' })
  version!: number;

  @Field(() => String, {
    description: 'In which language its cards are written: at first that of the request.',
  })
  language!: string;

  @Field(() => String, { description: 'A word of the coordinator to the local; may be empty.' })
  note!: string;

  @Field(() => String, { description: 'What the local wrote back, or empty.' })
  localWord!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How the local wants to call its campaign, where it differs from the offer.',
  })
  localTitle!: string | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Since when what the local wrote back waits for a new offer; null when nothing does.',
  })
  localAnsweredAt!: Date | null;

  @Field(() => [PlanItemType], {
    description:
      'Its cards, in the order in which a strike needs them. By the link: those ticked or left out.',
  })
  items!: PlanItemType[];

  @Field(() => Float, { description: 'Hours of all ticked cards.' })
  hoursIncluded!: number;

  @Field(() => Int, { description: 'Hours that can be found and looked after in the time there is.' })
  hoursRealistic!: number;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'T-0; null when not known.' })
  startsAt!: Date | null;

  @Field(() => String, { description: 'IANA time zone of the local.' })
  timeZone!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What the campaign will tell of the fight, as the local wrote it; null when it wrote nothing.',
  })
  story!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The employer, as the local named it; null when it did not.',
  })
  employer!: string | null;

  @Field(() => Boolean, { description: 'Whether the local said that the employer must stay unsaid.' })
  employerUnsaid!: boolean;

  @Field(() => Boolean, { description: 'Whether the local said that T-0 must stay unsaid.' })
  startUnsaid!: boolean;

  @Field(() => String, { nullable: true, description: 'What the campaign is called; null before the offer.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name in addresses; null before the offer.' })
  slug!: string | null;

  @Field(() => CampaignKind, { nullable: true, description: 'What sort of fight; null before the offer.' })
  kind!: CampaignKind | null;

  @Field(() => ID, { nullable: true, description: 'Who runs it, if they are here already.' })
  organizationId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the organization that is new here.' })
  organizationName!: string | null;

  @Field(() => OrganizationKind, { nullable: true, description: 'What sort of organization is new here.' })
  organizationKind!: OrganizationKind | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was offered.' })
  offeredAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When the local said go.' })
  agreedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Name in addresses of the campaign it became.' })
  campaignSlug!: string | null;

  @Field(() => Boolean, { description: 'Whether somebody joined by the link to lead the board.' })
  hasOrganizer!: boolean;

  @Field(() => Boolean, {
    description: 'Whether its organization was here before, and says yes to who leads.',
  })
  leadNeedsYes!: boolean;

  @Field(() => Boolean, {
    description: 'Whether somebody asked to lead and waits for the yes of the organization.',
  })
  leadWaits!: boolean;
}

/** A plan as a coordinator sees it, or with `forLocal` as the local does. */
export function toPlan(
  { plan, items, startsAt, timeZone, said, campaign, leadWaits }: PlanInWords,
  { forLocal = false }: { forLocal?: boolean } = {},
): PlanType {
  const ticked = items.filter(({ item }) => item.included);
  const shown = forLocal
    ? items.filter(({ item }) => item.included || item.struck || item.leftOut !== null)
    : items;
  return Object.assign(new PlanType(), {
    ...plan,
    id: toGlobalId('Plan', plan.id),
    items: shown.map(({ item, template }) => toPlanItem(item, template, startsAt)),
    hoursIncluded: ticked.reduce((sum, { template }) => sum + template.hours, 0),
    startsAt,
    timeZone,
    story: said.happening ?? null,
    employer: said.employer ?? null,
    employerUnsaid: said.hideEmployer ?? false,
    startUnsaid: said.hideStart ?? false,
    organizationId: plan.organization && toGlobalId('Organization', plan.organization),
    campaignSlug: campaign?.slug ?? null,
    hasOrganizer: plan.organizer !== null,
    leadNeedsYes: plan.organization !== null,
    leadWaits,
  });
}

function toPlanItem(item: PlanItem, template: Edition, startsAt: Date | null): PlanItemType {
  const { dueOffsetHours } = item;
  const dueAt = dueMoment({ dueAt: null, dueOffsetHours }, startsAt);
  return Object.assign(new PlanItemType(), { ...template, ...item, struck: item.struck ?? false, dueAt });
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Plan: true;
  }
}
