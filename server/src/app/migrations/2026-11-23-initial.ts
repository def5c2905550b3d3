import { Migration } from '@mikro-orm/migrations';

export class Initial extends Migration {
  override up(): void {
    this.addSql(
      `create table "organization" ("id" uuid not null, "name" text not null, "kind" text not null, "created_at" timestamptz(3) not null default now(), primary key ("id"))`,
    );
    this.addSql(
      `alter table "organization" add constraint "organization_kind_check" check ("kind" in ('UNION_LOCAL', 'WORKER_CENTER', 'COMMUNITY_GROUP', 'COALITION'))`,
    );
    this.addSql(
      `create table "campaign" ("id" uuid not null, "organization_id" uuid not null, "slug" text not null, "title" text not null, "kind" text not null, "story" text not null default '', "demands" text[] not null default '{}', "how_to_help" text not null default '', "employer" text null, "employer_hidden" boolean not null default false, "starts_at" timestamptz(3) null, "start_hidden" boolean not null default false, "time_zone" text not null default 'UTC', "languages" text[] not null default '{}', "sensitivity" text not null default 'TEAM', "lease_hours" int not null default 48, "newcomer_claim_limit" int not null default 1, "claim_limit" int not null default 3, "craft_review_required" boolean not null default true, "created_at" timestamptz(3) not null default now(), "ended_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`alter table "campaign" add constraint "campaign_slug_unique" unique ("slug")`);
    this.addSql(`create index "campaign_organization_id_index" on "campaign" ("organization_id")`);
    this.addSql(
      `alter table "campaign" add constraint "campaign_limits" check (lease_hours >= 1 and lease_hours <= 336 and newcomer_claim_limit >= 1 and newcomer_claim_limit <= 10 and claim_limit >= 1 and claim_limit <= 10)`,
    );
    this.addSql(
      `alter table "campaign" add constraint "campaign_kind_check" check ("kind" in ('STRIKE', 'CONTRACT_FIGHT', 'ORGANIZING_DRIVE', 'BOYCOTT', 'COMMUNITY_FIGHT'))`,
    );
    this.addSql(
      `alter table "campaign" add constraint "campaign_sensitivity_check" check ("sensitivity" in ('PUBLIC', 'VETTED', 'TEAM'))`,
    );
    this.addSql(
      `create table "board" ("id" uuid not null, "campaign_id" uuid not null, "epoch" uuid not null, "revision" int not null default 0, "pruned_to" int not null default 0, "next_number" int not null default 1, primary key ("id"))`,
    );
    this.addSql(`alter table "board" add constraint "board_campaign_id_unique" unique ("campaign_id")`);
    this.addSql(
      `create table "person" ("id" uuid not null, "handle" text not null, "handle_key" text not null, "skills" text[] not null default '{}', "languages" text[] not null default '{}', "standing" text not null default 'NEW', "coordinator" boolean not null default false, "recovery_hash" bytea null, "demo_part" text null, "created_at" timestamptz(3) not null default now(), primary key ("id"))`,
    );
    this.addSql(`alter table "person" add constraint "person_handle_key_unique" unique ("handle_key")`);
    this.addSql(
      `alter table "person" add constraint "person_standing_check" check ("standing" in ('NEW', 'VETTED', 'LEAD', 'SUSPENDED'))`,
    );
    this.addSql(
      `create table "membership" ("organization_id" uuid not null, "person_id" uuid not null, "role" text not null, "created_at" timestamptz(3) not null default now(), primary key ("organization_id", "person_id"))`,
    );
    this.addSql(`create index "membership_person_id_index" on "membership" ("person_id")`);
    this.addSql(
      `alter table "membership" add constraint "membership_role_check" check ("role" in ('ORGANIZER', 'APPROVER', 'MEMBER'))`,
    );
    this.addSql(
      `create table "card" ("id" uuid not null, "board_id" uuid not null, "number" int not null, "title" text not null, "deliverable" text not null, "local_supplies" text not null default '', "out_of_scope" text not null default '', "caution" text null, "skill" text not null, "hours" double precision not null, "phase" text not null, "due_at" timestamptz(3) null, "due_offset_hours" int null, "languages" text[] not null default '{}', "sensitivity" text not null, "links" jsonb not null default '[]', "checklist" jsonb not null default '[]', "status" text not null, "position" text collate "C" not null, "version" int not null default 1, "holder_id" uuid null, "claim" uuid null, "claimed_at" timestamptz(3) null, "lease_expires_at" timestamptz(3) null, "extensions" int not null default 0, "waiting_since" timestamptz(3) null, "waiting_reason" text null, "changes_requested_at" timestamptz(3) null, "handed_in_at" timestamptz(3) null, "craft_reviewed_at" timestamptz(3) null, "finished_at" timestamptz(3) null, "thanks" text null, "thanked_by_id" uuid null, "returned_at" timestamptz(3) null, "returned_how" text null, "returned_by_id" uuid null, "draft_kept" boolean not null default false, "comment_count" int not null default 0, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("id"))`,
    );
    this.addSql(`create index "card_board_column" on "card" ("board_id", "status", "position")`);
    this.addSql(`create index card_held on card (holder_id) where holder_id is not null`);
    this.addSql(`create index card_open on card (created_at desc, id) where status = 'OPEN'`);
    this.addSql(
      `alter table "card" add constraint "card_board_id_number_unique" unique ("board_id", "number")`,
    );
    this.addSql(
      `alter table "card" add constraint "card_claimed_has_lease" check ((status = 'CLAIMED') = (lease_expires_at is not null) and (status = 'CLAIMED') = (claim is not null))`,
    );
    this.addSql(
      `alter table "card" add constraint "card_holder" check ((status in ('CLAIMED', 'IN_REVIEW', 'DONE')) = (holder_id is not null))`,
    );
    this.addSql(
      `alter table "card" add constraint "card_waiting" check (waiting_since is null or status in ('CLAIMED', 'IN_REVIEW'))`,
    );
    this.addSql(
      `alter table "card" add constraint "card_skill_check" check ("skill" in ('SOCIAL_MEDIA', 'WRITING', 'GRAPHIC_DESIGN', 'ONLINE_VIDEO', 'WEB_DEVELOPMENT', 'TRAINING', 'ONLINE_ADVERTISING', 'STRATEGY'))`,
    );
    this.addSql(
      `alter table "card" add constraint "card_phase_check" check ("phase" in ('BEFORE', 'FIRST_72_HOURS', 'ONGOING', 'AFTER'))`,
    );
    this.addSql(
      `alter table "card" add constraint "card_sensitivity_check" check ("sensitivity" in ('PUBLIC', 'VETTED', 'TEAM'))`,
    );
    this.addSql(
      `alter table "card" add constraint "card_status_check" check ("status" in ('DRAFT', 'OPEN', 'CLAIMED', 'IN_REVIEW', 'DONE', 'CANCELLED'))`,
    );
    this.addSql(
      `alter table "card" add constraint "card_returned_how_check" check ("returned_how" in ('HANDED_IN', 'HANDED_BACK', 'EXPIRED', 'TAKEN_BACK', 'CANCELLED'))`,
    );
    this.addSql(
      `create table "hand_in" ("id" uuid not null, "card_id" uuid not null, "person_id" uuid not null, "note" text not null, "links" jsonb not null default '[]', "at" timestamptz(3) not null default now(), "craft_reviewer_id" uuid null, "craft_reviewed_at" timestamptz(3) null, "craft_note" text null, "outcome" text not null default 'PENDING', "reviewer_id" uuid null, "review_note" text null, "reviewed_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`create index "hand_in_card_id_index" on "hand_in" ("card_id")`);
    this.addSql(
      `alter table "hand_in" add constraint "hand_in_outcome_check" check ("outcome" in ('PENDING', 'CHANGES_REQUESTED', 'APPROVED', 'CANCELLED'))`,
    );
    this.addSql(
      `create table "draft" ("card_id" uuid not null, "person_id" uuid not null, "note" text not null, "links" jsonb not null default '[]', "saved_at" timestamptz(3) not null default now(), "kept_at" timestamptz(3) null, primary key ("card_id", "person_id"))`,
    );
    this.addSql(
      `create table "comment" ("id" uuid not null, "card_id" uuid not null, "person_id" uuid not null, "text" text not null, "at" timestamptz(3) not null default now(), "removed_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`create index "comment_card_id_id_index" on "comment" ("card_id", "id")`);
    this.addSql(
      `create table "claim" ("id" uuid not null, "card_id" uuid not null, "person_id" uuid not null, "claimed_at" timestamptz(3) not null default now(), "ended_at" timestamptz(3) null, "how" text null, "note" text null, primary key ("id"))`,
    );
    this.addSql(`create index "claim_card_id_index" on "claim" ("card_id")`);
    this.addSql(`create index "claim_person_id_index" on "claim" ("person_id")`);
    this.addSql(`create unique index claim_one_runs on claim (card_id) where ended_at is null`);
    this.addSql(
      `alter table "claim" add constraint "claim_how_check" check ("how" in ('HANDED_IN', 'HANDED_BACK', 'EXPIRED', 'TAKEN_BACK', 'CANCELLED'))`,
    );
    this.addSql(
      `create table "board_event" ("board_id" uuid not null, "revision" int not null, "kind" text not null, "at" timestamptz(3) not null default now(), "actor_id" uuid null, "cards" uuid[] not null default '{}', "fields" text[] not null default '{}', "version" int null, "request_id" text null, primary key ("board_id", "revision"))`,
    );
    this.addSql(
      `create unique index board_event_request on board_event (board_id, actor_id, request_id) where request_id is not null`,
    );
    this.addSql(
      `alter table "board_event" add constraint "board_event_kind_check" check ("kind" in ('CARD_CREATED', 'CARD_UPDATED', 'CARD_OPENED', 'CARD_RETURNED_TO_DRAFT', 'CARD_MOVED', 'CARD_CLAIMED', 'CLAIM_EXTENDED', 'CLAIM_EXPIRING', 'CLAIM_EXPIRED', 'CARD_HANDED_BACK', 'CARD_TAKEN_BACK', 'CARD_BLOCKED', 'CARD_UNBLOCKED', 'CARD_HANDED_IN', 'CRAFT_REVIEW_PASSED', 'CHANGES_REQUESTED', 'CARD_APPROVED', 'CARD_CANCELLED', 'CHECKLIST_CHANGED', 'COMMENT_ADDED', 'COMMENT_REMOVED', 'CAMPAIGN_UPDATED'))`,
    );
    this.addSql(
      `create table "session" ("id" uuid not null, "person_id" uuid not null, "token_hash" bytea not null, "device" text not null, "created_at" timestamptz(3) not null default now(), "last_seen_at" timestamptz(3) not null default now(), "expires_at" timestamptz(3) not null, primary key ("id"))`,
    );
    this.addSql(`alter table "session" add constraint "session_token_hash_unique" unique ("token_hash")`);
    this.addSql(`create index "session_person_id_index" on "session" ("person_id")`);
    this.addSql(
      `alter table "campaign" add constraint "campaign_organization_id_foreign" foreign key ("organization_id") references "organization" ("id")`,
    );
    this.addSql(
      `alter table "board" add constraint "board_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "membership" add constraint "membership_organization_id_foreign" foreign key ("organization_id") references "organization" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "membership" add constraint "membership_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "card" add constraint "card_board_id_foreign" foreign key ("board_id") references "board" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "card" add constraint "card_holder_id_foreign" foreign key ("holder_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "card" add constraint "card_thanked_by_id_foreign" foreign key ("thanked_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "card" add constraint "card_returned_by_id_foreign" foreign key ("returned_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "hand_in" add constraint "hand_in_card_id_foreign" foreign key ("card_id") references "card" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "hand_in" add constraint "hand_in_person_id_foreign" foreign key ("person_id") references "person" ("id")`,
    );
    this.addSql(
      `alter table "hand_in" add constraint "hand_in_craft_reviewer_id_foreign" foreign key ("craft_reviewer_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "hand_in" add constraint "hand_in_reviewer_id_foreign" foreign key ("reviewer_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "draft" add constraint "draft_card_id_foreign" foreign key ("card_id") references "card" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "draft" add constraint "draft_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "comment" add constraint "comment_card_id_foreign" foreign key ("card_id") references "card" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "comment" add constraint "comment_person_id_foreign" foreign key ("person_id") references "person" ("id")`,
    );
    this.addSql(
      `alter table "claim" add constraint "claim_card_id_foreign" foreign key ("card_id") references "card" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "claim" add constraint "claim_person_id_foreign" foreign key ("person_id") references "person" ("id")`,
    );
    this.addSql(
      `alter table "board_event" add constraint "board_event_board_id_foreign" foreign key ("board_id") references "board" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "board_event" add constraint "board_event_actor_id_foreign" foreign key ("actor_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "session" add constraint "session_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
  }
}
