import DataLoader from 'dataloader';
import { defineLoader } from '../../core/access/loaders.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import { readSessions, type SessionRow } from './event-sessions.ts';
import { type EventType, toEvent } from './event.type.ts';
import { readEventsById } from './read-events.ts';

/** Events by row id. Refuses one that is not there or that the reader may not read. */
export const eventLoader = defineLoader<string, EventType>(
  ({ em, reader }) =>
    new DataLoader<string, EventType>(async (ids) => {
      const rows = new Map((await readEventsById(em, reader, ids)).map((row) => [row.id, toEvent(row)]));
      return ids.map((id) => rows.get(id) ?? notFound('event'));
    }),
);

/** The sessions of events; whether one may read those is asked before. */
export const sessionsLoader = defineLoader<string, SessionRow[]>(
  ({ em }) =>
    new DataLoader(async (eventIds) => {
      const found = Map.groupBy(await readSessions(em.getKysely(), eventIds), ({ eventId }) => eventId);
      return eventIds.map((id) => found.get(id) ?? []);
    }),
);
