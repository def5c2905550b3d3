import { Migration } from '@mikro-orm/migrations';

/** What people say of an event, what they take along, and its recap. */
export class Recaps extends Migration {
  override up(): void {
    this.addSql(
      `create table "feedback_edition" ("hash" text not null, "questions" jsonb not null, primary key ("hash"))`,
    );
    this.addSql(
      `create table "feedback_sum" ("event_id" uuid not null, "asked_at" timestamptz(3) null, "counted_at" timestamptz(3) null, "answers" int not null default 0, "balance" jsonb not null default '{}', "skills" jsonb not null default '{}', primary key ("event_id"))`,
    );
    this.addSql(
      `create table "recap" ("event_id" uuid not null, "words" text not null default '', "recording_url" text null, "files" jsonb not null default '[]', "presenters" jsonb null, "hosts" jsonb null, "sponsors" jsonb null, "volunteers" jsonb not null default '[]', "left_out" text[] not null default '{}', "with_feedback" boolean not null default true, "prepared" jsonb null, "prepared_at" timestamptz(3) null, "prepared_by_id" uuid null, "edition" int not null default 0, "published" jsonb null, "published_edition" int null, "published_at" timestamptz(3) null, "published_by_id" uuid null, "told_at" timestamptz(3) null, primary key ("event_id"))`,
    );
    this.addSql(
      `create table "feedback" ("id" uuid not null, "event_id" uuid not null, "registration_id" uuid null, "person_id" uuid null, "edition_hash" text not null, "good" text not null default '', "missing" text not null default '', "balance" text null, "next_skills" text[] not null default '{}', "next_words" text not null default '', "changed_at" timestamptz(3) not null default clock_timestamp(), "fresh" boolean not null default true, "counted" jsonb null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "feedback" add constraint "feedback_registration_id_unique" unique ("registration_id")`,
    );
    this.addSql(`create index "feedback_event_id_index" on "feedback" ("event_id")`);
    this.addSql(`create index "feedback_person_id_index" on "feedback" ("person_id")`);
    this.addSql(`create index "feedback_edition_hash_index" on "feedback" ("edition_hash")`);
    this.addSql(`create unique index feedback_once on feedback (event_id, person_id)`);
    this.addSql(
      `create table "takeaway" ("id" uuid not null, "event_id" uuid not null, "registration_id" uuid null, "person_id" uuid null, "text" text not null, "state" text not null default 'SUGGESTED', "at" timestamptz(3) not null default clock_timestamp(), "decided_by_id" uuid null, primary key ("id"))`,
    );
    this.addSql(`create index "takeaway_event_id_at_index" on "takeaway" ("event_id", "at")`);
    this.addSql(`create index "takeaway_registration_id_index" on "takeaway" ("registration_id")`);
    this.addSql(`create index "takeaway_person_id_index" on "takeaway" ("person_id")`);
    this.addSql(
      `alter table "feedback_sum" add constraint "feedback_sum_event_id_foreign" foreign key ("event_id") references "event" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "recap" add constraint "recap_event_id_foreign" foreign key ("event_id") references "event" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "recap" add constraint "recap_prepared_by_id_foreign" foreign key ("prepared_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "recap" add constraint "recap_published_by_id_foreign" foreign key ("published_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "feedback" add constraint "feedback_event_id_foreign" foreign key ("event_id") references "event" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "feedback" add constraint "feedback_registration_id_foreign" foreign key ("registration_id") references "registration" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "feedback" add constraint "feedback_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "feedback" add constraint "feedback_edition_hash_foreign" foreign key ("edition_hash") references "feedback_edition" ("hash")`,
    );
    this.addSql(
      `alter table "feedback" add constraint "feedback_balance_check" check ("balance" in ('TOO_MUCH_TALK', 'RIGHT', 'ENOUGH_HANDS_ON'))`,
    );
    this.addSql(
      `alter table "takeaway" add constraint "takeaway_event_id_foreign" foreign key ("event_id") references "event" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "takeaway" add constraint "takeaway_registration_id_foreign" foreign key ("registration_id") references "registration" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "takeaway" add constraint "takeaway_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "takeaway" add constraint "takeaway_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "takeaway" add constraint "takeaway_state_check" check ("state" in ('SUGGESTED', 'PICKED', 'LEFT_OUT'))`,
    );
  }
}
