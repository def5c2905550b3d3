import 'reflect-metadata';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { newTokenText } from '../src/core/access/token-text.ts';
import { setRole } from '../src/core/trust/set-role.ts';
import { setStanding } from '../src/core/trust/set-standing.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { startReplica } from './live/support/replica.ts';
import { EventClient } from './live/support/event-client.ts';
import { type Heard, SocketClient } from './live/support/socket-client.ts';
import { aCard, cardNow } from './support/local-on-strike.ts';
import { until } from './support/until.ts';
import { codes, refusals, TITLES, useTools } from './support/tools.ts';

const tools = useTools();
const { clients, db, session, aToken, ask, titles, claim, anotherCampaign, open, follow } = tools;

describe('reading', () => {
  test('with READ_PUBLIC as anybody; with READ_CAMPAIGN as its person', async () => {
    await aCard(tools.server.services, tools.strike, 'OPEN', { title: 'For all' });
    await aCard(tools.server.services, tools.strike, 'OPEN', {
      title: 'For the vetted',
      sensitivity: 'VETTED',
    });
    await aCard(tools.server.services, tools.strike, 'OPEN', { title: 'For the team', sensitivity: 'TEAM' });
    const { secret: narrow } = await aToken(tools.strike.organizer, { scopes: ['READ_PUBLIC'] });
    const { secret: wide } = await aToken(tools.strike.organizer, { scopes: ['READ_CAMPAIGN'] });
    const { secret: vetted } = await aToken(tools.strike.vetted, { scopes: ['READ_CAMPAIGN'] });
    expect(await titles(narrow)).toEqual(['For all']);
    expect(await titles(wide)).toEqual(['For all', 'For the team', 'For the vetted']);
    expect(await titles(vetted)).toEqual(['For all', 'For the vetted']);
  });

  test('of a coordinator nothing that is a coordinator’s', async () => {
    await aCard(tools.server.services, tools.strike, 'OPEN', { title: 'For the team', sensitivity: 'TEAM' });
    const { cookie } = await session(tools.strike.coordinator);
    const { secret } = await aToken(tools.strike.coordinator);
    const cards = async (token: string | null, headers = {}) =>
      (await ask(token, TITLES, { slug: tools.strike.slug }, headers)).data?.['campaign'].board.snapshot
        .cards;
    expect(await cards(null, { cookie })).toEqual([{ title: 'For the team' }]);
    expect(await cards(secret)).toEqual([]);
  });

  test('limited to campaigns, or of an organization, more than anybody there alone', async () => {
    await aCard(tools.server.services, tools.strike, 'OPEN', { title: 'Team here', sensitivity: 'TEAM' });
    const there = await anotherCampaign();
    const { secret } = await aToken(tools.strike.organizer, { campaignIds: [tools.strike.campaignId] });
    expect([await titles(secret), await titles(secret, there.slug)]).toEqual([['Team here'], []]);
    const { secret: ofLocal } = await aToken(tools.strike.organizer, {
      organizationId: tools.strike.organizationId,
    });
    expect([await titles(ofLocal), await titles(ofLocal, there.slug)]).toEqual([
      ['Team here'],
      ['Team there'],
    ]);
    const around = `query Around($slug: String!) { campaign(slug: $slug) { organization { campaigns { edges { node {
      slug board { snapshot { cards { title } } } } } } } } }`;
    // A snapshot in a list is refused: ask for each neighbour, and for open cards.
    expect(codes(await ask(secret, around, { slug: tools.strike.slug }))[0]).toBe(400);
    const open = await ask(secret, '{ openCards { edges { node { title } } } }');
    const seen = JSON.stringify(open.data);
    expect([seen.includes('Team here'), seen.includes('Team there')]).toEqual([true, false]);
  });

  test('a place in the stream stands for the same reader as the snapshot', async () => {
    const { secret } = await aToken(tools.strike.organizer, { campaignIds: [tools.strike.campaignId] });
    const heard = await follow(secret);
    await aCard(tools.server.services, tools.strike, 'OPEN', { title: 'Team now', sensitivity: 'TEAM' });
    await until('it is told', () => JSON.stringify(heard).includes('Team now'));
    expect(JSON.stringify(heard)).not.toContain('RESET');
  });

  test('what it lacks a scope for is refused as 403 before it is carried out', async () => {
    const card = await aCard(tools.server.services, tools.strike, 'OPEN');
    const { secret } = await aToken(tools.strike.volunteer, { scopes: ['READ_CAMPAIGN'] });
    const refused = await claim(secret, card.id);
    expect(codes(refused)).toEqual([403, 'TOKEN_SCOPE']);
    expect(refused.errors[0]!.extensions.needs).toEqual(['ACT_CARDS']);
    expect((await cardNow(tools.server.services, card.id)).status).toBe('OPEN');
    const never = await ask(secret, 'mutation { renewRecoveryCode { recoveryCode } }');
    expect([...codes(never), never.errors[0]!.extensions.field]).toEqual([
      403,
      'TOKEN_SCOPE',
      'Mutation.renewRecoveryCode',
    ]);
    // By the way that documents take which are not in order at once.
    const weighed = await ask(
      secret,
      'mutation { signOut { signedOut } }',
      {},
      { accept: 'application/json;q=0.9' },
    );
    expect(codes(weighed)).toEqual([403, 'TOKEN_SCOPE']);
    const socket = await open({ authorization: `Bearer ${secret}` });
    const heard: Heard[] = [];
    socket.subscribe('mutation { signOut { signedOut } }', {}, (each) => heard.push(each));
    await until('the socket refuses', () => heard.length > 0);
    expect(JSON.stringify(heard)).toContain('TOKEN_SCOPE');
  });
});

