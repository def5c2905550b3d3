import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anEvent, type Hosts, hosts, letEventComeNear } from '../../../test/support/an-event.ts';
import { countStatements } from '../../../test/support/count-statements.ts';
import { aHandle, codeOf, refusalOf } from '../../../test/support/local-on-strike.ts';
import { asNow, joinAs } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createContext } from '../../core/access/context.ts';
import type { Sensitivity } from '../../core/access/sensitivity.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { renewEpochs } from '../../core/board/history.ts';
import { createCampaign } from '../../core/board/create-campaign.ts';
import { createOrganization } from '../../core/organization/create-organization.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import type { StaleFields } from '../../platform/refusal/refusal.ts';
import { ageOutRows } from '../retention/age-out.ts';
import { eraseMyself } from '../closing/erase-myself.ts';
import { cancelEvent } from '../event/cancel-event.ts';
import { updateEvent } from '../event/update-event.ts';
import { askQuestion, MAX_WAITING } from '../question/ask-question.ts';
import type { Subject } from '../question/asked-about.ts';
import {
  answerQuestion,
  hideQuestion,
  mergeQuestions,
  showQuestion,
} from '../question/moderate-questions.ts';
import { voteForQuestion } from '../question/vote-for-question.ts';
import { askedAboutEvents } from './asked-about-events.ts';
import { addNote, MOST_LINES, removeNote, updateNote } from './notes.ts';
import { closePoll, createPoll, MAX_OPEN, openPoll, voteInPoll } from './polls.ts';
import { readPlaces, readRoomLog, type RoomStep } from './read-room.ts';
import { pollsOf, resultKeyOf } from './result-key.ts';
import { findPoll } from './room.resolver.ts';
import { roomLog, type RoomMessage } from './room-log.ts';
import { setNowOn, updateRoom } from './set-room.ts';
import { turnQuestionIntoCard, turnQuestionIntoEvent } from './turn-question.ts';

let database: TestDatabase;
let services: TestServices;
let by: Hosts;
let eventId: string;
let subject: Subject;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  by = await hosts(services);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});
beforeEach(async () => take(await anEvent(services, by)));

function take(id: string): void {
  eventId = id;
  subject = { kind: 'Event', id, about: askedAboutEvents };
}
const db = () => services.orm.em.fork().getKysely();
const ask = (text: string, voter: string, viewer: Viewer | null = null) =>
  askQuestion(services, viewer, subject, { voter, text, anonymous: false });
async function shown(text: string): Promise<string> {
  const id = await ask(text, `of ${text}`);
  await showQuestion(services, by.organizer, subject, id);
  return id;
}
const place = async () => (await readPlaces(db(), [eventId]))[0]!;
const poll = async (open = true) =>
  (await createPoll(services, by.organizer, { eventId, text: 'When?', options: ['Now', 'Later'], open }))
    .pollId;
const vote = (pollId: string, voter: string, choice: number, viewer: Viewer | null = null) =>
  voteInPoll(services, viewer, { eventId, pollId, voter, choice });
async function counts(pollId: string): Promise<number[]> {
  const { rows } = await sql<{ counts: number[] }>`select counts from poll where id = ${pollId}`.execute(
    db(),
  );
  return rows[0]!.counts;
}
async function step(after: number): Promise<RoomStep> {
  const found = await readRoomLog(services.orm.em, eventId, after);
  if (found === null || found === 'reset') throw new Error(`The log says ${found}`);
  return found;
}
const told = async (level: Sensitivity, after: number) =>
  roomLog.changesAt(level, await step(after)) as RoomMessage;
const why = async (call: Promise<unknown>) => (await refusalOf(call)).why;

test('each change raises the revision by one, appends one event and sends one hint; what changes nothing does none', async () => {
  const before = services.sent.length;
  const pollId = await poll();
  await vote(pollId, 'a', 0);
  await vote(pollId, 'a', 0);
  await openPoll(services, by.organizer, { eventId, pollId });
  await updateRoom(services, by.organizer, { eventId, shownAtOnce: false });
  const { revision, events } = await step(0);
  expect(events.map(({ kind }) => kind)).toEqual(['POLL_CREATED', 'POLL_VOTED']);
  expect(events.map((event) => event.revision)).toEqual([1, 2]);
  expect(revision).toBe(2);
  expect(services.sent.slice(before)).toEqual([1, 2].map((at) => ({ room: eventId, revision: at })));
});

