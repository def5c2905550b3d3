import 'reflect-metadata';
import { sql } from 'kysely';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveCard } from '../src/core/card/move-card.ts';
import { updateCard } from '../src/core/card/update-card.ts';
import { setRole } from '../src/core/trust/set-role.ts';
import { createToken } from '../src/features/token/create-token.ts';
import { revokeToken } from '../src/features/token/revoke-token.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { aCard, aHandle, startStrike } from './live/support/strike.ts';
import { joinAs } from './support/people.ts';
import { until } from './support/until.ts';
import { DOCUMENT, type Message, WebhookScene } from './support/webhook-scene.ts';

// What happened on a board reaches whoever stored a document for it: signed, in order, as they may read it.

let scene: WebhookScene;
beforeAll(async () => {
  scene = await WebhookScene.open();
});
beforeEach(() => scene.clear());
afterAll(() => scene.close());

test('a change is posted, signed by Standard Webhooks, with its place whatever the document asks for', async () => {
  const made = await scene.aWebhook({
    document: 'subscription ($b: ID!) { boardChanges(boardId: $b) { cards { title } } }',
  });
  await aCard(scene.services, scene.strike, { title: 'Told outside' });
  await until('the message', () => scene.receiver.got.length > 0);
  const [{ headers, body }] = scene.receiver.got as [{ headers: Record<string, string>; body: string }];
  expect(new Verifier(made.secret).verify(body, headers)).toMatchObject({
    type: 'board.changes',
    webhookId: made.id,
    epoch: expect.stringMatching(/-team$/) as string,
    data: { boardChanges: { cards: [{ title: 'Told outside' }] } },
  });
  const message = JSON.parse(body) as Message;
  expect(message.revision).toBe(message.previousRevision + 1);
  expect(() => new Verifier('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA').verify(body, headers)).toThrow();
  await until(
    'it is noted',
    async () => (await scene.look(made)).deliveries.edges[0]?.node.state === 'TAKEN',
  );
  expect((await scene.look(made)).revision).toBe(message.revision);
  await scene.remove(made);
});

test('each attempt is signed anew under the same id; three days of it are scheduled, and a redelivery is at once', async () => {
  const made = await scene.aWebhook();
  scene.receiver.answer = (response) => void response.writeHead(500).end(`Broken ${'x'.repeat(500)}`);
  await aCard(scene.services, scene.strike, { title: 'Twice' });
  await until('the first attempt', async () => (await scene.look(made)).nextAttemptAt !== null);
  const { revision } = await scene.look(made);
  const failing = await scene.look(made);
  expect(failing.deliveries.edges[0]?.node.attempts[0]).toMatchObject({ status: 500, failure: null });
  expect(failing.deliveries.edges[0]?.node.attempts[0]?.said).toHaveLength(200);
  // The next one is a job, whatever becomes of this server.
  const { rows: jobs } =
    await sql`select id from pgboss.job where name = 'webhook' and state = 'created'`.execute(scene.db());
  expect(jobs.length).toBeGreaterThan(0);
  scene.receiver.answer = (response) => void response.writeHead(200).end('ok');
  // A second between two signatures, so that they differ.
  await sql`select pg_sleep(1.1)`.execute(scene.db());
  await scene.refusals('redeliver', { webhookId: made.id, fromRevision: revision });
  await until(
    'it is taken',
    async () => (await scene.look(made)).deliveries.edges[0]?.node.state === 'TAKEN',
  );
  const [first, second] = scene.receiver.got as unknown as [
    { headers: Record<string, string> },
    { headers: Record<string, string> },
  ];
  expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
  expect(second.headers['webhook-signature']).not.toBe(first.headers['webhook-signature']);
  const now = await scene.look(made);
  expect([now.failingSince, now.nextAttemptAt]).toEqual([null, null]);
  await scene.remove(made);
});

test('what waits is delivered by its job alone', async () => {
  const made = await scene.aWebhook();
  scene.receiver.answer = (response) => void response.writeHead(503).end();
  await aCard(scene.services, scene.strike, { title: 'By its job' });
  await until('the first attempt', async () => (await scene.look(made)).nextAttemptAt !== null);
  scene.receiver.answer = (response) => void response.writeHead(204).end();
  // Five seconds, by the job queue.
  await until('the second', async () => (await scene.look(made)).failingSince === null, 30_000);
  expect(scene.receiver.got).toHaveLength(2);
  await scene.remove(made);
}, 60_000);

