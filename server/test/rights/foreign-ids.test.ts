// Before any class that type-graphql reads.
import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelCard } from '../../src/core/card/cancel-card.ts';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { handBackCard } from '../../src/core/card/hand-back-card.ts';
import { moveCard } from '../../src/core/card/move-card.ts';
import type { Sensitivity } from '../../src/core/access/sensitivity.ts';
import { updateCard } from '../../src/core/card/update-card.ts';
import { updateCampaign } from '../../src/core/board/update-campaign.ts';
import { fromGlobalId, toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { openSession } from '../../src/core/person/open-session.ts';
import { type Replica, startReplica } from '../live/support/replica.ts';
import { SocketClient } from '../live/support/socket-client.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { until } from '../support/until.ts';
import { type CampaignFact, type CardFact, levelOf, readsCampaign, readsCard } from './facts.ts';
import {
  aCard,
  type CampaignName,
  holderOf,
  idOf,
  type Kind,
  KINDS,
  makeWorld,
  SENSITIVITIES,
  type World,
} from './world.ts';

// Everybody follows every stream while cards and campaigns become more and less public, and go: nobody is told an id of
// what they never could have read. What somebody could read is taken from the tables after each step.

let database: TestDatabase;
let services: TestServices;
let world: World;
let replica: Replica;
const kinds = Object.keys(KINDS) as Kind[];
const clients: SocketClient[] = [];
/** Every word of every stream, by who heard it. */
const heard = new Map<Kind, string[]>();
/** Global ids of everything that somebody could read at some time. */
const known = new Map<Kind, Set<string>>(kinds.map((kind) => [kind, new Set<string>()]));
const all = new Set<string>();

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  world = await makeWorld(services);
  replica = await startReplica(database.url, { timing: { poll: 100, presenceSettle: 50, heartbeat: 200 } });
});
afterAll(async () => {
  for (const client of clients) client.terminate();
  await replica.close();
  await services.close();
  await database.drop();
});

const STREAMS = {
  board: `subscription ($board: ID!, $after: BoardCursor!) { boardChanges(boardId: $board, after: $after) {
    kind resetReason epoch previousRevision revision at removedCardIds
    cards { id number title board { id } campaign { id slug } }
    events { revision kind cardId cardNumber cardTitle cardCount actor { id } } } }`,
  several: `subscription ($boards: [BoardToFollow!]!) { boardsChanges(boards: $boards) { change {
    kind resetReason epoch previousRevision revision at removedCardIds
    cards { id number title board { id } campaign { id slug } }
    events { revision kind cardId cardNumber cardTitle cardCount actor { id } } } } }`,
  presence: 'subscription ($board: ID!) { boardPresence(boardId: $board) { count people { id } } }',
  open: `subscription ($from: OpenCardsCursor) { openCardsChanged(after: $from) {
    kind resetReason epoch previousRevision revision closedCardIds
    opened { id number title board { id } campaign { id slug } } } }`,
  wall: `subscription ($slug: String!) { wallChanges(slug: $slug) { at wall { revision hoursGiven
    columns { status count cards { number title } } } } }`,
  desk: 'subscription { deskChanged { revision stale } }',
  notices: `subscription { notificationsChanged { unread latest {
    id kind card { id title } campaign { id slug } } } }`,
};

/** Takes down who may read what now. */
async function lookAround(): Promise<void> {
  const { cards, campaigns } = await readSensitivities();
  for (const { id } of cards) all.add(toGlobalId('Card', id));
  for (const { id } of campaigns) all.add(toGlobalId('Campaign', id));
  for (const kind of kinds) {
    const [who, may] = [world.people[kind], known.get(kind)!];
    for (const card of cards) if (readsCard(who, card)) may.add(toGlobalId('Card', card.id));
    for (const campaign of campaigns) {
      if (!readsCampaign(who, campaign)) continue;
      may.add(toGlobalId('Campaign', campaign.id));
      may.add(toGlobalId('Board', campaign.boardId));
    }
  }
}

