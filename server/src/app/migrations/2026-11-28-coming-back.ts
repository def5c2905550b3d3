import { Migration } from '@mikro-orm/migrations';

/** A recovery code works once, idle sessions end, and handles of one shape are found. */
export class ComingBack extends Migration {
  override up(): void {
    this.addSql(
      `alter table "person" add "recovery_lost_hash" bytea null, add "recovery_lost_until" timestamptz(3) null`,
    );
    this.addSql(
      `create index person_shape on person ((replace(replace(replace(replace(handle_key, 'vv', 'w'), 'rn', 'm'), 'cl', 'd'), 'cj', 'g')))`,
    );
    this.addSql(`alter table "notification" drop constraint "notification_kind_check"`);
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('INVITED', 'LEASE_EXPIRING', 'LEASE_EXPIRED', 'CARD_TAKEN_BACK', 'LOCAL_ANSWERED', 'CHANGES_REQUESTED', 'APPROVED', 'VOLUNTEER_WAITS', 'WORK_WAITS', 'CRAFT_WAITS', 'COMMENTED', 'STANDING_CHANGED', 'RECOVERY_CODE_RENEWED', 'ASK_CAME', 'ASK_HELD', 'PLAN_AGREED', 'CAMPAIGN_ENDED', 'ROLE_CHANGED', 'LEAD_ASKED', 'LEAD_DECLINED', 'COORDINATOR_NAMED'))`,
    );
    // Nobody is signed out without having been here since.
    this.addSql(
      `update "session" set "expires_at" = least("expires_at", greatest("last_seen_at" + interval '60 days', now() + interval '7 days'))`,
    );
  }
}
