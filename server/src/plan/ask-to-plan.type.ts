import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Asset, Worry } from '../ask/ask-answers.ts';
import { AskStatus } from '../ask/ask.entity.ts';
import { LinkType } from '../board/card.type.ts';
import { CampaignKind } from '../campaign/campaign.entity.ts';
import { toGlobalId } from '../graphql/global-id.ts';
import { OrganizationKind } from '../organization/organization.entity.ts';
import { Skill } from '../person/skill.ts';
import type { AskToPlan } from './read-plan.ts';

registerEnumType(AskStatus, {
  name: 'AskStatus',
  description: 'How far a request for help is.',
  valuesConfig: {
    DRAFT: { description: 'Being written.' },
    SUBMITTED: { description: 'Waits for a person.' },
    TRIAGED: { description: 'A person has it.' },
    ACCEPTED: { description: 'It became a campaign.' },
    DECLINED: { description: 'It was declined, with words and another place to go.' },
  },
});
registerEnumType(Asset, {
  name: 'Asset',
  description: 'What a local may have ready.',
  valuesConfig: {
    SOCIAL_ACCOUNTS: { description: 'Accounts on social media.' },
    WEBSITE: { description: 'A website.' },
    LOGO: { description: 'A logo.' },
    PHOTOS: { description: 'Photographs.' },
    MEMBER_LIST: { description: 'A list of members, which stays with the local.' },
    SUPPORTER_LIST: { description: 'A list of supporters, which stays with the local.' },
    PRESS_CONTACT: { description: 'Somebody the press can call.' },
    SPOKESPERSON: { description: 'Somebody who speaks for the local.' },
    HARDSHIP_FUND: { description: 'A hardship fund.' },
    AD_BUDGET: { description: 'Money for advertising.' },
  },
});
registerEnumType(Worry, {
  name: 'Worry',
  description: 'What keeps a local awake.',
  valuesConfig: {
    NOBODY_KNOWS: { description: 'Nobody knows about the fight.' },
    RUMORS: { description: 'Rumors.' },
    PRESS: { description: 'The press.' },
    MORALE: { description: 'Morale.' },
    MONEY: { description: 'Money.' },
    REPLACEMENTS: { description: 'Replacement workers.' },
    SAFETY: { description: 'Safety.' },
    LEGAL: { description: 'Legal questions.' },
  },
});

@ObjectType('AskToPlan', { description: 'What a coordinator reads of a request while making its plan.' })
export class AskToPlanType {
  @Field(() => ID, { description: 'Names the request.' })
  id!: string;

  @Field(() => AskStatus, { description: 'How far it is.' })
  status!: AskStatus;

  @Field(() => String, { description: 'In which language the local reads.' })
  language!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was sent.' })
  submittedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who asks.' })
  organizationName!: string | null;

  @Field(() => OrganizationKind, { nullable: true, description: 'What sort of organization.' })
  organizationKind!: OrganizationKind | null;

  @Field(() => String, { nullable: true, description: 'What the person who asks does there.' })
  role!: string | null;

  @Field(() => CampaignKind, { nullable: true, description: 'What sort of fight.' })
  kind!: CampaignKind | null;

  @Field(() => String, { nullable: true, description: 'What is happening.' })
  happening!: string | null;

  @Field(() => String, { nullable: true, description: 'T-0 as an ISO moment.' })
  startsAt!: string | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone.' })
  timeZone!: string | null;

  @Field(() => [LinkType], { description: 'Where supporters should look now.' })
  lookHere!: LinkType[];

  @Field(() => [Asset], { description: 'What they have.' })
  has!: Asset[];

  @Field(() => [Asset], {
    description: 'What they do not have. What is in neither list they are not sure of.',
  })
  lacks!: Asset[];

  @Field(() => String, { nullable: true, description: 'Who approves words in the name of the local.' })
  approver!: string | null;

  @Field(() => [Worry], { description: 'What worries them.' })
  worries!: Worry[];

  @Field(() => String, { nullable: true, description: 'Their worries in words.' })
  worryWords!: string | null;

  @Field(() => [String], { description: 'Languages, as BCP 47 tags.' })
  languages!: string[];

  @Field(() => [Skill], { description: 'What they think they need.' })
  needs!: Skill[];

  @Field(() => Boolean, { description: 'Whether they said "suggest it for us".' })
  suggestForUs!: boolean;

  @Field(() => String, { nullable: true, description: 'Their needs in words.' })
  needWords!: string | null;

  @Field(() => String, { nullable: true, description: 'The employer.' })
  employer!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the name of the employer stays unsaid.' })
  hideEmployer!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the date stays unsaid.' })
  hideStart!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What else must stay unsaid.' })
  unsaid!: string | null;

  @Field(() => Float, { nullable: true, description: 'Hours a week that somebody there has.' })
  localHoursPerWeek!: number | null;
}

/** A request as a coordinator sees it. */
export function toAskToPlan({ id, answers, ...ask }: AskToPlan): AskToPlanType {
  const { assets = {}, ...words } = answers;
  const assetsThat = (answer: boolean) => Object.values(Asset).filter((asset) => assets?.[asset] === answer);
  return Object.assign(new AskToPlanType(), {
    ...words,
    ...ask,
    id: toGlobalId('Ask', id),
    lookHere: words.lookHere ?? [],
    has: assetsThat(true),
    lacks: assetsThat(false),
    worries: words.worries ?? [],
    languages: words.languages ?? [],
    needs: words.needs ?? [],
    suggestForUs: words.suggestForUs ?? false,
  });
}
