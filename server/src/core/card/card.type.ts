import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, countedType } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Skill } from '../access/skill.ts';
import { CardStatus, ClaimEnd, Phase } from '../board/card.entity.ts';
import type { CardOnBoard } from '../board/read-cards.ts';
import { Sensitivity } from '../access/sensitivity.ts';

registerEnumType(CardStatus, {
  name: 'CardStatus',
  description: 'Where a card is on its way; also its column.',
  valuesConfig: {
    DRAFT: { description: 'Being written by the local; only the team sees it.' },
    OPEN: { description: 'Ready to be claimed.' },
    CLAIMED: { description: 'Held by a volunteer under a lease, or by two together.' },
    IN_REVIEW: { description: 'Handed in; waits for the craft review or the local.' },
    DONE: { description: 'Approved by the local.' },
    CANCELLED: { description: 'Taken off the board; only the team sees it.' },
  },
});
registerEnumType(Phase, {
  name: 'Phase',
  description: 'The part of a campaign a card belongs to, counted from T-0.',
  valuesConfig: {
    BEFORE: { description: 'Before T-0.' },
    FIRST_72_HOURS: { description: 'From T-0 to 72 hours later.' },
    ONGOING: { description: 'After the first 72 hours, while it goes on.' },
    AFTER: { description: 'When it is over.' },
  },
});
registerEnumType(ClaimEnd, {
  name: 'ClaimEnd',
  description: 'How a claim ended.',
  valuesConfig: {
    HANDED_IN: { description: 'The work was handed in.' },
    HANDED_BACK: { description: 'The holder gave the card back.' },
    EXPIRED: { description: 'The lease ran out.' },
    TAKEN_BACK: { description: 'The local took the card back, or its holder may not read it any more.' },
    CANCELLED: { description: 'The card was taken off the board.' },
  },
});
registerEnumType(Sensitivity, {
  name: 'Sensitivity',
  description: 'Who may read something.',
  valuesConfig: {
    PUBLIC: { description: 'Anyone.' },
    VETTED: { description: 'People whose standing is VETTED or LEAD, and the team.' },
    TEAM: { description: 'People with a role in the organization, and coordinators.' },
  },
});

@ObjectType('Link', { description: 'A web address with a label.' })
export class LinkType {
  @Field(() => String, { description: 'What to call it; the host name where nobody said.' })
  label!: string;

  @Field(() => String, { description: 'Absolute http or https address.' })
  url!: string;
}

@ObjectType('ChecklistItem', { description: 'One step of a card.' })
export class ChecklistItemType {
  @Field(() => ID, { description: 'Unique on its card.' })
  id!: string;

  @Field(() => String, { description: 'The step.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether it is ticked.' })
  done!: boolean;
}

@ObjectType('Claim', { description: 'The lease under which a card is held.' })
export class ClaimType {
  @Field(() => ID, { description: 'Names this claim.' })
  id!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When it began.' })
  claimedAt!: Date;

  @Field(() => GraphQLDateTimeISO, {
    description: 'When the card goes back to OPEN by itself, unless extended.',
  })
  expiresAt!: Date;

  @Field(() => Int, { description: 'Hours of a full lease on this campaign.' })
  leaseHours!: number;

  @Field(() => Boolean, {
    description:
      'Whether it goes back at `expiresAt` unless its holder says that they are on it (`confirmClaim`) or extends.',
  })
  toConfirm!: boolean;

  @Field(() => Int, { description: 'How often it was extended; three times at most.' })
  extensions!: number;
}

@ObjectType('Waiting', { description: 'The card waits on the local.' })
export class WaitingType {
  @Field(() => GraphQLDateTimeISO, { description: 'Since when.' })
  since!: Date;

  @Field(() => String, { nullable: true, description: 'What is missing; null when it is the approval.' })
  reason!: string | null;
}

@ObjectType('Thanks', { description: 'The word of thanks that came with the approval.' })
export class ThanksType {
  @Field(() => String, { description: 'What was said.' })
  text!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When.' })
  at!: Date;

  fromId!: string | null;
}

@ObjectType('HandBack', { description: 'How a card last came back to OPEN.' })
export class HandBackType {
  @Field(() => GraphQLDateTimeISO, { description: 'When.' })
  at!: Date;

  @Field(() => ClaimEnd, { description: 'Handed back, expired, or taken back.' })
  how!: ClaimEnd;

  byId!: string | null;
}

@ObjectType('Card', {
  implements: Node,
  description:
    'One small, well-scoped task. Nothing here depends on who asks, except that fields a reader may not see are null.',
})
export class CardType extends Node {
  /** The row behind it, for the resolvers. */
  row!: CardOnBoard;

  @Field(() => Int, { description: 'What people call it: card 12 of its board.' })
  number!: number;

  @Field(() => String, { description: 'The task in a few words.' })
  title!: string;

  @Field(() => String, { description: 'What there will be when it is done.' })
  deliverable!: string;

  @Field(() => String, { description: 'What the local gives to start with; may be empty.' })
  localSupplies!: string;

  @Field(() => String, { description: 'What is not part of it; may be empty.' })
  outOfScope!: string;

