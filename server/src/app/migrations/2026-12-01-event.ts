import { Migration } from '@mikro-orm/migrations';

/** Events and trainings with their sessions. */
export class Events extends Migration {
  override up(): void {
    this.addSql(
      `create table "event" ("id" uuid not null, "organization_id" uuid not null, "campaign_id" uuid null, "slug" text not null, "title" text not null, "kind" text not null, "parties" jsonb not null default '[]', "chair" text not null default '', "speakers" jsonb not null default '[]', "place" text not null default '', "online" boolean not null default false, "stream_url" text null, "hashtag" text not null default '', "story" text not null default '', "languages" text[] not null default '{}', "accessibility" text not null default '', "room_capacity" int null, "online_capacity" int null, "price" text not null default 'FREE', "price_words" text not null default '', "sensitivity" text not null default 'PUBLIC', "starts_wall" text not null, "ends_wall" text not null, "time_zone" text not null, "starts_at" timestamptz(3) not null, "ends_at" timestamptz(3) not null, "series" uuid null, "cancelled_at" timestamptz(3) null, "cancel_words" text not null default '', "moved_at" timestamptz(3) null, "sequence" int not null default 0, "created_at" timestamptz(3) not null default clock_timestamp(), "created_by_id" uuid null, "request_hash" bytea null, primary key ("id"))`,
    );
    this.addSql(`alter table "event" add constraint "event_slug_unique" unique ("slug")`);
    this.addSql(`alter table "event" add constraint "event_request_hash_unique" unique ("request_hash")`);
    this.addSql(`create index "event_starts_at_index" on "event" ("starts_at")`);
    this.addSql(`create index "event_organization_id_index" on "event" ("organization_id")`);
    this.addSql(`create index "event_campaign_id_index" on "event" ("campaign_id")`);
    this.addSql(`create index "event_series_index" on "event" ("series")`);
    this.addSql(
      `create table "event_session" ("id" uuid not null, "event_id" uuid not null, "title" text not null, "presenter" text not null default '', "skills" text[] not null default '{}', "materials" jsonb not null default '[]', "starts_wall" text not null, "starts_at" timestamptz(3) not null, "minutes" int not null, primary key ("id"))`,
    );
    this.addSql(
      `create index "event_session_event_id_starts_at_index" on "event_session" ("event_id", "starts_at")`,
    );
    this.addSql(
      `alter table "event" add constraint "event_organization_id_foreign" foreign key ("organization_id") references "organization" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "event" add constraint "event_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "event" add constraint "event_created_by_id_foreign" foreign key ("created_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(`alter table "event" add constraint "event_order" check (ends_at > starts_at)`);
    this.addSql(
      `alter table "event" add constraint "event_capacity" check ((room_capacity is null or room_capacity >= 0) and (online_capacity is null or online_capacity >= 0))`,
    );
    this.addSql(
      `alter table "event" add constraint "event_kind_check" check ("kind" in ('CONVERSATION', 'TRAINING', 'RALLY', 'CALL'))`,
    );
    this.addSql(
      `alter table "event" add constraint "event_price_check" check ("price" in ('FREE', 'SUGGESTED', 'SCHOLARSHIP'))`,
    );
    this.addSql(
      `alter table "event" add constraint "event_sensitivity_check" check ("sensitivity" in ('PUBLIC', 'VETTED', 'TEAM'))`,
    );
    this.addSql(
      `alter table "event_session" add constraint "event_session_event_id_foreign" foreign key ("event_id") references "event" ("id") on delete cascade`,
    );
  }
}
