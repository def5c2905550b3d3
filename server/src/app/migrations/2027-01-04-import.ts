import { Migration } from '@mikro-orm/migrations';

/** What a board is filled with from elsewhere: the file, until it is used; what can be taken back; who said what there. */
export class Imports extends Migration {
  override up(): void {
    this.addSql(`alter table "comment" add column "said_by" text null`);
    this.addSql(
      `create table "board_import" ("board_id" uuid not null, "revision" int not null, "person_id" uuid not null, "format" text not null, "cards" int not null, "at" timestamptz(3) not null default clock_timestamp(), "undone_at" timestamptz(3) null, primary key ("board_id", "revision"))`,
    );
    this.addSql(`create index "board_import_person_id_index" on "board_import" ("person_id")`);
    this.addSql(
      `alter table "board_import" add constraint "board_import_format_check" check ("format" in ('TRELLO', 'STRIKEBOARD', 'CSV', 'LIST'))`,
    );
    this.addSql(
      `alter table "board_import" add constraint "board_import_board_id_foreign" foreign key ("board_id") references "board" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "board_import" add constraint "board_import_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `create table "import_source" ("id" uuid not null, "campaign_id" uuid not null, "person_id" uuid not null, "body" bytea not null, "at" timestamptz(3) not null default clock_timestamp(), primary key ("id"))`,
    );
    this.addSql(`create index "import_source_campaign_id_index" on "import_source" ("campaign_id")`);
    this.addSql(`create index "import_source_person_id_index" on "import_source" ("person_id")`);
    this.addSql(
      `alter table "import_source" add constraint "import_source_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "import_source" add constraint "import_source_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
  }
}
