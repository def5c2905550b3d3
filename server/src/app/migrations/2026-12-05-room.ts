import { Migration } from '@mikro-orm/migrations';

/** The live page of an event: its log, polls, notes, and what became of questions. */
export class Rooms extends Migration {
  override up(): void {
    this.addSql(
      `create table "room" ("event_id" uuid not null, "epoch" uuid not null default gen_random_uuid(), "revision" int not null default 0, "pruned_to" int not null default 0, "shown_at_once" boolean not null default false, "now_session_id" uuid null, "now_words" text not null default '', "now_since" timestamptz(3) null, "read_by" text not null default '', primary key ("event_id"))`,
    );
    this.addSql(
      `create table "room_event" ("event_id" uuid not null, "revision" int not null, "kind" text not null, "at" timestamptz(3) not null default clock_timestamp(), "questions" uuid[] not null default '{}', "hidden" uuid[] not null default '{}', "polls" uuid[] not null default '{}', "notes" uuid[] not null default '{}', primary key ("event_id", "revision"))`,
    );
    this.addSql(`create index "room_event_at_index" on "room_event" ("at")`);
    this.addSql(
      `alter table "room_event" add constraint "room_event_kind_check" check ("kind" in ('QUESTION_ASKED', 'QUESTION_VOTED', 'QUESTION_SHOWN', 'QUESTION_HIDDEN', 'QUESTION_MERGED', 'QUESTION_ANSWERED', 'QUESTION_TURNED', 'POLL_CREATED', 'POLL_OPENED', 'POLL_VOTED', 'POLL_CLOSED', 'NOTE_ADDED', 'NOTE_UPDATED', 'NOTE_REMOVED', 'NOW_SET', 'ROOM_SET', 'EVENT_CHANGED', 'READERS_CHANGED', 'PERSON_LEFT'))`,
    );
    this.addSql(
      `create table "poll" ("id" uuid not null, "event_id" uuid not null, "text" text not null, "options" text[] not null, "counts" int[] not null, "state" text not null default 'DRAFT', "created_at" timestamptz(3) not null default clock_timestamp(), "opened_at" timestamptz(3) null, "closed_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`create index "poll_event_id_index" on "poll" ("event_id")`);
    this.addSql(
      `alter table "poll" add constraint "poll_state_check" check ("state" in ('DRAFT', 'OPEN', 'CLOSED'))`,
    );
    this.addSql(
      `create table "poll_vote" ("poll_id" uuid not null, "voter" text not null, "person_id" uuid null, "choice" int not null, "at" timestamptz(3) not null default clock_timestamp(), primary key ("poll_id", "voter"))`,
    );
    this.addSql(`create index "poll_vote_person_id_index" on "poll_vote" ("person_id")`);
    this.addSql(
      `create table "room_note" ("id" uuid not null, "event_id" uuid not null, "position" text not null, "text" text not null, "version" int not null default 1, "person_id" uuid null, "at" timestamptz(3) not null default clock_timestamp(), "removed_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`create index "room_note_event_id_position_index" on "room_note" ("event_id", "position")`);
    this.addSql(`create index "room_note_person_id_index" on "room_note" ("person_id")`);
    this.addSql(
      `create table "question_outcome" ("question_id" uuid not null, "card_id" uuid null, "made_event_id" uuid null, "at" timestamptz(3) not null default clock_timestamp(), primary key ("question_id"))`,
    );
    this.addSql(`create index "question_outcome_card_id_index" on "question_outcome" ("card_id")`);
    this.addSql(
      `create index "question_outcome_made_event_id_index" on "question_outcome" ("made_event_id")`,
    );
    const refers = (table: string, column: string, to: string, how: string) =>
      this.addSql(
        `alter table "${table}" add constraint "${table}_${column}_foreign" foreign key ("${column}") references "${to}" ("id") ${how}`,
      );
    refers('room', 'event_id', 'event', 'on update cascade on delete cascade');
    refers('room_event', 'event_id', 'event', 'on delete cascade');
    refers('poll', 'event_id', 'event', 'on delete cascade');
    refers('poll_vote', 'poll_id', 'poll', 'on delete cascade');
    refers('poll_vote', 'person_id', 'person', 'on delete cascade');
    refers('room_note', 'event_id', 'event', 'on delete cascade');
    refers('room_note', 'person_id', 'person', 'on delete set null');
    refers('question_outcome', 'question_id', 'question', 'on update cascade on delete cascade');
    refers('question_outcome', 'card_id', 'card', 'on delete cascade');
    refers('question_outcome', 'made_event_id', 'event', 'on delete cascade');
    this.addSql(`insert into "room" ("event_id") select "id" from "event"`);
  }
}