test('many change one room at once: revisions follow each other without a gap', async () => {
  const pollId = await poll();
  await Promise.all(Array.from({ length: 30 }, (_, at) => vote(pollId, `voter ${at}`, at % 2)));
  const { events } = await step(0);
  expect(events.map(({ revision }) => revision)).toEqual(Array.from({ length: 31 }, (_, at) => at + 1));
  expect(await counts(pollId)).toEqual([15, 15]);
});

test('one voter has one vote, also where it is cast many times at once; the numbers are those of the rows', async () => {
  const pollId = await poll();
  for (let round = 0; round < 20; round += 1) {
    const casts = Array.from({ length: 8 }, (_, at) => vote(pollId, `voter ${at % 3}`, (at + round) % 2));
    await Promise.all(casts);
    const { rows } = await sql<{ counts: number[] }>`
      select array(select (select count(*)::int from poll_vote where poll_id = ${pollId} and choice = option)
        from generate_series(1, 2) option) as counts`.execute(db());
    expect(await counts(pollId)).toEqual(rows[0]!.counts);
    expect((await counts(pollId)).reduce((sum, count) => sum + count)).toBe(Math.min(3, 8));
  }
});

test('a vote costs the same statements, however many voted before', async () => {
  const pollId = await poll();
  const cost = async (voter: string) => countStatements(() => vote(pollId, voter, 1));
  const first = await cost('first');
  await sql`insert into poll_vote (poll_id, voter, choice) select ${pollId}, 'many ' || n, 1 from generate_series(1, 1000) n`.execute(
    db(),
  );
  expect(await cost('last')).toBe(first);
});

test('a poll takes from two to eight answers, is opened, voted in and closed, and at most three are open', async () => {
  const create = (options: string[], open = false) =>
    createPoll(services, by.organizer, { eventId, text: 'Which?', options, open });
  expect(await codeOf(create(['One', 'One']))).toBe('INVALID_INPUT');
  expect(await codeOf(create('abcdefghi'.split('')))).toBe('INVALID_INPUT');
  expect(
    await why(createPoll(services, by.stranger, { eventId, text: 'X', options: ['a', 'b'], open: true })),
  ).toBe('LEADS_ONLY');
  const draft = (await create(['a', 'b'])).pollId;
  expect(await codeOf(vote(draft, 'a', 0))).toBe('NOT_FOUND');
  expect(await why(vote(draft, 'a', 0, by.organizer))).toBe('POLL_NOT_OPEN');
  await openPoll(services, by.organizer, { eventId, pollId: draft });
  expect(await codeOf(vote(draft, 'a', 2))).toBe('INVALID_INPUT');
  await vote(draft, 'a', 1);
  for (let open = 1; open < MAX_OPEN; open += 1) await create(['a', 'b'], true);
  expect(await why(create(['a', 'b'], true))).toBe('POLLS_OPEN');
  await closePoll(services, by.organizer, { eventId, pollId: draft });
  expect(await why(vote(draft, 'b', 0))).toBe('POLL_CLOSED');
  expect(await counts(draft)).toEqual([0, 1]);
});

test('a line is changed on the version that was read: the words of the other one come back in the refusal', async () => {
  const { noteId } = await addNote(services, by.organizer, { eventId, text: 'Bring water' });
  const change = (viewer: Viewer, version: number, text: string) =>
    updateNote(services, viewer, { eventId, noteId, version, text });
  const both = await Promise.allSettled([
    change(by.organizer, 1, 'Bring water and chairs'),
    change(by.coordinator, 1, 'Bring water and bread'),
  ]);
  const lost = both.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  expect(lost).toHaveLength(1);
  const stays = (await step(0)).notes[0]!;
  expect(stays.version).toBe(2);
  expect((lost[0]!.reason as StaleFields).fields).toEqual([
    { field: 'text', now: JSON.stringify(stays.text) },
  ]);
  expect(await codeOf(removeNote(services, by.organizer, { eventId, noteId, version: 1 }))).toBe(
    'STALE_FIELDS',
  );
  await removeNote(services, by.organizer, { eventId, noteId, version: 2 });
  expect(await codeOf(change(by.organizer, 2, 'Again'))).toBe('NOT_FOUND');
  const { rows } = await sql`select text from room_note where id = ${noteId}`.execute(db());
  expect(rows).toEqual([{ text: '' }]);
});

