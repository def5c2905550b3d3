import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MOST_BOARDS } from '../../core/stream/places.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { MOST_REDELIVERED } from './redeliver.ts';
import { WebhookDeliveryType, WebhookType } from './webhook.type.ts';

const DOCUMENT =
  'One subscription of `boardChanges`, or of `boardsChanges` for several boards; 8000 characters at most. Its variables ' +
  'for `boardId` and `after`, or for `boards`, are filled for each message; others need a value of their own.';
const BOARDS = `The boards to follow, which you may read: one, or with \`boardsChanges\` up to ${MOST_BOARDS}.`;
const URL =
  'Where messages are posted to: an https address on the public internet. Redirects are not followed.';

@InputType('CreateWebhookInput', { description: 'A new webhook.' })
export class CreateWebhookInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The board to follow, which you may read, in place of `boardIds`.',
  })
  boardId?: string | null;

  @Field(() => [ID], { nullable: true, description: BOARDS })
  boardIds?: string[] | null;

  @Field(() => String, { description: 'What you call it, 80 characters at most.' })
  label!: string;

  @Field(() => String, { description: URL })
  url!: string;

  @Field(() => String, { description: DOCUMENT })
  document!: string;
}

@InputType('UpdateWebhookInput', { description: 'What changes; what is left out stays.' })
export class UpdateWebhookInput {
  @Field(() => ID, { description: 'The webhook.' })
  webhookId!: string;

  @Field(() => [ID], {
    nullable: true,
    description: `${BOARDS} Those that are new are followed from now on.`,
  })
  boardIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What you call it.' })
  label?: string | null;

  @Field(() => String, { nullable: true, description: URL })
  url?: string | null;

  @Field(() => String, { nullable: true, description: DOCUMENT })
  document?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it delivers. One that is switched on goes on where its receiver stands.',
  })
  isOn?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it gets a new secret. The one of before signs beside it for 24 hours.',
  })
  newSecret?: boolean | null;
}

@InputType('DeleteWebhookInput', {
  description: 'A webhook that goes, with all that is kept of its deliveries.',
})
export class DeleteWebhookInput {
  @Field(() => ID, { description: 'The webhook.' })
  webhookId!: string;
}

@InputType('TestWebhookInput', { description: 'A test.' })
export class TestWebhookInput extends DeleteWebhookInput {}

@InputType('RedeliverInput', { description: 'From where everything is delivered again.' })
export class RedeliverInput extends DeleteWebhookInput {
  @Field(() => ID, { nullable: true, description: 'Of which board; needed where it follows several.' })
  boardId?: string | null;

  @Field(() => Int, {
    description: `The last revision that the receiver has. At most ${MOST_REDELIVERED} revisions back, as far as the log reaches.`,
  })
  fromRevision!: number;
}

@ObjectType('CreateWebhookPayload', { description: 'The new webhook.' })
export class CreateWebhookPayload extends Payload {
  @Field(() => WebhookType, { nullable: true, description: 'It; null where it was refused.' })
  webhook!: WebhookType | null;

  @Field(() => String, {
    nullable: true,
    description: 'What signs its messages, as Standard Webhooks writes it. It is shown this once.',
  })
  secret!: string | null;
}

@ObjectType('UpdateWebhookPayload', { description: 'The webhook as it is now.' })
export class UpdateWebhookPayload extends Payload {
  @Field(() => WebhookType, { nullable: true, description: 'It; null where it was refused.' })
  webhook!: WebhookType | null;

  @Field(() => String, {
    nullable: true,
    description: 'The new secret, where one was asked for. It is shown this once.',
  })
  secret!: string | null;
}

@ObjectType('DeleteWebhookPayload', { description: 'What went.' })
export class DeleteWebhookPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Its id; null where it was refused.' })
  deletedWebhookId!: string | null;
}

@ObjectType('TestWebhookPayload', { description: 'The test.' })
export class TestWebhookPayload extends Payload {
  @Field(() => WebhookDeliveryType, {
    nullable: true,
    description: 'It tells soon what came of it; null where it was refused.',
  })
  delivery!: WebhookDeliveryType | null;
}

@ObjectType('RedeliverPayload', { description: 'The webhook that delivers again.' })
export class RedeliverPayload extends Payload {
  @Field(() => WebhookType, { nullable: true, description: 'It; null where it was refused.' })
  webhook!: WebhookType | null;
}
