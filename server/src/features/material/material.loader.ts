import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { type MaterialRow, readMaterial, readShown, readUploads } from './read-material.ts';
import type { MaterialShown } from './material.entity.ts';

/** The files of events and of their sessions that the reader may read. */
export const materialLoader = defineLoader<string, MaterialRow[]>(
  ({ em, reader }) =>
    new DataLoader(async (eventIds) => {
      const rows = await readMaterial(em.getKysely(), reader, eventIds);
      const found = Map.groupBy(rows, ({ eventId }) => eventId);
      return eventIds.map((id) => found.get(id) ?? []);
    }),
);

/** What the viewer sent for events and what is not there yet. */
export const eventUploadsLoader = defineLoader<string, MaterialRow[]>(
  ({ em, viewerId }) =>
    new DataLoader(async (eventIds) => {
      const rows = viewerId === null ? [] : await readUploads(em.getKysely(), viewerId, eventIds);
      const found = Map.groupBy(rows, ({ eventId }) => eventId);
      return eventIds.map((id) => found.get(id) ?? []);
    }),
);

/** From when on files are shown; null for those of no event. */
export const shownLoader = defineLoader<string, MaterialShown | null>(
  ({ em }) =>
    new DataLoader(async (fileIds) => {
      const rows = await readShown(em.getKysely(), fileIds);
      const found = new Map(rows.map(({ fileId, shown }) => [fileId, shown]));
      return fileIds.map((id) => found.get(id) ?? null);
    }),
);
