import { Migration } from '@mikro-orm/migrations';

/** Files hang on events and their sessions too. With an event its files go, whatever deletes it. */
export class EventFiles extends Migration {
  override up(): void {
    this.addSql(`alter table "file" alter column "card_id" drop not null`);
    this.addSql(`alter table "file" drop constraint "file_use_check"`);
    this.addSql(
      `alter table "file" add constraint "file_use_check" check ("use" in ('WORK', 'CARD', 'EVENT'))`,
    );
    this.addSql(`alter table "file" add constraint "file_place" check ((card_id is null) = (use = 'EVENT'))`);
    this.addSql(
      `create table "material" ("file_id" uuid not null, "event_id" uuid not null, "session_id" uuid null, "shown" text not null default 'NOW', "position" int not null, "in_recap" boolean not null default false, primary key ("file_id"))`,
    );
    this.addSql(`create index "material_event_id_position_index" on "material" ("event_id", "position")`);
    this.addSql(`create index "material_session_id_index" on "material" ("session_id")`);
    this.addSql(
      `alter table "material" add constraint "material_shown_check" check ("shown" in ('NOW', 'RECAP'))`,
    );
    this.addSql(
      `alter table "material" add constraint "material_file_id_foreign" foreign key ("file_id") references "file" ("id") on update cascade on delete cascade`,
    );
    this.addSql(
      `alter table "material" add constraint "material_event_id_foreign" foreign key ("event_id") references "event" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "material" add constraint "material_session_id_foreign" foreign key ("session_id") references "event_session" ("id") on delete set null`,
    );
    this.addSql(
      `create or replace function "material_file_goes_fn"() returns trigger as $$ begin delete from file where id = old.file_id; return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "file_goes" AFTER DELETE on "material" for each ROW execute function "material_file_goes_fn"()`,
    );
  }
}