test('after three days without a yes, or at once when it is gone, it goes off and its owner hears of it', async () => {
  for (const [status, days] of [
    [500, 4],
    [410, 0],
  ] as const) {
    const made = await scene.aWebhook();
    const { token } = scene.strike.organizer;
    scene.receiver.answer = (response) => void response.writeHead(status).end();
    await sql`update webhook set failing_since = clock_timestamp() - make_interval(days => ${days})`.execute(
      scene.db(),
    );
    await aCard(scene.services, scene.strike);
    await until('it is off', async () => (await scene.look(made)).off === 'NOT_TAKEN');
    const { viewer } = await scene.ask<{
      viewer: { notifications: { edges: { node: { kind: string; path: string } }[] } };
    }>('{ viewer { notifications(first: 1) { edges { node { kind path } } } } }', {}, token);
    expect(viewer.notifications.edges[0]?.node).toMatchObject({
      kind: 'WEBHOOK_OFF',
      path: '/me/tools/webhooks',
    });
    // Switched on, it goes on where its receiver stands.
    scene.receiver.answer = (response) => void response.writeHead(204).end();
    await scene.refusals('updateWebhook', { webhookId: made.id, isOn: true });
    await until(
      'it is taken',
      async () => (await scene.look(made)).deliveries.edges[0]?.node.state === 'TAKEN',
    );
    await scene.remove(made);
  }
});

test('a rotated secret signs beside the old one', async () => {
  const made = await scene.aWebhook();
  const { updateWebhook } = await scene.ask<{ updateWebhook: { secret: string } }>(
    'mutation ($input: UpdateWebhookInput!) { updateWebhook(input: $input) { secret } }',
    { input: { webhookId: made.id, newSecret: true } },
    scene.strike.organizer.token,
  );
  expect(updateWebhook.secret).not.toBe(made.secret);
  await aCard(scene.services, scene.strike);
  await until('the message', () => scene.receiver.got.length > 0);
  const [{ headers, body }] = scene.receiver.got as [{ headers: Record<string, string>; body: string }];
  for (const secret of [made.secret, updateWebhook.secret])
    expect(() => new Verifier(secret).verify(body, headers)).not.toThrow();
  await sql`update webhook set old_secret_until = clock_timestamp() - interval '1 second'`.execute(
    scene.db(),
  );
  scene.receiver.got.length = 0;
  await aCard(scene.services, scene.strike);
  await until('another', () => scene.receiver.got.length > 0);
  const [later] = scene.receiver.got as [{ headers: Record<string, string>; body: string }];
  expect(() => new Verifier(made.secret).verify(later.body, later.headers)).toThrow();
  new Verifier(updateWebhook.secret).verify(later.body, later.headers);
  await scene.remove(made);
});

describe('by the rights that its owner has then', () => {
  test('who is told nothing of a card, hears of it by nothing, and who loses the board loses the webhook', async () => {
    const team = await startStrike(scene.services, { sensitivity: 'TEAM' });
    const { token, viewer } = await joinAs(scene.services, aHandle());
    const role = (value: 'APPROVER' | null) =>
      setRole(scene.services, team.coordinator, {
        ...{ organizationId: team.organizationId, handle: viewer.handle, role: value },
      });
    expect(
      await scene.refusals(
        'createWebhook',
        { boardId: team.board, label: 'x', url: scene.receiver.url, document: DOCUMENT },
        token,
      ),
    ).toMatchObject([{ code: 'NOT_FOUND' }]);
    await role('APPROVER');
    const made = await scene.aWebhook({ token, board: team.board });
    await aCard(scene.services, team, { sensitivity: 'TEAM', title: 'For the team' });
    await until('it is told', () => scene.titles().includes('For the team'));
    await role(null);
    scene.receiver.got.length = 0;
    await aCard(scene.services, team, { sensitivity: 'TEAM', title: 'Not for you' });
    await until('it is off', async () => (await scene.look(made, token)).off === 'NOT_READABLE');
    expect(scene.titles()).toEqual([]);
    await scene.remove(made, token);
  });

  test('a stranger’s webhook on a public board skips what is not for everybody, and no revision is missed', async () => {
    const { token } = await joinAs(scene.services, aHandle());
    const made = await scene.aWebhook({ token });
    await aCard(scene.services, scene.strike, { sensitivity: 'TEAM', title: 'Inside' });
    const cardId = await aCard(scene.services, scene.strike, { title: 'Outside' });
    await until('it is told', () => scene.titles().includes('Outside'));
    expect(JSON.stringify(scene.messages())).not.toContain('Inside');
    await updateCard(scene.services, scene.strike.organizer.viewer.personId, {
      cardId,
      version: 1,
      sensitivity: 'TEAM',
    });
    await until('the removal', () =>
      scene.receiver.got.some(({ body }) => body.includes('"removedCardIds":["')),
    );
    let stands = scene.messages()[0]!.previousRevision;
    for (const { previousRevision, revision } of scene.messages()) {
      expect(previousRevision).toBe(stands);
      stands = revision;
    }
    await scene.remove(made, token);
  });

  test('nobody finds, changes or tests another’s', async () => {
    const made = await scene.aWebhook();
    const { token } = await joinAs(scene.services, aHandle());
    const { node } = await scene.ask<{ node: null }>(
      'query ($id: ID!) { node(id: $id) { id } }',
      { id: made.id },
      token,
    );
    expect(node).toBe(null);
    const input = { webhookId: made.id };
    for (const [mutation, more] of [
      ['updateWebhook', { isOn: false }],
      ['deleteWebhook', {}],
      ['testWebhook', {}],
      ['redeliver', { fromRevision: 0 }],
    ] as const)
      expect(await scene.refusals(mutation, { ...input, ...more }, token)).toMatchObject([
        { code: 'NOT_FOUND' },
      ]);
    await scene.remove(made);
  });
});

