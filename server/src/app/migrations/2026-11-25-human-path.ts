import { Migration } from '@mikro-orm/migrations';

/** Asks, plans, invitations, trust, links, contacts, notifications, and the end of a campaign. */
export class HumanPath extends Migration {
  override up(): void {
    this.addSql(
      `create table "notification_choice" ("person_id" uuid not null, "email" boolean not null default false, "push" boolean not null default false, "muted" text[] not null default '{}', "quiet_from" int not null default 1320, "quiet_until" int not null default 480, "digest" boolean not null default false, "time_zone" text not null default 'UTC', "language" text not null default 'en', primary key ("person_id"))`,
    );
    this.addSql(
      `create table "delivery" ("id" uuid not null, "person_id" uuid null, "channel" text not null, "created_at" timestamptz(3) not null default clock_timestamp(), "sent_at" timestamptz(3) null, "attempts" int not null default 0, "failure" text null, "gave_up_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `create index "delivery_person_id_created_at_index" on "delivery" ("person_id", "created_at")`,
    );
    this.addSql(`create index delivery_failing on delivery (created_at) where sent_at is null`);
    this.addSql(
      `create table "contact" ("person_id" uuid not null, "address_sealed" bytea not null, "address_key" bytea not null, "code_hash" bytea null, "code_sent_at" timestamptz(3) null, "confirmed_at" timestamptz(3) null, primary key ("person_id"))`,
    );
    this.addSql(`create index "contact_address_key_index" on "contact" ("address_key")`);
    this.addSql(
      `create table "conduct_statement" ("person_id" uuid not null, "version" int not null, "at" timestamptz(3) not null default now(), primary key ("person_id"))`,
    );
    this.addSql(
      `create table "closing" ("campaign_id" uuid not null, "closed_by_id" uuid null, "closed_at" timestamptz(3) not null default now(), "thanks" text not null default '', "outcome" text not null default '', "handover" jsonb not null default '[]', "page_approved_at" timestamptz(3) null, "page_approved_by_id" uuid null, "erase_after" timestamptz(3) not null, "erased_at" timestamptz(3) null, "counts" jsonb null, primary key ("campaign_id"))`,
    );
    this.addSql(
      `create table "notification" ("id" uuid not null, "person_id" uuid not null, "kind" text not null, "card_id" uuid null, "campaign_id" uuid null, "at" timestamptz(3) not null default clock_timestamp(), "read_at" timestamptz(3) null, "delivery" uuid null, primary key ("id"))`,
    );
    this.addSql(`create index "notification_person_id_id_index" on "notification" ("person_id", "id")`);
    this.addSql(
      `create index notification_undelivered on notification (person_id) where delivery is null and read_at is null`,
    );
    this.addSql(
      `create table "invitation" ("id" uuid not null, "card_id" uuid not null, "person_id" uuid not null, "invited_by_id" uuid null, "at" timestamptz(3) not null default now(), "expires_at" timestamptz(3) not null, "answer" text null, "answered_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`create index "invitation_person_id_at_index" on "invitation" ("person_id", "at")`);
    this.addSql(`create index "invitation_card_id_index" on "invitation" ("card_id")`);
    this.addSql(
      `create unique index invitation_once on invitation (card_id, person_id) where answer is null`,
    );
    this.addSql(
      `create table "campaign_block" ("campaign_id" uuid not null, "person_id" uuid not null, "reason" text not null default '', "by_id" uuid null, "at" timestamptz(3) not null default now(), primary key ("campaign_id", "person_id"))`,
    );
    this.addSql(`create index "campaign_block_person_id_index" on "campaign_block" ("person_id")`);
    this.addSql(
      `create table "calendar_feed" ("person_id" uuid not null, "token_hash" bytea not null, "created_at" timestamptz(3) not null default now(), primary key ("person_id"))`,
    );
    this.addSql(
      `alter table "calendar_feed" add constraint "calendar_feed_token_hash_unique" unique ("token_hash")`,
    );
    this.addSql(
      `create table "availability" ("person_id" uuid not null, "weekly_hours" int not null default 2, "paused_from" date null, "paused_until" date null, "time_zone" text null, "not_skills" text[] not null default '{}', "not_kinds" text[] not null default '{}', "updated_at" timestamptz(3) not null default now(), primary key ("person_id"))`,
    );
    this.addSql(
      `create table "ask" ("id" uuid not null, "token_hash" bytea not null, "status" text not null default 'DRAFT', "language" text not null default 'en', "answers" jsonb not null default '{}', "contact_sealed" bytea null, "likeness_keys" bytea[] not null default '{}', "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "submitted_at" timestamptz(3) null, "triaged_at" timestamptz(3) null, "triaged_by_id" uuid null, "decided_at" timestamptz(3) null, "decided_by_id" uuid null, "decline_words" text null, "decline_elsewhere" text null, "campaign_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`alter table "ask" add constraint "ask_token_hash_unique" unique ("token_hash")`);
    this.addSql(`create index ask_waiting on ask (submitted_at) where status in ('SUBMITTED', 'TRIAGED')`);
    this.addSql(`create index "ask_campaign_id_index" on "ask" ("campaign_id")`);
    this.addSql(
      `create table "approval_link" ("id" uuid not null, "card_id" uuid not null, "token_hash" bytea not null, "label" text not null default '', "created_by_id" uuid not null, "created_at" timestamptz(3) not null default now(), "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, "first_opened_at" timestamptz(3) null, "used_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "approval_link" add constraint "approval_link_token_hash_unique" unique ("token_hash")`,
    );
    this.addSql(`create index "approval_link_card_id_index" on "approval_link" ("card_id")`);
    this.addSql(
      `create table "plan" ("id" uuid not null, "ask_id" uuid not null, "status" text not null default 'PROPOSED', "items" jsonb not null default '[]', "note" text not null default '', "version" int not null default 1, "created_at" timestamptz(3) not null default now(), "offered_at" timestamptz(3) null, "offered_by_id" uuid null, "agreed_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`alter table "plan" add constraint "plan_ask_id_unique" unique ("ask_id")`);
    this.addSql(
      `create table "public_page" ("person_id" uuid not null, "show_thanks" boolean not null default true, "since" timestamptz(3) not null default now(), primary key ("person_id"))`,
    );
    this.addSql(
      `create table "push_subscription" ("id" uuid not null, "person_id" uuid not null, "sealed" bytea not null, "endpoint_key" bytea not null, "created_at" timestamptz(3) not null default now(), primary key ("id"))`,
    );
    this.addSql(
      `alter table "push_subscription" add constraint "push_subscription_endpoint_key_unique" unique ("endpoint_key")`,
    );
    this.addSql(`create index "push_subscription_person_id_index" on "push_subscription" ("person_id")`);
    this.addSql(
      `create table "standing_change" ("id" uuid not null, "person_id" uuid not null, "before" text not null, "after" text not null, "reason" text not null, "note" text not null default '', "by_id" uuid null, "card_id" uuid null, "at" timestamptz(3) not null default now(), primary key ("id"))`,
    );
    this.addSql(`create index "standing_change_person_id_at_index" on "standing_change" ("person_id", "at")`);
    this.addSql(
      `create table "template_edition" ("key" text not null, "version" int not null, "words" jsonb not null, "retired" boolean not null default false, "edited_by_id" uuid null, "edited_at" timestamptz(3) not null default now(), primary key ("key", "version"))`,
    );
    this.addSql(`alter table "person" add "erased_at" timestamptz(3) null`);
    this.addSql(
      `alter table "card" add "caution_cleared_at" timestamptz(3) null, add "caution_cleared_by_id" uuid null`,
    );
    this.addSql(
      `alter table "card" add constraint "card_caution_cleared_by_id_foreign" foreign key ("caution_cleared_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(`alter table "hand_in" add "reviewed_by_link" text null`);
    this.addSql(
      `alter table "notification_choice" add constraint "notification_choice_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "delivery" add constraint "delivery_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "delivery" add constraint "delivery_channel_check" check ("channel" in ('EMAIL', 'PUSH', 'DIGEST'))`,
    );
    this.addSql(
      `alter table "contact" add constraint "contact_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "conduct_statement" add constraint "conduct_statement_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "closing" add constraint "closing_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "closing" add constraint "closing_closed_by_id_foreign" foreign key ("closed_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "closing" add constraint "closing_page_approved_by_id_foreign" foreign key ("page_approved_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_card_id_foreign" foreign key ("card_id") references "card" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('INVITED', 'LEASE_EXPIRING', 'LEASE_EXPIRED', 'CARD_TAKEN_BACK', 'LOCAL_ANSWERED', 'CHANGES_REQUESTED', 'APPROVED', 'VOLUNTEER_WAITS', 'WORK_WAITS', 'CRAFT_WAITS', 'COMMENTED', 'STANDING_CHANGED', 'ASK_CAME', 'PLAN_AGREED', 'CAMPAIGN_ENDED'))`,
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_card_id_foreign" foreign key ("card_id") references "card" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_invited_by_id_foreign" foreign key ("invited_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "invitation" add constraint "invitation_answer_check" check ("answer" in ('ACCEPTED', 'DECLINED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "campaign_block" add constraint "campaign_block_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "campaign_block" add constraint "campaign_block_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "campaign_block" add constraint "campaign_block_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "calendar_feed" add constraint "calendar_feed_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "availability" add constraint "availability_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "availability" add constraint "availability_hours" check (weekly_hours >= 0 and weekly_hours <= 60)`,
    );
    this.addSql(
      `alter table "ask" add constraint "ask_triaged_by_id_foreign" foreign key ("triaged_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "ask" add constraint "ask_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "ask" add constraint "ask_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "ask" add constraint "ask_status_check" check ("status" in ('DRAFT', 'SUBMITTED', 'TRIAGED', 'ACCEPTED', 'DECLINED'))`,
    );
    this.addSql(
      `alter table "approval_link" add constraint "approval_link_card_id_foreign" foreign key ("card_id") references "card" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "approval_link" add constraint "approval_link_created_by_id_foreign" foreign key ("created_by_id") references "person" ("id")`,
    );
    this.addSql(
      `alter table "plan" add constraint "plan_ask_id_foreign" foreign key ("ask_id") references "ask" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "plan" add constraint "plan_offered_by_id_foreign" foreign key ("offered_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "plan" add constraint "plan_status_check" check ("status" in ('PROPOSED', 'OFFERED', 'AGREED'))`,
    );
    this.addSql(
      `alter table "public_page" add constraint "public_page_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "push_subscription" add constraint "push_subscription_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "standing_change" add constraint "standing_change_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "standing_change" add constraint "standing_change_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "standing_change" add constraint "standing_change_card_id_foreign" foreign key ("card_id") references "card" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "standing_change" add constraint "standing_change_before_check" check ("before" in ('NEW', 'VETTED', 'LEAD', 'SUSPENDED'))`,
    );
    this.addSql(
      `alter table "standing_change" add constraint "standing_change_after_check" check ("after" in ('NEW', 'VETTED', 'LEAD', 'SUSPENDED'))`,
    );
    this.addSql(
      `alter table "standing_change" add constraint "standing_change_reason_check" check ("reason" in ('WORK_APPROVED', 'VOUCHED', 'COORDINATOR'))`,
    );
    this.addSql(
      `alter table "template_edition" add constraint "template_edition_edited_by_id_foreign" foreign key ("edited_by_id") references "person" ("id") on delete set null`,
    );
  }
}
