import { Migration } from '@mikro-orm/migrations';

/** Requests for help that are held back, and room for those that were sent and not for those that were begun. */
export class HeldAsks extends Migration {
  override up(): void {
    this.addSql(`alter table "notification" drop constraint "notification_kind_check"`);
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('INVITED', 'LEASE_EXPIRING', 'LEASE_EXPIRED', 'CARD_TAKEN_BACK', 'LOCAL_ANSWERED', 'CHANGES_REQUESTED', 'APPROVED', 'VOLUNTEER_WAITS', 'WORK_WAITS', 'CRAFT_WAITS', 'COMMENTED', 'STANDING_CHANGED', 'ASK_CAME', 'ASK_HELD', 'PLAN_AGREED', 'CAMPAIGN_ENDED', 'ROLE_CHANGED', 'LEAD_ASKED', 'LEAD_DECLINED', 'COORDINATOR_NAMED'))`,
    );
    this.addSql(`drop index "ask_created_at_index"`);
    this.addSql(`alter table "ask" drop constraint "ask_status_check"`);
    this.addSql(`alter table "ask" add "held_at" timestamptz(3) null`);
    this.addSql(`create index ask_held on ask (held_at) where status = 'HELD'`);
    this.addSql(`create index "ask_submitted_at_index" on "ask" ("submitted_at")`);
    this.addSql(
      `alter table "ask" add constraint "ask_status_check" check ("status" in ('DRAFT', 'HELD', 'SUBMITTED', 'TRIAGED', 'ACCEPTED', 'DECLINED'))`,
    );
  }
}
