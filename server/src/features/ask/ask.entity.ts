import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Campaign } from '../../core/campaign/campaign.entity.ts';
import { Person } from '../../core/person/person.entity.ts';
import type { AskAnswers } from './ask-answers.ts';

export const AskStatus = {
  /** Being written; nobody is waited for. */
  DRAFT: 'DRAFT',
  /** Sent when there was no room left: a coordinator looks at it before it stands in line. */
  HELD: 'HELD',
  SUBMITTED: 'SUBMITTED',
  /** A person has it. */
  TRIAGED: 'TRIAGED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
} as const;
export type AskStatus = keyof typeof AskStatus;

/** A local's request for help. Nobody needs an account to ask: whoever has the link has the ask. */
export const Ask = defineEntity({
  name: 'Ask',
  tableName: 'ask',
  properties: (p) => ({
    id: p.uuid().primary(),
    /** SHA-256 of the token in the link by which it is resumed and followed. */
    tokenHash: p.blob().$type<Buffer>().unique(),
    status: p.enum(Object.values(AskStatus)).default(AskStatus.DRAFT),
    /** In which language the local reads. */
    language: p.text().default('en'),
    answers: p.json<AskAnswers>().defaultRaw(`'{}'`),
    /** How to reach who asks, sealed; never in `answers`. */
    contactSealed: p.blob().$type<Buffer>().nullable(),
    /** Keyed hash of the folded name of who asks and of the contact: equal for an ask that was made twice. */
    likenessKeys: p.array().columnType('bytea[]').$type<Buffer[]>().default([]),
    createdAt: p.datetime(3).defaultRaw('now()'),
    updatedAt: p.datetime(3).defaultRaw('now()'),
    /** When it was sent and held back; stays when it is released. */
    heldAt: p.datetime(3).nullable(),
    submittedAt: p.datetime(3).nullable(),
    triagedAt: p.datetime(3).nullable(),
    triagedBy: () => p.manyToOne(Person).mapToPk().nullable(),
    decidedAt: p.datetime(3).nullable(),
    decidedBy: () => p.manyToOne(Person).mapToPk().nullable(),
    /** What the local was told when it was declined, and where else to go. */
    declineWords: p.text().nullable(),
    declineElsewhere: p.text().nullable(),
    campaign: () => p.manyToOne(Campaign).mapToPk().nullable().deleteRule('set null'),
  }),
  indexes: [
    {
      name: 'ask_waiting',
      expression: `create index ask_waiting on ask (submitted_at) where status in ('SUBMITTED', 'TRIAGED')`,
    },
    {
      name: 'ask_held',
      expression: `create index ask_held on ask (held_at) where status = 'HELD'`,
    },
    { properties: ['campaign'] },
    { properties: ['submittedAt'] },
    {
      name: 'ask_likeness',
      expression: `create index ask_likeness on ask using gin (likeness_keys)`,
    },
  ],
});

export type Ask = InferEntity<typeof Ask>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Ask: typeof Ask;
  }
}
