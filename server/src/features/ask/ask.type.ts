import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { LinkType } from '../../core/card/card.type.ts';
import { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import { countedConnection } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { OrganizationKind } from '../../core/organization/organization.entity.ts';
import { Skill } from '../../core/access/skill.ts';
import { type AskAnswers, Asset, Worry } from './ask-answers.ts';
import { AskStatus } from './ask.entity.ts';
import { DRAFT_DAYS } from './erase-ask.ts';
import { ANSWER_HOURS, ASK_KEPT_DAYS, HELD_HOURS, type AskRow } from './read-asks.ts';

registerEnumType(AskStatus, {
  name: 'AskStatus',
  description: 'How far a request for help has come.',
  valuesConfig: {
    DRAFT: { description: 'Being written; nobody is waited for.' },
    HELD: {
      description:
        'Sent when there was no room left: kept whole, and held back until a coordinator has looked at it, within a day.',
    },
    SUBMITTED: { description: 'Sent; we answer within four hours.' },
    TRIAGED: { description: 'A person has it.' },
    ACCEPTED: { description: 'It became a campaign.' },
    DECLINED: { description: 'Answered with a no, with words and another place to go.' },
  },
});
registerEnumType(Asset, {
  name: 'AskAsset',
  description: 'What a local may have ready. Only whether it exists, never the thing itself.',
  valuesConfig: {
    SOCIAL_ACCOUNTS: { description: 'Accounts on social media.' },
    WEBSITE: { description: 'A website.' },
    LOGO: { description: 'A logo.' },
    PHOTOS: { description: 'Photographs or video.' },
    MEMBER_LIST: { description: 'A list of members, which stays with them.' },
    SUPPORTER_LIST: { description: 'A list of supporters, which stays with them.' },
    PRESS_CONTACT: { description: 'A contact at a newspaper, radio or television.' },
    SPOKESPERSON: { description: 'Somebody who speaks to the press.' },
    HARDSHIP_FUND: { description: 'A hardship or strike fund.' },
    AD_BUDGET: { description: 'Money for advertisements.' },
  },
});
registerEnumType(Worry, {
  name: 'AskWorry',
  description: 'What keeps a local awake.',
  valuesConfig: {
    NOBODY_KNOWS: { description: 'Nobody knows of the fight.' },
    RUMORS: { description: 'Rumors, or what the employer says.' },
    PRESS: { description: 'The press.' },
    MORALE: { description: 'Whether people hold out.' },
    MONEY: { description: 'Money.' },
    REPLACEMENTS: { description: 'Replacement workers.' },
    SAFETY: { description: 'Safety of people.' },
    LEGAL: { description: 'What may be said and done by law.' },
  },
});

@ObjectType('AskAssetAnswer', {
  description: 'Whether a local has something ready. What is not listed is not sure.',
})
export class AskAssetAnswerType {
  @Field(() => Asset, { description: 'What.' })
  asset!: Asset;

  @Field(() => Boolean, { description: 'Whether it exists.' })
  has!: boolean;
}

@ObjectType('AskAnswers', {
  description: 'The ten answers. Each may be missing: "not sure" is an answer too.',
})
export class AskAnswersType {
  @Field(() => String, { nullable: true, description: '1. Who asks.' })
  organizationName?: string | null;

  @Field(() => OrganizationKind, { nullable: true, description: '1. What sort of organization it is.' })
  organizationKind?: OrganizationKind | null;

  @Field(() => String, { nullable: true, description: '1. The role of whoever writes.' })
  role?: string | null;

  @Field(() => CampaignKind, { nullable: true, description: '2. What sort of fight it is.' })
  kind?: CampaignKind | null;

  @Field(() => String, { nullable: true, description: '2. What is happening.' })
  happening?: string | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: '2. T-0; may be past.' })
  startsAt?: Date | null;

  @Field(() => String, { nullable: true, description: '2. IANA time zone in which T-0 was said.' })
  timeZone?: string | null;

  @Field(() => [LinkType], { description: '3. Where supporters should look now.' })
  lookHere!: { label: string; url: string }[];

  @Field(() => [AskAssetAnswerType], { description: '4. What exists.' })
  assets!: AskAssetAnswerType[];

  @Field(() => String, { nullable: true, description: '5. Who approves words in the name of the local.' })
  approver?: string | null;

  @Field(() => [Worry], { description: '6. What worries them.' })
  worries!: Worry[];

  @Field(() => String, { nullable: true, description: '6. What worries them, in their words.' })
  worryWords?: string | null;

  @Field(() => [String], { description: '7. Languages, as BCP 47 tags.' })
  languages!: string[];

  @Field(() => [Skill], { description: '8. What they think they need.' })
  needs!: Skill[];

  @Field(() => Boolean, { nullable: true, description: '8. Whether we should suggest what they need.' })
  suggestForUs?: boolean | null;

  @Field(() => String, { nullable: true, description: '8. What they need, in their words.' })
  needWords?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '9. Whether the name of the employer must stay unsaid.',
  })
  hideEmployer?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: '9. Whether T-0 must stay unsaid.' })
  hideStart?: boolean | null;

  @Field(() => String, { nullable: true, description: '2. The employer.' })
  employer?: string | null;

  @Field(() => String, { nullable: true, description: '9. What else must stay unsaid.' })
  unsaid?: string | null;

  @Field(() => Float, {
    nullable: true,
    description: '10. Hours a week that somebody there has for questions.',
  })
  localHoursPerWeek?: number | null;
}

