import { Migration } from '@mikro-orm/migrations';

/** What the id of a request was used for, and an index that finds it on whatever board. */
export class RequestMark extends Migration {
  override up(): void {
    this.addSql(`alter table "board_event" add column "request_mark" text null`);
    this.addSql(`drop index board_event_request`);
    this.addSql(
      `create index board_event_request on board_event (actor_id, request_id) where request_id is not null`,
    );
  }
}
