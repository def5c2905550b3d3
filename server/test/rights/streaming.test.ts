// Before any class that type-graphql reads.
import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mayReadAt, type Sensitivity } from '../../src/core/access/sensitivity.ts';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { openSession } from '../../src/core/person/open-session.ts';
import { type Heard, SocketClient } from '../live/support/socket-client.ts';
import { type Replica, startReplica } from '../live/support/replica.ts';
import { cardTemplates } from '../support/templates.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type CardFact, type Facts, isOf, levelOf, readFacts, readsCampaign, readsCard } from './facts.ts';
import { aCard, type CampaignName, idOf, type Kind, KINDS, makeWorld, type World } from './world.ts';

// Everybody follows everything on sockets of their own, and hears what the decisions say.

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
    const who = world.people[kind];
    let { token } = who;
    if (who.viewer && !token) {
      const { personId } = who.viewer;
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

/** What one operation hears, collected; `stop` ends it. */
function listen(kind: Kind, query: string, variables: object = {}) {
  const heard: Heard[] = [];
  const stop = clients.get(kind)!.subscribe(query, variables, (message) => heard.push(message));
  return { heard, stop };
}

interface Change {
  kind: string;
  cards: { id: string; title: string; work: unknown; comments: unknown; dueAt: string | null }[];
  events: {
    kind: string;
    cardId: string;
    cardTitle: string;
    cardCount: number;
    actor: { id: string } | null;
  }[];
  removedCardIds: string[];
}

const CHANGES = `subscription ($board: ID!, $after: BoardCursor!) { boardChanges(boardId: $board, after: $after) {
  kind revision removedCardIds cards { id title dueAt comments { edges { cursor } } work { drafts { note } } }
  events { kind cardId cardTitle cardCount actor { id } } } }`;

/** Follows a board from its first day, and gives the first message. */
async function follow(kind: Kind, campaign: CampaignName): Promise<Heard> {
  const fact = facts.campaigns.find(({ id }) => id === world.campaigns[campaign].id)!;
  const level = levelOf(world.people[kind], fact).toLowerCase();
  const { heard, stop } = listen(kind, CHANGES, {
    board: toGlobalId('Board', fact.boardId),
    after: { epoch: `${fact.epoch}-${level}`, revision: 0 },
  });
  const first = await until(`${kind} hears of ${campaign}`, () => heard[0]);
  stop();
  return first;
}

const ids = (cards: CardFact[]) => cards.map(({ id }) => toGlobalId('Card', id)).sort();

/** Whether somebody could have read a card before it was hidden: in this world, as it was called off or made from a template. */
function couldRead(level: Sensitivity, { title, status, sensitivity }: CardFact): boolean {
  const template = cardTemplates.find((each) => each.title === title);
  if (template) return mayReadAt(level, template.sensitivity);
  return status === 'CANCELLED' && mayReadAt(level, sensitivity);
}

test.each(kinds)('%s follows boards as far as they may read them', async (kind) => {
  const who = world.people[kind];
  for (const campaign of ['open', 'vetted', 'team', 'foreign'] as const) {
    const fact = facts.campaigns.find(({ id }) => id === world.campaigns[campaign].id)!;
    const { type, payload } = await follow(kind, campaign);
    if (!readsCampaign(who, fact)) {
      expect(type).toBe('error');
      expect(payload).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      continue;
    }
    const { data, errors } = payload as { data: { boardChanges: Change }; errors?: unknown };
    expect(errors).toBeUndefined();
    const change = data.boardChanges;
    const cards = facts.cards.filter(({ boardId }) => boardId === fact.boardId);
    const readable = cards.filter((card) => readsCard(who, card));
    const readableIds = new Set(readable.map(({ id }) => id));
    const events = facts.events.filter(({ boardId }) => boardId === fact.boardId).reverse();
    const seen = events.filter((event) => event.cards.some((id) => readableIds.has(id)));
    const level = levelOf(who, fact);
    const hidden = cards.filter((card) => !readableIds.has(card.id) && couldRead(level, card));
    expect(change.kind).toBe('CHANGES');
    expect(change.cards.map(({ id }) => id).sort()).toEqual(ids(readable));
    expect(change.removedCardIds.toSorted()).toEqual(ids(hidden));
    expect(change.events.map((event) => [event.kind, event.cardCount])).toEqual(
      seen.map((event) => [event.kind, event.cards.filter((id) => readableIds.has(id)).length]),
    );
    expect(change.events.every(({ cardId }) => ids(readable).includes(cardId))).toBe(true);
    expect(change.cards.every(({ work }) => (work !== null) === (level !== 'PUBLIC'))).toBe(true);
    expect(change.cards.every(({ comments }) => comments === null)).toBe(true);
    expect(JSON.stringify(change)).not.toContain('Not ready to be seen');
    const tellsDue = change.cards.some(
      ({ title, dueAt }) => title.includes(`of ${campaign}`) && dueAt !== null,
    );
    expect(tellsDue).toBe(level === 'TEAM' || !fact.startHidden);
  }
});

test.each(kinds)(
  '%s hears in a stream of all boards what each tells alone, and of no other',
  async (kind) => {
    const who = world.people[kind];
    const names = ['open', 'vetted', 'team', 'foreign'] as const;
    const boards = names.map((name) => {
      const fact = facts.campaigns.find(({ id }) => id === world.campaigns[name].id)!;
      const epoch = `${fact.epoch}-${levelOf(who, fact).toLowerCase()}`;
      return { name, fact, boardId: toGlobalId('Board', fact.boardId), after: { epoch, revision: 0 } };
    });
    const { heard, stop } = listen(
      kind,
      CHANGES.replace('$board: ID!, $after: BoardCursor!', '$boards: [BoardToFollow!]!')
        .replace(
          'boardChanges(boardId: $board, after: $after) {',
          'boardsChanges(boards: $boards) { boardId change {',
        )
        .concat(' }'),
      { boards: boards.map(({ boardId, after }) => ({ boardId, after })) },
    );
    await until('all boards', () => heard.length >= boards.length);
    stop();
    const told = new Map(
      heard.flatMap(({ payload }) => {
        const { data } = payload as { data?: { boardsChanges: { boardId: string; change: Change | null } } };
        return data ? [[data.boardsChanges.boardId, data.boardsChanges.change] as const] : [];
      }),
    );
    for (const { name, fact, boardId } of boards) {
      if (!readsCampaign(who, fact)) {
        expect(told.get(boardId)).toBe(null);
        continue;
      }
      const { payload } = await follow(kind, name);
      expect(told.get(boardId)).toEqual((payload as { data: { boardChanges: Change } }).data.boardChanges);
    }
  },
);

test('who is there is told to the team, and to others how many', async () => {
  const board = toGlobalId('Board', world.campaigns.open.boardId);
  const fact = facts.campaigns.find(({ id }) => id === world.campaigns.open.id)!;
  const after = { epoch: `${fact.epoch}-team`, revision: 0 };
  const following = listen('organizer', CHANGES, { board, after });
  for (const kind of kinds) {
    const { heard, stop } = listen(
      kind,
      'subscription ($board: ID!) { boardPresence(boardId: $board) { count people { handle } } }',
      { board },
    );
    const isTeam = isOf(world.people[kind], world.ours);
    const said = await until(`${kind} hears who is there`, () => {
      const latest = heard.at(-1)?.payload as { data?: { boardPresence: { count: number } } } | undefined;
      return latest?.data?.boardPresence.count ? latest.data.boardPresence : undefined;
    });
    expect(said).toEqual({ count: 1, people: isTeam ? [{ handle: 'Olga' }] : [] });
    stop();
  }
  following.stop();
});

test.each(['vetted', 'team'] as const)(
  'who is at a %s board is refused to those who cannot read it',
  async (name) => {
    const fact = facts.campaigns.find(({ id }) => id === world.campaigns[name].id)!;
    for (const kind of kinds.filter((each) => !readsCampaign(world.people[each], fact))) {
      const { heard, stop } = listen(
        kind,
        'subscription ($b: ID!) { boardPresence(boardId: $b) { count } }',
        {
          b: toGlobalId('Board', fact.boardId),
        },
      );
      const first = await until('a refusal', () => heard[0]);
      expect([kind, first.type]).toEqual([kind, 'error']);
      expect(first.payload).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      stop();
    }
  },
);

test('cards that open are told to those who may read them', async () => {
  const query = 'subscription { openCardsChanged { opened { id title } closedCardIds } }';
  const all = kinds.map((kind) => ({ kind, ...listen(kind, query) }));
  // Until then a card may open before somebody is there to hear of it.
  await until('everybody listens', async () => {
    await aCard(world, { plain: true });
    return all.every(({ heard }) => heard.length > 0);
  });
  const made: string[] = [];
  for (const sensitivity of ['PUBLIC', 'VETTED', 'TEAM'] as const) {
    made.push(await aCard(world, { sensitivity, plain: true }));
    made.push(await aCard(world, { campaign: 'team', sensitivity, plain: true }));
  }
  made.push(await aCard(world, { status: 'DRAFT', plain: true }));
  const last = await aCard(world, { plain: true });
  await claimCard(services, idOf(world, 'holder'), { cardId: last });
  const now = await readFacts(services);
  for (const { kind, heard, stop } of all) {
    const messages = () =>
      heard.map(
        ({ payload }) =>
          (payload as { data: { openCardsChanged: { opened: { id: string }[]; closedCardIds: string[] } } })
            .data.openCardsChanged,
      );
    await until(`${kind} hears that the last one was taken`, () =>
      messages().some(({ closedCardIds }) => closedCardIds.includes(toGlobalId('Card', last))),
    );
    const opened = new Set(messages().flatMap((message) => message.opened.map(({ id }) => id)));
    const should = now.cards
      .filter(({ id }) => made.includes(id))
      .filter((card) => card.status === 'OPEN' && readsCard(world.people[kind], card));
    for (const id of opened)
      if (!ids(now.cards.filter((card) => made.includes(card.id))).includes(id)) opened.delete(id);
    expect([kind, ...[...opened].sort()]).toEqual([kind, ...ids(should)]);
    stop();
  }
});

// By a link: in wall/wall.test.ts.
test.each(kinds)('%s sees the walls of campaigns they may read, with what anyone may read', async (kind) => {
  const now = await readFacts(services);
  for (const campaign of ['open', 'vetted', 'team', 'ended', 'foreign'] as const) {
    const fact = now.campaigns.find(({ id }) => id === world.campaigns[campaign].id)!;
    const { heard, stop } = listen(
      kind,
      `subscription ($slug: String!) { wallChanges(slug: $slug) { wall { startsAt thanks { text }
        columns { status count cards { number handle } } } } }`,
      { slug: `campaign-${campaign}` },
    );
    const { type, payload } = await until(`${kind} hears of the wall of ${campaign}`, () => heard[0]);
    stop();
    if (!readsCampaign(world.people[kind], fact)) {
      expect(payload).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      continue;
    }
    expect(type).toBe('next');
    const { wall } = (payload as { data: { wallChanges: { wall: SeenWall } } }).data.wallChanges;
    expect(wall.startsAt === null).toBe(fact.startHidden);
    expect(wall.thanks).toEqual([]);
    for (const { status, count, cards } of wall.columns) {
      const should = now.cards.filter(
        (card) => card.campaign.id === fact.id && card.status === status && card.sensitivity === 'PUBLIC',
      );
      expect([campaign, status, count]).toEqual([campaign, status, should.length]);
      const numbers = should.map(({ number }) => number);
      expect(cards.every(({ number, handle }) => numbers.includes(number) && handle === null)).toBe(true);
    }
  }
});

interface SeenWall {
  startsAt: string | null;
  thanks: unknown[];
  columns: { status: string; count: number; cards: { number: number; handle: string | null }[] }[];
}

test('the desk is followed by coordinators, and refused to all others', async () => {
  for (const kind of kinds) {
    const { heard, stop } = listen(kind, 'subscription { deskChanged { revision stale } }');
    const first = await until(`${kind} hears of the desk`, () => heard[0]);
    const coordinates = world.people[kind].viewer?.coordinator === true;
    expect([kind, first.type]).toEqual([kind, coordinates ? 'next' : 'error']);
    if (!coordinates) expect(first.payload).toMatchObject([{ extensions: { code: 'NOT_ALLOWED' } }]);
    stop();
  }
});

// mutant: whoever is signed in follows what is sent to an opening.
test('what is sent to an opening is followed by who hires, and refused to all others', async () => {
  const { id } = (await readFacts(services)).openings.find(({ campaignId }) => campaignId !== null)!;
  const query = 'subscription ($id: ID!) { applicationsChanged(openingId: $id) { revision } }';
  for (const kind of kinds) {
    const { heard, stop } = listen(kind, query, { id: toGlobalId('Opening', id) });
    const first = await until(`${kind} hears of the opening`, () => heard[0]);
    const { viewer } = world.people[kind];
    const role = viewer?.roles.get(world.ours);
    const may =
      viewer !== null &&
      viewer.standing !== 'SUSPENDED' &&
      !viewer.blocks.has(world.campaigns.open.id) &&
      (viewer.coordinator || role === 'ORGANIZER');
    expect([kind, first.type]).toEqual([kind, may ? 'next' : 'error']);
    if (!may) expect(first.payload).toMatchObject([{ extensions: { code: 'NOT_ALLOWED' } }]);
    stop();
  }
});

test.each(kinds)('%s hears what they have to be told themselves, and nobody else does', async (kind) => {
  const { heard, stop } = listen(
    kind,
    'subscription { notificationsChanged { unread latest { id kind card { id title } } } }',
  );
  const first = await until(`${kind} hears something`, () => heard[0]);
  const { viewer } = world.people[kind];
  if (!viewer) {
    expect(first.type).toBe('error');
    expect(first.payload).toMatchObject([{ extensions: { code: 'NOT_SIGNED_IN' } }]);
    return;
  }
  const rows = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('notification')
    .select(['id', 'kind', 'card_id as cardId', 'read_at as readAt'])
    .where('person_id', '=', viewer.personId)
    .orderBy('id', 'desc')
    .execute();
  const now = await readFacts(services);
  const card = now.cards.find(({ id }) => id === rows[0]?.cardId);
  const readable = card && readsCard(world.people[kind], card) ? card : null;
  expect((first.payload as { data: unknown }).data).toEqual({
    notificationsChanged: {
      unread: rows.filter(({ readAt }) => readAt === null).length,
      latest: rows[0]
        ? {
            id: toGlobalId('Notification', rows[0].id),
            kind: rows[0].kind,
            card: readable && { id: toGlobalId('Card', readable.id), title: readable.title },
          }
        : null,
    },
  });
  stop();
});
