import { Migration } from '@mikro-orm/migrations';

/** Rounds in which a local looks at how it asks for digital help, and what its people answered. */
export class Assessments extends Migration {
  override up(): void {
    this.addSql(
      `create table "assessment" ("id" uuid not null, "organization_id" uuid not null, "number" int not null, "edition" int not null, "opened_by_id" uuid null, "opened_at" timestamptz(3) not null default clock_timestamp(), "closed_at" timestamptz(3) null, "complete_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "assessment" add constraint "assessment_organization_id_number_unique" unique ("organization_id", "number")`,
    );
    this.addSql(
      `create unique index assessment_one_open on assessment (organization_id) where closed_at is null`,
    );
    this.addSql(
      `alter table "assessment" add constraint "assessment_organization_id_foreign" foreign key ("organization_id") references "organization" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "assessment" add constraint "assessment_opened_by_id_foreign" foreign key ("opened_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `create table "assessment_sheet" ("id" uuid not null, "assessment_id" uuid not null, "person_id" uuid null, "answers" jsonb not null default '{}', "notes" jsonb not null default '{}', "saved_at" timestamptz(3) not null default clock_timestamp(), "sent_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`create index "assessment_sheet_person_id_index" on "assessment_sheet" ("person_id")`);
    this.addSql(
      `alter table "assessment_sheet" add constraint "assessment_sheet_assessment_id_person_id_unique" unique ("assessment_id", "person_id")`,
    );
    this.addSql(
      `alter table "assessment_sheet" add constraint "assessment_sheet_assessment_id_foreign" foreign key ("assessment_id") references "assessment" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "assessment_sheet" add constraint "assessment_sheet_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete set null`,
    );
  }
}
