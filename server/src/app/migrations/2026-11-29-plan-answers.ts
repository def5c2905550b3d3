import { Migration } from '@mikro-orm/migrations';

/** A local strikes cards out of its plan, names its campaign and writes back. */
export class PlanAnswers extends Migration {
  override up(): void {
    this.addSql(`alter table "plan" add "local_word" text not null default ''`);
    this.addSql(`alter table "plan" add "local_title" text null`);
    this.addSql(`alter table "plan" add "local_answered_at" timestamptz(3) null`);
  }
}
