import { Migration } from '@mikro-orm/migrations';

/** Somebody who left is told of as that: not as comments that were removed from cards that had none. */
export class PersonLeft extends Migration {
  override up(): void {
    this.addSql(`
      update board_event set kind = 'PERSON_LEFT'
      where fields @> array['handle'] and actor_id is null and kind in ('COMMENT_REMOVED', 'CARD_UPDATED')`);
  }
}
