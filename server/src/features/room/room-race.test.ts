import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anEvent, type Hosts, hosts } from '../../../test/support/an-event.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { StaleFields } from '../../platform/refusal/refusal.ts';
import { addNote, updateNote } from './notes.ts';
import { createPoll, voteInPoll } from './polls.ts';
import { readRoomLog, type RoomStep } from './read-room.ts';

// Two servers on one database: what one server puts in a line by itself is not what keeps a room in order.

let database: TestDatabase;
let servers: [TestServices, TestServices];
let by: Hosts;
beforeAll(async () => {
  database = await createTestDatabase();
  servers = [await createTestServices(database.url), await createTestServices(database.url)];
  by = await hosts(servers[0]);
});
afterAll(async () => {
  for (const { close } of servers) await close();
  await database.drop();
});
const log = async (eventId: string) => (await readRoomLog(servers[0].orm.em, eventId, 0)) as RoomStep;

test('votes at two servers at once: revisions follow each other without a gap, and each vote counts once', async () => {
  const eventId = await anEvent(servers[0], by);
  const { pollId } = await createPoll(servers[0], by.organizer, {
    ...{ eventId, text: 'When?', options: ['Now', 'Later'], open: true },
  });
  // Twelve voters, each at both servers.
  const cast = (at: number) =>
    voteInPoll(servers[at % 2]!, null, { eventId, pollId, voter: `voter ${at >> 1}`, choice: 0 });
  await Promise.all(Array.from({ length: 24 }, (_, at) => cast(at)));
  const { events, revision } = await log(eventId);
  expect(events.map((event) => event.revision)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1));
  expect(revision).toBe(13);
  const { rows } = await sql`select counts from poll where id = ${pollId}`.execute(
    servers[0].orm.em.fork().getKysely(),
  );
  expect(rows).toEqual([{ counts: [12, 0] }]);
});

test('one line is changed at two servers at once: one change stands, the other is refused with its words', async () => {
  const eventId = await anEvent(servers[0], by);
  const { noteId } = await addNote(servers[0], by.organizer, { eventId, text: 'Round 0' });
  for (let round = 1; round <= 10; round += 1) {
    const both = await Promise.allSettled(
      servers.map((services, at) =>
        updateNote(services, at === 0 ? by.organizer : by.coordinator, {
          ...{ eventId, noteId, version: round, text: `Round ${round} of ${at}` },
        }),
      ),
    );
    const lost = both.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(lost).toHaveLength(1);
    const [line] = (await log(eventId)).notes;
    expect(line!.version).toBe(round + 1);
    expect((lost[0]!.reason as StaleFields).fields).toEqual([
      { field: 'text', now: JSON.stringify(line!.text) },
    ]);
  }
});
