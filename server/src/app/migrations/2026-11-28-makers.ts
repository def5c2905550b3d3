import { Migration } from '@mikro-orm/migrations';

/** Who made an organization or a campaign, and who gave a role. */
export class Makers extends Migration {
  override up(): void {
    this.addSql(`alter table "organization" add "created_by_id" uuid null`);
    this.addSql(
      `alter table "organization" add constraint "organization_created_by_id_foreign" foreign key ("created_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(`alter table "membership" add "given_by_id" uuid null`);
    this.addSql(
      `alter table "membership" add constraint "membership_given_by_id_foreign" foreign key ("given_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(`alter table "campaign" add "created_by_id" uuid null`);
    this.addSql(
      `alter table "campaign" add constraint "campaign_created_by_id_foreign" foreign key ("created_by_id") references "person" ("id") on delete set null`,
    );
  }
}
