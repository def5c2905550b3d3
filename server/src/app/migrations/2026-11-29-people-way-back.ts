import { Migration } from '@mikro-orm/migrations';

/** The way back by mail for who lost their recovery code, and word of it. Addresses have had their keyed hash before. */
export class WayBacks extends Migration {
  override up(): void {
    this.addSql(
      `create table "way_back" ("id" uuid not null, "person_id" uuid not null, "token_hash" bytea not null, "code_hash" bytea not null, "code_tries" int not null default 0, "asked_at" timestamptz(3) not null default clock_timestamp(), primary key ("id"))`,
    );
    this.addSql(`alter table "way_back" add constraint "way_back_token_hash_unique" unique ("token_hash")`);
    this.addSql(`create index "way_back_person_id_index" on "way_back" ("person_id")`);
    this.addSql(
      `alter table "way_back" add constraint "way_back_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
  }
}
