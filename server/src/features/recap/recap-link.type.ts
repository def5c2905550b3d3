import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Barred } from '../../core/review/approve-by-link.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Payload, RefusedPayload } from '../../platform/graphql/payload.ts';
import { EventType } from '../event/event.type.ts';
import type { RecapRequest } from './approve-recap-by-link.ts';
import type { RecapChangeRow, RecapLinkRow } from './recap-link.ts';
import { RecapType, toRecap } from './recap.type.ts';

@ObjectType('RecapLink', {
  description: 'A link by which somebody without an account says the local’s yes to a recap.',
})
export class RecapLinkType {
  @Field(() => ID, { description: 'Opaque; `revokeRecapLink` takes it. It opens nothing.' })
  id!: string;

  @Field(() => String, { description: 'Whom it is for, in the words of who made it.' })
  label!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'When it runs out.' })
  expiresAt!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was first opened.' })
  openedAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When the yes was said with it.' })
  usedAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it was taken back.' })
  revokedAt!: Date | null;
}

export const toRecapLink = ({ id, ...row }: RecapLinkRow): RecapLinkType =>
  Object.assign(new RecapLinkType(), { ...row, id: toGlobalId('RecapLink', id) });

@ObjectType('RecapChange', {
  description: 'What somebody of the local, without an account, wants changed in a recap.',
})
export class RecapChangeType {
  @Field(() => String, { description: 'Whom the link was made for.' })
  label!: string;

  @Field(() => String, { description: 'What should be different.' })
  words!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was said.' })
  at!: Date;
}

export const toRecapChange = (row: RecapChangeRow): RecapChangeType =>
  Object.assign(new RecapChangeType(), row);

@ObjectType('RecapRequest', {
  description: 'What somebody without an account needs to say yes to a recap.',
})
export class RecapRequestType {
  @Field(() => String, { description: 'Whom the link was made for.' })
  label!: string;

  @Field(() => String, { description: 'The organization that is asked.' })
  organizationName!: string;

  @Field(() => String, { description: 'The event.' })
  eventTitle!: string;

  @Field(() => String, { description: 'IANA time zone of the event.' })
  timeZone!: string;

  @Field(() => String, { nullable: true, description: 'Who made the link, by handle; null once they left.' })
  madeBy!: string | null;

  @Field(() => GraphQLDateTimeISO, { description: 'When the link runs out.' })
  expiresAt!: Date;

  @Field(() => Int, { description: 'Which edition this is; `approveRecapByLink` takes it.' })
  edition!: number;

  @Field(() => RecapType, {
    description:
      'What everybody would read. Addresses of its files open without an account, while the link asks, for twelve hours.',
  })
  recap!: RecapType;

  @Field(() => RecapChangeType, {
    nullable: true,
    description: 'What was asked to be changed in it by this link; null for nothing.',
  })
  changesAsked!: RecapChangeType | null;

  @Field(() => Barred, {
    nullable: true,
    description: 'Why it cannot be decided on here; null where it can.',
  })
  barred!: Barred | null;
}

/** `filesBelow` is where addresses of its files begin for whoever came by the link. */
export const toRecapRequest = (
  { row, linkId: _link, ...request }: RecapRequest,
  filesBelow: string,
): RecapRequestType =>
  Object.assign(new RecapRequestType(), {
    ...request,
    edition: row.edition,
    recap: toRecap(row.eventId, row.prepared!, filesBelow),
    changesAsked: request.changesAsked && toRecapChange(request.changesAsked),
  });

@InputType('CreateRecapLinkInput', { description: 'For whom a link to say yes to a recap is.' })
export class CreateRecapLinkInput {
  @Field(() => ID, { description: 'The recap of which event; it waits for the yes.' })
  eventId!: string;

  @Field(() => String, { description: 'Whom it is for, such as "Lou, president"; 80 characters at most.' })
  label!: string;
}

@InputType('RevokeRecapLinkInput', { description: 'Which link to take back.' })
export class RevokeRecapLinkInput {
  @Field(() => ID, { description: 'One of `recapDesk.links`.' })
  linkId!: string;
}

@InputType('ApproveRecapByLinkInput', { description: 'The local’s yes to a recap, without an account.' })
export class ApproveRecapByLinkInput {
  @Field(() => String, { description: 'What stands behind the # of the link.' })
  token!: string;

  @Field(() => Int, { description: 'The `edition` that was read.' })
  edition!: number;
}

@InputType('RequestRecapChangesByLinkInput', {
  description: 'What the local wants changed in a recap, without an account.',
})
export class RequestRecapChangesByLinkInput {
  @Field(() => String, { description: 'What stands behind the # of the link.' })
  token!: string;

  @Field(() => Int, { description: 'The `edition` that was read.' })
  edition!: number;

  @Field(() => String, {
    description: 'What should be different, for who prepared it; up to 2000 characters.',
  })
  words!: string;
}

@ObjectType('RequestRecapChangesByLinkPayload', {
  description: 'The answer to `requestRecapChangesByLink`.',
})
export class RequestRecapChangesByLinkPayload extends Payload {
  @Field(() => RecapRequestType, {
    nullable: true,
    description: 'What the link shows now; null when refused.',
  })
  request!: RecapRequestType | null;
}

@ObjectType('CreateRecapLinkPayload', { description: 'The answer to `createRecapLink`.' })
export class CreateRecapLinkPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'The address to send. Shown once: we keep no copy. Null when refused.',
  })
  address!: string | null;

  @Field(() => EventType, { nullable: true, description: 'The event as it is now; null when refused.' })
  event!: EventType | null;
}

@ObjectType('RevokeRecapLinkPayload', { description: 'The answer to `revokeRecapLink`.' })
export class RevokeRecapLinkPayload extends Payload {
  @Field(() => EventType, { nullable: true, description: 'The event as it is now; null when refused.' })
  event!: EventType | null;
}

@ObjectType('RecapByLinkPayload', { description: 'What a link for saying yes to a recap leads to.' })
export class RecapByLinkPayload extends RefusedPayload {
  @Field(() => RecapRequestType, { nullable: true, description: 'The recap; null when refused.' })
  request!: RecapRequestType | null;
}

@ObjectType('ApproveRecapByLinkPayload', { description: 'The answer to `approveRecapByLink`.' })
export class ApproveRecapByLinkPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'The path of the event’s page, where everybody reads it now; null when refused.',
  })
  path!: string | null;
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    RecapLink: true;
  }
}
