import { Migration } from '@mikro-orm/migrations';

/** What a coordinator chooses for the campaign that an ask becomes, and who leads its board. */
export class PlanOffer extends Migration {
  override up(): void {
    this.addSql(
      `alter table "plan" add "hours_realistic" int not null default 0, add "organization_id" uuid null, add "organization_name" text null, add "organization_kind" text null, add "slug" text null, add "title" text null, add "kind" text null, add "organizer_id" uuid null`,
    );
    this.addSql(
      `alter table "plan" add constraint "plan_organization_id_foreign" foreign key ("organization_id") references "organization" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "plan" add constraint "plan_organizer_id_foreign" foreign key ("organizer_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "plan" add constraint "plan_organization_kind_check" check ("organization_kind" in ('UNION_LOCAL', 'WORKER_CENTER', 'COMMUNITY_GROUP', 'COALITION'))`,
    );
    this.addSql(
      `alter table "plan" add constraint "plan_kind_check" check ("kind" in ('STRIKE', 'CONTRACT_FIGHT', 'ORGANIZING_DRIVE', 'BOYCOTT', 'COMMUNITY_FIGHT'))`,
    );
  }
}
