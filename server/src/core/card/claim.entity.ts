import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Card, ClaimEnd } from '../board/card.entity.ts';
import { Person } from '../person/person.entity.ts';

/** The record of each time somebody held a card. The index makes a second holder impossible, and a third pair of hands. */
export const Claim = defineEntity({
  name: 'Claim',
  tableName: 'claim',
  properties: (p) => ({
    id: p.uuid().primary(),
    card: () => p.manyToOne(Card).mapToPk().deleteRule('cascade'),
    /** Null when its campaign is erased; but of work that was finished it stays. */
    person: () => p.manyToOne(Person).mapToPk().nullable(),
    claimedAt: p.datetime(3).defaultRaw('now()'),
    endedAt: p.datetime(3).nullable(),
    how: p.enum(Object.values(ClaimEnd)).nullable(),
    note: p.text().nullable(),
    /** Whether they joined a holder; once they hold it themselves it is a claim like any other. */
    asPartner: p.boolean().default(false),
  }),
  uniques: [
    {
      name: 'claim_one_runs',
      expression: `create unique index claim_one_runs on claim (card_id, as_partner) where ended_at is null`,
    },
  ],
  indexes: [{ properties: ['card'] }, { properties: ['person', 'endedAt'] }],
});

export type Claim = InferEntity<typeof Claim>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Claim: typeof Claim;
  }
}
