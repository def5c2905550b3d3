import { Migration } from '@mikro-orm/migrations';

const KINDS = [
  ...['CARD_CREATED', 'CARD_UPDATED', 'CARD_OPENED', 'CARD_RETURNED_TO_DRAFT', 'CARD_MOVED', 'CARD_CLAIMED'],
  ...['CLAIM_CONFIRMED', 'CLAIM_EXTENDED', 'CLAIM_EXPIRING', 'CLAIM_EXPIRED', 'CARD_HANDED_BACK'],
  ...['CARD_TAKEN_BACK', 'CARD_BLOCKED', 'CARD_UNBLOCKED', 'CARD_HANDED_IN', 'CRAFT_REVIEW_PASSED'],
  ...['CHANGES_REQUESTED', 'CARD_APPROVED', 'CARD_CANCELLED', 'CHECKLIST_CHANGED', 'COMMENT_ADDED'],
  ...['COMMENT_REMOVED', 'CAMPAIGN_UPDATED', 'PERSON_LEFT'],
];

/** Somebody who left is told of as that: not as comments that were removed from cards that had none. */
export class PersonLeft extends Migration {
  override up(): void {
    this.addSql(`alter table "board_event" drop constraint "board_event_kind_check"`);
    this.addSql(
      `alter table "board_event" add constraint "board_event_kind_check" check ("kind" in (${KINDS.map((kind) => `'${kind}'`).join(', ')}))`,
    );
    this.addSql(`
      update board_event set kind = 'PERSON_LEFT'
      where fields @> array['handle'] and actor_id is null and kind in ('COMMENT_REMOVED', 'CARD_UPDATED')`);
  }
}
