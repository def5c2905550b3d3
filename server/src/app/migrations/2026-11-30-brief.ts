import { Migration } from '@mikro-orm/migrations';

/** What a card asked for as its holder knows it, where somebody else wrote other words since. */
export class Briefs extends Migration {
  override up(): void {
    this.addSql(
      `alter table "card" add "brief_before" jsonb null, add "brief_changed_at" timestamptz(3) null`,
    );
    this.addSql(
      `alter table "card" add constraint "card_brief" check ((brief_before is null) = (brief_changed_at is null) and (brief_before is null or holder_id is not null))`,
    );
  }
}
