// Before any class that type-graphql reads.
import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromGlobalId, toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { openSession } from '../../src/core/person/open-session.ts';
import { type Replica, startReplica } from '../live/support/replica.ts';
import { type Heard, SocketClient } from '../live/support/socket-client.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type Facts, readFacts, readsEvent, runsEvent } from './facts.ts';
import { type Kind, KINDS, makeWorld, type World } from './world.ts';

// Everybody follows the live page of every event on sockets of their own, and hears what the decisions say.

let database: TestDatabase;
let services: TestServices;
let world: World;
let facts: Facts;
let replica: Replica;
const clients = new Map<Kind, SocketClient>();
const kinds = Object.keys(KINDS) as Kind[];

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  world = await makeWorld(services);
  facts = await readFacts(services);
  replica = await startReplica(database.url, { timing: { poll: 100, presenceSettle: 50 } });
  for (const kind of kinds) {
    const { viewer, ...who } = world.people[kind];
    let { token } = who;
    if (viewer && !token) {
      const { personId } = viewer;
      ({ token } = await openSession(services.orm.em.fork(), { personId, device: 'Desk', replaces: null }));
    }
    clients.set(kind, await new SocketClient(replica.url, { token }).ready());
  }
});
afterAll(async () => {
  for (const client of clients.values()) client.terminate();
  await replica.close();
  await services.close();
  await database.drop();
});

async function first(kind: Kind, query: string, variables: object): Promise<Heard> {
  const heard: Heard[] = [];
  const stop = clients.get(kind)!.subscribe(query, variables, (message) => heard.push(message));
  const message = await until(`${kind} hears of the room`, () => heard[0]);
  stop();
  return message;
}

const CHANGES = `subscription ($event: ID!, $after: EventCursor!) { eventChanges(eventId: $event, after: $after) {
  kind epoch questions { id viewerAsked card { id } madeEvent { id } } removedQuestionIds
  polls { id result viewerVote resultKey } notes { id } removedNoteIds nowOn { sessionId session { id } } } }`;

interface Change {
  kind: string;
  epoch: string;
  questions: { id: string; viewerAsked: boolean; card: object | null; madeEvent: object | null }[];
  removedQuestionIds: string[];
  polls: { id: string; result: number[] | null; viewerVote: number | null; resultKey: string | null }[];
  notes: { id: string }[];
  removedNoteIds: string[];
}

const byId = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();
const open = /^(SHOWN|ANSWERED)$/;

test.each(kinds)('%s follows rooms as far as they may read them', async (kind) => {
  const who = world.people[kind];
  let looked = 0;
  for (const { eventId, epoch } of facts.rooms) {
    const polls = facts.polls.filter((poll) => poll.eventId === eventId);
    if (polls.length === 0) continue;
    const event = facts.gatherings.find(({ id }) => id === eventId)!;
    const leads = runsEvent(who, event);
    const after = { epoch: `${epoch}-${leads ? 'team' : 'public'}`, revision: 0 };
    const { type, payload } = await first(kind, CHANGES, { event: toGlobalId('Event', eventId), after });
    looked += 1;
    if (!readsEvent(who, event)) {
      expect([type, payload]).toMatchObject(['error', [{ extensions: { code: 'NOT_FOUND' } }]]);
      continue;
    }
    const { data, errors } = payload as { data: { eventChanges: Change }; errors?: unknown };
    expect(errors).toBeUndefined();
    const change = data.eventChanges;
    expect([change.kind, change.epoch]).toEqual(['CHANGES', after.epoch]);
    const questions = facts.questions.filter(({ subjectId }) => subjectId === eventId);
    const named = (list: { id: string }[], name: 'Question' | 'Poll' | 'RoomNote') =>
      list.map(({ id }) => toGlobalId(name, id)).sort();
    expect(byId(change.questions)).toEqual(
      named(leads ? questions : questions.filter(({ state }) => open.test(state)), 'Question'),
    );
    // One of this world was shown before it was hidden; what was merged never was.
    expect(change.removedQuestionIds).toEqual(
      leads
        ? []
        : named(
            questions.filter(({ state }) => state === 'HIDDEN'),
            'Question',
          ),
    );
    expect(byId(change.polls)).toEqual(
      named(leads ? polls : polls.filter(({ state }) => state !== 'DRAFT'), 'Poll'),
    );
    for (const { id, result, viewerVote, resultKey } of change.polls) {
      const poll = polls.find((each) => each.id === fromGlobalId(id)!.uuid)!;
      // Many share a message: it says nothing of one of them, and how an open poll stands who leads alone.
      expect([viewerVote, resultKey]).toEqual([null, null]);
      expect(result !== null).toBe(leads || poll.state === 'CLOSED');
    }
    const notes = facts.notes.filter((note) => note.eventId === eventId);
    expect([byId(change.notes), change.removedNoteIds]).toEqual([named(notes, 'RoomNote'), []]);
    expect(change.questions.filter(({ viewerAsked }) => viewerAsked)).toEqual([]);
    // What became of a question leads on to who may read that: a draft of a card, an event of the team.
    if (!leads) expect(change.questions.filter(({ card, madeEvent }) => card ?? madeEvent)).toEqual([]);
  }
  expect(looked).toBe(2);
});

test.each(kinds)('%s learns how many are at an event if they may read it', async (kind) => {
  const query = 'subscription ($event: ID!) { eventPresence(eventId: $event) { count } }';
  for (const event of facts.gatherings.slice(0, 4)) {
    const { type } = await first(kind, query, { event: toGlobalId('Event', event.id) });
    expect(type === 'next').toBe(readsEvent(world.people[kind], event));
  }
});