test('what cannot be stored is refused in words, and changes nothing', async () => {
  const give = (more: object) =>
    scene.refusals('createWebhook', {
      ...{
        boardId: scene.strike.board,
        label: 'Newsletter',
        url: 'https://union.org/hook',
        document: DOCUMENT,
      },
      ...more,
    });
  const before = await scene.db().selectFrom('webhook').selectAll().execute();
  for (const url of [
    ...[
      'http://union.org/hook',
      'https://user:secret@union.org/',
      'https://localhost/',
      'https://127.0.0.1/',
      'ftp://union.org',
    ],
    ...[
      'https://10.1.2.3/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://169.254.169.254/latest',
      'https://intranet/',
    ],
    ...['https://2130706433/', 'https://0x7f.1/', 'hook'],
  ])
    expect(await give({ url }), url).toMatchObject([
      { code: 'INVALID_INPUT', field: 'url', reason: 'BAD_URL' },
    ]);
  for (const document of [
    '{ viewer { id } }',
    'mutation { signOut { signedOut } }',
    'subscription { openCardsChanged { kind } }',
    'subscription ($b: ID!) { boardChanges(boardId: $b) { nothing } }',
    'subscription ($b: ID!, $more: Boolean!) { boardChanges(boardId: $b) { kind epoch @include(if: $more) } }',
    'subscription (',
    `subscription A($b: ID!) { boardChanges(boardId: $b) { kind } } subscription B($b: ID!) { boardChanges(boardId: $b) { kind } }`,
  ])
    expect(await give({ document }), document).toMatchObject([{ code: 'INVALID_INPUT', field: 'document' }]);
  expect(await give({ boardId: toGlobalId('Board', '019a0000-0000-7000-8000-000000000000') })).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
  expect(await scene.db().selectFrom('webhook').selectAll().execute()).toEqual(before);
});

test('a document that the schema does not know any more goes off alone; others go on', async () => {
  const [broken, whole] = [await scene.aWebhook(), await scene.aWebhook()];
  await sql`update webhook set document = ${DOCUMENT.replace('resetReason', 'forgotten')}
    where id = (select id from webhook order by id desc offset 1 limit 1)`.execute(scene.db());
  await aCard(scene.services, scene.strike, { title: 'For the whole one' });
  await until('it is off', async () => (await scene.look(broken)).off === 'DOCUMENT_BROKEN');
  await until('the other has it', () => scene.titles().includes('For the whole one'));
  expect((await scene.look(whole)).off).toBe(null);
  await scene.remove(broken);
  await scene.remove(whole);
});

test('a receiver that leads elsewhere, or hangs on, is not followed', async () => {
  const made = await scene.aWebhook();
  scene.receiver.answer = (response) =>
    void response.writeHead(302, { location: `${scene.receiver.url}/else` }).end();
  await aCard(scene.services, scene.strike);
  await until('the attempt', async () => (await scene.look(made)).nextAttemptAt !== null);
  expect((await scene.look(made)).deliveries.edges[0]?.node.attempts[0]?.status).toBe(302);
  expect(scene.receiver.got).toHaveLength(1);
  await scene.remove(made);
});

