import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { cancelCard } from '../../src/core/card/cancel-card.ts';
import { moveCard } from '../../src/core/card/move-card.ts';
import { updateCard } from '../../src/core/card/update-card.ts';
import { blockPerson, unblockPerson } from '../../src/core/trust/block-person.ts';
import { createCampaign } from '../../src/core/board/create-campaign.ts';
import { updateCampaign } from '../../src/core/board/update-campaign.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { setRole } from '../../src/core/trust/set-role.ts';
import { endSession } from '../../src/core/person/end-session.ts';
import { setStanding } from '../../src/core/trust/set-standing.ts';
import { joinAs } from '../support/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { faultyBus } from './support/faulty-bus.ts';
import { type Replica, startReplica } from './support/replica.ts';
import { type Heard, SocketClient } from './support/socket-client.ts';
import { aCard, aHandle, startStrike } from './support/strike.ts';
import { BOARD_CHANGES, freshSnapshot, type Message, Watcher } from './support/watcher.ts';

/** A change of rights reaches the stream within a second (ms); as much again for a busy machine under test. */
const SECOND = 2 * 1_000;

let database: TestDatabase;
/** Hears hints. Its own checks come too late to help. */
let hinted: Replica;
/** Hears no hint at all and keeps the usual times. */
let deaf: Replica;
const watchers: Watcher[] = [];
const clients: SocketClient[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  hinted = await startReplica(database.url, { timing: { poll: 1_000_000, rights: 1_000_000 } });
  deaf = await startReplica(database.url, {
    timing: { poll: 900 },
    bus: (bus) => faultyBus(bus, () => 'lost'),
  });
});
afterEach(() => {
  for (const watcher of watchers.splice(0)) watcher.close();
  for (const client of clients.splice(0)) client.terminate();
});
afterAll(async () => {
  await hinted.close();
  await deaf.close();
  await database.drop();
});

function watch(replica: Replica, board: string, token: string | null): Promise<Watcher> {
  const watcher = new Watcher({ url: () => replica.url, board, token });
  watchers.push(watcher);
  return watcher.start();
}

/** Subscribes once and shows what is heard, mending nothing. */
async function listen(
  replica: Replica,
  board: string,
  after: { epoch: string; revision: number },
  token: string | null = null,
): Promise<{ heard: Heard[]; client: SocketClient; kinds(): string[] }> {
  const client = await new SocketClient(replica.url, { token }).ready();
  clients.push(client);
  const heard: Heard[] = [];
  const { epoch, revision } = after;
  client.subscribe(BOARD_CHANGES, { board, after: { epoch, revision } }, (each) => heard.push(each));
  await until('the first word', () => heard.length > 0);
  const kinds = () =>
    heard.map(({ type, payload }) =>
      type === 'next' ? (payload as { data: { boardChanges: Message } }).data.boardChanges.kind : type,
    );
  return { heard, client, kinds };
}

const byHintAndByCheck = [
  ['by a hint', () => hinted],
  ['by the check, when the hint was lost', () => deaf],
] as const;

test.each(byHintAndByCheck)(
  'a raised standing shows more within a second, %s (rule 7)',
  async (_how, replica) => {
    const { services } = hinted;
    const strike = await startStrike(services);
    const id = toGlobalId('Card', await aCard(services, strike, { sensitivity: 'VETTED' }));
    const ana = await joinAs(services, aHandle());
    const watcher = await watch(replica(), strike.board, ana.token);
    expect(watcher.card(id)).toBeUndefined();

    await setStanding(services, strike.coordinator, { handle: ana.viewer.handle, standing: 'VETTED' });

    await until('the card shows', () => watcher.card(id), SECOND);
    expect(watcher.messages.map(({ resetReason }) => resetReason)).toContain('RIGHTS_CHANGED');
    await setStanding(services, strike.coordinator, {
      handle: ana.viewer.handle,
      standing: 'SUSPENDED',
      note: 'We look into it',
    });
    await until('the card is gone', () => watcher.state?.cards.size === 0, SECOND);
  },
);

test.each(byHintAndByCheck)(
  'who leaves the team loses its stream within a second, %s (rule 7)',
  async (_how, replica) => {
    const { services } = hinted;
    const strike = await startStrike(services, { sensitivity: 'TEAM' });
    const ana = await joinAs(services, aHandle());
    const place = { organizationId: strike.organizationId, handle: ana.viewer.handle };
    await setRole(services, strike.coordinator, { ...place, role: 'MEMBER' });
    const snapshot = await freshSnapshot(replica().url, strike.board, ana.token);
    const { heard, kinds } = await listen(replica(), strike.board, snapshot!, ana.token);
    expect(kinds()).toEqual(['HEARTBEAT']);

    await setRole(services, strike.coordinator, { ...place, role: null });

    await until('the stream has ended', () => kinds().includes('error'), SECOND);
    expect(heard.at(-1)).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'NOT_FOUND' } }] });
  },
);

