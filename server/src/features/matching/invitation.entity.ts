import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Card } from '../../core/board/card.entity.ts';
import { Person } from '../../core/person/person.entity.ts';

export const InvitationAnswer = {
  /** The person took the card. */
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  /** The card went to somebody else, or away. */
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type InvitationAnswer = keyof typeof InvitationAnswer;

/** A person is asked whether a card would suit them. Nobody is ever assigned. */
export const Invitation = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: (p) => ({
    id: p.uuid().primary(),
    card: () => p.manyToOne(Card).mapToPk().deleteRule('cascade'),
    person: () => p.manyToOne(Person).mapToPk().deleteRule('cascade'),
    invitedBy: () => p.manyToOne(Person).mapToPk().nullable(),
    at: p.datetime(3).defaultRaw('now()'),
    expiresAt: p.datetime(3),
    answer: p.enum(Object.values(InvitationAnswer)).nullable(),
    answeredAt: p.datetime(3).nullable(),
  }),
  uniques: [
    {
      name: 'invitation_once',
      expression: `create unique index invitation_once on invitation (card_id, person_id) where answer is null`,
    },
  ],
  indexes: [{ properties: ['person', 'at'] }, { properties: ['card'] }],
});

export type Invitation = InferEntity<typeof Invitation>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Invitation: typeof Invitation;
  }
}
