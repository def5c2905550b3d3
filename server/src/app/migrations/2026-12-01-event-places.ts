import { Migration } from '@mikro-orm/migrations';

const NOTICES = [
  ...['INVITED', 'LEASE_EXPIRING', 'LEASE_EXPIRED', 'CARD_TAKEN_BACK', 'PARTNER_JOINED', 'PARTNER_LEFT'],
  ...[
    'PARTNER_HANDED_IN',
    'LOCAL_ANSWERED',
    'CHANGES_REQUESTED',
    'APPROVED',
    'VOLUNTEER_WAITS',
    'WORK_WAITS',
  ],
  ...['CRAFT_WAITS', 'LOOK_ASKED', 'COMMENTED', 'BRIEF_CHANGED', 'STANDING_CHANGED', 'RECOVERY_CODE_RENEWED'],
  ...['CAME_BACK', 'ASK_CAME', 'ASK_HELD', 'PLAN_AGREED', 'PLAN_ANSWERED', 'CAMPAIGN_ENDED', 'ROLE_CHANGED'],
  ...['ROLE_LINK_MADE', 'LEAD_ASKED', 'LEAD_DECLINED', 'COORDINATOR_NAMED', 'EVENT_MOVED', 'EVENT_CANCELLED'],
  ...['PLACE_OFFERED', 'PLACE_GIVEN', 'EVENT_TOMORROW', 'EVENT_SOON', 'EVENT_BEGAN'],
];

/** Who comes to events, what came of them, and word of both. */
export class EventPlaces extends Migration {
  override up(): void {
    this.addSql(
      `create table "registration" ("id" uuid not null, "event_id" uuid not null, "person_id" uuid null, "name" text not null default '', "secret_hash" bytea null, "code" text not null, "seat" text not null, "people" int not null default 1, "state" text not null, "line" int not null, "registered_at" timestamptz(3) not null default clock_timestamp(), "invited_until" timestamptz(3) null, "confirmed_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "ended_by" text null, "checked_in_at" timestamptz(3) null, "checked_in_by_id" uuid null, "request_hash" bytea null, primary key ("id"))`,
    );
    this.addSql(
      `alter table "registration" add constraint "registration_secret_hash_unique" unique ("secret_hash")`,
    );
    this.addSql(
      `alter table "registration" add constraint "registration_request_hash_unique" unique ("request_hash")`,
    );
    this.addSql(`create index "registration_person_id_index" on "registration" ("person_id")`);
    this.addSql(
      `alter table "registration" add constraint "registration_event_id_line_unique" unique ("event_id", "line")`,
    );
    this.addSql(
      `alter table "registration" add constraint "registration_event_id_code_unique" unique ("event_id", "code")`,
    );
    this.addSql(
      `create unique index registration_once on registration (event_id, person_id) where state <> 'CANCELLED'`,
    );
    this.addSql(
      `create table "turnout" ("event_id" uuid not null, "day_told" timestamptz(3) null, "hour_told" timestamptz(3) null, "began_told" timestamptz(3) null, "counted_at" timestamptz(3) null, "came" int not null default 0, "missed" int not null default 0, "gave_up" int not null default 0, primary key ("event_id"))`,
    );
    this.addSql(
      `alter table "registration" add constraint "registration_event_id_foreign" foreign key ("event_id") references "event" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "registration" add constraint "registration_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "registration" add constraint "registration_checked_in_by_id_foreign" foreign key ("checked_in_by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(
      `alter table "registration" add constraint "registration_people" check (people >= 1 and people <= 10)`,
    );
    this.addSql(
      `alter table "registration" add constraint "registration_seat_check" check ("seat" in ('ROOM', 'ONLINE'))`,
    );
    this.addSql(
      `alter table "registration" add constraint "registration_state_check" check ("state" in ('REGISTERED', 'WAITING', 'INVITED', 'CONFIRMED', 'CANCELLED', 'ATTENDED', 'MISSED'))`,
    );
    this.addSql(
      `alter table "registration" add constraint "registration_ended_by_check" check ("ended_by" in ('OWN', 'DECLINED', 'LAPSED'))`,
    );
    this.addSql(
      `alter table "turnout" add constraint "turnout_event_id_foreign" foreign key ("event_id") references "event" ("id") on update cascade on delete cascade`,
    );
    this.addSql(`alter table "notification" add "event_id" uuid null`);
    this.addSql(`create index "notification_event_id_index" on "notification" ("event_id")`);
    this.addSql(`alter table "notification" drop constraint "notification_kind_check"`);
    this.addSql(
      `alter table "notification" add constraint "notification_kind_check" check ("kind" in (${NOTICES.map((kind) => `'${kind}'`).join(', ')}))`,
    );
  }
}
