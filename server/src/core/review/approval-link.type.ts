import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { ErrorType } from '../../platform/graphql/refusal.type.ts';
import { Barred } from './approve-by-link.ts';
import { CardType, LinkType } from '../card/card.type.ts';
import { HandInOutcome } from './work.entity.ts';
import { Payload } from '../../platform/graphql/payload.ts';

registerEnumType(Barred, {
  name: 'Barred',
  description:
    'Why somebody cannot decide by a link. Two gates are two people: one who is signed in, or was in that browser, counts.',
  valuesConfig: {
    AUTHOR: { description: 'It is their work.' },
    MAKER: { description: 'They made the link.' },
    CRAFT_REVIEWER: { description: 'They looked at the craft.' },
  },
});

@ObjectType('ApprovalLink', {
  description: "A link by which somebody without an account gives the local's answer to one hand-in.",
})
export class ApprovalLinkType {
  @Field(() => ID, { description: 'Opaque; `revokeApprovalLink` takes it. It opens nothing.' })
  id!: string;

  @Field(() => String, { description: 'Whom it is for, in the words of who made it.' })
  label!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'When it runs out.' })
  expiresAt!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was first opened.' })
  openedAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When the answer was given with it.' })
  usedAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When it was taken back, or ended because the work was decided on without it.',
  })
  revokedAt!: Date | null;

  createdById!: string;
}

/** A link as the team sees it: never what opens it. */
export function toApprovalLink({ id, ...row }: ApprovalLinkRow): ApprovalLinkType {
  return Object.assign(new ApprovalLinkType(), { ...row, id: toGlobalId('ApprovalLink', id) });
}

@ObjectType('ApprovalRequest', {
  description: 'What somebody without an account needs to give the answer of the local.',
})
export class ApprovalRequestType {
  @Field(() => String, { description: 'Whom the link was made for.' })
  label!: string;

  @Field(() => String, { description: 'The organization that is asked.' })
  organizationName!: string;

  @Field(() => String, { description: 'The campaign.' })
  campaignTitle!: string;

  @Field(() => String, { description: 'IANA time zone of the campaign.' })
  timeZone!: string;

  @Field(() => String, { description: 'The card.' })
  cardTitle!: string;

  @Field(() => String, { description: 'What there should be now.' })
  deliverable!: string;

  @Field(() => String, { nullable: true, description: 'The caution of the card, where it has one.' })
  caution!: string | null;

  @Field(() => String, {
    description: 'In which language the words of the card are written, as a BCP 47 tag.',
  })
  language!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The handle of whose work it is; null for a person who left.',
  })
  author!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The handle of who made it with the author; null for nobody, and for a person who left.',
  })
  partner!: string | null;

  @Field(() => ID, { description: 'The hand-in that is shown; a decision names it.' })
  handInId!: string;

  @Field(() => String, { description: 'What the volunteer wrote; may be empty.' })
  note!: string;

  @Field(() => [LinkType], { description: 'Where the work is.' })
  links!: LinkType[];

  @Field(() => GraphQLDateTimeISO, { description: 'Since when the local is waited for.' })
  waitingSince!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'When the link runs out.' })
  expiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The handle of who made the link; null for a person who left.',
  })
  madeBy!: string | null;

  @Field(() => Barred, {
    nullable: true,
    description: 'Why whoever opened it here cannot decide by it; null where they can.',
  })
  barred!: Barred | null;

  linkId!: string;
}

@InputType('CreateApprovalLinkInput', { description: 'Who is to answer, and about which card.' })
export class CreateApprovalLinkInput {
  @Field(() => ID, { description: 'The card; its work waits for the local.' })
  cardId!: string;

  @Field(() => String, { description: 'Whom it is for, such as "Lou, president"; 80 characters at most.' })
  label!: string;
}

@InputType('RevokeApprovalLinkInput', { description: 'Which link to take back.' })
export class RevokeApprovalLinkInput {
  @Field(() => ID, { description: 'One of `card.approvalLinks`.' })
  linkId!: string;
}

@InputType('ApproveByLinkInput', { description: "The local's yes, without an account." })
export class ApproveByLinkInput {
  @Field(() => String, { description: 'What stands behind the # of the link.' })
  token!: string;

  @Field(() => String, { description: 'A word of thanks; 500 characters at most.' })
  thanks!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The hand-in you read, `approval.handInId`: refused as STALE_WORK where another one waits by now. Without it, one that was corrected after the link was made is refused.',
  })
  handInId?: string | null;
}

@InputType('RequestChangesByLinkInput', { description: 'What should be different, without an account.' })
export class RequestChangesByLinkInput {
  @Field(() => String, { description: 'What stands behind the # of the link.' })
  token!: string;

  @Field(() => String, { description: 'For the author; 2000 characters at most.' })
  note!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The hand-in you read, `approval.handInId`: refused as STALE_WORK where another one waits by now. Without it, one that was corrected after the link was made is refused.',
  })
  handInId?: string | null;
}

@ObjectType('CreateApprovalLinkPayload', { description: 'The answer to `createApprovalLink`.' })
export class CreateApprovalLinkPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'The address to send. Shown once: we keep no copy. Null when refused.',
  })
  address!: string | null;

  @Field(() => CardType, { nullable: true, description: 'The card with its links; null when refused.' })
  card!: CardType | null;
}

@ObjectType('RevokeApprovalLinkPayload', { description: 'The answer to `revokeApprovalLink`.' })
export class RevokeApprovalLinkPayload extends Payload {
  @Field(() => CardType, { nullable: true, description: 'The card with its links; null when refused.' })
  card!: CardType | null;
}

@ObjectType('ApprovalByLinkPayload', { description: 'What a link for approving leads to.' })
export class ApprovalByLinkPayload {
  @Field(() => ApprovalRequestType, { nullable: true, description: 'The work; null when refused.' })
  approval!: ApprovalRequestType | null;

  @Field(() => [ErrorType], { description: 'Why the link leads nowhere; empty when it does.' })
  errors!: ErrorType[];
}

@ObjectType('ApproveByLinkPayload', { description: 'The answer to `approveByLink`.' })
export class ApproveByLinkPayload extends Payload {
  @Field(() => HandInOutcome, { nullable: true, description: 'APPROVED; null when refused.' })
  outcome!: HandInOutcome | null;
}

@ObjectType('RequestChangesByLinkPayload', { description: 'The answer to `requestChangesByLink`.' })
export class RequestChangesByLinkPayload extends Payload {
  @Field(() => HandInOutcome, { nullable: true, description: 'CHANGES_REQUESTED; null when refused.' })
  outcome!: HandInOutcome | null;
}

/** A link without what opens it. */
export interface ApprovalLinkRow {
  id: string;
  label: string;
  createdById: string;
  createdAt: Date;
  expiresAt: Date;
  openedAt: Date | null;
  usedAt: Date | null;
  revokedAt: Date | null;
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    ApprovalLink: true;
  }
}
