import { Migration } from '@mikro-orm/migrations';

/** Advisers, their office hours, and the talks that people book with them. */
export class Bench extends Migration {
  override up(): void {
    // Comes with PostgreSQL, and is trusted: whoever owns the database may have it. The server's own role needs nothing.
    this.addSql(`create extension if not exists btree_gist`);
    this.addSql(
      `create table "adviser" ("person_id" uuid not null, "topics" text[] not null default '{}', "about" text not null default '', "skills" text[] not null default '{}', "languages" text[] not null default '{}', "meet_at" text null, "weekly_limit" int not null default 3, "paused" boolean not null default false, "offered_at" timestamptz(3) null, "invited_at" timestamptz(3) null, "invited_by_id" uuid null, "removed_at" timestamptz(3) null, primary key ("person_id"))`,
    );
    this.addSql(`create index "adviser_invited_by_id_index" on "adviser" ("invited_by_id")`);
    this.addSql(
      `alter table "adviser" add constraint "adviser_week" check (weekly_limit >= 1 and weekly_limit <= 20)`,
    );
    this.addSql(
      `alter table "adviser" add constraint "adviser_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "adviser" add constraint "adviser_invited_by_id_foreign" foreign key ("invited_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `create table "office_hours" ("id" uuid not null, "person_id" uuid not null, "weekdays" int[] not null, "every_weeks" int not null default 1, "from_date" date not null, "until_date" date null, "from_minute" int not null, "until_minute" int not null, "slot_minutes" int not null, "time_zone" text not null, primary key ("id"))`,
    );
    this.addSql(`create index "office_hours_person_id_index" on "office_hours" ("person_id")`);
    this.addSql(
      `alter table "office_hours" add constraint "office_hours_day" check (from_minute >= 0 and until_minute <= 1440 and from_minute + slot_minutes <= until_minute and until_minute - from_minute <= 720)`,
    );
    this.addSql(
      `alter table "office_hours" add constraint "office_hours_slot" check (slot_minutes in (20, 30, 45, 60))`,
    );
    this.addSql(
      `alter table "office_hours" add constraint "office_hours_weeks" check (every_weeks in (1, 2))`,
    );
    this.addSql(
      `alter table "office_hours" add constraint "office_hours_weekdays" check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7] and weekdays <> '{}')`,
    );
    this.addSql(
      `alter table "office_hours" add constraint "office_hours_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `create table "hours_exception" ("id" uuid not null, "person_id" uuid not null, "on_date" date not null, "from_minute" int null, "until_minute" int null, "slot_minutes" int null, "time_zone" text null, primary key ("id"))`,
    );
    this.addSql(`create index "hours_exception_person_id_index" on "hours_exception" ("person_id")`);
    this.addSql(
      `alter table "hours_exception" add constraint "hours_exception_whole" check (num_nonnulls(from_minute, until_minute, slot_minutes, time_zone) in (0, 4))`,
    );
    this.addSql(
      `alter table "hours_exception" add constraint "hours_exception_day" check (from_minute >= 0 and until_minute <= 1440 and from_minute + slot_minutes <= until_minute and until_minute - from_minute <= 720)`,
    );
    this.addSql(
      `alter table "hours_exception" add constraint "hours_exception_slot" check (slot_minutes in (20, 30, 45, 60))`,
    );
    this.addSql(
      `alter table "hours_exception" add constraint "hours_exception_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `create table "booking" ("id" uuid not null, "adviser_id" uuid null, "booker_id" uuid null, "organization_id" uuid null, "starts_at" timestamptz(3) not null, "ends_at" timestamptz(3) not null, "time_zone" text not null, "state" text not null default 'BOOKED', "question" text not null, "note" text not null default '', "word" text not null default '', "ended_by_id" uuid null, "by_newcomer" boolean not null default false, "sequence" int not null default 0, "created_at" timestamptz(3) not null default clock_timestamp(), "changed_at" timestamptz(3) not null default clock_timestamp(), "reminded_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_state_check" check ("state" in ('BOOKED', 'CANCELLED', 'MISSED'))`,
    );
    this.addSql(
      `alter table "booking" add constraint "booking_length" check (ends_at > starts_at and ends_at <= starts_at + '01:00:00'::interval)`,
    );
    this.addSql(`alter table "booking" add constraint "booking_of_two" check (adviser_id <> booker_id)`);
    for (const column of ['adviser', 'booker', 'organization', 'ended_by']) {
      const to = column === 'organization' ? 'organization' : 'person';
      this.addSql(
        `alter table "booking" add constraint "booking_${column}_id_foreign" foreign key ("${column}_id") references "${to}" ("id") on delete set null`,
      );
    }
    for (const column of ['adviser', 'booker']) {
      this.addSql(
        `alter table booking add constraint booking_${column}_once exclude using gist (${column}_id with =, tstzrange(starts_at, ends_at) with &&) where (state = 'BOOKED')`,
      );
      this.addSql(
        `create index "booking_${column}_id_starts_at_index" on "booking" ("${column}_id", "starts_at")`,
      );
    }
    this.addSql(`create index "booking_ends_at_index" on "booking" ("ends_at")`);
    this.addSql(`alter table "notification" drop constraint "notification_kind_check"`);
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('INVITED', 'LEASE_EXPIRING', 'LEASE_EXPIRED', 'CARD_TAKEN_BACK', 'PARTNER_JOINED', 'PARTNER_LEFT', 'PARTNER_HANDED_IN', 'LOCAL_ANSWERED', 'CHANGES_REQUESTED', 'APPROVED', 'VOLUNTEER_WAITS', 'WORK_WAITS', 'CRAFT_WAITS', 'LOOK_ASKED', 'COMMENTED', 'BRIEF_CHANGED', 'STANDING_CHANGED', 'RECOVERY_CODE_RENEWED', 'CAME_BACK', 'ASK_CAME', 'ASK_HELD', 'PLAN_AGREED', 'PLAN_ANSWERED', 'CAMPAIGN_ENDED', 'ROLE_CHANGED', 'ROLE_LINK_MADE', 'LEAD_ASKED', 'LEAD_DECLINED', 'COORDINATOR_NAMED', 'BOOKING_MADE', 'BOOKING_MOVED', 'BOOKING_CANCELLED', 'BOOKING_MISSED', 'BOOKING_SOON', 'BENCH_INVITED', 'BENCH_REMOVED'))`,
    );
  }
}
