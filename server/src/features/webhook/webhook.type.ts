import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { countedConnection } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import type { AttemptRow, DeliveryRow, WebhookRow } from './read-webhooks.ts';
import { WebhookDeliveryKind, WebhookDeliveryState, WebhookOff } from './webhook.entity.ts';

registerEnumType(WebhookOff, {
  name: 'WebhookOff',
  description: 'Why a webhook is off.',
  valuesConfig: {
    SWITCHED_OFF: { description: 'Its owner switched it off.' },
    NOT_TAKEN: { description: 'Its receiver took nothing for three days, or answered 410.' },
    DOCUMENT_BROKEN: {
      description: 'Its document is not in order any more, since the schema changed: store another one.',
    },
    NOT_READABLE: { description: 'Its owner may not read the board any more; of several, none of them.' },
  },
});
registerEnumType(WebhookDeliveryKind, {
  name: 'WebhookDeliveryKind',
  description: 'What a delivery is.',
  valuesConfig: {
    CHANGES: { description: 'What happened on the board.' },
    TEST: { description: 'A sign of life that was asked for. It is tried once.' },
  },
});
registerEnumType(WebhookDeliveryState, {
  name: 'WebhookDeliveryState',
  description: 'What became of a delivery.',
  valuesConfig: {
    WAITING: { description: 'It is to be delivered, after those before it.' },
    TAKEN: { description: 'The receiver answered with a status from 200 to 299.' },
    GIVEN_UP: { description: 'It was a test, and not taken.' },
  },
});

@ObjectType('WebhookAttempt', { description: 'One time that a delivery was tried.' })
export class WebhookAttemptType {
  @Field(() => GraphQLDateTimeISO, { description: 'When it was over.' })
  at!: Date;

  @Field(() => Int, { nullable: true, description: 'What the receiver answered; null where it did not.' })
  status!: number | null;

  @Field(() => String, { nullable: true, description: 'The first 200 signs of its words. No more is kept.' })
  said!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why there was no answer: TIMEOUT, PRIVATE_HOST, or the word of the system, as ECONNREFUSED. TOO_LARGE: it would ' +
      'have weighed more than 12 MB, and a RESET is sent in its place.',
  })
  failure!: string | null;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  ms!: number;
}

@ObjectType('WebhookDelivery', {
  implements: Node,
  description:
    'One message for a receiver, of a fixed part of the log. What it says is made for each attempt.',
})
export class WebhookDeliveryType extends Node {
  @Field(() => String, { description: 'By which the receiver knows it, whenever it comes: `webhook-id`.' })
  messageId!: string;

  @Field(() => ID, { description: 'Of which board.' })
  boardId!: string;

  @Field(() => WebhookDeliveryKind, { description: 'What it is.' })
  kind!: WebhookDeliveryKind;

  @Field(() => WebhookDeliveryState, { description: 'What became of it.' })
  state!: WebhookDeliveryState;

  @Field(() => Int, { description: 'The revision after which it begins.' })
  previousRevision!: number;

  @Field(() => Int, { description: 'The revision that a receiver has after it.' })
  revision!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => [WebhookAttemptType], { description: 'The times it was tried, the latest first, 40 at most.' })
  attempts!: AttemptRow[];
}

@ObjectType('WebhookBoard', {
  description: 'A board that a webhook follows, and where its receiver stands there.',
})
export class WebhookBoardType {
  @Field(() => ID, { description: 'The board.' })
  boardId!: string;

  @Field(() => ID, {
    description: 'Which history its receiver has; empty where it was told that the board is gone.',
  })
  epoch!: string;

  @Field(() => Int, { description: 'The revision up to which its receiver has taken everything.' })
  revision!: number;

  campaignId!: string;
}

@ObjectType('Webhook', {
  implements: Node,
  description:
    'A subscription document that you stored: what it says of a board, or of several, is posted to an address, signed by Standard ' +
    'Webhooks. It reads what you may read when it does.',
})
export class WebhookType extends Node {
  /** For what is read with it. */
  row!: WebhookRow;

  @Field(() => String, { description: 'What you call it.' })
  label!: string;

  @Field(() => String, { description: 'The stored document.' })
  document!: string;

  @Field(() => [WebhookBoardType], { description: 'The boards it follows: one, or up to 50.' })
  boards!: WebhookBoardType[];

  @Field(() => ID, { description: 'The board it follows; the first, where they are several.' })
  boardId!: string;

  @Field(() => WebhookOff, { nullable: true, description: 'Why it is off; null while it is on.' })
  off!: WebhookOff | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Since when it is off.' })
  offAt!: Date | null;

  @Field(() => ID, { description: 'Which history of that board its receiver has.' })
  epoch!: string;

  @Field(() => Int, {
    description: 'The revision of that board up to which its receiver has taken everything.',
  })
  revision!: number;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Since when nothing is taken; null when all is well.',
  })
  failingSince!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it is tried again.' })
  nextAttemptAt!: Date | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Until when the secret of before signs too; null where there is none.',
  })
  oldSecretUntil!: Date | null;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was made.' })
  createdAt!: Date;
}

export const WebhookDeliveryConnection = countedConnection('WebhookDelivery', () => WebhookDeliveryType);
export type WebhookDeliveryConnection = InstanceType<typeof WebhookDeliveryConnection>;

export function toWebhook(row: WebhookRow): WebhookType {
  const { id, label, document, off, offAt } = row;
  const { failingSince, nextAttemptAt, oldSecretUntil, createdAt } = row;
  const boards = row.boards.map(({ boardId, campaignId, epoch, told }) =>
    Object.assign(new WebhookBoardType(), {
      ...{ boardId: toGlobalId('Board', boardId), campaignId, epoch, revision: told },
    }),
  );
  const [first] = boards;
  if (!first) throw new Error('A webhook follows no board.');
  const { boardId, epoch, revision } = first;
  return Object.assign(new WebhookType(), {
    ...{ row, id: toGlobalId('Webhook', id), boards, boardId, epoch, revision },
    ...{ label, document, off, offAt, failingSince, nextAttemptAt, oldSecretUntil, createdAt },
  });
}

export function toDelivery({
  id,
  boardId,
  previous,
  kind,
  state,
  revision,
  createdAt,
  attempts,
}: DeliveryRow) {
  return Object.assign(new WebhookDeliveryType(), {
    ...{ id: toGlobalId('WebhookDelivery', id), messageId: `msg_${id}`, previousRevision: previous },
    ...{ boardId: toGlobalId('Board', boardId), kind, state, revision, createdAt },
    attempts: attempts.map((attempt) => Object.assign(new WebhookAttemptType(), attempt)),
  });
}
