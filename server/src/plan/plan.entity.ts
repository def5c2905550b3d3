import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Ask } from '../ask/ask.entity.ts';
import { Person } from '../person/person.entity.ts';

export const PlanStatus = {
  /** Made by the rules; a coordinator ticks. */
  PROPOSED: 'PROPOSED',
  /** The local reads it. */
  OFFERED: 'OFFERED',
  /** The local said go: the board is there. */
  AGREED: 'AGREED',
} as const;
export type PlanStatus = keyof typeof PlanStatus;

/** One card of a plan. */
export interface PlanItem {
  templateKey: string;
  templateVersion: number;
  /** Ticked: it goes on the board. */
  included: boolean;
  /** Names the rule that proposed it, or LATE for one that is left out because its time has passed. */
  reason: string;
  /** Due in hours after T-0; null for none. */
  dueOffsetHours: number | null;
}

/** The first plan for an ask: which cards, and why. */
export const Plan = defineEntity({
  name: 'Plan',
  tableName: 'plan',
  properties: (p) => ({
    id: p.uuid().primary(),
    ask: () => p.manyToOne(Ask).mapToPk().unique().deleteRule('cascade'),
    status: p.enum(Object.values(PlanStatus)).default(PlanStatus.PROPOSED),
    items: p.json<PlanItem[]>().default([]),
    /** A word of the coordinator to the local. */
    note: p.text().default(''),
    /** Raised by each edit, so that a stale one shows. */
    version: p.integer().default(1),
    createdAt: p.datetime(3).defaultRaw('now()'),
    offeredAt: p.datetime(3).nullable(),
    offeredBy: () => p.manyToOne(Person).mapToPk().nullable(),
    agreedAt: p.datetime(3).nullable(),
  }),
});
export type Plan = InferEntity<typeof Plan>;
