import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Campaign } from '../../core/campaign/campaign.entity.ts';
import { Person } from '../../core/person/person.entity.ts';

/** The end of a campaign: what the local says of it, what is kept, and when the rest goes. */
export const Closing = defineEntity({
  name: 'Closing',
  tableName: 'closing',
  properties: (p) => ({
    campaign: () => p.manyToOne(Campaign).mapToPk().primary().deleteRule('cascade'),
    closedBy: () => p.manyToOne(Person).mapToPk().nullable(),
    closedAt: p.datetime(3).defaultRaw('now()'),
    /** What the local wants to say to all who helped, and of what came out of it. */
    thanks: p.text().default(''),
    outcome: p.text().default(''),
    /** What is handed over, and to whom. */
    handover: p.json<{ what: string; to: string; done: boolean }[]>().default([]),
    /** When the local said yes to its last page; before, it is nobody's to see. */
    pageApprovedAt: p.datetime(3).nullable(),
    pageApprovedBy: () => p.manyToOne(Person).mapToPk().nullable(),
    /** From then on comments, hand-ins, asks and contacts of the campaign are erased. */
    eraseAfter: p.datetime(3),
    erasedAt: p.datetime(3).nullable(),
    /** The counts that stay when the rest is gone. */
    counts: p.json<Record<string, number | null>>().nullable(),
  }),
});

export type Closing = InferEntity<typeof Closing>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Closing: typeof Closing;
  }
}
