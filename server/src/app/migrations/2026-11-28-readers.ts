import { Migration } from '@mikro-orm/migrations';

/**
 * Who could read what a change hid, and how many changes of a board were for its team alone: so that nobody is told of
 * a card they never could have read. Events from before do not say it: whoever follows over one of them starts again.
 */
export class Readers extends Migration {
  override up(): void {
    this.addSql(
      `alter table "board_event" add column "seen_before" text null check ("seen_before" in ('PUBLIC', 'VETTED', 'TEAM'))`,
    );
    this.addSql(
      `alter table "board" add column "hidden_from_vetted" int not null default 0, add column "hidden_from_public" int not null default 0`,
    );
  }
}
