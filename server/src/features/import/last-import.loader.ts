import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { defineLoader } from '../../core/access/loaders.ts';
import type { ImportFormat } from './import-kinds.ts';
import { UNDO_MINUTES } from './undo-import.ts';

export interface LastImport {
  revision: number;
  cards: number;
  format: ImportFormat;
  at: Date;
  undoUntil: Date;
}

/** The last import of whoever looks, by campaign, as long as they can undo it. */
export const lastImportLoader = defineLoader<string, LastImport | null>(
  ({ em, viewerId }) =>
    new DataLoader<string, LastImport | null>(async (campaignIds) => {
      if (!viewerId) return campaignIds.map(() => null);
      const { rows } = await sql<LastImport & { campaignId: string }>`
        select distinct on (board.campaign_id) board.campaign_id as "campaignId", made.revision, made.cards, made.format,
          made.at, made.at + make_interval(mins => ${UNDO_MINUTES}) as "undoUntil"
        from board_import made join board on board.id = made.board_id
        where board.campaign_id = any(${campaignIds}::uuid[]) and made.person_id = ${viewerId} and undone_at is null
          and made.at > clock_timestamp() - make_interval(mins => ${UNDO_MINUTES})
        order by board.campaign_id, made.revision desc`.execute(em.getKysely());
      const found = new Map(rows.map((row) => [row.campaignId, row]));
      return campaignIds.map((id) => found.get(id) ?? null);
    }),
);
