import { Migration } from '@mikro-orm/migrations';

/** Limits that hold over all servers, where there is no Redis. */
export class EntryCounts extends Migration {
  override up(): void {
    this.addSql(
      `create unlogged table "entry_count" ("key" text not null, "full_at" timestamptz(6) not null, primary key ("key"))`,
    );
    this.addSql(`create index "entry_count_full_at" on "entry_count" ("full_at")`);
  }
}
