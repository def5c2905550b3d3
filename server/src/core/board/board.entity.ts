import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';
import { Campaign } from '../campaign/campaign.entity.ts';
import { Person } from '../person/person.entity.ts';
import { Sensitivity } from '../access/sensitivity.ts';

/** The head of a board's log. Locking this row is what puts the board's changes in order. */
export const Board = defineEntity({
  name: 'Board',
  tableName: 'board',
  properties: (p) => ({
    id: p.uuid().primary(),
    campaign: () => p.manyToOne(Campaign).mapToPk().unique().deleteRule('cascade'),
    /** Names this history; a restored backup gets a new one, so that cursors of the lost one are refused. */
    epoch: p.uuid(),
    revision: p.integer().default(0),
    /** The oldest revision whose event is still kept, minus one. */
    prunedTo: p.integer().default(0),
    nextNumber: p.integer().default(1),
    /** How many of its changes nobody below TEAM, or below VETTED, saw anything of: what they are told does not count these. */
    hiddenFromVetted: p.integer().default(0),
    hiddenFromPublic: p.integer().default(0),
  }),
});

export type Board = InferEntity<typeof Board>;

export const BoardEventKind = {
  CARD_CREATED: 'CARD_CREATED',
  CARD_CREATE_UNDONE: 'CARD_CREATE_UNDONE',
  CARD_UPDATED: 'CARD_UPDATED',
  CARD_OPENED: 'CARD_OPENED',
  CARD_RETURNED_TO_DRAFT: 'CARD_RETURNED_TO_DRAFT',
  CARD_MOVED: 'CARD_MOVED',
  CARD_CLAIMED: 'CARD_CLAIMED',
  CARD_JOINED: 'CARD_JOINED',
  CARD_LEFT: 'CARD_LEFT',
  CLAIM_CONFIRMED: 'CLAIM_CONFIRMED',
  CLAIM_EXTENDED: 'CLAIM_EXTENDED',
  CLAIM_EXPIRING: 'CLAIM_EXPIRING',
  CLAIM_EXPIRED: 'CLAIM_EXPIRED',
  CARD_HANDED_BACK: 'CARD_HANDED_BACK',
  CARD_TAKEN_BACK: 'CARD_TAKEN_BACK',
  LOOK_ASKED: 'LOOK_ASKED',
  BRIEF_CONFIRMED: 'BRIEF_CONFIRMED',
  CARD_BLOCKED: 'CARD_BLOCKED',
  CARD_UNBLOCKED: 'CARD_UNBLOCKED',
  CARD_HANDED_IN: 'CARD_HANDED_IN',
  HAND_IN_CORRECTED: 'HAND_IN_CORRECTED',
  HAND_IN_WITHDRAWN: 'HAND_IN_WITHDRAWN',
  CRAFT_REVIEW_PASSED: 'CRAFT_REVIEW_PASSED',
  CHANGES_REQUESTED: 'CHANGES_REQUESTED',
  CARD_APPROVED: 'CARD_APPROVED',
  CARD_CANCELLED: 'CARD_CANCELLED',
  CARD_CANCEL_UNDONE: 'CARD_CANCEL_UNDONE',
  CARD_BROUGHT_BACK: 'CARD_BROUGHT_BACK',
  CHECKLIST_CHANGED: 'CHECKLIST_CHANGED',
  COMMENT_ADDED: 'COMMENT_ADDED',
  COMMENT_EDITED: 'COMMENT_EDITED',
  COMMENT_REMOVED: 'COMMENT_REMOVED',
  COMMENT_REMOVE_UNDONE: 'COMMENT_REMOVE_UNDONE',
  CAMPAIGN_UPDATED: 'CAMPAIGN_UPDATED',
  PERSON_LEFT: 'PERSON_LEFT',
} as const;
export type BoardEventKind = keyof typeof BoardEventKind;

/** One committed change of a board. Revisions run without gaps: the row lock hands them out, not a sequence. */
export const BoardEvent = defineEntity({
  name: 'BoardEvent',
  tableName: 'board_event',
  properties: (p) => ({
    board: () => p.manyToOne(Board).mapToPk().primary().deleteRule('cascade'),
    revision: p.integer().primary(),
    kind: p.enum(Object.values(BoardEventKind)),
    at: p.datetime(3).defaultRaw('now()'),
    actor: () => p.manyToOne(Person).mapToPk().nullable(),
    /** The cards it touched; most touch one. */
    cards: p.array().columnType('uuid[]').$type<string[]>().default([]),
    /** Names of the fields an edit changed, and the version it made. */
    fields: p.array().$type<string[]>().default([]),
    version: p.integer().nullable(),
    /** The least who could read its first card before, or the campaign, where it may have hidden that. */
    seenBefore: p.enum(Object.values(Sensitivity)).nullable(),
    /** The same of each of its cards, in their order, where it may have hidden many. */
    seenBeforeEach: p.array().$type<Sensitivity[]>().nullable(),
    /** The link by which somebody without an account did it. */
    approvalLink: p.uuid().nullable(),
    /** The token by which a tool did it for them. The token may be gone. */
    token: p.uuid().nullable(),
    /** Sent by the client to make a repeated request harmless. */
    requestId: p.text().nullable(),
    /** What that was used for: see `request-mark.ts`. */
    requestMark: p.text().nullable(),
  }),
  checks: [
    {
      name: 'board_event_seen_before_each',
      expression: `seen_before_each <@ array['PUBLIC', 'VETTED', 'TEAM']`,
    },
  ],
  indexes: [
    {
      name: 'board_event_request',
      expression: `create index board_event_request on board_event (actor_id, request_id) where request_id is not null`,
    },
    {
      name: 'board_event_token',
      expression: `create index board_event_token on board_event (token) where token is not null`,
    },
  ],
});

export type BoardEvent = InferEntity<typeof BoardEvent>;

declare module '../../platform/db/orm.ts' {
  interface Entities {
    Board: typeof Board;
    BoardEvent: typeof BoardEvent;
  }
}
