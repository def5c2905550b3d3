import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { defineLoader } from '../../core/access/loaders.ts';
import { defineCounts, definePages } from '../../core/access/page-loader.ts';
import {
  countAtDoor,
  countBefore,
  countSeats,
  listAtDoor,
  type ListedRegistration,
  readOfPerson,
  type RegistrationRow,
  type SeatCount,
} from './read-registrations.ts';

/** How many stand in line before a registration. */
export const beforeLoader = defineLoader<string, number>(
  ({ em }) =>
    new DataLoader(async (ids) => {
      const before = await countBefore(em.getKysely(), ids);
      return ids.map((id) => before.get(id) ?? 0);
    }),
);

/** Who is seen at the doors of events, a page each. */
export const atDoorLoader = definePages<ListedRegistration, { search: string }>(
  ({ em }, eventIds, { span, search }) => listAtDoor(em, eventIds, { search, ...span }),
  ({ eventId }) => eventId,
);

/** How many they are. */
export const atDoorCountLoader = defineCounts<{ search: string }>(({ em }, eventIds, { search }) =>
  countAtDoor(em, eventIds, search),
);

/** Places of events, in numbers. */
export const seatsLoader = defineLoader<string, SeatCount[]>(
  ({ em }) =>
    new DataLoader(async (eventIds) => {
      const counts = Map.groupBy(await countSeats(em.getKysely(), eventIds), ({ eventId }) => eventId);
      return eventIds.map((id) => counts.get(id) ?? []);
    }),
);

/** What the viewer has at events; null for nobody. */
export const mineLoader = defineLoader<string, RegistrationRow | null>(
  ({ em, viewerId }) =>
    new DataLoader(async (eventIds) => {
      const rows = viewerId ? await readOfPerson(em.getKysely(), viewerId, eventIds) : [];
      const found = new Map(rows.map((row) => [row.eventId, row]));
      return eventIds.map((id) => found.get(id) ?? null);
    }),
);

/** What came of events; null while nobody counted. */
export const turnoutLoader = defineLoader<string, { came: number; missed: number; gaveUp: number } | null>(
  ({ em }) =>
    new DataLoader(async (eventIds) => {
      const rows = await em
        .getKysely()
        .selectFrom('turnout')
        .select(['event_id as eventId', 'came', 'missed', 'gave_up as gaveUp'])
        .where(sql<boolean>`event_id = any(${eventIds}::uuid[])`)
        .where('counted_at', 'is not', null)
        .execute();
      const found = new Map(rows.map(({ eventId, ...row }) => [eventId, row]));
      return eventIds.map((id) => found.get(id) ?? null);
    }),
);
