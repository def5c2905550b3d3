import { Migration } from '@mikro-orm/migrations';

/** A claim may lose its name; and campaigns that were erased by a version that kept more lose it now. */
export class ErasedNames extends Migration {
  override up(): void {
    this.addSql(`alter table "claim" drop constraint "claim_person_id_foreign"`);
    this.addSql(`alter table "claim" alter column "person_id" drop not null`);
    this.addSql(
      `alter table "claim" add constraint "claim_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete set null`,
    );
    const erased = `select campaign_id from closing where erased_at is not null`;
    const boards = `select id from board where campaign_id in (${erased})`;
    for (const statement of [
      `update closing set closed_by_id = null, page_approved_by_id = null where erased_at is not null`,
      `update campaign set story = '', demands = '{}', how_to_help = '', employer = null, created_by_id = null where id in (${erased})`,
      `update board_event set actor_id = null, request_id = null, request_mark = null where board_id in (${boards})`,
      `update card set status = 'OPEN', holder_id = null, handed_in_at = null, craft_reviewed_at = null, waiting_since = null where status = 'IN_REVIEW' and board_id in (${boards})`,
      `update card set thanked_by_id = null, returned_by_id = null, caution_cleared_by_id = null where board_id in (${boards})`,
      `update card set title = '#' || card.number from board join campaign on campaign.id = board.campaign_id where board.id = card.board_id and board.id in (${boards}) and not (campaign.sensitivity = 'PUBLIC' and card.sensitivity = 'PUBLIC' and card.status not in ('DRAFT', 'CANCELLED'))`,
      `update claim set person_id = null from card where card.id = claim.card_id and card.board_id in (${boards}) and not (card.status = 'DONE' and card.holder_id = claim.person_id)`,
    ])
      this.addSql(statement);
  }
}
