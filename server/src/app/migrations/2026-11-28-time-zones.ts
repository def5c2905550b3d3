import { Migration } from '@mikro-orm/migrations';

/** What stands for a zone and is none: an offset, letters, or a name that clocks do not know. */
const bad = (column: string) =>
  `(${column} !~* '^([a-z_]+(/[a-z0-9_+-]+)+|utc)$' or lower(${column}) in ('etc/unknown') or ${column} like 'SystemV/%')`;

/** Zones that were accepted before and would break what reads them. Nobody's moments change: they are kept in UTC. */
export class TimeZones extends Migration {
  override up(): void {
    this.addSql(`update "campaign" set "time_zone" = 'UTC' where ${bad('time_zone')}`);
    this.addSql(`update "notification_choice" set "time_zone" = 'UTC' where ${bad('time_zone')}`);
    this.addSql(`update "availability" set "time_zone" = null where ${bad('time_zone')}`);
    this.addSql(
      `update "ask" set "answers" = "answers" - 'timeZone' where ${bad(`("answers"->>'timeZone')`)}`,
    );
  }
}
