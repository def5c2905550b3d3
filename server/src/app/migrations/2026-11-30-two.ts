import { Migration } from '@mikro-orm/migrations';

/** Two may hold a card together where its organizer says so; each has a claim of their own in the record. */
export class TwoHands extends Migration {
  override up(): void {
    this.addSql(
      `alter table "card" add "for_two" boolean not null default false, add "partner_id" uuid null`,
    );
    this.addSql(
      `alter table "card" add constraint "card_partner_id_foreign" foreign key ("partner_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "card" add constraint "card_partner" check (partner_id is null or (holder_id is not null and partner_id <> holder_id))`,
    );
    this.addSql(`create index card_joined on card (partner_id) where partner_id is not null`);
    this.addSql(`alter table "claim" add "as_partner" boolean not null default false`);
    this.addSql(`drop index claim_one_runs`);
    this.addSql(`create unique index claim_one_runs on claim (card_id, as_partner) where ended_at is null`);
  }
}
