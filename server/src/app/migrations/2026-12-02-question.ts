import { Migration } from '@mikro-orm/migrations';

/** Questions about whatever has a page, their votes, and notices that lead to such a page. */
export class Questions extends Migration {
  override up(): void {
    this.addSql(
      `create table "question" ("id" uuid not null, "subject_kind" text not null, "subject_id" uuid not null, "text" text not null, "same_hash" bytea not null, "state" text not null default 'WAITING', "votes" int not null default 0, "asker" text not null, "person_id" uuid null, "handle_shown" boolean not null default false, "asked_at" timestamptz(3) not null default clock_timestamp(), "changed_at" timestamptz(3) not null default clock_timestamp(), "answer" text null, "answered_at" timestamptz(3) null, "answered_by_id" uuid null, "merged_into_id" uuid null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "question" add constraint "question_subject_kind_subject_id_same_hash_unique" unique ("subject_kind", "subject_id", "same_hash")`,
    );
    this.addSql(
      `create index "question_subject_id_state_votes_index" on "question" ("subject_id", "state", "votes")`,
    );
    this.addSql(`create index "question_person_id_index" on "question" ("person_id")`);
    this.addSql(`create index "question_merged_into_id_index" on "question" ("merged_into_id")`);
    this.addSql(
      `alter table "question" add constraint "question_state_check" check ("state" in ('WAITING', 'SHOWN', 'ANSWERED', 'MERGED', 'HIDDEN'))`,
    );
    this.addSql(
      `alter table "question" add constraint "question_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "question" add constraint "question_answered_by_id_foreign" foreign key ("answered_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "question" add constraint "question_merged_into_id_foreign" foreign key ("merged_into_id") references "question" ("id") on delete cascade`,
    );
    this.addSql(
      `create table "question_vote" ("question_id" uuid not null, "voter" text not null, "person_id" uuid null, "at" timestamptz(3) not null default clock_timestamp(), primary key ("question_id", "voter"))`,
    );
    this.addSql(`create index "question_vote_person_id_index" on "question_vote" ("person_id")`);
    this.addSql(
      `alter table "question_vote" add constraint "question_vote_question_id_foreign" foreign key ("question_id") references "question" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "question_vote" add constraint "question_vote_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(`alter table "notification" add column "path" text null`);
  }
}
