import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anEvent, type Hosts, hosts } from '../../../test/support/an-event.ts';
import { aHandle, refusalOf } from '../../../test/support/local-on-strike.ts';
import { asNow, joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import { askQuestion } from '../question/ask-question.ts';
import {
  answerQuestion,
  hideQuestion,
  mergeQuestions,
  showQuestion,
} from '../question/moderate-questions.ts';
import { askedAboutEvents } from './asked-about-events.ts';
import { addNote, removeNote } from './notes.ts';
import { closePoll, createPoll, openPoll } from './polls.ts';
import { readPlaces } from './read-room.ts';
import { readByOf, roomLog } from './room-log.ts';
import { setRoomChair } from './set-chair.ts';
import { setNowOn, updateRoom } from './set-room.ts';
import { turnQuestionIntoCard } from './turn-question.ts';

let database: TestDatabase;
let services: TestServices;
let by: Hosts;
let chair: Viewer;
let eventId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  by = await hosts(services);
  chair = (await joinAs(services, aHandle())).viewer;
});
beforeEach(async () => {
  eventId = await anEvent(services, by);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
const place = async () => (await readPlaces(db(), [eventId]))[0]!;
const level = async (who: Viewer) => roomLog.levelOf(await asNow(services, who), await place());
const name = (handle: string | null, who: Viewer = by.organizer) =>
  setRoomChair(services, who, { eventId, handle });
const room = () => ({ kind: 'Event', id: eventId, about: askedAboutEvents }) as const;
const ask = (text: string) =>
  askQuestion(services, by.stranger, room(), { voter: by.stranger.personId, text, anonymous: false });

// mutant: the chair leads, and may do all that organizers do in the room.
test('a chair moderates questions and polls, and does nothing else', async () => {
  expect(await level(chair)).toBe('PUBLIC');
  await name(chair.handle.toUpperCase());
  expect(await level(chair)).toBe('TEAM');
  const [one, other, third] = [await ask('Who pays?'), await ask('Who pays for it?'), await ask('Spam')];
  await showQuestion(services, chair, room(), one);
  await showQuestion(services, chair, room(), other);
  await mergeQuestions(services, chair, room(), { questionId: other, intoId: one });
  await answerQuestion(services, chair, room(), { questionId: one, text: 'The fund.' });
  await hideQuestion(services, chair, room(), { questionId: third, allOfAsker: false });
  const poll = { eventId, text: 'When?', options: ['Now', 'Later'], open: false };
  const { pollId } = await createPoll(services, chair, poll);
  await openPoll(services, chair, { eventId, pollId });
  await closePoll(services, chair, { eventId, pollId });

  const line = await addNote(services, by.stranger, { eventId, text: 'A line' });
  const organizersOnly = [
    () => setNowOn(services, chair, { eventId, words: 'The break' }),
    () => updateRoom(services, chair, { eventId, shownAtOnce: true }),
    () => name(by.stranger.handle, chair),
    () => turnQuestionIntoCard(services, chair, { eventId, questionId: one, campaignId: null }),
  ];
  for (const call of organizersOnly) expect((await refusalOf(call())).code).toBe('NOT_ALLOWED');
  const remove = removeNote(services, chair, { eventId, noteId: line.noteId, version: 1 });
  expect((await refusalOf(remove)).code).toBe('NOT_ALLOWED');
});

test('who leads names the chair, or nobody; all who follow start again, and the other one is none any more', async () => {
  expect((await refusalOf(name(chair.handle, by.stranger))).code).toBe('NOT_ALLOWED');
  expect((await refusalOf(name('nobody-of-that-name'))).code).toBe('NOT_FOUND');
  const before = await place();
  await name(chair.handle);
  await name(chair.handle);
  const named = await place();
  expect(named.revision).toBe(before.revision + 1);
  expect(roomLog.whyAgain(before, named)).toBe('RIGHTS_CHANGED');
  await name(by.stranger.handle);
  expect([await level(chair), await level(by.stranger)]).toEqual(['PUBLIC', 'TEAM']);
  await name(null);
  expect(await level(by.stranger)).toBe('PUBLIC');
  const { rows } = await sql<{ readBy: string }>`select read_by as "readBy" from room
    where event_id = ${eventId}`.execute(db());
  expect(rows[0]!.readBy).toBe(readByOf(await place()));
  expect(readByOf(named)).not.toContain(chair.personId);
});

test('nobody is chair who cannot read the event, or is on hold', async () => {
  await sql`update event set sensitivity = 'TEAM' where id = ${eventId}`.execute(db());
  expect((await refusalOf(name(chair.handle))).why).toBe('NO_CHAIR');
  await sql`update event set sensitivity = 'PUBLIC' where id = ${eventId}`.execute(db());
  await name(chair.handle);
  const held = (await joinAs(services, aHandle())).viewer;
  await setStanding(services, by.coordinator, { handle: held.handle, standing: 'SUSPENDED', note: 'Spam' });
  expect((await refusalOf(name(held.handle))).why).toBe('NO_CHAIR');
  // Set on hold since, or where the event was made one of the team: none any more.
  await sql`update event set sensitivity = 'TEAM' where id = ${eventId}`.execute(db());
  expect(await level(chair)).toBeNull();
  await sql`update event set sensitivity = 'PUBLIC' where id = ${eventId}`.execute(db());
  await setStanding(services, by.coordinator, { handle: chair.handle, standing: 'SUSPENDED', note: 'Spam' });
  const { rows } = await sql<{ standing: string }>`select standing from person
    where id = ${chair.personId}`.execute(db());
  expect(rows[0]!.standing).toBe('SUSPENDED');
  expect(roomLog.levelOf({ ...chair, standing: 'SUSPENDED' }, await place())).toBe('PUBLIC');
});
