import { sql } from 'kysely';
import { type Feature, jobKind } from '../../platform/feature.ts';
import { cutAt } from '../../platform/graphql/list-bounds.ts';
import { MOST_FILES } from './begin-file.ts';
import { CHECK_QUEUE, type CheckJob } from './check-queue.ts';
import { runCheck } from './check-file.ts';
import './file-place.ts';
import { File, FileLeftover, FilePiece } from './file.entity.ts';
import { createFileDoor } from './file-door.ts';
import { CardFiles, FileMutations } from './file.resolver.ts';
import { createFileRoom } from './file-room.ts';
import { keepRemovingLeftovers } from './remove-leftovers.ts';
import { createUploadDoor } from './upload-door.ts';

export const file: Feature = {
  name: 'file',
  entities: [File, FilePiece, FileLeftover],
  resolvers: [CardFiles, FileMutations],
  lists: {
    'Card.files': MOST_FILES,
    'Card.uploads': cutAt(2 * MOST_FILES),
    'File.thumbnails': 2,
  },
  services: ({ config }, features) => ({
    files: createFileRoom(config),
    filePlaces: features.flatMap(({ filePlaces }) => filePlaces ?? []),
  }),
  jobs: [
    jobKind<CheckJob>({
      queue: CHECK_QUEUE,
      retries: { retryLimit: 10, retryDelay: 15, retryBackoff: true },
      run: runCheck,
    }),
  ],
  doors: (services) => [createUploadDoor(services), createFileDoor(services)],
  clock: keepRemovingLeftovers,
  // What hangs on nothing, unless its sender still holds the card it is for.
  agesOut: [
    sql`delete from file where attached_at is null and changed_at < clock_timestamp() - interval '1 day'
      and not (state = 'READY' and use = 'WORK' and exists (select from card where card.id = file.card_id
        and file.person_id in (card.holder_id, card.partner_id) and card.status = 'CLAIMED'))`,
  ],
  hearsBoards: () => ({
    inUse: async ({ db }, cards) => {
      const { rows } = await sql<{ id: string }>`select card_id as id from file
        where card_id = any(${cards}::uuid[])`.execute(db);
      return rows.map(({ id }) => id);
    },
    erased: ({ db, id }) =>
      sql`delete from file where card_id in (select id from card where board_id = ${id})`.execute(db),
  }),
  erasesPerson: {
    // What was handed in stays with its work, as that does.
    also: (db, personId) =>
      sql`delete from file where person_id = ${personId} and (attached_at is null or (use = 'WORK' and hand_in is null))`.execute(
        db,
      ),
  },
};
