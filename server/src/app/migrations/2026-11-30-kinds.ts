import { Migration } from '@mikro-orm/migrations';

const EVENTS = [
  'CARD_CREATED',
  'CARD_CREATE_UNDONE',
  'CARD_UPDATED',
  'CARD_OPENED',
  'CARD_RETURNED_TO_DRAFT',
  'CARD_MOVED',
  'CARD_CLAIMED',
  'CARD_JOINED',
  'CARD_LEFT',
  'CLAIM_CONFIRMED',
  'CLAIM_EXTENDED',
  'CLAIM_EXPIRING',
  'CLAIM_EXPIRED',
  'CARD_HANDED_BACK',
  'CARD_TAKEN_BACK',
  'LOOK_ASKED',
  'BRIEF_CONFIRMED',
  'CARD_BLOCKED',
  'CARD_UNBLOCKED',
  'CARD_HANDED_IN',
  'HAND_IN_CORRECTED',
  'HAND_IN_WITHDRAWN',
  'CRAFT_REVIEW_PASSED',
  'CHANGES_REQUESTED',
  'CARD_APPROVED',
  'CARD_CANCELLED',
  'CARD_CANCEL_UNDONE',
  'CARD_BROUGHT_BACK',
  'CHECKLIST_CHANGED',
  'COMMENT_ADDED',
  'COMMENT_EDITED',
  'COMMENT_REMOVED',
  'COMMENT_REMOVE_UNDONE',
  'CAMPAIGN_UPDATED',
  'PERSON_LEFT',
];
const NOTICES = [
  'INVITED',
  'LEASE_EXPIRING',
  'LEASE_EXPIRED',
  'CARD_TAKEN_BACK',
  'PARTNER_JOINED',
  'PARTNER_LEFT',
  'PARTNER_HANDED_IN',
  'LOCAL_ANSWERED',
  'CHANGES_REQUESTED',
  'APPROVED',
  'VOLUNTEER_WAITS',
  'WORK_WAITS',
  'CRAFT_WAITS',
  'LOOK_ASKED',
  'COMMENTED',
  'BRIEF_CHANGED',
  'STANDING_CHANGED',
  'RECOVERY_CODE_RENEWED',
  'CAME_BACK',
  'ASK_CAME',
  'ASK_HELD',
  'PLAN_AGREED',
  'PLAN_ANSWERED',
  'CAMPAIGN_ENDED',
  'ROLE_CHANGED',
  'ROLE_LINK_MADE',
  'LEAD_ASKED',
  'LEAD_DECLINED',
  'COORDINATOR_NAMED',
];

const list = (kinds: readonly string[]) => kinds.map((kind) => `'${kind}'`).join(', ');

/** All kinds of events and notices that the changes of this day brought, whichever of them came first. */
export class KindsOfMonday extends Migration {
  override up(): void {
    this.addSql(`alter table "board_event" drop constraint "board_event_kind_check"`);
    this.addSql(
      `alter table "board_event" add constraint "board_event_kind_check" check ("kind" in (${list(EVENTS)}))`,
    );
    this.addSql(`alter table "notification" drop constraint "notification_kind_check"`);
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in (${list(NOTICES)}))`,
    );
  }
}
