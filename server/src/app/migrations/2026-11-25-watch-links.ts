import { Migration } from '@mikro-orm/migrations';

/** Links that open the wall of a campaign on a big screen. */
export class WatchLinks extends Migration {
  override up(): void {
    this.addSql(
      `create table "watch_link" ("id" uuid not null, "campaign_id" uuid not null, "token_hash" bytea not null, "label" text not null default '', "sensitivity" text not null default 'PUBLIC', "shows_handles" boolean not null default false, "shows_thanks" boolean not null default false, "created_by_id" uuid not null, "created_at" timestamptz(3) not null default now(), "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "watch_link" add constraint "watch_link_token_hash_unique" unique ("token_hash")`,
    );
    this.addSql(`create index "watch_link_campaign_id_index" on "watch_link" ("campaign_id")`);
    this.addSql(
      `alter table "watch_link" add constraint "watch_link_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "watch_link" add constraint "watch_link_created_by_id_foreign" foreign key ("created_by_id") references "person" ("id")`,
    );
    this.addSql(
      `alter table "watch_link" add constraint "watch_link_sensitivity_check" check ("sensitivity" in ('PUBLIC', 'VETTED', 'TEAM'))`,
    );
  }
}
