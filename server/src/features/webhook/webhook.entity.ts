import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Board } from '../../core/board/board.entity.ts';
import { Person } from '../../core/person/person.entity.ts';
import { Token } from '../token/token.entity.ts';

/** Why a webhook is off. */
export const WebhookOff = {
  /** By its owner. */
  SWITCHED_OFF: 'SWITCHED_OFF',
  /** Its receiver took nothing for three days, or said that it is gone. */
  NOT_TAKEN: 'NOT_TAKEN',
  /** Its document cannot be carried out any more: the schema changed. */
  DOCUMENT_BROKEN: 'DOCUMENT_BROKEN',
  /** Its owner may not read the board any more, or none of several. */
  NOT_READABLE: 'NOT_READABLE',
} as const;
export type WebhookOff = keyof typeof WebhookOff;

/**
 * A subscription document that somebody stored: what it says of a board, or of several, is posted to an address. The
 * boards' own logs are its queue, so that a change of a board writes nothing here.
 */
export const Webhook = defineEntity({
  name: 'Webhook',
  tableName: 'webhook',
  properties: (p) => ({
    id: p.uuid().primary(),
    /** As whom it reads, by the rights they have when it does. */
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    /** The token of the tool that made it, which then reads no more than that and ends with it. */
    token: () => p.manyToOne(Token).mapToPk().nullable().deleteRule('cascade'),
    label: p.text(),
    /** Sealed: an address of a chat lets whoever knows it write there. */
    sealedUrl: p.blob().$type<Buffer>(),
    document: p.text(),
    sealedSecret: p.blob().$type<Buffer>(),
    /** Signs beside the new one for a while. */
    sealedOldSecret: p.blob().$type<Buffer>().nullable(),
    oldSecretUntil: p.datetime(3).nullable(),
    off: p.enum(Object.values(WebhookOff)).nullable(),
    offAt: p.datetime(3).nullable(),
    /** Since when nothing is taken, and when it is tried next. */
    failingSince: p.datetime(3).nullable(),
    nextAttemptAt: p.datetime(3).nullable(),
    /** Until when one of the servers has it in hand. */
    heldUntil: p.datetime(3).nullable(),
    /** When it was last looked whether there is something to tell: what no change of a board says is found so. */
    lookedAt: p.datetime(3).defaultRaw('clock_timestamp()'),
    createdAt: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
  indexes: [
    { properties: ['person'] },
    { properties: ['token'] },
    {
      name: 'webhook_on',
      expression: `create index webhook_on on webhook (looked_at) where off is null`,
    },
  ],
});

export type Webhook = InferEntity<typeof Webhook>;

/** A board that a webhook follows, and where its receiver stands there. */
export const WebhookBoard = defineEntity({
  name: 'WebhookBoard',
  tableName: 'webhook_board',
  properties: (p) => ({
    webhook: () => p.manyToOne(Webhook).mapToPk().primary().deleteRule('cascade'),
    board: () => p.manyToOne(Board).mapToPk().primary().deleteRule('cascade'),
    /** Which history its receiver has, as its owner was told of it; empty once it was told that the board is gone. */
    epoch: p.text(),
    /** Up to where the log was looked at. */
    revision: p.integer(),
    /** Up to where its receiver has taken all that there was to tell. */
    told: p.integer(),
    /** When a part of it was last begun: of several, the one that waits longest comes first. */
    begunAt: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
  indexes: [{ properties: ['board'] }],
});

export type WebhookBoard = InferEntity<typeof WebhookBoard>;

export const WebhookDeliveryKind = { CHANGES: 'CHANGES', TEST: 'TEST' } as const;
export type WebhookDeliveryKind = keyof typeof WebhookDeliveryKind;

export const WebhookDeliveryState = {
  WAITING: 'WAITING',
  TAKEN: 'TAKEN',
  GIVEN_UP: 'GIVEN_UP',
} as const;
export type WebhookDeliveryState = keyof typeof WebhookDeliveryState;

/** One message for a receiver, of a fixed part of the log. What it says is made anew for each attempt, and not kept. */
export const WebhookDelivery = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  properties: (p) => ({
    /** The receiver knows it by this, whenever it comes again. */
    id: p.uuid().primary(),
    webhook: () => p.manyToOne(Webhook).mapToPk().deleteRule('cascade'),
    board: () => p.manyToOne(Board).mapToPk().deleteRule('cascade'),
    kind: p.enum(Object.values(WebhookDeliveryKind)).default(WebhookDeliveryKind.CHANGES),
    state: p.enum(Object.values(WebhookDeliveryState)).default(WebhookDeliveryState.WAITING),
    /** After which revision the receiver is to be for it. */
    previous: p.integer(),
    /** After which the log is read for it: between the two nothing concerned the owner. */
    readFrom: p.integer(),
    revision: p.integer(),
    createdAt: p.datetime(3).defaultRaw('clock_timestamp()'),
  }),
  indexes: [
    { properties: ['webhook', 'revision'] },
    { properties: ['board'] },
    {
      name: 'webhook_delivery_waiting',
      expression: `create index webhook_delivery_waiting on webhook_delivery (webhook_id, revision) where state = 'WAITING'`,
    },
  ],
});

export type WebhookDelivery = InferEntity<typeof WebhookDelivery>;

/** One time it was tried. */
export const WebhookAttempt = defineEntity({
  name: 'WebhookAttempt',
  tableName: 'webhook_attempt',
  properties: (p) => ({
    id: p.uuid().primary(),
    delivery: () => p.manyToOne(WebhookDelivery).mapToPk().deleteRule('cascade'),
    at: p.datetime(3).defaultRaw('clock_timestamp()'),
    /** What the receiver answered; null where it did not. */
    status: p.integer().nullable(),
    /** The beginning of its words, 200 signs at most. */
    said: p.text().nullable(),
    /** Why there was no answer. */
    failure: p.text().nullable(),
    ms: p.integer(),
  }),
  indexes: [{ properties: ['delivery'] }],
});

export type WebhookAttempt = InferEntity<typeof WebhookAttempt>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Webhook: typeof Webhook;
    WebhookBoard: typeof WebhookBoard;
    WebhookDelivery: typeof WebhookDelivery;
    WebhookAttempt: typeof WebhookAttempt;
  }
}
declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Webhook: true;
    WebhookDelivery: true;
  }
}
