import { Migration } from '@mikro-orm/migrations';

/** Who made the link by which work was decided on stands beside the name it was made for. */
export class TwoGates extends Migration {
  override up(): void {
    this.addSql(`alter table "hand_in" add "link_made_by_id" uuid null`);
    this.addSql(
      `alter table "hand_in" add constraint "hand_in_link_made_by_id_foreign" foreign key ("link_made_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(`alter table "board_event" add "approval_link" uuid null`);
    this.addSql(`
      update hand_in set link_made_by_id = link.created_by_id from approval_link link
      where hand_in.reviewed_by_link is not null and link.card_id = hand_in.card_id
        and link.used_at between hand_in.reviewed_at - interval '1 second' and hand_in.reviewed_at + interval '1 second'`);
  }
}
