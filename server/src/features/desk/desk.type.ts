import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import { countedConnection } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import {
  type AskRow,
  DeskSection,
  type NewcomerRow,
  type PulseRow,
  type QuietCardRow,
  type QuietPersonRow,
  QuietReason,
} from './desk-sections.ts';
import type { DeskFilter } from './read-desk.ts';

registerEnumType(DeskSection, {
  name: 'DeskSection',
  description: 'A list on the desk.',
  valuesConfig: {
    ASKS: { description: 'Asks that wait for an answer.' },
    HELD_ASKS: { description: 'Asks that were held back, for somebody to look at.' },
    CAMPAIGNS: { description: 'Running campaigns with their pulse.' },
    QUIET_CARDS: { description: 'Cards on which nothing moves.' },
    QUIET_PEOPLE: { description: 'People who hold a card and were not seen for two days.' },
    NEWCOMERS: { description: 'People of standing NEW whose work can be judged.' },
    HAND_INS: { description: 'Work that waits for a craft review.' },
    SUGGESTIONS: { description: 'What was suggested or asked about the programme, without an answer.' },
    DELIVERIES: { description: 'Messages to people that fail.' },
  },
});
registerEnumType(QuietReason, {
  name: 'QuietReason',
  description: 'Why a card counts as quiet.',
  valuesConfig: {
    UNCLAIMED: { description: 'Open for more than two days, and nobody took it.' },
    NO_SIGN: { description: 'Held, and nothing happened for more than half of the lease.' },
    NO_CRAFT_REVIEW: { description: 'Handed in more than a day ago, without a craft review.' },
  },
});

@InputType('DeskFilter', { description: 'Which part of the desk; what is left out does not matter.' })
export class DeskFilterInput implements DeskFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words in a title, handle, campaign or organization; 100 characters at most.',
  })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this campaign, by its name in addresses.' })
  campaign?: string | null;

  @Field(() => CampaignKind, { nullable: true, description: 'Only fights of this sort.' })
  kind?: CampaignKind | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only asks that you have, and campaigns of asks you took or of organizations you have a role in.',
  })
  mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is later than was promised.' })
  late?: boolean | null;
}

@ObjectType('DeskSectionCount', { description: 'How a section of the desk stands.' })
export class DeskSectionCountType {
  @Field(() => DeskSection, { description: 'Which section.' })
  section!: DeskSection;

  @Field(() => Int, { description: 'How many rows fit the filter.' })
  total!: number;

  @Field(() => Int, {
    description:
      'How many of them are late: asks beyond their answer, held ones after a day, campaigns with late cards, cards beyond their due moment, ' +
      'people who hold one, newcomers after three days, hand-ins after a day, suggestions beyond the promised answer, messages given up.',
  })
  late!: number;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Since when the longest wait goes on.' })
  since!: Date | null;
}

@ObjectType('WaitingAsk', {
  implements: Node,
  description: 'A request for help that waits for an answer. Tells no contact.',
})
export class WaitingAskType extends Node {
  @Field(() => ID, {
    description:
      'The global id of the ask itself, which `node(id)` and mutations take; `id` is of this view of it.',
  })
  askId!: string;

  @Field(() => String, { nullable: true, description: 'Who asks, in their own words; null when not said.' })
  organizationName!: string | null;

  @Field(() => CampaignKind, { nullable: true, description: 'What sort of fight; null when not said.' })
  kind!: CampaignKind | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'T-0, as far as they know it.' })
  startsAt!: Date | null;

  @Field(() => String, { description: 'The language they read, as a tag (BCP 47).' })
  language!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was sent.' })
  submittedAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'Until when they were promised an answer.' })
  answerBy!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Since when a coordinator has it.' })
  takenAt!: Date | null;

  takenById!: string | null;
}

@ObjectType('CampaignPulse', {
  implements: Node,
  description: 'How a running campaign is.',
})
export class CampaignPulseType extends Node {
  /** Row id. */
  campaignId!: string;

  @Field(() => Int, { description: 'Cards nobody has taken.' })
  open!: number;

  @Field(() => Int, { description: 'Cards somebody holds.' })
  held!: number;

  @Field(() => Int, { description: 'Cards handed in.' })
  inReview!: number;

  @Field(() => Int, { description: 'Cards that wait on the local.' })
  waiting!: number;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Since when the longest of them waits.' })
  waitingSince!: Date | null;

  @Field(() => Int, { description: 'Cards beyond their due moment.' })
  late!: number;

