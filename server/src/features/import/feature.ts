import { sql } from 'kysely';
import type { Feature } from '../../platform/feature.ts';
import { cutAt } from '../../platform/graphql/list-bounds.ts';
import { createImportDoor } from './import-door.ts';
import { BoardImport, ImportSource } from './import.entity.ts';
import { CampaignImport, ImportMutations } from './import.resolver.ts';
import { SOURCE_KEPT_HOURS } from './import-source.ts';
import { ImportTurns } from './import-turns.ts';
import { REPORTED } from './import.type.ts';
import { IMPORT_OVER } from './undo-import.ts';

export const boardImport: Feature = {
  name: 'import',
  entities: [BoardImport, ImportSource],
  resolvers: [CampaignImport, ImportMutations],
  services: () => ({ importTurns: new ImportTurns() }),
  lists: {
    'ImportReport.lists': cutAt(REPORTED.lists),
    'ImportReport.labels': cutAt(REPORTED.labels),
    'ImportReport.columns': cutAt(REPORTED.columns),
    'ImportReport.cards': cutAt(REPORTED.cards),
    'ImportReport.notes': REPORTED.notes,
    'ImportNote.examples': REPORTED.examples,
  },
  doors: (services) => [createImportDoor(services)],
  agesOut: [
    IMPORT_OVER,
    sql`delete from import_source where at <= clock_timestamp() - make_interval(hours => ${SOURCE_KEPT_HOURS})`,
  ],
  hearsBoards: () => ({
    erased: async ({ db, id, campaignId }) => {
      await sql`delete from board_import where board_id = ${id}`.execute(db);
      await sql`delete from import_source where campaign_id = ${campaignId}`.execute(db);
    },
  }),
  erasesPerson: { gone: { board_import: 'person_id', import_source: 'person_id' } },
};