describe('a token that does not count', () => {
  test.each([
    ['mistyped', async (secret: string) => `${secret.slice(0, -1)}${secret.endsWith('x') ? 'y' : 'x'}`],
    ['of another secret', async (_secret: string, id: string) => newTokenText(id)],
    ['of nobody', async () => newTokenText('019a0000-0000-7000-8000-000000000000')],
    ['none of ours', async () => 'ghp_something'],
    ['nothing', async () => ''],
    [
      'run out',
      async (secret: string, id: string) => {
        await sql`update token set expires_at = clock_timestamp() where id = ${id}`.execute(db());
        return secret;
      },
    ],
  ])(
    '%s, is refused by its own code, and never taken for nobody or for the cookie',
    async (_what, change) => {
      const { secret, id } = await aToken(tools.strike.organizer);
      const { cookie } = await session(tools.strike.organizer);
      const shown = await change(secret, id);
      const query = '{ viewer { person { handle } } }';
      expect(codes(await ask(shown, query))).toEqual([401, 'TOKEN_NOT_VALID']);
      expect(codes(await ask(shown, query, {}, { cookie }))).toEqual([401, 'TOKEN_NOT_VALID']);
      const refused = /4403 TOKEN_NOT_VALID/;
      await expect(open({ authorization: `Bearer ${shown}` })).rejects.toThrow(refused);
      await expect(open({ token: shown }, { cookie })).rejects.toThrow(refused);
      await expect(open({}, { authorization: `Bearer ${shown}` })).rejects.toThrow(refused);
    },
  );

  test('another scheme than Bearer is a proxy’s, and says nothing', async () => {
    const { data } = await ask(null, '{ viewer { isCoordinator } }', {}, { authorization: 'Basic YTpi' });
    expect(data).toEqual({ viewer: null });
  });

  test('revoked, it closes its socket within a second', async () => {
    const { secret, revoke } = await aToken(tools.strike.volunteer);
    const socket = await open({ authorization: `bearer ${secret}` });
    await follow(secret);
    const at = performance.now();
    await revoke();
    await until('they are closed', () => clients.every(({ closed }) => closed !== undefined), 1_000);
    expect(performance.now() - at).toBeLessThan(1_000);
    expect(socket.closed).toMatchObject({ code: 4403, reason: expect.stringMatching(/^TOKEN_NOT_VALID/) });
    expect(codes(await ask(secret, '{ viewer { isCoordinator } }'))).toEqual([401, 'TOKEN_NOT_VALID']);
  });

  test('revoked, it ends its streams of events within a second, in words, and begins none', async () => {
    const { secret, revoke } = await aToken(tools.strike.volunteer);
    const board = toGlobalId('Board', tools.strike.boardId);
    const begin = (query: string) =>
      new EventClient(
        tools.server.url,
        { query, variables: { board } },
        { authorization: `Bearer ${secret}` },
      );
    const one = 'subscription ($board: ID!) { boardChanges(boardId: $board) { kind } }';
    const several = 'subscription ($board: ID!) { boardsChanges(boards: [{ boardId: $board }]) { boardId } }';
    const streams = [begin(one), begin(several)];
    await Promise.all(streams.map((stream) => stream.begun()));
    const at = performance.now();
    await revoke();
    await Promise.all(streams.map((stream) => stream.over(1_000)));
    expect(performance.now() - at).toBeLessThan(1_000);
    for (const { events } of streams) {
      expect(JSON.parse(events.at(-2)!.data)).toMatchObject({
        errors: [{ extensions: { code: 'TOKEN_NOT_VALID' } }],
      });
      expect(events.at(-1)?.event).toBe('complete');
    }
    expect((await begin(one).over()).status).toBe(401);
  });

  test('mutant: a server that hears no hint and checks nothing keeps a revoked token’s socket', async () => {
    const never = 1_000_000;
    const deaf = await startReplica(tools.databaseUrl, {
      timing: { rights: never },
      bus: (bus) => ({ ...bus, send: () => undefined, listen: () => () => undefined }),
    });
    const { secret, revoke } = await aToken(tools.strike.volunteer);
    const kept = await new SocketClient(deaf.url, { hello: { token: secret } }).ready();
    const socket = await open({ token: secret });
    await revoke();
    await until('the other is closed', () => socket.closed);
    expect(kept.closed).toBeUndefined();
    kept.terminate();
    await deaf.close();
  });
});

