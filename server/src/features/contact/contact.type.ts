import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { ContactView } from './read-contact.ts';
import { Payload } from '../../platform/graphql/payload.ts';

@ObjectType('ViewerContact', { description: 'How the viewer can be reached; shown to nobody else.' })
export class ViewerContactType implements ContactView {
  @Field(() => String, {
    nullable: true,
    description: 'Their e-mail address, as far as its owner needs to know it again: `a…@example.org`.',
  })
  email!: string | null;

  @Field(() => Boolean, { description: 'Whether the code that was sent there came back.' })
  emailConfirmed!: boolean;

  @Field(() => Int, { description: 'Browsers that take push messages.' })
  pushDevices!: number;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Since when their calendar has its present address; null without a calendar.',
  })
  calendarSince!: Date | null;
}

@InputType('SetEmailInput', { description: 'An address to send messages to.' })
export class SetEmailInput {
  @Field(() => String, { description: 'The e-mail address.' })
  address!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Language of messages, one that the product speaks, such as `en` or `es`.',
  })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'Time zone of the person, such as `America/Chicago`.' })
  timeZone?: string | null;
}

@InputType('ConfirmEmailInput', { description: 'The code that came by e-mail.' })
export class ConfirmEmailInput {
  @Field(() => String, { description: 'Six digits.' })
  code!: string;
}

@InputType('AddPushSubscriptionInput', { description: 'A browser that should be told when there is news.' })
export class AddPushSubscriptionInput {
  @Field(() => String, { description: 'Endpoint of its push subscription. Messages there carry no content.' })
  endpoint!: string;
}

@InputType('RemovePushSubscriptionInput', { description: 'A browser that should be told nothing more.' })
export class RemovePushSubscriptionInput {
  @Field(() => String, { description: 'Endpoint of its push subscription.' })
  endpoint!: string;
}

const contact = { nullable: true, description: 'How they can be reached now; null when refused.' };

@ObjectType('SetEmailPayload', {
  description: 'The answer to `setEmail`: the same whether or not the address is known to us.',
})
export class SetEmailPayload extends Payload {
  @Field(() => ViewerContactType, contact)
  contact!: ViewerContactType | null;
}

@ObjectType('ConfirmEmailPayload', { description: 'The answer to `confirmEmail`.' })
export class ConfirmEmailPayload extends Payload {
  @Field(() => ViewerContactType, contact)
  contact!: ViewerContactType | null;
}

@ObjectType('RemoveEmailPayload', { description: 'The answer to `removeEmail`.' })
export class RemoveEmailPayload extends Payload {
  @Field(() => ViewerContactType, contact)
  contact!: ViewerContactType | null;
}

@ObjectType('AddPushSubscriptionPayload', { description: 'The answer to `addPushSubscription`.' })
export class AddPushSubscriptionPayload extends Payload {
  @Field(() => ViewerContactType, contact)
  contact!: ViewerContactType | null;
}

@ObjectType('RemovePushSubscriptionPayload', { description: 'The answer to `removePushSubscription`.' })
export class RemovePushSubscriptionPayload extends Payload {
  @Field(() => ViewerContactType, contact)
  contact!: ViewerContactType | null;
}

@ObjectType('CreateCalendarFeedPayload', { description: 'The answer to `createCalendarFeed`.' })
export class CreateCalendarFeedPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'Address for a calendar program. Shown once: we keep no copy. Null when refused.',
  })
  address!: string | null;

  @Field(() => ViewerContactType, contact)
  contact!: ViewerContactType | null;
}

@ObjectType('RevokeCalendarFeedPayload', { description: 'The answer to `revokeCalendarFeed`.' })
export class RevokeCalendarFeedPayload extends Payload {
  @Field(() => ViewerContactType, contact)
  contact!: ViewerContactType | null;
}