test('a line is its writer’s and those who lead; between two others it finds its place', async () => {
  const first = await addNote(services, by.stranger, { eventId, text: 'one' });
  await addNote(services, by.stranger, { eventId, text: 'three' });
  await addNote(services, by.member, { eventId, text: 'two', afterId: first.noteId });
  const line = { eventId, noteId: first.noteId, version: 1 };
  expect(await why(updateNote(services, by.member, { ...line, text: 'mine' }))).toBe('NOT_YOUR_LINE');
  await updateNote(services, by.organizer, { ...line, text: 'One' });
  const { notes } = await step(0);
  const sorted = notes.sort((a, b) => (a.position < b.position ? -1 : 1)).map(({ text }) => text);
  expect(sorted).toEqual(['One', 'two', 'three']);
});

test('one person writes so many lines and no more', async () => {
  await sql`insert into room_note (id, event_id, position, text, person_id)
    select gen_random_uuid(), ${eventId}, 'a' || n, 'x', ${by.stranger.personId} from generate_series(1, ${MOST_LINES}) n`.execute(
    db(),
  );
  expect(await why(addNote(services, by.stranger, { eventId, text: 'one more' }))).toBe('LINES_WRITTEN');
});

test('what waits or is hidden is for those who lead; what leaves everybody’s view is a removal, the rest is not told of', async () => {
  const waits = await ask('Who pays?', 'a');
  const open = await shown('When does it begin?');
  const secret = await ask('A troll asks', 'troll');
  const { revision } = await step(0);
  await hideQuestion(services, by.organizer, subject, { questionId: open, allOfAsker: false });
  await hideQuestion(services, by.organizer, subject, { questionId: secret, allOfAsker: false });
  expect(await told('PUBLIC', 0)).toMatchObject({ questions: [], removedQuestionIds: [open] });
  expect(await told('PUBLIC', revision)).toMatchObject({
    removedQuestionIds: [open],
    previousRevision: revision,
  });
  const lead = await told('TEAM', 0);
  expect(lead.questions.map(({ id }) => id).sort()).toEqual([waits, open, secret].sort());
  expect(lead.removedQuestionIds).toEqual([]);
});

test('a merged question leaves everybody’s view, and one that nobody saw is not told of', async () => {
  const into = await shown('How long?');
  const seen = await shown('For how long');
  const unseen = await ask('How many hours', 'x');
  for (const questionId of [seen, unseen])
    await mergeQuestions(services, by.organizer, subject, { questionId, intoId: into });
  const { removedQuestionIds, questions } = await told('PUBLIC', 0);
  expect(removedQuestionIds).toEqual([seen]);
  expect(questions.map(({ id, votes }) => [id, votes])).toEqual([[into, 3]]);
});

