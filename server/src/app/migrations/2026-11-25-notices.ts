import { Migration } from '@mikro-orm/migrations';

/** What had to wait and when it is looked at again, brakes on codes by e-mail, and the keys of web push. */
export class Notices extends Migration {
  override up(): void {
    this.addSql(`create index notification_unsettled on notification (card_id) where read_at is null`);
    this.addSql(
      `alter table "notification_choice" add column "wake_at" timestamptz(3) null, add column "digest_at" timestamptz(3) null`,
    );
    this.addSql(`alter table "contact" add column "code_tries" int not null default 0`);
    this.addSql(
      `create table "code_brake" ("key" bytea not null, "count" int not null, "since" timestamptz(3) not null default clock_timestamp(), primary key ("key"))`,
    );
    this.addSql(
      `create table "push_key" ("id" int not null, "public_key" text not null, "private_sealed" bytea not null, primary key ("id"))`,
    );
  }
}