  @Field(() => String, { nullable: true, description: 'A warning, such as legal sign-off or consent.' })
  caution!: string | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When an organizer ticked the caution; null while nobody has. A draft opens only then.',
  })
  cautionClearedAt!: Date | null;

  @Field(() => Skill, { description: 'The one skill it asks for.' })
  skill!: Skill;

  @Field(() => Float, { description: 'Estimate in hours.' })
  hours!: number;

  @Field(() => Phase, { description: 'The part of the campaign it belongs to.' })
  phase!: Phase;

  @Field(() => [String], { description: 'Languages it needs of whoever takes it, as BCP 47 tags.' })
  languages!: string[];

  @Field(() => String, {
    description: 'In which language its words are written, its caution too, as a BCP 47 tag.',
  })
  language!: string;

  @Field(() => Sensitivity, { description: 'Who may read it.' })
  sensitivity!: Sensitivity;

  @Field(() => [LinkType], { description: 'Material to work from.' })
  links!: LinkType[];

  @Field(() => [ChecklistItemType], { description: 'Its steps.' })
  checklist!: ChecklistItemType[];

  @Field(() => CardStatus, { description: 'Status, and so its column.' })
  status!: CardStatus;

  @Field(() => String, { description: 'Sort key within the column, by code points; ties by id.' })
  position!: string;

  @Field(() => Int, { description: 'Raised by each edit of the words; updateCard wants the one you read.' })
  version!: number;

  @Field(() => Boolean, {
    description: 'Whether a second one may join its holder: `joinCard`, while nobody is `partner`.',
  })
  forTwo!: boolean;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description:
      'Until when an open card is kept for people who came to a training, as `keptFor` says; null for none, and once it is taken. From that moment on everybody takes it.',
  })
  keptUntil!: Date | null;

  @Field(() => ClaimType, { nullable: true, description: 'The running lease; only while CLAIMED.' })
  claim!: ClaimType | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description:
      'Since when its holder waits for the look of somebody who knows the craft; a comment of theirs gives it.',
  })
  lookAskedAt!: Date | null;

  @Field(() => WaitingType, { nullable: true, description: 'Set while the local is waited for.' })
  waiting!: WaitingType | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When a review sent it back to its volunteer.',
  })
  changesRequestedAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When work was last handed in.' })
  handedInAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When the craft review was passed.' })
  craftReviewedAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When the local approved it.' })
  finishedAt!: Date | null;

  @Field(() => ThanksType, { nullable: true, description: 'Thanks given with the approval.' })
  thanks!: ThanksType | null;

  @Field(() => HandBackType, { nullable: true, description: 'How it last came back to OPEN.' })
  lastHandBack!: HandBackType | null;

  @Field(() => Boolean, { description: 'Whether a draft of an earlier holder is kept.' })
  draftKept!: boolean;

  @Field(() => Int, { description: 'How many comments it has.' })
  commentCount!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'When anything on it last changed.' })
  updatedAt!: Date;
}

const CardPage = connectionType('Card', () => CardType);

export const CardConnection = countedType(CardPage, 'CardConnection', 'A page of a list of Card.');

export const BoardCardConnection = countedType(
  CardPage,
  'BoardCardConnection',
  'A page of the cards of a board.',
);

@ObjectType('OpenCardConnection', {
  description: 'A page of open work, and the place from which `openCardsChanged` goes on.',
})
export class OpenCardConnection extends BoardCardConnection {
  @Field(() => ID, { description: 'Names this history of open work, for what you may read.' })
  epoch!: string;

  @Field(() => Int, {
    description: 'The last change that is surely in it. Of several pages, go on from that of the first.',
  })
  revision!: number;
}

/** A card as outsiders see it. */
export function toCardType(row: CardOnBoard): CardType {
  const claimed = row.claimId && row.claimedAt && row.leaseExpiresAt;
  return Object.assign(new CardType(), {
    row,
    id: toGlobalId('Card', row.id),
    number: row.number,
    title: row.title,
    deliverable: row.deliverable,
    localSupplies: row.localSupplies,
    outOfScope: row.outOfScope,
    caution: row.caution,
    cautionClearedAt: row.cautionClearedAt,
    skill: row.skill,
    hours: row.hours,
    phase: row.phase,
    languages: row.languages,
    language: row.language,
    sensitivity: row.sensitivity,
    links: row.links,
    checklist: row.checklist,
    status: row.status,
    position: row.position,
    version: row.version,
    forTwo: row.forTwo,
    keptUntil: row.status === 'OPEN' ? row.keptUntil : null,
    claim: claimed
      ? {
          id: row.claimId,
          claimedAt: row.claimedAt,
          expiresAt: row.leaseExpiresAt,
          leaseHours: row.leaseHours,
          toConfirm: row.toConfirm,
          extensions: row.extensions,
        }
      : null,
    lookAskedAt: row.lookAskedAt,
    waiting: row.waitingSince ? { since: row.waitingSince, reason: row.waitingReason } : null,
    changesRequestedAt: row.changesRequestedAt,
    handedInAt: row.handedInAt,
    craftReviewedAt: row.craftReviewedAt,
    finishedAt: row.finishedAt,
    thanks:
      row.thanks && row.finishedAt ? { text: row.thanks, at: row.finishedAt, fromId: row.thankedById } : null,
    lastHandBack:
      row.returnedAt && row.returnedHow
        ? { at: row.returnedAt, how: row.returnedHow, byId: row.returnedById }
        : null,
    draftKept: row.draftKept,
    commentCount: row.commentCount,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  });
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Card: true;
  }
}
