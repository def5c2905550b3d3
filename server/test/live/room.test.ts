import 'reflect-metadata';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  applyChange,
  applySnapshot,
  type BoardSnapshot,
  type BoardState,
} from '../../../web/src/board/board-state.ts';
import { itemsOf, messageOf, type RoomItem } from '../../../web/src/room/room-items.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import { setRole } from '../../src/core/trust/set-role.ts';
import { updateEvent } from '../../src/features/event/update-event.ts';
import { askQuestion } from '../../src/features/question/ask-question.ts';
import { hideQuestion, showQuestion } from '../../src/features/question/moderate-questions.ts';
import { voteForQuestion } from '../../src/features/question/vote-for-question.ts';
import { askedAboutEvents } from '../../src/features/room/asked-about-events.ts';
import { addNote, removeNote } from '../../src/features/room/notes.ts';
import { createPoll, voteInPoll } from '../../src/features/room/polls.ts';
import { resultKeyOf } from '../../src/features/room/result-key.ts';
import { setNowOn } from '../../src/features/room/set-room.ts';
import { Refusal } from '../../src/platform/refusal/refusal.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { anEvent, type Hosts, hosts } from '../support/an-event.ts';
import { countStatements } from '../support/count-statements.ts';
import { aHandle } from '../support/local-on-strike.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Fate, faultyBus } from './support/faulty-bus.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { SocketClient } from './support/socket-client.ts';

const THINGS = `questions { id text state votes } polls { id text state votes result }
  notes { id text version position } nowOn { words }`;
const CHANGES = `subscription EventChanges($eventId: ID!, $after: EventCursor!, $resultKeys: [String!]!) {
  eventChanges(eventId: $eventId, after: $after, resultKeys: $resultKeys) {
    kind resetReason epoch previousRevision revision ${THINGS} removedQuestionIds removedNoteIds eventChanged shownAtOnce } }`;
const ROOM = `query Room($id: ID!) { node(id: $id) { ... on Event { room { epoch revision viewerLeads ${THINGS} } } } }`;

type Room = Parameters<typeof itemsOf>[0] & { epoch: string; revision: number; viewerLeads: boolean };

let database: TestDatabase;
let replica: Replica;
let fate: Fate = 'arrives';
let by: Hosts;
let organizerToken: string;
beforeAll(async () => {
  database = await createTestDatabase();
  // No heartbeat during the counting.
  replica = await startReplica(database.url, {
    timing: { heartbeat: 1_000_000 },
    bus: (bus) => faultyBus(bus, () => fate),
  });
  const joined = await joinAs(replica.services, aHandle());
  organizerToken = joined.token;
  by = await hosts(replica.services);
  const { organizationId, coordinator } = by;
  await setRole(replica.services, coordinator, {
    organizationId,
    handle: joined.viewer.handle,
    role: 'ORGANIZER',
  });
});
afterAll(async () => {
  await replica.close();
  await database.drop();
});

