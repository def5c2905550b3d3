import { Migration } from '@mikro-orm/migrations';

/** What stays of asks that became no campaign. */
export class ErasedAsks extends Migration {
  override up(): void {
    this.addSql(
      `create table "erased_ask" ("id" serial primary key, "triage_seconds" int null, "decision_seconds" int not null)`,
    );
  }
}
