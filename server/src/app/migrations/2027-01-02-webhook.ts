import { Migration } from '@mikro-orm/migrations';

/** Subscription documents that people stored, where each stands in the logs it follows, and what was delivered. */
export class Webhooks extends Migration {
  override up(): void {
    this.addSql(
      `create table "webhook" ("id" uuid not null, "person_id" uuid not null, "token_id" uuid null, "label" text not null, "sealed_url" bytea not null, "document" text not null, "sealed_secret" bytea not null, "sealed_old_secret" bytea null, "old_secret_until" timestamptz(3) null, "off" text null, "off_at" timestamptz(3) null, "failing_since" timestamptz(3) null, "next_attempt_at" timestamptz(3) null, "held_until" timestamptz(3) null, "looked_at" timestamptz(3) not null default clock_timestamp(), "created_at" timestamptz(3) not null default clock_timestamp(), primary key ("id"))`,
    );
    this.addSql(`create index "webhook_person_id_index" on "webhook" ("person_id")`);
    this.addSql(`create index "webhook_token_id_index" on "webhook" ("token_id")`);
    this.addSql(`create index webhook_on on webhook (looked_at) where off is null`);
    this.addSql(
      `alter table "webhook" add constraint "webhook_off_check" check ("off" in ('SWITCHED_OFF', 'NOT_TAKEN', 'DOCUMENT_BROKEN', 'NOT_READABLE'))`,
    );
    this.addSql(
      `alter table "webhook" add constraint "webhook_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "webhook" add constraint "webhook_token_id_foreign" foreign key ("token_id") references "token" ("id") on delete cascade`,
    );
    this.addSql(
      `create table "webhook_board" ("webhook_id" uuid not null, "board_id" uuid not null, "epoch" text not null, "revision" int not null, "told" int not null, "begun_at" timestamptz(3) not null default clock_timestamp(), primary key ("webhook_id", "board_id"))`,
    );
    this.addSql(`create index "webhook_board_board_id_index" on "webhook_board" ("board_id")`);
    this.addSql(
      `alter table "webhook_board" add constraint "webhook_board_webhook_id_foreign" foreign key ("webhook_id") references "webhook" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "webhook_board" add constraint "webhook_board_board_id_foreign" foreign key ("board_id") references "board" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `create table "webhook_delivery" ("id" uuid not null, "webhook_id" uuid not null, "board_id" uuid not null, "kind" text not null default 'CHANGES', "state" text not null default 'WAITING', "previous" int not null, "read_from" int not null, "revision" int not null, "created_at" timestamptz(3) not null default clock_timestamp(), primary key ("id"))`,
    );
    this.addSql(
      `create index "webhook_delivery_webhook_id_revision_index" on "webhook_delivery" ("webhook_id", "revision")`,
    );
    this.addSql(`create index "webhook_delivery_board_id_index" on "webhook_delivery" ("board_id")`);
    this.addSql(
      `create index webhook_delivery_waiting on webhook_delivery (webhook_id, revision) where state = 'WAITING'`,
    );
    this.addSql(
      `alter table "webhook_delivery" add constraint "webhook_delivery_kind_check" check ("kind" in ('CHANGES', 'TEST'))`,
    );
    this.addSql(
      `alter table "webhook_delivery" add constraint "webhook_delivery_state_check" check ("state" in ('WAITING', 'TAKEN', 'GIVEN_UP'))`,
    );
    this.addSql(
      `alter table "webhook_delivery" add constraint "webhook_delivery_webhook_id_foreign" foreign key ("webhook_id") references "webhook" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "webhook_delivery" add constraint "webhook_delivery_board_id_foreign" foreign key ("board_id") references "board" ("id") on delete cascade`,
    );
    this.addSql(
      `create table "webhook_attempt" ("id" uuid not null, "delivery_id" uuid not null, "at" timestamptz(3) not null default clock_timestamp(), "status" int null, "said" text null, "failure" text null, "ms" int not null, primary key ("id"))`,
    );
    this.addSql(`create index "webhook_attempt_delivery_id_index" on "webhook_attempt" ("delivery_id")`);
    this.addSql(
      `alter table "webhook_attempt" add constraint "webhook_attempt_delivery_id_foreign" foreign key ("delivery_id") references "webhook_delivery" ("id") on delete cascade`,
    );
  }
}
