import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Ask } from '../ask/ask.entity.ts';
import { CampaignKind } from '../../core/campaign/campaign.entity.ts';
import { Organization, OrganizationKind } from '../../core/organization/organization.entity.ts';
import { Person } from '../../core/person/person.entity.ts';
import type { PlanReason } from './plan-rules.ts';

export const PlanStatus = {
  /** Made by the rules; a coordinator ticks. */
  PROPOSED: 'PROPOSED',
  /** The local reads it. */
  OFFERED: 'OFFERED',
  /** The local said go: the board is there. */
  AGREED: 'AGREED',
} as const;
export type PlanStatus = keyof typeof PlanStatus;

export const LeftOut = {
  /** Its time has passed. */
  LATE: 'LATE',
  /** More than is realistic. */
  TOO_MUCH: 'TOO_MUCH',
} as const;
export type LeftOut = keyof typeof LeftOut;

/** One card of a plan. */
export interface PlanItem {
  templateKey: string;
  templateVersion: number;
  /** Ticked: it goes on the board. */
  included: boolean;
  /** Names the rule that proposed it. */
  reason: PlanReason;
  /** Why the rules themselves left it out; null for what they ticked, whatever people made of it since. */
  leftOut: LeftOut | null;
  /** Due in hours after T-0; null for none. */
  dueOffsetHours: number | null;
  /** The local does not want it. It is ticked until the coordinator, or the go, takes it off. */
  struck?: boolean;
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
    /** In which language its cards are written: at first that of the ask. */
    language: p.text().default('en'),
    /** A word of the coordinator to the local. */
    note: p.text().default(''),
    /** What the local wrote back, and how its campaign shall be called where it differs; since when. */
    localWord: p.text().default(''),
    localTitle: p.text().nullable(),
    localAnsweredAt: p.datetime(3).nullable(),
    /** Raised by each edit, so that a stale one shows. */
    version: p.integer().default(1),
    createdAt: p.datetime(3).defaultRaw('now()'),
    offeredAt: p.datetime(3).nullable(),
    offeredBy: () => p.manyToOne(Person).mapToPk().nullable(),
    agreedAt: p.datetime(3).nullable(),
    /** Hours that were realistic when it was made. */
    hoursRealistic: p.integer().default(0),
    /** What the coordinator chose for the campaign: who runs it, an organization that is there or a new one. */
    organization: () => p.manyToOne(Organization).mapToPk().nullable().deleteRule('set null'),
    organizationName: p.text().nullable(),
    organizationKind: p.enum(Object.values(OrganizationKind)).nullable(),
    slug: p.text().nullable(),
    title: p.text().nullable(),
    kind: p.enum(Object.values(CampaignKind)).nullable(),
    /** Who joined by the link to lead the board: one person for each ask. */
    organizer: () => p.manyToOne(Person).mapToPk().nullable().deleteRule('set null'),
  }),
});

export type Plan = InferEntity<typeof Plan>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Plan: typeof Plan;
  }
}