@ObjectType('Ask', {
  implements: Node,
  description:
    'A request for help by a local. Read by whoever has its link, and, once sent, by coordinators.',
})
export class AskType extends Node {
  /** The row; `contact` and what is alike have a resolver that looks at who reads. */
  row!: AskRow;
  /** Whether it stands in a list: there the contact does not show. */
  listed!: boolean;

  @Field(() => AskStatus, { description: 'How far it has come.' })
  status!: AskStatus;

  @Field(() => String, { description: 'The language in which they read, as a tag such as `es`.' })
  language!: string;

  @Field(() => AskAnswersType, { description: 'The ten answers.' })
  answers!: AskAnswersType;

  @Field(() => Boolean, { description: 'Whether a way to reach them is kept.' })
  hasContact!: boolean;

  @Field(() => GraphQLDateTimeISO, { description: 'When an answer was last changed.' })
  updatedAt!: Date;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it was sent; null while it is written.',
  })
  submittedAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it was sent and held back; null for one that never was.',
  })
  heldAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description:
      'When we answer at the latest; while it is held back, when we have looked at it at the latest.',
  })
  answerBy!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Since when a person has it.' })
  triagedAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was accepted or declined.' })
  decidedAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description:
      'When it is erased whole: a day after it was begun where nothing was written; thirty days after the last change ' +
      'of one that was never sent, and ninety after its beginning at the latest; thirty days after a no. ' +
      'Null while it waits; one that became a campaign ends with that.',
  })
  eraseAfter!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  declineWords!: string | null;

  @Field(() => String, { nullable: true, description: 'Another place to go, where it was declined.' })
  declineElsewhere!: string | null;
}

export const AskConnection = countedConnection('Ask', () => AskType);

/** An ask as those see it who may: whoever has its link, and coordinators. */
export function toAsk(row: AskRow, { listed = false }: { listed?: boolean } = {}): AskType {
  const { submittedAt } = row;
  return Object.assign(new AskType(), {
    id: toGlobalId('Ask', row.id),
    row,
    listed,
    status: row.status,
    language: row.language,
    answers: toAnswers(row.answers),
    hasContact: row.contactSealed !== null,
    updatedAt: row.updatedAt,
    submittedAt,
    heldAt: row.heldAt,
    answerBy: answerBy(row),
    triagedAt: row.triagedAt,
    decidedAt: row.decidedAt,
    eraseAfter: eraseAfter(row),
    declineWords: row.declineWords,
    declineElsewhere: row.declineElsewhere,
  });
}

function answerBy({ submittedAt, heldAt }: AskRow): Date | null {
  if (submittedAt) return new Date(submittedAt.getTime() + ANSWER_HOURS * 3_600_000);
  return heldAt && new Date(heldAt.getTime() + HELD_HOURS * 3_600_000);
}

/** As `eraseAsk` reckons. */
function eraseAfter({
  status,
  answers,
  contactSealed,
  createdAt,
  updatedAt,
  decidedAt,
}: AskRow): Date | null {
  const after = (since: Date, days: number) => new Date(since.getTime() + days * 86_400_000);
  if (status === AskStatus.DECLINED) return decidedAt && after(decidedAt, ASK_KEPT_DAYS);
  if (status !== AskStatus.DRAFT) return null;
  if (Object.keys(answers).length === 0 && !contactSealed) return after(updatedAt, 1);
  const [byChange, byAge] = [after(updatedAt, ASK_KEPT_DAYS), after(createdAt, DRAFT_DAYS)];
  return byChange < byAge ? byChange : byAge;
}

function toAnswers({ startsAt, assets = {}, ...answers }: AskAnswers): AskAnswersType {
  return {
    ...answers,
    startsAt: startsAt ? new Date(startsAt) : null,
    lookHere: answers.lookHere ?? [],
    assets: Object.entries(assets).map(([asset, has]) => ({ asset: asset as Asset, has })),
    worries: answers.worries ?? [],
    languages: answers.languages ?? [],
    needs: answers.needs ?? [],
  };
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Ask: true;
  }
}
