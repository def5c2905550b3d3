import { Migration } from '@mikro-orm/migrations';

/** A local strikes cards out of its plan, names its campaign and writes back. */
export class PlanAnswers extends Migration {
  override up(): void {
    this.addSql(`alter table "plan" add "local_word" text not null default ''`);
    this.addSql(`alter table "plan" add "local_title" text null`);
    this.addSql(`alter table "plan" add "local_answered_at" timestamptz(3) null`);
    this.addSql(`alter table "notification" drop constraint "notification_kind_check"`);
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('INVITED', 'LEASE_EXPIRING', 'LEASE_EXPIRED', 'CARD_TAKEN_BACK', 'LOCAL_ANSWERED', 'CHANGES_REQUESTED', 'APPROVED', 'VOLUNTEER_WAITS', 'WORK_WAITS', 'CRAFT_WAITS', 'COMMENTED', 'STANDING_CHANGED', 'RECOVERY_CODE_RENEWED', 'ASK_CAME', 'ASK_HELD', 'PLAN_AGREED', 'PLAN_ANSWERED', 'CAMPAIGN_ENDED', 'ROLE_CHANGED', 'LEAD_ASKED', 'LEAD_DECLINED', 'COORDINATOR_NAMED'))`,
    );
  }
}