async function fresh(eventId: string, token: string | null): Promise<Room | null> {
  const response = await fetch(`${replica.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { cookie: `strikeboard=${token}` }) },
    body: JSON.stringify({ query: ROOM, variables: { id: toGlobalId('Event', eventId) } }),
  });
  const { data } = (await response.json()) as { data: { node: { room: Room } | null } };
  return data.node?.room ?? null;
}
const snapshotOf = (room: Room): BoardSnapshot<RoomItem> => ({ ...room, cards: itemsOf(room) });

/** A page: a look, then the stream, through its own reducer; it mends as a page does. */
class Guest {
  state: BoardState<RoomItem> | undefined;
  heard = 0;
  looks = 0;
  resets: string[] = [];
  ended = false;
  keys: string[] = [];
  #client: SocketClient | undefined;
  #stop = () => {};
  readonly eventId: string;
  readonly token: string | null;

  constructor(eventId: string, token: string | null = null) {
    this.eventId = eventId;
    this.token = token;
  }
  async start(): Promise<this> {
    await this.look();
    await this.follow();
    return this;
  }
  async look(): Promise<void> {
    this.looks += 1;
    const room = await fresh(this.eventId, this.token);
    this.state = room ? applySnapshot(this.state, snapshotOf(room)) : undefined;
  }
  /** Subscribes by its cursor, on a new line where there is none. */
  async follow(): Promise<void> {
    this.#stop();
    if (!this.#client || this.#client.closed)
      this.#client = await new SocketClient(replica.url, { token: this.token }).ready();
    const { epoch = 'none', revision = 0 } = this.state ?? {};
    const before = this.heard;
    const variables = { eventId: toGlobalId('Event', this.eventId), after: { epoch, revision } };
    this.#stop = this.#client.subscribe(
      CHANGES,
      { ...variables, resultKeys: this.keys },
      ({ type, payload }) => {
        this.heard += 1;
        if (type !== 'next') return void (this.ended = true);
        const change = (
          payload as { data: { eventChanges: Parameters<typeof messageOf>[0] & { resetReason: string } } }
        ).data.eventChanges;
        const { outcome, state } = applyChange(this.state!, messageOf(change));
        this.state = state;
        if (outcome === 'reset') this.resets.push(change.resetReason);
        if (outcome === 'gap' || outcome === 'reset') void this.look();
      },
    );
    await until('the stream speaks', () => this.heard > before);
  }
  cut(): void {
    this.#client?.terminate();
    this.#client = undefined;
  }
  result(pollId: string): number[] | null {
    const item = this.state?.cards.get(toGlobalId('Poll', pollId));
    return item?.is === 'poll' ? item.poll.result : null;
  }
  close(): void {
    this.#client?.terminate();
  }
}
const guests = (eventId: string, count: number, token: string | null = null) =>
  Promise.all(Array.from({ length: count }, () => new Guest(eventId, token).start()));
const all = (people: readonly Guest[], revision: number) =>
  until('everybody has the revision', () => people.every(({ state }) => state?.revision === revision));
const poll = (eventId: string) =>
  createPoll(replica.services, by.organizer, {
    eventId,
    text: 'When?',
    options: ['Now', 'Later'],
    open: true,
  });
const vote = (eventId: string, pollId: string, voter: string, choice = 0) =>
  voteInPoll(replica.services, null, { eventId, pollId, voter, choice });

test('one read of the log for each revision, one execution for each kind of guest, however many there are', async () => {
  const { services, live } = replica;
  const eventId = await anEvent(services, by);
  const { pollId } = await poll(eventId);
  const people = [...(await guests(eventId, 24)), ...(await guests(eventId, 4, organizerToken))];
  const before = { ...live.rooms.counts };
  const executions = replica.executions();
  for (let round = 0; round < 10; round += 1) {
    const { revision } = await vote(eventId, pollId, `voter ${round}`);
    await all(people, revision);
  }
  expect(live.rooms.counts.logReads - before.logReads).toBe(10);
  expect(live.rooms.counts.changeExecutions - before.changeExecutions).toBe(20);
  expect(replica.executions() - executions).toBe(20);
  expect(live.rooms.counts.replays).toBe(before.replays);
  for (const guest of people) guest.close();
});

test('a vote costs the same statements before one guest and before a hundred', async () => {
  const eventId = await anEvent(replica.services, by);
  const { pollId } = await poll(eventId);
  const ignored = /from "session"|event_id = any|pg_notify|^select 1$|pgboss|locked_parents|q\.retry_limit/;
  const people = await guests(eventId, 1);
  const cost = (voter: string) =>
    countStatements(async () => {
      const { revision } = await vote(eventId, pollId, voter);
      await all(people, revision);
    }, ignored);
  const alone = await cost('first');
  people.push(...(await guests(eventId, 99)));
  expect(await cost('second')).toBe(alone);
  for (const guest of people) guest.close();
});

test('how a poll stands comes to who voted, by one message for all of them, and to nobody else before it is closed', async () => {
  const { services, live } = replica;
  const eventId = await anEvent(services, by);
  const { pollId } = await poll(eventId);
  const voters = await guests(eventId, 8);
  const others = await guests(eventId, 8);
  const [lead] = await guests(eventId, 1, organizerToken);
  for (const guest of voters) {
    guest.keys = [resultKeyOf(services, pollId)];
    await guest.follow();
  }
  const before = live.rooms.counts.changeExecutions;
  const { revision } = await vote(eventId, pollId, 'a', 1);
  await all([...voters, ...others, lead!], revision);
  expect(live.rooms.counts.changeExecutions - before).toBe(3);
  for (const guest of [...voters, lead!]) expect(guest.result(pollId)).toEqual([0, 1]);
  for (const guest of others) expect(guest.result(pollId)).toBeNull();
  const liar = new Guest(eventId);
  liar.keys = [`${toGlobalId('Poll', pollId)}.AAAAAAAAAAAAAAAAAAAAAA`];
  await liar.start();
  expect(liar.ended).toBe(true);
  for (const guest of [...voters, ...others, lead!, liar]) guest.close();
});

test('a lost hint is covered by the poll', async () => {
  const eventId = await anEvent(replica.services, by);
  const [guest] = await guests(eventId, 1);
  fate = 'lost';
  try {
    const { revision } = await setNowOn(replica.services, by.organizer, { eventId, words: 'Tea' });
    await all([guest!], revision);
  } finally {
    fate = 'arrives';
  }
  expect(guest!.looks).toBe(1);
  guest!.close();
});

test('rights that change while one follows: an event that is hidden ends the stream, a role opens more', async () => {
  const { services } = replica;
  const eventId = await anEvent(services, by);
  const someone = await joinAs(services, aHandle());
  const [guest] = await guests(eventId, 1);
  const [member] = await guests(eventId, 1, someone.token);
  const subject = { kind: 'Event', id: eventId, about: askedAboutEvents };
  const id = await askQuestion(services, null, subject, { voter: 'x', text: 'Who pays?', anonymous: false });
  const waits = toGlobalId('Question', id);
  await all([guest!, member!], 1);
  expect(member!.state!.cards.has(waits)).toBe(false);
  const { organizationId, coordinator } = by;
  await setRole(services, coordinator, { organizationId, handle: someone.viewer.handle, role: 'ORGANIZER' });
  await until('the new organizer sees what waits', () => member!.state?.cards.has(waits));
  expect(member!.resets).toContain('RIGHTS_CHANGED');
  await updateEvent(services, by.organizer, { eventId, sensitivity: 'TEAM' });
  await until('the guest hears no more', () => guest!.ended);
  await until('the organizer stays', () => member!.resets.length > 1 && !member!.ended);
  for (const each of [guest!, member!]) each.close();
});

const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('ask', 'vote', 'show', 'hide', 'note', 'remove', 'poll', 'votePoll', 'now'),
  },
  { weight: 2, arbitrary: fc.constantFrom('cut', 'lose', 'arrive') },
);

test('whatever happens to room and line, a page that resumes by its cursor shows what a fresh page shows', async () => {
  const { services } = replica;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(act, fc.nat({ max: 20 })), { minLength: 5, maxLength: 30 }),
      async (acts) => {
        const eventId = await anEvent(services, by);
        const subject = { kind: 'Event', id: eventId, about: askedAboutEvents };
        const people = [...(await guests(eventId, 1)), ...(await guests(eventId, 1, organizerToken))];
        const made = { questions: [] as string[], notes: [] as string[], polls: [] as string[] };
        const pick = (from: readonly string[], at: number) => from[at % from.length]!;
        const lead: Viewer = by.organizer;
        const doing: Record<string, (at: number) => Promise<unknown>> = {
          ask: async (at) =>
            made.questions.push(
              await askQuestion(services, null, subject, {
                voter: `v${at}`,
                text: `Question ${'abcdefghijklmnopqrstu'[at]}`,
                anonymous: false,
              }),
            ),
          vote: (at) =>
            voteForQuestion(services, null, subject, {
              questionId: pick(made.questions, at),
              voter: `w${at}`,
            }),
          show: (at) => showQuestion(services, lead, subject, pick(made.questions, at)),
          hide: (at) =>
            hideQuestion(services, lead, subject, {
              questionId: pick(made.questions, at),
              allOfAsker: false,
            }),
          note: async (at) =>
            made.notes.push((await addNote(services, lead, { eventId, text: `Line ${at}` })).noteId),
          remove: (at) => removeNote(services, lead, { eventId, noteId: pick(made.notes, at), version: 1 }),
          poll: async () => made.polls.push((await poll(eventId)).pollId),
          votePoll: (at) => vote(eventId, pick(made.polls, at), `p${at % 4}`, at % 2),
          now: (at) => setNowOn(services, lead, { eventId, words: `Part ${at}` }),
          cut: async (at) => {
            const guest = people[at % 2]!;
            guest.cut();
            await guest.follow();
          },
          lose: async () => void (fate = 'lost'),
          arrive: async () => void (fate = 'arrives'),
        };
        const needs: Record<string, readonly string[]> = {
          ...{ vote: made.questions, show: made.questions, hide: made.questions },
          ...{ remove: made.notes, votePoll: made.polls },
        };
        for (const [what, at] of acts) {
          if (needs[what]?.length === 0) continue;
          await doing[what]!(at).catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
          });
        }
        fate = 'arrives';
        for (const guest of people) {
          const room = (await fresh(eventId, guest.token))!;
          await until('the page is where a fresh one is', () => guest.state?.revision === room.revision);
          const shown = (items: Iterable<RoomItem>) =>
            JSON.stringify(
              [...items].filter(({ is }) => is !== 'switch').sort((a, b) => (a.id < b.id ? -1 : 1)),
            );
          expect(shown(guest.state!.cards.values())).toBe(shown(itemsOf(room)));
          expect(guest.looks).toBe(1);
          guest.close();
        }
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);
