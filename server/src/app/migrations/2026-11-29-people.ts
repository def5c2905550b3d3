import { Migration } from '@mikro-orm/migrations';

/** Invite links for roles, roles that were taken away and can come back for a minute, and word of both. */
export class RoleLinks extends Migration {
  override up(): void {
    this.addSql(
      `create table "role_link" ("id" uuid not null, "campaign_id" uuid not null, "token_hash" bytea not null, "label" text not null, "role" text not null, "max_uses" int not null default 1, "uses" int not null default 0, "created_by_id" uuid not null, "created_at" timestamptz(3) not null default clock_timestamp(), "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`alter table "role_link" add constraint "role_link_token_hash_unique" unique ("token_hash")`);
    this.addSql(`create index "role_link_campaign_id_index" on "role_link" ("campaign_id")`);
    this.addSql(
      `alter table "role_link" add constraint "role_link_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "role_link" add constraint "role_link_created_by_id_foreign" foreign key ("created_by_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "role_link" add constraint "role_link_role_check" check ("role" in ('ORGANIZER', 'APPROVER'))`,
    );
    this.addSql(
      `create table "role_removal" ("id" uuid not null, "organization_id" uuid not null, "person_id" uuid not null, "role" text not null, "given_by_id" uuid null, "by_id" uuid not null, "at" timestamptz(3) not null default clock_timestamp(), "vouches" uuid[] not null default '{}', "undone_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `create index "role_removal_organization_id_person_id_index" on "role_removal" ("organization_id", "person_id")`,
    );
    this.addSql(
      `alter table "role_removal" add constraint "role_removal_organization_id_foreign" foreign key ("organization_id") references "organization" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "role_removal" add constraint "role_removal_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "role_removal" add constraint "role_removal_given_by_id_foreign" foreign key ("given_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "role_removal" add constraint "role_removal_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "role_removal" add constraint "role_removal_role_check" check ("role" in ('ORGANIZER', 'APPROVER', 'MEMBER'))`,
    );
  }
}
