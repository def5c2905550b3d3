import { Migration } from '@mikro-orm/migrations';

/** Files on cards and in work. Their bytes are rows; what lies outside is remembered when its row goes. */
export class Files extends Migration {
  override up(): void {
    this.addSql(
      `create table "file" ("id" uuid not null, "card_id" uuid not null, "person_id" uuid not null, "use" text not null, "name" text not null, "media_type" text not null, "bytes" int not null, "received" int not null default 0, "state" text not null default 'RECEIVING', "problem" text null, "thumbnails" jsonb not null default '[]', "outside" boolean not null default false, "hand_in" uuid null, "attached_at" timestamptz(3) null, "checked_until" timestamptz(3) null, "started_at" timestamptz(3) not null default clock_timestamp(), "changed_at" timestamptz(3) not null default clock_timestamp(), primary key ("id"))`,
    );
    this.addSql(`create index "file_card_id_index" on "file" ("card_id")`);
    this.addSql(`create index "file_person_id_index" on "file" ("person_id")`);
    this.addSql('create index file_handed_in on file (hand_in) where hand_in is not null');
    this.addSql('create index file_unattached on file (changed_at) where attached_at is null');
    this.addSql(`alter table "file" add constraint "file_use_check" check ("use" in ('WORK', 'CARD'))`);
    this.addSql(
      `alter table "file" add constraint "file_state_check" check ("state" in ('RECEIVING', 'CHECKING', 'READY', 'REFUSED'))`,
    );
    this.addSql(
      `alter table "file" add constraint "file_problem_check" check ("problem" in ('TYPE', 'HEIC', 'BROKEN', 'TOO_LARGE', 'UNPACKS', 'NOT_ALLOWED'))`,
    );
    this.addSql(
      `alter table "file" add constraint "file_card_id_foreign" foreign key ("card_id") references "card" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "file" add constraint "file_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `create table "file_piece" ("file_id" uuid not null, "part" text not null, "at" int not null, "data" bytea not null, primary key ("file_id", "part", "at"))`,
    );
    // What is in there is packed already.
    this.addSql(`alter table "file_piece" alter column "data" set storage external`);
    this.addSql(
      `alter table "file_piece" add constraint "file_piece_part_check" check ("part" in ('WHOLE', 'LARGE', 'SMALL'))`,
    );
    this.addSql(
      `alter table "file_piece" add constraint "file_piece_file_id_foreign" foreign key ("file_id") references "file" ("id") on delete cascade`,
    );
    this.addSql(
      `create table "file_leftover" ("key" text not null, "after" timestamptz(3) not null default clock_timestamp(), primary key ("key"))`,
    );
    // Whatever deletes a file, in whatever way: what lies outside goes too.
    this.addSql(
      `create or replace function "file_left_over_fn"() returns trigger as $$ begin insert into file_leftover (key) values (old.id::text) on conflict do nothing; return null; end; $$ language plpgsql`,
    );
    this.addSql(
      `create trigger "left_over" AFTER DELETE on "file" for each ROW when (old.outside) execute function "file_left_over_fn"()`,
    );
  }
}
