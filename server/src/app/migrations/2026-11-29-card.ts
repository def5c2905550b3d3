import { Migration } from '@mikro-orm/migrations';

/** What its author and its organizers can do with a card beyond the way of a card. */
export class CardMoves extends Migration {
  override up(): void {
    this.addSql(`alter table "card" add "template_key" text null, add "look_claim" uuid null`);
    this.addSql(`alter table "card" add "look_asked_at" timestamptz(3) null`);
    this.addSql(`alter table "comment" add "edited_at" timestamptz(3) null`);
    this.addSql(`alter table "hand_in" drop constraint "hand_in_outcome_check"`);
    this.addSql(
      `alter table "hand_in" add constraint "hand_in_outcome_check" check ("outcome" in ('PENDING', 'REPLACED', 'WITHDRAWN', 'CHANGES_REQUESTED', 'APPROVED', 'CANCELLED'))`,
    );
  }
}
