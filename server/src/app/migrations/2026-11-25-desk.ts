import { Migration } from '@mikro-orm/migrations';

/** Since when a card has been open, for the coordinators' desk. */
export class Desk extends Migration {
  override up(): void {
    this.addSql(`alter table "card" add column "opened_at" timestamptz(3) null`);
    this.addSql(
      `update "card" set "opened_at" = greatest("created_at", "returned_at") where "status" = 'OPEN'`,
    );
  }
}
