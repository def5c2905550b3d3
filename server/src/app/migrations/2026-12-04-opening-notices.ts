import { Migration } from '@mikro-orm/migrations';

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
  'EVENT_MOVED',
  'EVENT_CANCELLED',
  'PLACE_OFFERED',
  'PLACE_GIVEN',
  'EVENT_TOMORROW',
  'EVENT_SOON',
  'EVENT_BEGAN',
  'BOOKING_MADE',
  'BOOKING_MOVED',
  'BOOKING_CANCELLED',
  'BOOKING_MISSED',
  'BOOKING_SOON',
  'BENCH_INVITED',
  'BENCH_REMOVED',
  'QUESTION_WAITS',
  'QUESTION_ANSWERED',
  'APPLICATION_CAME',
  'APPLICATION_ANSWERED',
  'APPLICATIONS_OVERDUE',
  'OPENING_WITHDRAWN',
];

/** The kinds of notices that questions and openings brought, beside those that were there. */
export class OpeningNotices extends Migration {
  override up(): void {
    this.addSql(`alter table "notification" drop constraint "notification_kind_check"`);
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in (${NOTICES.map((kind) => `'${kind}'`).join(', ')}))`,
    );
  }
}