test.each(byHintAndByCheck)(
  'who is blocked sees as a stranger within a second, there alone, %s (rules 6 and 7)',
  async (_how, replica) => {
    const { services } = hinted;
    const strike = await startStrike(services);
    const other = await startStrike(services);
    const cards = await Promise.all(
      [strike, other].map((each) => aCard(services, each, { sensitivity: 'VETTED' })),
    );
    const [here, elsewhere] = cards.map((id) => toGlobalId('Card', id)) as [string, string];
    const ana = await joinAs(services, aHandle());
    const { handle } = ana.viewer;
    await setStanding(services, strike.coordinator, { handle, standing: 'VETTED' });
    const watcher = await watch(replica(), strike.board, ana.token);
    const staying = await watch(replica(), other.board, ana.token);
    await until('both cards show', () => watcher.card(here) && staying.card(elsewhere));

    const { campaignId } = strike;
    await blockPerson(services, strike.coordinator, { campaignId, handle, reason: 'We know why' });

    await until('the card is gone', () => watcher.state?.cards.size === 0, SECOND);
    expect(staying.card(elsewhere)).toBeDefined();
    const secret = await aCard(services, strike, { sensitivity: 'VETTED', title: 'Nobody else may know' });
    const open = toGlobalId('Card', await aCard(services, strike));
    await until('the public card shows', () => watcher.card(open));
    expect(watcher.card(toGlobalId('Card', secret))).toBeUndefined();
    expect(JSON.stringify(watcher.messages)).not.toContain('Nobody else may know');
    await unblockPerson(services, strike.coordinator, { campaignId, handle });
    await until('the card is back', () => watcher.card(here), SECOND);
    expect([...watcher.complaints, ...staying.complaints]).toEqual([]);
  },
);

test.each(byHintAndByCheck)(
  'who is blocked from a campaign that is not public loses its stream within a second, %s (rule 7)',
  async (_how, replica) => {
    const { services } = hinted;
    const strike = await startStrike(services, { sensitivity: 'VETTED' });
    const ana = await joinAs(services, aHandle());
    const { handle } = ana.viewer;
    await setStanding(services, strike.coordinator, { handle, standing: 'VETTED' });
    const snapshot = await freshSnapshot(replica().url, strike.board, ana.token);
    const { kinds } = await listen(replica(), strike.board, snapshot!, ana.token);
    await blockPerson(services, strike.coordinator, {
      campaignId: strike.campaignId,
      handle,
      reason: 'We know why',
    });
    await until('the stream has ended', () => kinds().includes('error'), SECOND);
  },
);

test.each(byHintAndByCheck)(
  'an ended session closes its sockets with 4403 within a second, %s (rule 7)',
  async (_how, replica) => {
    const { services } = hinted;
    const strike = await startStrike(services);
    const ana = await joinAs(services, aHandle());
    const { client } = await listen(replica(), strike.board, { epoch: 'none', revision: 0 }, ana.token);

    await endSession(services, ana.viewer, ana.viewer.sessionId);

    await until('the socket is closed', () => client.closed, SECOND);
    expect(client.closed?.code).toBe(4403);
  },
);

test('who was told to go may do nothing more, also when it does not go (rule 7)', async () => {
  const { services } = hinted;
  const strike = await startStrike(services);
  const cardId = await aCard(services, strike);
  const ana = await joinAs(services, aHandle());
  const nowhere = { epoch: 'none', revision: 0 };
  const [obeys, stays] = [
    await listen(hinted, strike.board, nowhere, ana.token),
    await listen(hinted, strike.board, nowhere, ana.token),
  ];
  const before = hinted.sockets.openSockets;
  // It never reads that it has to close.
  stays.client.socket.pause();
  await endSession(services, ana.viewer, ana.viewer.sessionId);
  await until('the other has heard', () => obeys.client.closed, SECOND);
  const claim = 'mutation ($id: ID!) { claimCard(input: { cardId: $id }) { errors { code } } }';
  stays.client.subscribe(claim, { id: toGlobalId('Card', cardId) }, () => undefined);
  await until('both are gone', () => hinted.sockets.openSockets === before - 2, 5_000);
  const { rows } = await sql<{ status: string }>`select status from card where id = ${cardId}`.execute(
    services.orm.em.fork().getKysely(),
  );
  expect(rows).toEqual([{ status: 'OPEN' }]);
});

