import { Migration } from '@mikro-orm/migrations';

/** What a change of many cards is undone with for a minute, and who could read each of the cards it hid. */
export class Undo extends Migration {
  override up(): void {
    this.addSql(
      `create table "board_undo" ("board_id" uuid not null, "revision" int not null, "person_id" uuid not null, "kind" text not null, "at" timestamptz(3) not null, "before" jsonb not null default '[]', "comments" uuid[] not null default '{}', "undone_at" timestamptz(3) null, primary key ("board_id", "revision"))`,
    );
    this.addSql(
      `alter table "board_undo" add constraint "board_undo_board_id_foreign" foreign key ("board_id") references "board" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "board_undo" add constraint "board_undo_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "board_undo" add constraint "board_undo_kind_check" check ("kind" in ('ADDED', 'MOVED', 'EDITED', 'CANCELLED', 'COMMENT_REMOVED'))`,
    );
    this.addSql(`create index "notification_card_id_index" on "notification" ("card_id")`);
    this.addSql(`alter table "board_event" add column "seen_before_each" text[] null`);
    this.addSql(
      `alter table "board_event" add constraint "board_event_seen_before_each" check (seen_before_each <@ array['PUBLIC', 'VETTED', 'TEAM'])`,
    );
  }
}