async function readSensitivities() {
  const db = services.orm.em.fork().getKysely();
  const campaigns = await db
    .selectFrom('campaign')
    .innerJoin('board', 'board.campaign_id', 'campaign.id')
    .select(['campaign.id', 'organization_id as organizationId', 'sensitivity', 'board.id as boardId'])
    .select(['board.epoch', 'board.revision'])
    .execute();
  const cards = await db.selectFrom('card').select(['id', 'board_id', 'sensitivity', 'status']).execute();
  const of = new Map(campaigns.map((campaign) => [campaign.boardId, campaign as unknown as BoardFact]));
  return {
    campaigns: [...of.values()],
    cards: cards.map((card) => ({ ...card, campaign: of.get(card.board_id)! }) as unknown as CardFact),
  };
}

type BoardFact = CampaignFact & { revision: number };
/** Where each board was when the test began to look: what came before, it has not seen. */
let begun: BoardFact[];

async function followEverything(kind: Kind, from: object | null): Promise<void> {
  const who = world.people[kind];
  let { token } = who;
  if (who.viewer && !token) {
    const { personId } = who.viewer;
    ({ token } = await openSession(services.orm.em.fork(), { personId, device: 'Desk', replaces: null }));
  }
  const words = heard.get(kind) ?? [];
  heard.set(kind, words);
  // Twenty operations fit on a socket.
  const open = async () => {
    const client = await new SocketClient(replica.url, { token }).ready();
    clients.push(client);
    return (query: string, variables: object = {}) =>
      client.subscribe(query, variables, ({ payload }) => words.push(JSON.stringify(payload ?? null)));
  };
  let follow = await open();
  follow(STREAMS.open, { from });
  follow(STREAMS.desk);
  follow(STREAMS.notices);
  for (const [name, { boardId }] of Object.entries(world.campaigns)) {
    follow = await open();
    const campaign = begun.find((each) => each.boardId === boardId)!;
    const { epoch, revision } = campaign;
    const board = toGlobalId('Board', boardId);
    // From when the test began, and from now.
    const after = { epoch: `${epoch}-${levelOf(who, campaign).toLowerCase()}`, revision };
    follow(STREAMS.board, { board, after });
    follow(STREAMS.board, { board, after: { epoch: 'none', revision: 0 } });
    follow(STREAMS.several, { boards: [{ boardId: board, after }] });
    follow(STREAMS.presence, { board });
    follow(STREAMS.wall, { slug: `campaign-${name}` });
  }
}

const organizerOf = (campaign: CampaignName) =>
  idOf(world, campaign === 'foreign' ? 'foreigner' : 'organizer');

/** The life of some cards, from birth to end, through every sensitivity. */
async function live(campaign: CampaignName, sensitivity: Sensitivity): Promise<void> {
  const organizer = organizerOf(campaign);
  const one = await aCard(world, { campaign, sensitivity, plain: true });
  await lookAround();
  let version = 1;
  for (const next of [...SENSITIVITIES.filter((each) => each !== sensitivity), sensitivity]) {
    await updateCard(services, organizer, { cardId: one, version: version++, sensitivity: next });
    await lookAround();
  }
  for (const status of ['DRAFT', 'OPEN', 'DRAFT'] as const) {
    const beforeCardId = status === 'DRAFT' ? await aCard(world, { campaign, sensitivity, status }) : null;
    await moveCard(services, organizer, { cardId: one, status, beforeCardId });
    await lookAround();
  }
  await cancelCard(services, organizer, { cardId: one, reason: 'Not needed' });
  const held = await aCard(world, { campaign, sensitivity, plain: true });
  await lookAround();
  const holder = idOf(world, campaign === 'open' ? holderOf(sensitivity) : 'coordinator');
  await claimCard(services, holder, { cardId: held });
  await lookAround();
  await handBackCard(services, holder, { cardId: held });
  await lookAround();
  await claimCard(services, holder, { cardId: held });
  await cancelCard(services, organizer, { cardId: held, reason: 'Not needed' });
  await lookAround();
}