  @Field(() => Int, { description: 'Cards on which nothing moves.' })
  quiet!: number;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Since when the oldest of what waits, is late or quiet is so; null when nothing is.',
  })
  since!: Date | null;
}

@ObjectType('QuietCard', {
  implements: Node,
  description: 'A card on which nothing moves.',
})
export class QuietCardType extends Node {
  /** Row id. */
  cardId!: string;

  @Field(() => QuietReason, { description: 'In what way.' })
  why!: QuietReason;

  @Field(() => GraphQLDateTimeISO, { description: 'Since when.' })
  since!: Date;

  @Field(() => Boolean, { description: 'Whether it is beyond its due moment.' })
  late!: boolean;
}

@ObjectType('QuietPerson', {
  implements: Node,
  description: 'Somebody who holds a card and was not seen for two days.',
})
export class QuietPersonType extends Node {
  /** Row ids. */
  personId!: string;
  cardId!: string;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description:
      'When they were last here, to within five minutes; null when no device is signed in any more.',
  })
  lastSeenAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, {
    description: 'Since when nothing was heard: last seen, or else when they took the card.',
  })
  since!: Date;

  @Field(() => Int, { description: 'How many cards they hold.' })
  held!: number;

  @Field(() => Boolean, { description: 'Whether one of these is beyond its due moment.' })
  late!: boolean;
}

@ObjectType('NewcomerToVet', {
  implements: Node,
  description: 'Somebody of standing NEW whose work can be judged.',
})
export class NewcomerToVetType extends Node {
  /** Row ids. */
  personId!: string;
  cardId!: string;

  @Field(() => Int, { description: 'Cards they finished.' })
  finished!: number;

  @Field(() => Int, { description: 'Cards they handed in.' })
  inReview!: number;

  @Field(() => Int, { description: 'Cards they hold.' })
  held!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When the first of these got to where it is.' })
  since!: Date;

  @Field(() => Boolean, { description: 'Whether that was more than three days ago.' })
  late!: boolean;
}

@ObjectType('Desk', {
  description:
    "The coordinators' desk: what waits, over all campaigns. Every list begins with the longest wait, and its length " +
    'is in `sections`.',
})
export class DeskType {
  filter!: DeskFilter;
  /** Row id of the coordinator who looks. */
  viewerId!: string;
}

export const WaitingAskConnection = countedConnection('WaitingAsk', () => WaitingAskType);
export const CampaignPulseConnection = countedConnection('CampaignPulse', () => CampaignPulseType);
export const QuietCardConnection = countedConnection('QuietCard', () => QuietCardType);
export const QuietPersonConnection = countedConnection('QuietPerson', () => QuietPersonType);
export const NewcomerToVetConnection = countedConnection('NewcomerToVet', () => NewcomerToVetType);

/** Answers are as they were typed: what is no moment, or no kind we know, is not said. */
export function toWaitingAsk({ id, kind, startsAt, ...row }: AskRow): WaitingAskType {
  const start = startsAt ? new Date(startsAt) : null;
  return Object.assign(new WaitingAskType(), {
    ...row,
    id: toGlobalId('WaitingAsk', id),
    askId: toGlobalId('Ask', id),
    kind: kind && kind in CampaignKind ? kind : null,
    startsAt: start && !Number.isNaN(start.getTime()) ? start : null,
  });
}

export function toCampaignPulse({ id, lateCards, quietCards, ...row }: PulseRow): CampaignPulseType {
  return Object.assign(new CampaignPulseType(), {
    ...row,
    id: toGlobalId('CampaignPulse', id),
    campaignId: id,
    late: lateCards,
    quiet: quietCards,
  });
}

export function toQuietCard({ id, ...row }: QuietCardRow): QuietCardType {
  return Object.assign(new QuietCardType(), row, { id: toGlobalId('QuietCard', id), cardId: id });
}

export function toQuietPerson({ id, ...row }: QuietPersonRow): QuietPersonType {
  return Object.assign(new QuietPersonType(), row, { id: toGlobalId('QuietPerson', id), personId: id });
}

export function toNewcomer({ id, ...row }: NewcomerRow): NewcomerToVetType {
  return Object.assign(new NewcomerToVetType(), row, { id: toGlobalId('NewcomerToVet', id), personId: id });
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    WaitingAsk: true;
    CampaignPulse: true;
    QuietCard: true;
    QuietPerson: true;
    NewcomerToVet: true;
  }
}
