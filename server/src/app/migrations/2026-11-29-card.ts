import { Migration } from '@mikro-orm/migrations';

/** What its author and its organizers can do with a card beyond the way of a card. */
export class CardMoves extends Migration {
  override up(): void {
    this.addSql(`alter table "board_event" drop constraint "board_event_kind_check"`);
    this.addSql(
      `alter table "board_event" add constraint "board_event_kind_check" check ("kind" in ('CARD_CREATED', 'CARD_UPDATED', 'CARD_OPENED', 'CARD_RETURNED_TO_DRAFT', 'CARD_MOVED', 'CARD_CLAIMED', 'CLAIM_CONFIRMED', 'CLAIM_EXTENDED', 'CLAIM_EXPIRING', 'CLAIM_EXPIRED', 'CARD_HANDED_BACK', 'CARD_TAKEN_BACK', 'LOOK_ASKED', 'CARD_BLOCKED', 'CARD_UNBLOCKED', 'CARD_HANDED_IN', 'HAND_IN_CORRECTED', 'HAND_IN_WITHDRAWN', 'CRAFT_REVIEW_PASSED', 'CHANGES_REQUESTED', 'CARD_APPROVED', 'CARD_CANCELLED', 'CARD_BROUGHT_BACK', 'CHECKLIST_CHANGED', 'COMMENT_ADDED', 'COMMENT_EDITED', 'COMMENT_REMOVED', 'CAMPAIGN_UPDATED'))`,
    );
    this.addSql(`alter table "card" add "template_key" text null, add "look_claim" uuid null`);
    this.addSql(`alter table "card" add "look_asked_at" timestamptz(3) null`);
    this.addSql(`alter table "comment" add "edited_at" timestamptz(3) null`);
    this.addSql(`alter table "notification" drop constraint "notification_kind_check"`);
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('INVITED', 'LEASE_EXPIRING', 'LEASE_EXPIRED', 'CARD_TAKEN_BACK', 'LOCAL_ANSWERED', 'CHANGES_REQUESTED', 'APPROVED', 'VOLUNTEER_WAITS', 'WORK_WAITS', 'CRAFT_WAITS', 'LOOK_ASKED', 'COMMENTED', 'STANDING_CHANGED', 'RECOVERY_CODE_RENEWED', 'ASK_CAME', 'ASK_HELD', 'PLAN_AGREED', 'CAMPAIGN_ENDED', 'ROLE_CHANGED', 'LEAD_ASKED', 'LEAD_DECLINED', 'COORDINATOR_NAMED'))`,
    );
    this.addSql(`alter table "hand_in" drop constraint "hand_in_outcome_check"`);
    this.addSql(
      `alter table "hand_in" add constraint "hand_in_outcome_check" check ("outcome" in ('PENDING', 'REPLACED', 'WITHDRAWN', 'CHANGES_REQUESTED', 'APPROVED', 'CANCELLED'))`,
    );
  }
}
