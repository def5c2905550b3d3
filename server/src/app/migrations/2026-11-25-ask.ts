import { Migration } from '@mikro-orm/migrations';

/** Asks by the day, for the limit of each day, and those that look alike. */
export class AskIndexes extends Migration {
  override up(): void {
    this.addSql(`create index "ask_created_at_index" on "ask" ("created_at")`);
    this.addSql(`create index ask_likeness on ask using gin (likeness_keys)`);
  }
}