test('who is blocked from a campaign does not come to it from a board beside it (rule 2)', async () => {
  const { services } = hinted;
  const strike = await startStrike(services);
  const { campaignId } = await createCampaign(services, strike.organizer.viewer.personId, {
    ...{ organizationId: strike.organizationId, slug: `beside-${Date.now()}`, title: 'The one beside' },
    ...{ kind: 'STRIKE', languages: ['en'], sensitivity: 'VETTED' },
  });
  const heard = new Map<string, string>();
  for (const name of ['blocked', 'welcome']) {
    const { viewer, token } = await joinAs(services, aHandle());
    const { handle } = viewer;
    await setStanding(services, strike.coordinator, { handle, standing: 'VETTED' });
    if (name === 'blocked')
      await blockPerson(services, strike.coordinator, { campaignId, handle, reason: 'We know why' });
    const client = await new SocketClient(hinted.url, { token }).ready();
    clients.push(client);
    const after = (await freshSnapshot(hinted.url, strike.board, token))!;
    const query = `subscription ($board: ID!, $after: BoardCursor!) { boardChanges(boardId: $board, after: $after) {
      kind cards { campaign { organization { campaigns(first: 5) { edges { node { title } } } } } } } }`;
    client.subscribe(
      query,
      { board: strike.board, after: { epoch: after.epoch, revision: after.revision } },
      (each) => heard.set(name, `${heard.get(name) ?? ''}${JSON.stringify(each)}`),
    );
    await until('the first word', () => heard.has(name));
  }
  await aCard(services, strike);
  await until('both have it', () => [...heard.values()].every((words) => words.includes('CHANGES')));
  expect(heard.get('welcome')).toContain('The one beside');
  expect(heard.get('blocked')).toContain('edges');
  expect(heard.get('blocked')).not.toContain('The one beside');
});

test('a fault while a change is executed is no message: everybody has it whole a moment later (rule 4)', async () => {
  let broken = false;
  const executed: boolean[] = [];
  const faulty = await startReplica(database.url, {
    timing: { poll: 100 },
    instead: (args) => (executed.push(broken), broken ? { ...args, contextValue: {} } : args),
  });
  try {
    const { services } = hinted;
    const strike = await startStrike(services);
    const cardId = await aCard(services, strike);
    const people = await Promise.all([1, 2].map(() => watch(faulty, strike.board, null)));
    broken = true;
    const { revision } = await claimCard(services, strike.organizer.viewer.personId, { cardId });
    await until('it was tried in vain', () => executed.includes(true));
    broken = false;
    await until('all have it', () => people.every((watcher) => watcher.revision === revision), 5_000);
    for (const watcher of people) {
      expect(await watcher.agrees()).toBe(true);
      expect(watcher.complaints).toEqual([]);
    }
  } finally {
    await faulty.close();
  }
});

test('a board that may not be read, and one that is not there, are refused alike (rule 7)', async () => {
  const { services } = hinted;
  const strike = await startStrike(services, { sensitivity: 'TEAM' });
  const ids = [strike.board, toGlobalId('Board', strike.campaignId), 'nonsense'];
  for (const board of ids) {
    const { heard } = await listen(hinted, board, { epoch: 'none', revision: 0 });
    expect(heard).toMatchObject([{ type: 'error', payload: [{ extensions: { code: 'NOT_FOUND' } }] }]);
  }
});

test('a campaign that is hidden ends the streams of those outside, and resets the others (rules 6 and 7)', async () => {
  const { services } = hinted;
  const strike = await startStrike(services);
  await aCard(services, strike);
  const outside = await listen(hinted, strike.board, (await freshSnapshot(hinted.url, strike.board, null))!);
  const { token, viewer } = strike.organizer;
  const inside = await listen(
    hinted,
    strike.board,
    (await freshSnapshot(hinted.url, strike.board, token))!,
    token,
  );

  await updateCampaign(services, viewer.personId, { campaignId: strike.campaignId, sensitivity: 'TEAM' });

  await until(
    'both know',
    () => outside.kinds().includes('error') && inside.kinds().includes('RESET'),
    SECOND,
  );
});

