import { Migration } from '@mikro-orm/migrations';

/** Which database wrote the logs of the boards. */
export class HistoryMark extends Migration {
  override up(): void {
    this.addSql(
      `create table "history" ("id" serial primary key, "mark" text not null, "since" timestamptz(3) not null default now())`,
    );
  }
}