describe('never more than its person has now', () => {
  test('a right that was taken is gone from the token, on open sockets too', async () => {
    await aCard(tools.server.services, tools.strike, 'OPEN', {
      title: 'For the vetted',
      sensitivity: 'VETTED',
    });
    const { secret } = await aToken(tools.strike.vetted, { scopes: ['READ_CAMPAIGN'] });
    const heard = await follow(secret);
    expect(await titles(secret)).toEqual(['For the vetted']);
    const { handle } = (await session(tools.strike.vetted)).viewer;
    await setStanding(tools.server.services, tools.strike.carmen, {
      handle,
      standing: 'NEW',
      note: 'As the test asks',
    });
    expect(await titles(secret)).toEqual([]);
    await until('the stream starts again', () => JSON.stringify(heard).includes('"RESET"'), 2_000);
  });

  test('an organization’s ends for good with the role of whoever made it', async () => {
    const { organizationId } = tools.strike;
    const { secret, viewer, id } = await aToken(tools.strike.organizer, { organizationId });
    const own = await aToken(tools.strike.organizer);
    const { handle } = viewer;
    const role = (its: 'ORGANIZER' | 'MEMBER') =>
      setRole(tools.server.services, tools.strike.carmen, { organizationId, handle, role: its });
    const seen = async () => codes(await ask(secret, '{ campaigns { edges { node { slug } } } }'));
    expect(await seen()).toEqual([200]);
    await role('MEMBER');
    expect(await seen()).toEqual([401, 'TOKEN_NOT_VALID']);
    await role('ORGANIZER');
    expect(await seen()).toEqual([401, 'TOKEN_NOT_VALID']);
    expect(codes(await ask(own.secret, '{ campaigns { edges { node { slug } } } }'))).toEqual([200]);
    // Mutant: a token that only waits for the role lives again with it.
    await sql`update token set ended_at = null where id = ${id}`.execute(db());
    expect(await seen()).toEqual([200]);
  });

  test('the suspended do nothing by a token', async () => {
    const card = await aCard(tools.server.services, tools.strike, 'OPEN');
    const { secret, viewer } = await aToken(tools.strike.volunteer);
    const { handle } = viewer;
    await setStanding(tools.server.services, tools.strike.carmen, {
      handle,
      standing: 'SUSPENDED',
      note: 'As the test asks',
    });
    expect(refusals(await claim(secret, card.id), 'claimCard')).toEqual(['SUSPENDED']);
  });
});
