import DataLoader from 'dataloader';
import type { Em } from '../../platform/db/orm.ts';
import { defineLoader, type Loader } from '../access/loaders.ts';
import {
  type FileRow,
  filesById,
  filesLeftOn,
  filesOfCards,
  filesOfHandIns,
  uploadsOf,
} from './read-file.ts';

const listsBy = (
  keyOf: (file: FileRow) => string | null,
  read: (em: Em, ids: readonly string[], viewerId: string | null) => Promise<FileRow[]>,
): Loader<string, FileRow[]> =>
  defineLoader<string, FileRow[]>(
    ({ em, viewerId }) =>
      new DataLoader(async (ids) => {
        const found = Map.groupBy(await read(em, ids, viewerId), keyOf);
        return ids.map((id) => found.get(id) ?? []);
      }),
  );

/** What hangs on cards. Whether one may read the card is asked before. */
export const cardFilesLoader = listsBy((file) => file.cardId, filesOfCards);

/** What was handed in. Whether one may read the work is asked before. */
export const handInFilesLoader = listsBy((file) => file.handIn ?? null, filesOfHandIns);

/** What earlier holders left on cards, by the card. Whether one may read the work is asked before. */
export const leftFilesLoader = listsBy((file) => file.cardId, filesLeftOn);

/** What the viewer sent for cards and has not handed in. */
export const uploadsLoader = listsBy(
  (file) => file.cardId,
  async (em, ids, viewerId) => (viewerId === null ? [] : uploadsOf(em, viewerId, ids)),
);

/** Files by their row ids, whatever they hang on; null for what is not there. Whether one may read them is asked before. */
export const fileLoader = defineLoader<string, FileRow | null>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const found = new Map((await filesById(em, ids)).map((file) => [file.id, file]));
      return ids.map((id) => found.get(id) ?? null);
    }),
);
