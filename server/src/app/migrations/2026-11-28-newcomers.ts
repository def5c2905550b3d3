import { Migration } from '@mikro-orm/migrations';

/** A first lease that has to be confirmed, and what people without finished work may hold together. */
export class Newcomers extends Migration {
  override up(): void {
    this.addSql(`alter table "campaign" drop constraint "campaign_limits"`);
    this.addSql(
      `alter table "campaign" add "first_lease_hours" int not null default 6, add "newcomer_share" int not null default 50`,
    );
    this.addSql(
      `alter table "campaign" add constraint "campaign_limits" check (lease_hours >= 1 and lease_hours <= 336 and newcomer_claim_limit >= 1 and newcomer_claim_limit <= 10 and claim_limit >= 1 and claim_limit <= 10 and first_lease_hours >= 0 and first_lease_hours <= 336 and newcomer_share >= 10 and newcomer_share <= 100)`,
    );
    this.addSql(`alter table "card" add "to_confirm" uuid null`);
    this.addSql(`drop index "claim_person_id_index"`);
    this.addSql(`create index "claim_person_id_ended_at_index" on "claim" ("person_id", "ended_at")`);
    this.addSql(`alter table "board_event" drop constraint "board_event_kind_check"`);
    this.addSql(
      `alter table "board_event" add constraint "board_event_kind_check" check ("kind" in ('CARD_CREATED', 'CARD_UPDATED', 'CARD_OPENED', 'CARD_RETURNED_TO_DRAFT', 'CARD_MOVED', 'CARD_CLAIMED', 'CLAIM_CONFIRMED', 'CLAIM_EXTENDED', 'CLAIM_EXPIRING', 'CLAIM_EXPIRED', 'CARD_HANDED_BACK', 'CARD_TAKEN_BACK', 'CARD_BLOCKED', 'CARD_UNBLOCKED', 'CARD_HANDED_IN', 'CRAFT_REVIEW_PASSED', 'CHANGES_REQUESTED', 'CARD_APPROVED', 'CARD_CANCELLED', 'CHECKLIST_CHANGED', 'COMMENT_ADDED', 'COMMENT_REMOVED', 'CAMPAIGN_UPDATED'))`,
    );
  }
}
