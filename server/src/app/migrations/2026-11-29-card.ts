import { Migration } from '@mikro-orm/migrations';

/** What its author and its organizers can do with a card beyond the way of a card. */
export class CardMoves extends Migration {
  override up(): void {
    this.addSql(`alter table "board_event" drop constraint "board_event_kind_check"`);
    this.addSql(
      `alter table "board_event" add constraint "board_event_kind_check" check ("kind" in ('CARD_CREATED', 'CARD_UPDATED', 'CARD_OPENED', 'CARD_RETURNED_TO_DRAFT', 'CARD_MOVED', 'CARD_CLAIMED', 'CLAIM_CONFIRMED', 'CLAIM_EXTENDED', 'CLAIM_EXPIRING', 'CLAIM_EXPIRED', 'CARD_HANDED_BACK', 'CARD_TAKEN_BACK', 'CARD_BLOCKED', 'CARD_UNBLOCKED', 'CARD_HANDED_IN', 'HAND_IN_CORRECTED', 'HAND_IN_WITHDRAWN', 'CRAFT_REVIEW_PASSED', 'CHANGES_REQUESTED', 'CARD_APPROVED', 'CARD_CANCELLED', 'CARD_BROUGHT_BACK', 'CHECKLIST_CHANGED', 'COMMENT_ADDED', 'COMMENT_REMOVED', 'CAMPAIGN_UPDATED'))`,
    );
    this.addSql(`alter table "card" add "template_key" text null`);
    this.addSql(`alter table "hand_in" drop constraint "hand_in_outcome_check"`);
    this.addSql(
      `alter table "hand_in" add constraint "hand_in_outcome_check" check ("outcome" in ('PENDING', 'REPLACED', 'WITHDRAWN', 'CHANGES_REQUESTED', 'APPROVED', 'CANCELLED'))`,
    );
  }
}
