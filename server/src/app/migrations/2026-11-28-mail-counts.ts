import { Migration } from '@mikro-orm/migrations';

/** Limits on mails, over all servers. */
export class MailCounts extends Migration {
  override up(): void {
    this.addSql(
      `create table "mail_count" ("scope" text not null, "hour" timestamptz(3) not null, "count" int not null, primary key ("scope", "hour"))`,
    );
    this.addSql(`create index "mail_count_hour_index" on "mail_count" ("hour")`);
  }
}
