import { Migration } from '@mikro-orm/migrations';

/** By what tools act for people and organizations, and which of them did what on a board. */
export class Tokens extends Migration {
  override up(): void {
    this.addSql(
      `create table "token" ("id" uuid not null, "person_id" uuid not null, "organization_id" uuid null, "name" text not null, "token_hash" bytea not null, "scopes" text[] not null, "campaigns" uuid[] null, "created_at" timestamptz(3) not null default clock_timestamp(), "expires_at" timestamptz(3) not null, "last_used_at" timestamptz(3) null, "ended_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "token" add constraint "token_scopes" check (scopes <@ array['READ_PUBLIC', 'READ_CAMPAIGN', 'ACT_CARDS', 'MANAGE_CAMPAIGN', 'MANAGE_WEBHOOKS'])`,
    );
    this.addSql(`create index "token_person_id_index" on "token" ("person_id")`);
    this.addSql(`create index "token_organization_id_index" on "token" ("organization_id")`);
    this.addSql(
      `alter table "token" add constraint "token_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "token" add constraint "token_organization_id_foreign" foreign key ("organization_id") references "organization" ("id") on delete cascade`,
    );
    this.addSql(`alter table "board_event" add column "token" uuid null`);
    this.addSql(`create index board_event_token on board_event (token) where token is not null`);
  }
}
