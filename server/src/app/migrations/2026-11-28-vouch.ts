import { Migration } from '@mikro-orm/migrations';

/**
 * A vouch counts for the campaigns of its organization. Who was VETTED by nothing but a vouch is so, from now on,
 * there alone, and is told; where a coordinator vouched, the coordinator's word stands, and whoever had two pieces of
 * work approved has earned it. What these people hold and may not read any more comes back when its lease ends.
 */
export class Vouches extends Migration {
  override up(): void {
    this.addSql(
      `create table "vouch" ("id" uuid not null, "person_id" uuid not null, "organization_id" uuid not null, "by_id" uuid null, "note" text not null default '', "at" timestamptz(3) not null default now(), "ended_at" timestamptz(3) null, primary key ("id"))`,
    );
    this.addSql(`create index "vouch_by_id_at_index" on "vouch" ("by_id", "at")`);
    this.addSql(`create index "vouch_organization_id_at_index" on "vouch" ("organization_id", "at")`);
    this.addSql(
      `create unique index vouch_one_stands on vouch (person_id, organization_id) where ended_at is null`,
    );
    this.addSql(
      `alter table "vouch" add constraint "vouch_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "vouch" add constraint "vouch_organization_id_foreign" foreign key ("organization_id") references "organization" ("id") on delete cascade`,
    );
    this.addSql(
      `alter table "vouch" add constraint "vouch_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null`,
    );
    this.addSql(`alter table "standing_change" drop constraint "standing_change_reason_check"`);
    this.addSql(
      `alter table "standing_change" add constraint "standing_change_reason_check" check ("reason" in ('WORK_APPROVED', 'VOUCHED', 'RULE_CHANGED', 'COORDINATOR'))`,
    );
    this.addSql(`
      create temporary table vouched_only on commit drop as
      select person.id, last.by_id, last.note, last.at,
        (select count(*) from card where holder_id = person.id and status = 'DONE') >= 2 as earned
      from person cross join lateral (
        select * from standing_change where person_id = person.id order by at desc, id desc limit 1) last
      left join person voucher on voucher.id = last.by_id
      where person.standing = 'VETTED' and last.reason = 'VOUCHED' and not coalesce(voucher.coordinator, false)`);
    this.addSql(`
      insert into standing_change (id, person_id, before, after, reason)
      select uuidv7(), id, 'VETTED', case when earned then 'VETTED' else 'NEW' end,
        case when earned then 'WORK_APPROVED' else 'RULE_CHANGED' end
      from vouched_only`);
    this.addSql(`delete from vouched_only where earned`);
    this.addSql(`update person set standing = 'NEW' from vouched_only where person.id = vouched_only.id`);
    this.addSql(`
      insert into vouch (id, person_id, organization_id, by_id, note, at)
      select uuidv7(), vouched_only.id, membership.organization_id, by_id, note, vouched_only.at
      from vouched_only join person voucher on voucher.id = by_id and voucher.standing <> 'SUSPENDED'
      join membership on membership.person_id = by_id`);
    this.addSql(`
      insert into notification (id, person_id, kind) select uuidv7(), id, 'STANDING_CHANGED' from vouched_only`);
  }
}
