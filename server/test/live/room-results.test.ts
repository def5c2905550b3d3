import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setRole } from '../../src/core/trust/set-role.ts';
import { setStanding } from '../../src/core/trust/set-standing.ts';
import { closePoll, createPoll } from '../../src/features/room/polls.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { anEvent, type Hosts, hosts } from '../support/an-event.ts';
import { aHandle } from '../support/local-on-strike.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { type Replica, startReplica } from './support/replica.ts';

// Who sees how a poll stands, by the door: whoever voted, by account or by browser, and nobody else until it is closed.

interface Seen {
  viewerVote: number | null;
  resultKey: string | null;
  result: number[] | null;
  votes: number;
}
const POLL = 'viewerVote resultKey result votes';
const READ = `query Read($id: ID!) { node(id: $id) { ... on Poll { ${POLL} } } }`;
const ROOM = `query Room($id: ID!) { node(id: $id) { ... on Event { room { polls { id ${POLL} } } } } }`;
const VOTE = `mutation Vote($input: VoteInPollInput!) { voteInPoll(input: $input) { poll { ${POLL} } errors { code } } }`;

let database: TestDatabase;
let replica: Replica;
let by: Hosts;
let organizer: string;
beforeAll(async () => {
  database = await createTestDatabase();
  replica = await startReplica(database.url);
  by = await hosts(replica.services);
  const { organizationId, coordinator } = by;
  const { token, viewer } = await joinAs(replica.services, aHandle());
  organizer = `strikeboard=${token}`;
  await setRole(replica.services, coordinator, { organizationId, handle: viewer.handle, role: 'ORGANIZER' });
});
afterAll(async () => {
  await replica.close();
  await database.drop();
});

async function post<Data>(query: string, variables: object, cookie: string | null) {
  const response = await fetch(`${replica.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie !== null && { cookie }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data } = (await response.json()) as { data: Data };
  return { data, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie };
}
const read = async (pollId: string, cookie: string | null) =>
  (await post<{ node: Seen | null }>(READ, { id: toGlobalId('Poll', pollId) }, cookie)).data.node;
const vote = async (pollId: string, cookie: string | null, choice = 0) => {
  const input = { pollId: toGlobalId('Poll', pollId), choice };
  const asked = await post<{ voteInPoll: { poll: Seen | null; errors: { code: string }[] } }>(
    ...[VOTE, { input }, cookie],
  );
  return { ...asked.data.voteInPoll, cookie: asked.cookie };
};
async function poll(open = true) {
  const eventId = await anEvent(replica.services, by);
  const words = { eventId, text: 'When?', options: ['Now', 'Later'], open };
  return { eventId, pollId: (await createPoll(replica.services, by.organizer, words)).pollId };
}

test('a browser that voted sees the result and gets a key; one that did not gets neither, nor does a strange cookie', async () => {
  const { eventId, pollId } = await poll();
  const mine = await vote(pollId, null, 1);
  const seen = { viewerVote: 1, result: [0, 1], votes: 1, resultKey: expect.any(String) };
  expect(mine.poll).toEqual(seen);
  expect(await read(pollId, mine.cookie)).toEqual(seen);
  const nothing = { viewerVote: null, result: null, votes: 1, resultKey: null };
  for (const cookie of [null, 'strikeboard-asks=AAAAAAAAAAAAAAAAAAAAAA', mine.cookie!.slice(0, -1)]) {
    expect(await read(pollId, cookie)).toEqual(nothing);
  }
  const room = await post<{ node: { room: { polls: Seen[] } } }>(
    ...[ROOM, { id: toGlobalId('Event', eventId) }, null],
  );
  expect(room.data.node.room.polls).toEqual([{ ...nothing, id: toGlobalId('Poll', pollId) }]);
  expect(await read(pollId, organizer)).toEqual({ ...nothing, result: [0, 1] });
  // In another poll of the house the same browser is nobody.
  expect(await read((await poll()).pollId, mine.cookie)).toEqual({ ...nothing, votes: 0 });
});

test('once it is closed everybody sees the result, and nobody needs a key', async () => {
  const { eventId, pollId } = await poll();
  const { cookie } = await vote(pollId, null);
  await closePoll(replica.services, by.organizer, { eventId, pollId });
  expect(await read(pollId, null)).toMatchObject({ result: [1, 0], resultKey: null });
  expect(await read(pollId, cookie)).toMatchObject({ viewerVote: 0, result: [1, 0], resultKey: null });
});

test('a poll that is only written down is there for who leads alone', async () => {
  const { eventId, pollId } = await poll(false);
  expect(await read(pollId, null)).toBeNull();
  expect((await vote(pollId, null)).errors).toEqual([{ code: 'NOT_FOUND' }]);
  const asRead = async (cookie: string | null) =>
    (
      await post<{ node: { room: { polls: Seen[] } } }>(
        ...[ROOM, { id: toGlobalId('Event', eventId) }, cookie],
      )
    ).data.node.room.polls.length;
  expect([await asRead(null), await asRead(organizer)]).toEqual([0, 1]);
  expect(await read(pollId, organizer)).toMatchObject({ votes: 0 });
});

test('who is on hold does not vote', async () => {
  const { pollId } = await poll();
  const { token, viewer } = await joinAs(replica.services, aHandle());
  await setStanding(replica.services, by.coordinator, {
    handle: viewer.handle,
    standing: 'SUSPENDED',
    note: 'Shouts',
  });
  const { poll: answered, errors } = await vote(pollId, `strikeboard=${token}`);
  expect([answered, errors]).toEqual([null, [{ code: 'SUSPENDED' }]]);
  expect(await read(pollId, organizer)).toMatchObject({ votes: 0 });
});

test('who signs out and votes in one document keeps what both gave their browser', async () => {
  const { pollId } = await poll();
  const { token } = await joinAs(replica.services, aHandle());
  const response = await fetch(`${replica.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `strikeboard=${token}` },
    body: JSON.stringify({
      query: `mutation Both($vote: VoteInPollInput!) {
        signOut { errors { code } } voteInPoll(input: $vote) { errors { code } } }`,
      variables: { vote: { pollId: toGlobalId('Poll', pollId), choice: 0 } },
    }),
  });
  expect(await response.json()).toMatchObject({
    data: { signOut: { errors: [] }, voteInPoll: { errors: [] } },
  });
  const names = response.headers.getSetCookie().map((cookie) => cookie.split('=')[0]);
  expect(names).toEqual(expect.arrayContaining(['strikeboard', 'strikeboard-asks']));
});
