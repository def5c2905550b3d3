import { Migration } from '@mikro-orm/migrations';

/** Openings, and what people answer them with. */
export class Openings extends Migration {
  override up(): void {
    this.addSql(
      `create table "opening" ("id" uuid not null, "slug" text not null, "organization_id" uuid not null, "campaign_id" uuid null, "by_programme" boolean not null default false, "title" text not null, "story" text not null, "language" text not null default 'en', "place" text null, "is_remote" boolean not null default false, "languages" text[] not null default '{}', "skills" text[] not null default '{}', "pay_from" double precision not null, "pay_to" double precision not null, "currency" text not null, "pay_per" text not null, "hours_a_week" double precision not null, "how_to_answer" text not null default '', "closes_on" text not null, "time_zone" text not null, "closes_at" timestamptz(3) not null, "answer_days" int not null default 7, "state" text not null default 'OPEN', "closed_at" timestamptz(3) null, "overdue_told_at" timestamptz(3) null, "created_by_id" uuid null, "created_at" timestamptz(3) not null default clock_timestamp(), "updated_at" timestamptz(3) not null default clock_timestamp(), primary key ("id"))`,
    );
    this.addSql(`alter table "opening" add constraint "opening_slug_unique" unique ("slug")`);
    this.addSql(`create index "opening_organization_id_index" on "opening" ("organization_id")`);
    this.addSql(`create index "opening_campaign_id_index" on "opening" ("campaign_id")`);
    this.addSql(`create index "opening_closes_at_index" on "opening" ("closes_at")`);
    this.addSql(
      `alter table "opening" add constraint "opening_pay_per_check" check ("pay_per" in ('HOUR', 'WEEK', 'MONTH', 'YEAR'))`,
    );
    this.addSql(
      `alter table "opening" add constraint "opening_state_check" check ("state" in ('OPEN', 'CLOSED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "opening" add constraint "opening_organization_id_foreign" foreign key ("organization_id") references "organization" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "opening" add constraint "opening_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "opening" add constraint "opening_created_by_id_foreign" foreign key ("created_by_id") references "person" ("id") on delete set null`,
    );
    // Questions know what they are about by its noun and row, so nothing else takes them along.
    this.addSql(
      `create or replace function "opening_gone_fn"() returns trigger as $$ begin delete from question where subject_kind = 'Opening' and subject_id = old.id; delete from notification where path in ('/o/' || old.slug, '/o/' || old.slug || '/applications'); return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "gone" AFTER DELETE on "opening" for each ROW execute function "opening_gone_fn"()`,
    );
    this.addSql(
      `create table "application" ("id" uuid not null, "opening_id" uuid not null, "person_id" uuid not null, "state" text not null default 'SENT', "words" text not null, "shown_name" text null, "contact_sealed" bytea null, "given" jsonb not null, "sent_at" timestamptz(3) not null default clock_timestamp(), "read_at" timestamptz(3) null, "answer" text null, "answered_at" timestamptz(3) null, "answered_by_id" uuid null, "withdrawn_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "application" add constraint "application_opening_id_person_id_unique" unique ("opening_id", "person_id")`,
    );
    this.addSql(`create index "application_person_id_index" on "application" ("person_id")`);
    this.addSql(
      `alter table "application" add constraint "application_state_check" check ("state" in ('SENT', 'READ', 'TALKING', 'TAKEN', 'DECLINED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "application" add constraint "application_opening_id_foreign" foreign key ("opening_id") references "opening" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "application" add constraint "application_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "application" add constraint "application_answered_by_id_foreign" foreign key ("answered_by_id") references "person" ("id") on delete set null`,
    );
  }
}
