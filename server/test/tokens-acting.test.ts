import 'reflect-metadata';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { changeBoard } from '../src/core/board/change-board.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { startReplica } from './live/support/replica.ts';
import { type Heard, SocketClient } from './live/support/socket-client.ts';
import { aCard, cardNow } from './support/local-on-strike.ts';
import { until } from './support/until.ts';
import { ALL, CLAIM, codes, refusals, useTools } from './support/tools.ts';

const tools = useTools();
const { db, session, aToken, ask, claim, anotherCampaign, follow } = tools;

describe('acting', () => {
  const LOG = `query Log($slug: String!) { campaign(slug: $slug) { board { activity(first: 1) { edges { node {
    kind actor { handle } tool { name organization { name } } } } } } } }`;
  const latest = async () =>
    (await ask(null, LOG, { slug: tools.strike.slug })).data!['campaign'].board.activity.edges[0].node;

  test('says so in the log and on the stream', async () => {
    const card = await aCard(tools.server.services, tools.strike, 'OPEN');
    const { secret, viewer } = await aToken(tools.strike.volunteer);
    const heard = await follow(secret);
    const { data } = await claim(secret, card.id);
    expect(data!['claimCard']).toMatchObject({ card: { status: 'CLAIMED' }, errors: [] });
    const tool = { name: 'newsletter tool', organization: null };
    expect(await latest()).toEqual({ kind: 'CARD_CLAIMED', actor: { handle: viewer.handle }, tool });
    await until('it is told', () => JSON.stringify(heard).includes('CARD_CLAIMED'));
    expect(JSON.stringify(heard)).toContain(JSON.stringify({ kind: 'CARD_CLAIMED', tool }));
  });

  test('for an organization names it; what the person does alone names no tool', async () => {
    const { organizationId } = tools.strike;
    const { secret } = await aToken(tools.strike.organizer, { organizationId });
    const create = `mutation Create($boardId: ID!) { createCard(input: { boardId: $boardId, title: "Ours", deliverable: "One",
      skill: WRITING, hours: 1, phase: ONGOING, sensitivity: PUBLIC, status: OPEN }) { card { id } errors { code message } } }`;
    const boardId = toGlobalId('Board', tools.strike.boardId);
    expect((await ask(secret, create, { boardId })).data!['createCard'].errors).toEqual([]);
    expect((await latest()).tool).toEqual({
      name: 'newsletter tool',
      organization: { name: 'Transit Workers 41' },
    });
    const { cookie } = await session(tools.strike.organizer);
    expect((await ask(null, create, { boardId }, { cookie })).data!['createCard'].errors).toEqual([]);
    expect((await latest()).tool).toBeNull();
  });

  test('nowhere but on the campaigns it is limited to', async () => {
    const there = await anotherCampaign();
    const public_ = await aCard(tools.server.services, there, 'OPEN');
    const { rows } = await sql<{ id: string }>`select card.id from card join board on board.id = board_id
      where campaign_id = ${there.campaignId} and card.sensitivity = 'TEAM'`.execute(db());
    const { secret } = await aToken(tools.strike.organizer, { campaignIds: [tools.strike.campaignId] });
    expect(refusals(await claim(secret, public_.id), 'claimCard')).toEqual(['TOKEN_ELSEWHERE']);
    expect(refusals(await claim(secret, rows[0]!.id), 'claimCard')).toEqual(['NOT_FOUND']);
  });

  test('not on what it may not read', async () => {
    const card = await aCard(tools.server.services, tools.strike, 'OPEN', { sensitivity: 'VETTED' });
    const { secret } = await aToken(tools.strike.vetted, { scopes: ['ACT_CARDS'] });
    expect(refusals(await claim(secret, card.id), 'claimCard')).toEqual(['NOT_FOUND']);
    const { secret: reads } = await aToken(tools.strike.vetted, { scopes: ['READ_CAMPAIGN', 'ACT_CARDS'] });
    expect(refusals(await claim(reads, card.id), 'claimCard')).toEqual([]);
  });

  test('a token that is revoked while a change runs: the revoking waits, and nothing is done by it after', async () => {
    const { services } = tools.server;
    const { secret, id, revoke, viewer } = await aToken(tools.strike.volunteer);
    const card = await aCard(services, tools.strike, 'OPEN');
    const tool = {
      id,
      personId: viewer.personId,
      organizationId: null,
      scopes: new Set(ALL),
      campaigns: null,
    };
    const order: string[] = [];
    let go = () => {};
    const running = changeBoard(
      { ...services, tool },
      { board: { id: tools.strike.boardId }, actorId: viewer.personId },
      async () => {
        order.push('began');
        await new Promise<void>((resolve) => (go = resolve));
        return { kind: 'CARD_MOVED', cards: [card.id], result: undefined };
      },
    );
    await until('it runs', () => order.length > 0);
    const revoked = revoke().then(() => order.push('revoked'));
    const waits = async () =>
      (
        await sql`select from pg_stat_activity where wait_event_type = 'Lock' and query like 'update token%'`.execute(
          db(),
        )
      ).rows.length > 0;
    await until('the revoking waits', waits);
    expect(order).toEqual(['began']);
    go();
    await Promise.all([running, revoked]);
    const late = changeBoard(
      { ...services, tool },
      { board: { id: tools.strike.boardId }, actorId: viewer.personId },
      async () => ({ kind: 'CARD_MOVED', cards: [card.id], result: undefined }),
    );
    await expect(late).rejects.toMatchObject({ code: 'TOKEN_NOT_VALID' });
    expect(codes(await claim(secret, card.id))).toEqual([401, 'TOKEN_NOT_VALID']);
  });
});