test('a test is sent once, also while others wait, and tells what came of it', async () => {
  const made = await scene.aWebhook();
  await scene.refusals('updateWebhook', { webhookId: made.id, isOn: false });
  const { testWebhook } = await scene.ask<{ testWebhook: { delivery: { id: string } } }>(
    'mutation ($input: TestWebhookInput!) { testWebhook(input: $input) { delivery { id } } }',
    { input: { webhookId: made.id } },
    scene.strike.organizer.token,
  );
  expect(testWebhook.delivery.id).toBeTruthy();
  await until(
    'it is taken',
    async () => (await scene.look(made)).deliveries.edges[0]?.node.state === 'TAKEN',
  );
  expect(scene.messages()).toMatchObject([
    { type: 'test', data: { boardChanges: { kind: 'HEARTBEAT', cards: [] } } },
  ]);
  scene.receiver.answer = (response) => void response.writeHead(500).end();
  await scene.refusals('testWebhook', { webhookId: made.id });
  await until(
    'it is given up',
    async () => (await scene.look(made)).deliveries.edges[0]?.node.state === 'GIVEN_UP',
  );
  await scene.remove(made);
});

test('a change of a board writes nothing for its webhooks', async () => {
  const made = await scene.aWebhook();
  const cardId = await aCard(scene.services, scene.strike);
  await until('all is told', () => scene.receiver.got.length > 0);
  await scene.refusals('updateWebhook', { webhookId: made.id, isOn: false });
  const rows = async () =>
    (
      await sql<{ n: number }>`select (select count(*) from webhook_delivery)::int
      + (select count(*) from pgboss.job where name = 'webhook')::int as n`.execute(scene.db())
    ).rows[0]?.n;
  const before = await rows();
  await moveCard(scene.services, scene.strike.organizer.viewer.personId, { cardId });
  expect(await rows()).toBe(before);
  await scene.remove(made);
});

test('a webhook that a tool made reads no more than its token, and ends with it; the tool has no other', async () => {
  const { token: cookie, viewer } = scene.strike.organizer;
  const mine = await scene.aWebhook();
  const made = await createToken(scene.services, viewer, {
    ...{ name: 'newsletter tool', scopes: ['READ_PUBLIC', 'MANAGE_WEBHOOKS'], days: 30 },
    ...{ organizationId: null, campaignIds: null },
  });
  const byTool = async (query: string, variables: object) => {
    const answer = await scene.app.ask(query, variables, { authorization: `Bearer ${made.secret}` });
    return (await answer.json()) as {
      data: Record<string, never>;
      errors?: { extensions: { code: string } }[];
    };
  };
  const input = {
    boardId: scene.strike.board,
    label: 'By a tool',
    url: scene.receiver.url,
    document: DOCUMENT,
  };
  const { data } = (await byTool(
    'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } errors { message } } }',
    { input },
  )) as unknown as { data: { createWebhook: { webhook: { id: string } } } };
  const own = data.createWebhook.webhook.id;
  const list = await byTool('{ viewer { webhooks { id } } }', {});
  expect(list.data).toEqual({ viewer: { webhooks: [{ id: own }] } });
  const stolen = await byTool(
    'mutation ($input: UpdateWebhookInput!) { updateWebhook(input: $input) { errors { code } } }',
    { input: { webhookId: mine.id, url: scene.receiver.url } },
  );
  expect(stolen.data).toEqual({ updateWebhook: { errors: [{ code: 'NOT_FOUND' }] } });
  await scene.remove(mine);
  await aCard(scene.services, scene.strike, { sensitivity: 'TEAM', title: 'For the team alone' });
  await aCard(scene.services, scene.strike, { title: 'For all' });
  await until('it is told', () => scene.titles().includes('For all'));
  expect(JSON.stringify(scene.messages().filter(({ epoch }) => epoch.endsWith('-public')))).not.toContain(
    'team alone',
  );
  await revokeToken(scene.services, viewer, made.id);
  scene.receiver.got.length = 0;
  await aCard(scene.services, scene.strike, { title: 'After its end' });
  await until('it is off', async () => (await scene.look({ id: own }, cookie)).off === 'NOT_READABLE');
  expect(scene.titles()).toEqual([]);
  await scene.remove({ id: own });
});
