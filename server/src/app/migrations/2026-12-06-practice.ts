import { Migration } from '@mikro-orm/migrations';

const REASONS = ['WORK_APPROVED', 'PRACTISED', 'VOUCHED', 'RULE_CHANGED', 'COORDINATOR'];
const SKILLS = [
  ...['SOCIAL_MEDIA', 'WRITING', 'GRAPHIC_DESIGN', 'ONLINE_VIDEO', 'WEB_DEVELOPMENT', 'TRAINING'],
  ...['ONLINE_ADVERTISING', 'STRATEGY'],
];
const oneOf = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** Practice at trainings, cards kept for them, what it counts for; records, certificates; who drifted away. */
export class Practices extends Migration {
  override up(): void {
    this.addSql(
      `create table "practice_card" ("id" uuid not null, "event_id" uuid not null, "session_id" uuid null, "title" text not null, "deliverable" text not null, "gives" text not null default '', "checklist" text[] not null default '{}', "skill" text not null, "hours" double precision not null, "language" text not null, "links" jsonb not null default '[]', "created_at" timestamptz(3) not null default clock_timestamp(), "created_by_id" uuid null, "removed_at" timestamptz(3) null, "request_hash" bytea null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "practice_card" add constraint "practice_card_request_hash_unique" unique ("request_hash")`,
    );
    this.addSql(`create index "practice_card_event_id_index" on "practice_card" ("event_id")`);
    this.addSql(`create index "practice_card_session_id_index" on "practice_card" ("session_id")`);
    this.addSql(
      `create table "practice" ("id" uuid not null, "card_id" uuid not null, "person_id" uuid not null, "state" text not null default 'STARTED', "started_at" timestamptz(3) not null default clock_timestamp(), "words" text not null default '', "links" jsonb not null default '[]', "handed_in_at" timestamptz(3) null, "answer" text not null default '', "answered_at" timestamptz(3) null, "answered_by_id" uuid null, "worth" text null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "practice" add constraint "practice_card_id_person_id_unique" unique ("card_id", "person_id")`,
    );
    this.addSql(`create index "practice_person_id_index" on "practice" ("person_id")`);
    this.addSql(
      `create index "practice_card_id_handed_in_at_index" on "practice" ("card_id", "handed_in_at")`,
    );
    this.addSql(
      `create table "practice_piece" ("person_id" uuid not null, "organization_id" uuid not null, "by_id" uuid null, "at" timestamptz(3) not null default clock_timestamp(), primary key ("person_id", "organization_id"))`,
    );
    this.addSql(
      `create table "shown_record" ("person_id" uuid not null, "parts" text[] not null default '{}', primary key ("person_id"))`,
    );
    this.addSql(
      `create table "certificate" ("id" uuid not null, "person_id" uuid not null, "campaign_id" uuid null, "code" text not null, "name" text not null, "cards" int not null, "hours" double precision not null, "first_at" timestamptz(3) not null, "last_at" timestamptz(3) not null, "made_at" timestamptz(3) not null default clock_timestamp(), primary key ("id"))`,
    );
    this.addSql(`alter table "certificate" add constraint "certificate_code_unique" unique ("code")`);
    this.addSql(`create index "certificate_person_id_index" on "certificate" ("person_id")`);
    this.addSql(`create index "certificate_campaign_id_index" on "certificate" ("campaign_id")`);
    this.addSql(
      `create table "drift_ask" ("person_id" uuid not null, "asked_at" timestamptz(3) not null default clock_timestamp(), "answered_at" timestamptz(3) null, primary key ("person_id"))`,
    );
    this.addSql(
      `create table "drift_answer" ("id" uuid not null, "reason" text not null, "line" text not null default '', "month" date not null, primary key ("id"))`,
    );
    for (const [table, column, of, rule] of [
      ['practice_card', 'event_id', 'event', 'cascade'],
      ['practice_card', 'session_id', 'event_session', 'set null'],
      ['practice_card', 'created_by_id', 'person', 'set null'],
      ['practice', 'card_id', 'practice_card', 'cascade'],
      ['practice', 'person_id', 'person', 'cascade'],
      ['practice', 'answered_by_id', 'person', 'set null'],
      ['practice_piece', 'by_id', 'person', 'set null'],
      ['certificate', 'person_id', 'person', 'cascade'],
      ['certificate', 'campaign_id', 'campaign', 'set null'],
    ])
      this.addSql(
        `alter table "${table}" add constraint "${table}_${column}_foreign" foreign key ("${column}") references "${of}" ("id") on delete ${rule}`,
      );
    // Part of a primary key: it follows.
    for (const [table, column, of] of [
      ['practice_piece', 'person_id', 'person'],
      ['practice_piece', 'organization_id', 'organization'],
      ['shown_record', 'person_id', 'person'],
      ['drift_ask', 'person_id', 'person'],
    ])
      this.addSql(
        `alter table "${table}" add constraint "${table}_${column}_foreign" foreign key ("${column}") references "${of}" ("id") on update cascade on delete cascade`,
      );
    for (const [table, column, words] of [
      ['practice_card', 'skill', SKILLS],
      ['practice', 'state', ['STARTED', 'HANDED_IN', 'TRY_AGAIN', 'DONE']],
      ['practice', 'worth', ['COUNTS', 'NOT_CHECKED_IN', 'SAME_BROWSER', 'COUNTED_BEFORE']],
      ['drift_answer', 'reason', ['NO_TIME', 'NOTHING_FITTED', 'WAITED_TOO_LONG', 'DONE_FOR_NOW']],
    ] as const)
      this.addSql(
        `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${oneOf(words)}))`,
      );
    this.addSql(`alter table "card" add "kept_until" timestamptz(3) null, add "kept_for" uuid null`);
    this.addSql(`create index "card_kept" on "card" ("kept_for") where kept_for is not null`);
    this.addSql(`alter table "standing_change" drop constraint "standing_change_reason_check"`);
    this.addSql(
      `alter table "standing_change" add constraint "standing_change_reason_check" check ("reason" in (${oneOf(REASONS)}))`,
    );
  }
}
