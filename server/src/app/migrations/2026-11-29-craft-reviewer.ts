import { Migration } from '@mikro-orm/migrations';

/** Who passed the craft review stands on the card, where the local's yes is decided and offered. */
export class CraftReviewer extends Migration {
  override up(): void {
    this.addSql(`alter table "card" add "craft_reviewer_id" uuid null`);
    this.addSql(
      `alter table "card" add constraint "card_craft_reviewer_id_foreign" foreign key ("craft_reviewer_id") references "person" ("id") on delete set null`,
    );
    this.addSql(`
      update card set craft_reviewer_id = hand_in.craft_reviewer_id from hand_in
      where hand_in.card_id = card.id and hand_in.outcome in ('PENDING', 'APPROVED')
        and card.status in ('IN_REVIEW', 'DONE') and card.craft_reviewed_at is not null`);
  }
}