test('forty questions of a troll: five wait, one tap hides them, nobody else sees one', async () => {
  const asked = await Promise.allSettled(
    Array.from({ length: 40 }, (_, at) => ask(`Nonsense number ${'abcdefgh'[at % 8]}${at}`, 'troll')),
  );
  const there = asked.filter(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<string>[];
  expect(there).toHaveLength(MAX_WAITING);
  const one = there[0]!.value;
  expect(await hideQuestion(services, by.organizer, subject, { questionId: one, allOfAsker: true })).toBe(
    MAX_WAITING,
  );
  const public_ = await told('PUBLIC', 0);
  expect([public_.questions, public_.removedQuestionIds]).toEqual([[], []]);
});

test('with the switch on, a question is shown at once', async () => {
  await updateRoom(services, by.organizer, { eventId, shownAtOnce: true });
  const id = await ask('Is there parking?', 'b');
  expect(await told('PUBLIC', 0)).toMatchObject({ shownAtOnce: true, questions: [{ id, state: 'SHOWN' }] });
});

test('organizers of an organization that holds the event too lead; what is not theirs they do not', async () => {
  const other = await createOrganization(services, by.coordinator, { name: 'Nurses', kind: 'UNION_LOCAL' });
  const nurse = (await joinAs(services, aHandle())).viewer;
  await setRole(services, by.coordinator, { organizationId: other, handle: nurse.handle, role: 'ORGANIZER' });
  const nora = await asNow(services, nurse);
  expect(await why(setNowOn(services, nora, { eventId, words: 'Tea' }))).toBe('LEADS_ONLY');
  const party = {
    part: 'CO_HOST' as const,
    name: 'Nurses',
    organizationId: toGlobalId('Organization', other),
  };
  const { revision } = await place();
  await updateEvent(services, by.organizer, { eventId, parties: [party] });
  expect(await readRoomLog(services.orm.em, eventId, revision)).toBe('reset');
  await setNowOn(services, nora, { eventId, words: 'Tea' });
  await updateEvent(services, by.organizer, { eventId, sensitivity: 'TEAM' });
  expect(await codeOf(setNowOn(services, nora, { eventId, words: 'Cake' }))).toBe('NOT_FOUND');
});

test('a changed event tells the room, and breaks the log off only when others may read it', async () => {
  await updateEvent(services, by.organizer, { eventId, title: 'Tools' });
  expect(await told('PUBLIC', 0)).toMatchObject({ eventChanged: true });
  await updateEvent(services, by.organizer, { eventId, sensitivity: 'VETTED' });
  expect(await readRoomLog(services.orm.em, eventId, 1)).toBe('reset');
  expect(roomLog.levelOf(by.stranger, await place())).toBeNull();
  expect(roomLog.levelOf(by.organizer, await place())).toBe('TEAM');
});

test('nobody asks or votes once it was called off, or six hours after the end', async () => {
  const pollId = await poll();
  await letEventComeNear(services, eventId, 170 + 5);
  await ask('Still here?', 'c');
  await letEventComeNear(services, eventId, 2);
  expect(await why(ask('And now?', 'c'))).toBe('EVENT_OVER');
  expect(await why(vote(pollId, 'c', 0))).toBe('EVENT_OVER');
  // As in its room, also for who finds the poll by its id: nobody's vote is influenced any more.
  const context = createContext(services, { viewer: null, requestId: 'test' });
  expect(await findPoll(context, pollId)).toMatchObject({ state: 'OPEN', seesResult: true });
  await closePoll(services, by.organizer, { eventId, pollId });
  take(await anEvent(services, by));
  const ahead = await findPoll(createContext(services, { viewer: null, requestId: 'test' }), await poll());
  expect(ahead).toMatchObject({ state: 'OPEN', seesResult: false });
  await cancelEvent(services, by.organizer, { eventId, words: 'Rain' });
  expect(await why(ask('Why?', 'c'))).toBe('EVENT_CANCELLED');
});

test('a question becomes a draft on a board, once, and an event; everybody sees that it did', async () => {
  const { organizationId } = by;
  const { campaignId } = await createCampaign(services, by.organizer.personId, {
    ...{ organizationId, slug: `c-${Date.now()}`, title: 'Hold the line', kind: 'STRIKE', languages: ['en'] },
    sensitivity: 'PUBLIC',
  });
  const questionId = await shown(`Can we have a leaflet about ${'pay '.repeat(40)}?`);
  const turn = (viewer: Viewer, campaign: string | null = campaignId) =>
    turnQuestionIntoCard(services, viewer, { eventId, questionId, campaignId: campaign });
  expect(await why(turn(by.stranger))).toBe('LEADS_ONLY');
  expect(await codeOf(turn(by.organizer, null))).toBe('INVALID_INPUT');
  const [one, two] = await Promise.all([turn(by.organizer), turn(by.coordinator)]);
  expect(two.cardId).toBe(one.cardId);
  const { rows } =
    await sql`select status, char_length(title) <= 80 as short from card where id = ${one.cardId}`.execute(
      db(),
    );
  expect(rows).toEqual([{ status: 'DRAFT', short: true }]);
  const made = await anEvent(services, by);
  const intoEvent = (viewer: Viewer, madeEventId: string) =>
    turnQuestionIntoEvent(services, viewer, { eventId, questionId, madeEventId });
  expect(await why(intoEvent(by.stranger, made))).toBe('LEADS_ONLY');
  expect(await codeOf(intoEvent(by.organizer, await anEvent(services, await hosts(services))))).toBe(
    'NOT_FOUND',
  );
  expect(await why(intoEvent(by.organizer, eventId))).toBe('SAME_EVENT');
  await intoEvent(by.organizer, made);
  expect((await told('PUBLIC', 0)).questions.map(({ id }) => id)).toEqual([questionId]);
});

test('a key opens the result of its poll alone; made up, doubled or out of order it is refused', async () => {
  const keys = [await poll(), await poll()].map((id) => ({ id, key: resultKeyOf(services, id) }));
  keys.sort((a, b) => (a.key < b.key ? -1 : 1));
  const [first, second] = keys.map(({ key }) => key) as [string, string];
  expect(pollsOf(services, [first, second])).toEqual(new Set(keys.map(({ id }) => id)));
  for (const wrong of [
    [second, first],
    [first, first],
    [`${first}x`],
    ['nothing'],
    [first.replace(/\..*/, '.')],
  ])
    expect(() => pollsOf(services, wrong)).toThrow(/no key/);
});

test('who leaves takes along votes in open polls and questions without an answer; the room hears of it', async () => {
  const { viewer: gone } = await joinAs(services, aHandle());
  const [open, closed] = [await poll(), await poll()];
  for (const pollId of [open, closed]) {
    await vote(pollId, gone.personId, 0, gone);
    await vote(pollId, 'stays', 1);
  }
  await closePoll(services, by.organizer, { eventId, pollId: closed });
  await addNote(services, gone, { eventId, text: 'I was here' });
  const mine = await ask('Mine?', gone.personId, gone);
  await showQuestion(services, by.organizer, subject, mine);
  const unseen = await ask('Mine, unseen?', gone.personId, gone);
  const answered = await ask('Mine, answered?', gone.personId, gone);
  await answerQuestion(services, by.organizer, subject, { questionId: answered, text: 'Yes' });
  const voted = await shown('Of another');
  await voteForQuestion(services, gone, subject, { questionId: voted, voter: gone.personId });
  const { revision } = await place();
  await eraseMyself(services, gone, gone.handle);
  expect([await counts(open), await counts(closed)]).toEqual([
    [0, 1],
    [1, 1],
  ]);
  const message = await told('PUBLIC', revision);
  expect(message.removedQuestionIds).toEqual([mine]);
  expect(message.questions.map(({ id }) => id).sort()).toEqual([answered, voted].sort());
  expect(message.notes.map(({ text, personId }) => [text, personId])).toEqual([['I was here', null]]);
  expect((await told('TEAM', revision)).removedQuestionIds.sort()).toEqual([mine, unseen].sort());
});

test('the log is pruned after a month, and so is who voted once the event is over; the numbers stay', async () => {
  const pollId = await poll();
  await vote(pollId, 'a', 0);
  await sql`update room_event set at = now() - interval '31 days' where event_id = ${eventId} and revision = 1`.execute(
    db(),
  );
  await sql`update event set starts_at = now() - interval '40 days', ends_at = now() - interval '31 days' where id = ${eventId}`.execute(
    db(),
  );
  const { features } = await import('../../app/features.ts');
  await ageOutRows(services, features);
  expect(await readRoomLog(services.orm.em, eventId, 0)).toBe('reset');
  expect((await step(1)).events).toHaveLength(1);
  const { rows } = await sql`select from poll_vote where poll_id = ${pollId}`.execute(db());
  expect([rows, await counts(pollId)]).toEqual([[], [1, 0]]);
});

test('a database that is another one gives rooms another history too', async () => {
  const before = await place();
  await renewEpochs(async (text) => {
    await sql.raw(text).execute(db());
    return { rowCount: 0 };
  });
  expect((await place()).epoch).not.toBe(before.epoch);
});
