import { Migration } from '@mikro-orm/migrations';

/**
 * The same words may stand there twice while nobody shows them: who writes them again does not learn of the first. The
 * local says yes to a recap by a link. A room has a chair, who moderates and does nothing else.
 */
export class Gathering extends Migration {
  override up(): void {
    this.addSql(`alter table "suggestion" drop constraint "suggestion_about_same_hash_unique"`);
    this.addSql(`create index "suggestion_about_same_hash_index" on "suggestion" ("about", "same_hash")`);
    this.addSql(
      `create table "recap_link" ("id" uuid not null, "event_id" uuid not null, "token_hash" bytea not null, "label" text not null, "created_by_id" uuid null, "created_at" timestamptz(3) not null default clock_timestamp(), "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, "first_opened_at" timestamptz(3) null, "used_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "recap_link" add constraint "recap_link_token_hash_unique" unique ("token_hash")`,
    );
    this.addSql(`create index "recap_link_event_id_index" on "recap_link" ("event_id")`);
    this.addSql(`create index "recap_link_created_by_id_index" on "recap_link" ("created_by_id")`);
    this.addSql(
      `alter table "recap_link" add constraint "recap_link_event_id_foreign" foreign key ("event_id") references "event" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "recap_link" add constraint "recap_link_created_by_id_foreign" foreign key ("created_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(`alter table "room" add column "chair_id" uuid null`);
    this.addSql(`create index "room_chair_id_index" on "room" ("chair_id")`);
    this.addSql(
      `alter table "room" add constraint "room_chair_id_foreign" foreign key ("chair_id") references "person" ("id") on delete set null`,
    );
  }
}