test('a card that leaves what one may read is a removal without content (rule 5)', async () => {
  const { services } = hinted;
  const strike = await startStrike(services);
  const cardId = await aCard(services, strike, { title: 'Nobody may know this' });
  const watcher = await watch(hinted, strike.board, null);
  await updateCard(services, strike.organizer.viewer.personId, { cardId, version: 1, sensitivity: 'TEAM' });
  await until('the card is gone', () => watcher.state?.cards.size === 0);
  const last = watcher.messages.at(-1);
  expect(last).toMatchObject({ cards: [], events: [], removedCardIds: [toGlobalId('Card', cardId)] });
});

test('of a card one never could have read, nothing is told when it goes (rule 5)', async () => {
  const { services } = hinted;
  const strike = await startStrike(services);
  const organizer = strike.organizer.viewer.personId;
  const secret = await aCard(services, strike, { sensitivity: 'TEAM' });
  const vetted = await aCard(services, strike, { sensitivity: 'VETTED' });
  const [draft, shown] = [await aCard(services, strike), await aCard(services, strike)];
  const drafts = [await aCard(services, strike, { sensitivity: 'TEAM' }), draft];
  for (const cardId of drafts) await moveCard(services, organizer, { cardId, status: 'DRAFT' });
  const watcher = await watch(hinted, strike.board, null);
  const since = watcher.messages.length;
  await cancelCard(services, organizer, { cardId: secret, reason: 'Not needed' });
  await updateCard(services, organizer, { cardId: vetted, version: 1, sensitivity: 'TEAM' });
  await cancelCard(services, organizer, { cardId: draft, reason: 'Not needed' });
  // Goes beside a draft, which may have to make room for it.
  await moveCard(services, organizer, { cardId: shown, status: 'DRAFT', beforeCardId: drafts[0] });
  const { revision, epoch } = (await freshSnapshot(hinted.url, strike.board, null))!;
  await until('all is told', () => watcher.revision === revision);
  const told = watcher.messages.slice(since).flatMap(({ removedCardIds }) => removedCardIds);
  expect(told).toEqual([toGlobalId('Card', shown)]);
  // Nor to who reads it later, from the log: what could be read once, and no more.
  const { heard } = await listen(hinted, strike.board, { epoch, revision: 0 });
  const replay = (heard[0]!.payload as { data: { boardChanges: Message } }).data.boardChanges;
  expect(replay.removedCardIds.toSorted()).toEqual(
    [draft, shown].map((id) => toGlobalId('Card', id)).toSorted(),
  );
  expect(watcher.complaints).toEqual([]);
});

test('a change nobody outside may see still moves their revision (rule 5)', async () => {
  const { services } = hinted;
  const strike = await startStrike(services);
  const watcher = await watch(hinted, strike.board, null);
  const before = watcher.revision;
  const cardId = await aCard(services, strike, { sensitivity: 'TEAM' });
  await until('the revision moved', () => watcher.revision === before + 1);
  expect(JSON.stringify(watcher.messages)).not.toContain('leaflet');
  await moveCard(services, strike.organizer.viewer.personId, { cardId });
  await until('the revision moved again', () => watcher.revision === before + 2);
  expect(watcher.complaints).toEqual([]);
});

test('a cursor of other rights, of another epoch, from the future or too old gets a reset (rule 6)', async () => {
  const { services } = hinted;
  const strike = await startStrike(services);
  await aCard(services, strike);
  await aCard(services, strike);
  const mine = (await freshSnapshot(hinted.url, strike.board, null))!;
  const team = (await freshSnapshot(hinted.url, strike.board, strike.organizer.token))!;
  const db = services.orm.em.fork().getKysely();
  await db.updateTable('board').set({ pruned_to: 1 }).where('id', '=', strike.boardId).execute();
  const cursors = [
    ['OTHER_RIGHTS', { epoch: team.epoch, revision: team.revision }],
    ['OTHER_HISTORY', { epoch: 'another', revision: mine.revision }],
    ['OUT_OF_REACH', { epoch: mine.epoch, revision: mine.revision + 5 }],
    ['OUT_OF_REACH', { epoch: mine.epoch, revision: 0 }],
    ['OUT_OF_REACH', { epoch: mine.epoch, revision: -1 }],
  ] as const;
  for (const [resetReason, cursor] of cursors) {
    const { kinds, heard } = await listen(hinted, strike.board, cursor);
    expect(kinds(), JSON.stringify(cursor)).toEqual(['RESET']);
    expect(heard[0]?.payload).toMatchObject({
      data: { boardChanges: { resetReason, revision: mine.revision } },
    });
  }
  const { kinds } = await listen(hinted, strike.board, { epoch: mine.epoch, revision: 1 });
  expect(kinds()).toEqual(['CHANGES']);
});