/** A campaign becomes more and less public over cards of all sorts. */
async function become(campaign: CampaignName): Promise<void> {
  const { id: campaignId } = world.campaigns[campaign];
  for (const sensitivity of ['TEAM', 'VETTED', 'PUBLIC', 'VETTED', 'TEAM'] as const) {
    await updateCampaign(services, organizerOf(campaign), { campaignId, sensitivity });
    const cards = [];
    for (const each of SENSITIVITIES)
      cards.push(await aCard(world, { campaign, sensitivity: each, plain: true }));
    await lookAround();
    await updateCampaign(services, organizerOf(campaign), { campaignId, story: `It is ${sensitivity} now.` });
    for (const cardId of cards.slice(0, 2))
      await cancelCard(services, organizerOf(campaign), { cardId, reason: 'Not needed' });
    await lookAround();
  }
}

test('no message of any stream holds an id of what its reader never could have read', async () => {
  ({ campaigns: begun } = await readSensitivities());
  await lookAround();
  for (const kind of kinds) await followEverything(kind, null);
  await until('everybody hears something', () => kinds.every((kind) => heard.get(kind)!.length > 3));
  const from = placeOf(heard.get('nobody')!);
  const lived = [
    ...SENSITIVITIES.map((sensitivity) => ['open', sensitivity] as const),
    ...([
      ['vetted', 'VETTED'],
      ['team', 'PUBLIC'],
      ['foreign', 'TEAM'],
    ] as const),
  ];
  for (const [campaign, sensitivity] of lived) await live(campaign, sensitivity);
  await become('vetted');
  // Who comes with an old cursor is told what was told meanwhile, and no more.
  for (const kind of kinds) await followEverything(kind, from);
  const last = toGlobalId('Card', await aCard(world, { plain: true }));
  await lookAround();
  await until('everybody heard the last', () =>
    kinds.every((kind) => heard.get(kind)!.filter((words) => words.includes(last)).length >= 3),
  );
  for (const kind of kinds) {
    const words = heard.get(kind)!;
    const ids = new Set(words.flatMap(idsIn));
    const foreign = [...ids].filter((id) => all.has(id) && !known.get(kind)!.has(id));
    expect([kind, ...foreign.map((id) => fromGlobalId(id))]).toEqual([kind]);
    // Row ids have no business there, but for what names a history.
    const rows = new Set([...all].map((id) => fromGlobalId(id)!.uuid));
    expect([kind, words.filter((each) => [...rows].some((row) => each.includes(row)))]).toEqual([kind, []]);
  }
  // The test looks: nobody heard of many, and of many did not.
  const outside = known.get('nobody')!;
  expect([...all].filter((id) => !outside.has(id)).length).toBeGreaterThan(20);
  const told = new Set(heard.get('nobody')!.flatMap(idsIn));
  // On a busy machine what happened together is told together, and what came and went is not.
  expect([...told].filter((id) => outside.has(id)).length).toBeGreaterThan(5);
}, 240_000);

const idsIn = (words: string) =>
  [...words.matchAll(/"([A-Za-z0-9_-]{40,})"/g)].map(([, id]) => id!).filter((id) => fromGlobalId(id));

/** The first place that the stream of open cards told. */
function placeOf(words: string[]): { epoch: string; revision: number } {
  for (const each of words) {
    const { data } = JSON.parse(each) as {
      data?: { openCardsChanged?: { epoch: string; revision: number } } | null;
    };
    const change = data?.openCardsChanged;
    if (change) return { epoch: change.epoch, revision: change.revision };
  }
  throw new Error('It said nothing.');
}