describe('its budget', () => {
  test('is its own, by the id of the token: over both doors, and apart from its person’s', async () => {
    const counting = await startReplica(tools.databaseUrl, {
      environment: { BUDGETS: 'on', BUDGET_TOKEN: '1000', BUDGET_PERSON: '100000' },
    });
    const { secret } = await aToken(tools.strike.volunteer);
    const { secret: another } = await aToken(tools.strike.volunteer);
    const { cookie } = await session(tools.strike.volunteer);
    const post = (headers: Record<string, string>) =>
      fetch(`${counting.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: '{ campaigns(first: 1) { edges { cursor } } }' }),
      });
    const first = await post({ authorization: `Bearer ${secret}` });
    expect(first.headers.get('ratelimit-policy')).toBe('"token";q=1000;w=60');
    const spent = async () => (await post({ authorization: `Bearer ${secret}` })).status === 429;
    await until('it is spent', spent);
    const socket = await new SocketClient(counting.url, { hello: { token: secret } }).ready();
    const heard: Heard[] = [];
    socket.subscribe('{ campaigns(first: 100) { edges { node { title slug } } } }', {}, (each) =>
      heard.push(each),
    );
    await until('the socket refuses too', () => JSON.stringify(heard).includes('TOO_MANY_REQUESTS'));
    expect((await post({ authorization: `Bearer ${another}` })).status).toBe(200);
    expect((await post({ cookie })).status).toBe(200);
    socket.terminate();
    await counting.close();
  });
});

describe('a repeated request', () => {
  test('by one token is done once; another input, and another mutation, are refused as REUSED', async () => {
    const [one, other] = [
      await aCard(tools.server.services, tools.strike, 'OPEN'),
      await aCard(tools.server.services, tools.strike, 'OPEN'),
    ];
    const { secret } = await aToken(tools.strike.volunteer);
    const first = await claim(secret, one.id, 'r1');
    const again = await claim(secret, one.id, 'r1');
    expect(again.data!['claimCard']).toEqual(first.data!['claimCard']);
    const reused = await claim(secret, other.id, 'r1');
    expect(refusals(reused, 'claimCard')).toEqual(['INVALID_INPUT']);
    expect((await cardNow(tools.server.services, other.id)).status).toBe('OPEN');
    const handBack = `mutation Back($cardId: ID!) { handBackCard(input: { cardId: $cardId, note: "No", requestId: "r1" }) { errors { code why } } }`;
    const back = await ask(secret, handBack, { cardId: toGlobalId('Card', one.id) });
    expect(refusals(back, 'handBackCard')).toEqual(['INVALID_INPUT']);
  });

  test('its ids are its own: those of its person, and of their other tools, are others', async () => {
    const cards = [1, 2, 3].map(() => aCard(tools.server.services, tools.strike, 'OPEN'));
    const [a, b, c] = await Promise.all(cards);
    const { secret } = await aToken(tools.strike.volunteer);
    const { secret: another } = await aToken(tools.strike.volunteer);
    const { cookie } = await session(tools.strike.volunteer);
    expect(refusals(await claim(secret, a!.id, 'same'), 'claimCard')).toEqual([]);
    expect(refusals(await claim(another, b!.id, 'same'), 'claimCard')).toEqual([]);
    const own = await ask(null, CLAIM, { cardId: toGlobalId('Card', c!.id), requestId: 'same' }, { cookie });
    expect(refusals(own, 'claimCard')).toEqual([]);
  });
});
