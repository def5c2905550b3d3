import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Person } from '../person/person.entity.ts';
import { Skill } from '../access/skill.ts';
import { Board } from './board.entity.ts';
import { Sensitivity } from '../access/sensitivity.ts';
import type { Link } from '../../platform/input/links.ts';

export const CardStatus = {
  DRAFT: 'DRAFT',
  OPEN: 'OPEN',
  CLAIMED: 'CLAIMED',
  IN_REVIEW: 'IN_REVIEW',
  DONE: 'DONE',
  CANCELLED: 'CANCELLED',
} as const;
export type CardStatus = keyof typeof CardStatus;

export const Phase = {
  BEFORE: 'BEFORE',
  FIRST_72_HOURS: 'FIRST_72_HOURS',
  ONGOING: 'ONGOING',
  AFTER: 'AFTER',
} as const;
export type Phase = keyof typeof Phase;

export const ClaimEnd = {
  HANDED_IN: 'HANDED_IN',
  HANDED_BACK: 'HANDED_BACK',
  EXPIRED: 'EXPIRED',
  TAKEN_BACK: 'TAKEN_BACK',
  CANCELLED: 'CANCELLED',
} as const;
export type ClaimEnd = keyof typeof ClaimEnd;

export interface ChecklistItem {
  id: string;
  text: string;
  done: boolean;
}

/** What a card asks for, as its holder knows it. */
export interface Brief {
  title: string;
  deliverable: string;
  localSupplies: string;
  outOfScope: string;
  caution: string | null;
  skill: Skill;
  hours: number;
  phase: Phase;
  /** As PostgreSQL writes a moment in JSON; null for never. */
  due: string | null;
  dueOffsetHours: number | null;
  languages: string[];
  links: Link[];
  checklist: string[];
}

/**
 * One task. Who holds it, and who with them, are columns of this row, so that "exactly one holder" needs no other table;
 * the checks below keep status, holder and lease in step whatever code runs.
 */
export const Card = defineEntity({
  name: 'Card',
  tableName: 'card',
  properties: (p) => ({
    id: p.uuid().primary(),
    board: () => p.manyToOne(Board).mapToPk().deleteRule('cascade'),
    /** What people call it: card 12 of this board. */
    number: p.integer(),
    title: p.text(),
    /** The template it was made from. */
    templateKey: p.text().nullable(),
    deliverable: p.text(),
    localSupplies: p.text().default(''),
    outOfScope: p.text().default(''),
    caution: p.text().nullable(),
    /** When an organizer said that what the caution asks for is done; without it a card with one does not open. */
    cautionClearedAt: p.datetime(3).nullable(),
    cautionClearedBy: () => p.manyToOne(Person).mapToPk().nullable(),
    skill: p.enum(Object.values(Skill)),
    hours: p.double().$type<number>(),
    phase: p.enum(Object.values(Phase)),
    /** Absolute due moment; null where it is relative to T-0 or there is none. */
    dueAt: p.datetime(3).nullable(),
    /** Due moment in hours after T-0 (negative: before). */
    dueOffsetHours: p.integer().nullable(),
    languages: p.array().$type<string[]>().default([]),
    /** In which its words are written; `languages` are those it needs of whoever takes it. */
    language: p.text().default('en'),
    sensitivity: p.enum(Object.values(Sensitivity)),
    links: p.json<Link[]>().default([]),
    checklist: p.json<ChecklistItem[]>().default([]),
    status: p.enum(Object.values(CardStatus)),
    /** Whether a second one may join its holder. */
    forTwo: p.boolean().default(false),
    /** Until then only the guests of a gathering (a row of a noun above) take it while it is OPEN. */
    keptUntil: p.datetime(3).nullable(),
    keptFor: p.uuid().nullable(),
    /** Fractional key; the order within a column, ties by id. */
    position: p.text().collation('C'),
    /** Raised by each edit of the words, so that a stale edit shows. */
    version: p.integer().default(1),
    holder: () => p.manyToOne(Person).mapToPk().nullable(),
    /** Who holds it together with the holder: never anybody alone, and never the same one. */
    partner: () => p.manyToOne(Person).mapToPk().nullable(),
    /** The holder's running claim; only while CLAIMED. */
    claim: p.uuid().nullable(),
    claimedAt: p.datetime(3).nullable(),
    leaseExpiresAt: p.datetime(3).nullable(),
    extensions: p.integer().default(0),
    /** The claim that its holder has to confirm within a first lease; of an earlier claim it says nothing. */
    toConfirm: p.uuid().nullable(),
    /** The claim whose holder waits for a look; of an earlier claim, or once it was given, it says nothing. */
    lookClaim: p.uuid().nullable(),
    /** When a look was last asked for. */
    lookAskedAt: p.datetime(3).nullable(),
    waitingSince: p.datetime(3).nullable(),
    waitingReason: p.text().nullable(),
    changesRequestedAt: p.datetime(3).nullable(),
    handedInAt: p.datetime(3).nullable(),
    craftReviewedAt: p.datetime(3).nullable(),
    /** Who passed the craft review: the local's yes is somebody else's. */
    craftReviewer: () => p.manyToOne(Person).mapToPk().nullable(),
    finishedAt: p.datetime(3).nullable(),
    thanks: p.text().nullable(),
    thankedBy: () => p.manyToOne(Person).mapToPk().nullable(),
    /** When it last became OPEN; null while it never was. */
    openedAt: p.datetime(3).nullable(),
    /** How the card last came back to OPEN. */
    returnedAt: p.datetime(3).nullable(),
    returnedHow: p.enum(Object.values(ClaimEnd)).nullable(),
    returnedBy: () => p.manyToOne(Person).mapToPk().nullable(),
    draftKept: p.boolean().default(false),
    commentCount: p.integer().default(0),
    /** What it asked for as its holder knows it, where somebody else wrote other words since. */
    briefBefore: p.json<Brief>().nullable(),
    briefChangedAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3).defaultRaw('now()'),
    updatedAt: p.datetime(3).defaultRaw('now()'),
  }),
  uniques: [{ properties: ['board', 'number'] }],
  indexes: [
    {
      name: 'card_kept',
      expression: `create index card_kept on card (kept_for) where kept_for is not null`,
    },
    { name: 'card_board_column', properties: ['board', 'status', 'position'] },
    {
      name: 'card_held',
      expression: `create index card_held on card (holder_id) where holder_id is not null`,
    },
    {
      name: 'card_joined',
      expression: `create index card_joined on card (partner_id) where partner_id is not null`,
    },
    {
      name: 'card_open',
      expression: `create index card_open on card (created_at desc, id) where status = 'OPEN'`,
    },
  ],
  checks: [
    {
      name: 'card_claimed_has_lease',
      expression: `(status = 'CLAIMED') = (lease_expires_at is not null) and (status = 'CLAIMED') = (claim is not null)`,
    },
    {
      name: 'card_holder',
      expression: `(status in ('CLAIMED', 'IN_REVIEW', 'DONE')) = (holder_id is not null)`,
    },
    {
      name: 'card_brief',
      expression: `(brief_before is null) = (brief_changed_at is null) and (brief_before is null or holder_id is not null)`,
    },
    {
      name: 'card_partner',
      expression: `partner_id is null or (holder_id is not null and partner_id <> holder_id)`,
    },
    { name: 'card_waiting', expression: `waiting_since is null or status in ('CLAIMED', 'IN_REVIEW')` },
  ],
});

export type Card = InferEntity<typeof Card>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Card: typeof Card;
  }
}
