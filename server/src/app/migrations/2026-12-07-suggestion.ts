import { Migration } from '@mikro-orm/migrations';

/** What anybody suggests or asks about the programme or a campaign, its votes, and which campaign is the programme's. */
export class Suggestions extends Migration {
  override up(): void {
    const states = `('WAITING', 'SHOWN', 'ANSWERED', 'ACCEPTED', 'DECLINED', 'HIDDEN')`;
    this.addSql(
      `create table "suggestion" ("id" uuid not null, "about" text not null, "campaign_id" uuid null, "kind" text not null, "text" text not null, "language" text not null default 'en', "same_hash" bytea not null, "state" text not null default 'WAITING', "state_before" text null, "votes" int not null default 0, "asker" text not null, "person_id" uuid null, "handle_shown" boolean not null default false, "thank_as" text null, "link_hash" bytea null, "page" text null, "doubtful" boolean not null default false, "made_at" timestamptz(3) not null default clock_timestamp(), "changed_at" timestamptz(3) not null default clock_timestamp(), "answer" text null, "answered_at" timestamptz(3) null, "answered_by_id" uuid null, "card_id" uuid null, "done_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`alter table "suggestion" add constraint "suggestion_link_hash_unique" unique ("link_hash")`);
    this.addSql(
      `alter table "suggestion" add constraint "suggestion_about_same_hash_unique" unique ("about", "same_hash")`,
    );
    this.addSql(
      `create index "suggestion_about_state_votes_index" on "suggestion" ("about", "state", "votes")`,
    );
    this.addSql(`create index "suggestion_campaign_id_index" on "suggestion" ("campaign_id")`);
    this.addSql(`create index "suggestion_person_id_index" on "suggestion" ("person_id")`);
    this.addSql(`create index "suggestion_card_id_index" on "suggestion" ("card_id")`);
    this.addSql(
      `alter table "suggestion" add constraint "suggestion_kind_check" check ("kind" in ('QUESTION', 'SUGGESTION'))`,
    );
    this.addSql(
      `alter table "suggestion" add constraint "suggestion_state_check" check ("state" in ${states})`,
    );
    this.addSql(
      `alter table "suggestion" add constraint "suggestion_state_before_check" check ("state_before" in ${states})`,
    );
    this.addSql(
      `alter table "suggestion" add constraint "suggestion_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "suggestion" add constraint "suggestion_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "suggestion" add constraint "suggestion_answered_by_id_foreign" foreign key ("answered_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "suggestion" add constraint "suggestion_card_id_foreign" foreign key ("card_id") references "card" ("id") on delete set null`,
    );
    this.addSql(
      `create table "suggestion_vote" ("suggestion_id" uuid not null, "voter" text not null, "person_id" uuid null, "at" timestamptz(3) not null default clock_timestamp(), primary key ("suggestion_id", "voter"))`,
    );
    this.addSql(`create index "suggestion_vote_person_id_index" on "suggestion_vote" ("person_id")`);
    this.addSql(
      `alter table "suggestion_vote" add constraint "suggestion_vote_suggestion_id_foreign" foreign key ("suggestion_id") references "suggestion" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "suggestion_vote" add constraint "suggestion_vote_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `create table "programme_campaign" ("campaign_id" uuid not null, "since" timestamptz(3) not null default clock_timestamp(), primary key ("campaign_id"))`,
    );
    this.addSql(
      `alter table "programme_campaign" add constraint "programme_campaign_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on update cascade on delete cascade`,
    );
  }
}
