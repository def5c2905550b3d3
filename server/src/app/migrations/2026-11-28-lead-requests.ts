import { Migration } from '@mikro-orm/migrations';

/** Who asks to lead a board of an organization that was here before, and notices of roles. */
export class LeadRequests extends Migration {
  override up(): void {
    this.addSql(
      `create table "lead_request" ("id" uuid not null, "organization_id" uuid not null, "campaign_id" uuid not null, "person_id" uuid not null, "asked_at" timestamptz(3) not null default clock_timestamp(), "answer" text null, "answered_at" timestamptz(3) null, "answered_by_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`create index "lead_request_organization_id_index" on "lead_request" ("organization_id")`);
    this.addSql(
      `alter table "lead_request" add constraint "lead_request_once" unique ("campaign_id", "person_id")`,
    );
    this.addSql(`alter table "notification" drop constraint "notification_kind_check"`);
    this.addSql(
      `alter table "notification" add "organization_id" uuid null, add "about_id" uuid null, add "role" text null`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_organization_id_foreign" foreign key ("organization_id") references "organization" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_about_id_foreign" foreign key ("about_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_role_check" check ("role" in ('ORGANIZER', 'APPROVER', 'MEMBER'))`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('INVITED', 'LEASE_EXPIRING', 'LEASE_EXPIRED', 'CARD_TAKEN_BACK', 'LOCAL_ANSWERED', 'CHANGES_REQUESTED', 'APPROVED', 'VOLUNTEER_WAITS', 'WORK_WAITS', 'CRAFT_WAITS', 'COMMENTED', 'STANDING_CHANGED', 'ASK_CAME', 'PLAN_AGREED', 'CAMPAIGN_ENDED', 'ROLE_CHANGED', 'LEAD_ASKED', 'LEAD_DECLINED', 'COORDINATOR_NAMED'))`,
    );
    this.addSql(
      `alter table "lead_request" add constraint "lead_request_organization_id_foreign" foreign key ("organization_id") references "organization" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "lead_request" add constraint "lead_request_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "lead_request" add constraint "lead_request_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "lead_request" add constraint "lead_request_answered_by_id_foreign" foreign key ("answered_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "lead_request" add constraint "lead_request_answer_check" check ("answer" in ('CONFIRMED', 'DECLINED'))`,
    );
  }
}
