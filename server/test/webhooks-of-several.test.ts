import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveCard } from '../src/core/card/move-card.ts';
import { setRole } from '../src/core/trust/set-role.ts';
import { setStanding } from '../src/core/trust/set-standing.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { aCard, aHandle, startStrike, type Strike } from './live/support/strike.ts';
import { joinAs } from './support/people.ts';
import { countStatements } from './support/count-statements.ts';
import { until } from './support/until.ts';
import { DOCUMENT, type MadeWebhook, WebhookScene } from './support/webhook-scene.ts';

// A webhook over several boards: a place in each, in order within each; and what only rights, or weight, have to say.

const SEVERAL = `subscription Finished($boards: [BoardToFollow!]!) { boardsChanges(boards: $boards) {
  boardId change { kind resetReason previousRevision revision events { revision } cards { title } } } }`;

interface Told {
  type: string;
  boardId: string;
  epoch: string;
  previousRevision: number;
  revision: number;
  data: {
    boardsChanges: {
      boardId: string;
      change: {
        kind: string;
        resetReason: string | null;
        events: { revision: number }[];
        cards: { title: string }[];
      } | null;
    };
  };
}

let scene: WebhookScene;
beforeAll(async () => {
  scene = await WebhookScene.open();
});
beforeEach(() => scene.clear());
afterAll(() => scene.close());

const told = () => scene.receiver.got.map(({ body }) => JSON.parse(body) as Told);
const titlesOf = (board: string) =>
  told().flatMap(({ boardId, data }) =>
    boardId === board ? (data.boardsChanges.change?.cards ?? []).map(({ title }) => title) : [],
  );

interface Standing {
  off: string | null;
  boards: { boardId: string; epoch: string; revision: number; campaign: { title: string } | null }[];
}
async function standing({ id }: MadeWebhook, token?: string): Promise<Standing> {
  const { node } = await scene.ask<{ node: Standing }>(
    `query ($id: ID!) { node(id: $id) { ... on Webhook { off boards { boardId epoch revision campaign { title } } } } }`,
    { id },
    token,
  );
  return node;
}

const two = async (): Promise<[Strike, Strike]> => [
  await startStrike(scene.services),
  await startStrike(scene.services),
];

test('each message says of which board it is, and each board goes on where its last one ended', async () => {
  const strikes = await two();
  const made = await scene.aWebhook({ document: SEVERAL, boards: strikes.map(({ board }) => board) });
  for (let round = 0; round < 3; round += 1)
    for (const strike of strikes) {
      await aCard(scene.services, strike, { title: `Round ${round}` });
      await until('it is told', () => titlesOf(strike.board).includes(`Round ${round}`));
    }
  for (const { board } of strikes) {
    const ofBoard = told().filter(({ boardId }) => boardId === board);
    for (const { data, type } of ofBoard) {
      expect(type).toBe('boards.changes');
      expect(data.boardsChanges.boardId).toBe(board);
    }
    for (const [index, { previousRevision }] of ofBoard.entries())
      if (index > 0) expect(previousRevision).toBe(ofBoard[index - 1]!.revision);
    expect(titlesOf(board)).toEqual(['Round 0', 'Round 1', 'Round 2']);
  }
  const stands = async () => (await standing(made)).boards.map(({ revision }) => revision);
  await until('all is noted', async () => (await stands()).every((revision) => revision > 2));
  await scene.remove(made);
});

test('while its receiver is away all boards wait; then each comes in order, none before its turn is lost', async () => {
  const strikes = await two();
  const made = await scene.aWebhook({ document: SEVERAL, boards: strikes.map(({ board }) => board) });
  scene.receiver.answer = (response) => void response.writeHead(503).end();
  for (const strike of strikes) await aCard(scene.services, strike, { title: 'Waited' });
  await until('an attempt', () => scene.receiver.got.length > 0);
  scene.clear();
  await scene.refusals('updateWebhook', { webhookId: made.id, isOn: true });
  await until('both', () => strikes.every(({ board }) => titlesOf(board).includes('Waited')));
  await scene.remove(made);
});

test('of one board everything is delivered again, under the ids it had; of which has to be said', async () => {
  const [one, other] = await two();
  const made = await scene.aWebhook({ document: SEVERAL, boards: [one.board, other.board] });
  for (const strike of [one, other]) await aCard(scene.services, strike, { title: 'First' });
  await until('both', () => [one, other].every(({ board }) => titlesOf(board).length === 1));
  const ids = () => scene.receiver.got.map(({ headers }) => headers['webhook-id']);
  const idOf = (board: string) => ids()[told().findIndex(({ boardId }) => boardId === board)];
  const before = idOf(one.board);
  const again = { webhookId: made.id, fromRevision: 0 };
  expect(await scene.refusals('redeliver', again)).toMatchObject([
    { code: 'INVALID_INPUT', field: 'boardId', reason: 'EMPTY' },
  ]);
  const elsewhere = toGlobalId('Board', '019a0000-0000-7000-8000-000000000000');
  expect(await scene.refusals('redeliver', { ...again, boardId: elsewhere })).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
  scene.clear();
  expect(await scene.refusals('redeliver', { ...again, boardId: one.board })).toEqual([]);
  await until('again', () => titlesOf(one.board).length === 1);
  expect(ids()).toContain(before);
  // A message of the other, which is not asked for again, says that nothing else came.
  await aCard(scene.services, other, { title: 'Later' });
  await until('later', () => titlesOf(other.board).includes('Later'));
  expect(titlesOf(other.board)).toEqual(['Later']);
  await scene.remove(made);
});

test('boards are added and left out; a new one begins now', async () => {
  const [one, other] = await two();
  await aCard(scene.services, other, { title: 'Before' });
  const made = await scene.aWebhook({ document: SEVERAL, boards: [one.board] });
  expect(
    await scene.refusals('updateWebhook', { webhookId: made.id, boardIds: [one.board, other.board] }),
  ).toEqual([]);
  await aCard(scene.services, other, { title: 'Since' });
  await until('it is told', () => titlesOf(other.board).length > 0);
  expect(titlesOf(other.board)).toEqual(['Since']);
  await scene.refusals('updateWebhook', { webhookId: made.id, boardIds: [other.board] });
  await aCard(scene.services, one, { title: 'Nobody hears' });
  await aCard(scene.services, other, { title: 'Still' });
  await until('it goes on', () => titlesOf(other.board).includes('Still'));
  expect(titlesOf(one.board)).toEqual([]);
  expect((await standing(made)).boards.map(({ boardId }) => boardId)).toEqual([other.board]);
  await scene.remove(made);
});

test('what cannot be followed so is refused in words', async () => {
  const [one, other] = await two();
  const give = (more: object) =>
    scene.refusals('createWebhook', {
      ...{ label: 'Newsletter', url: 'https://union.org/hook', document: SEVERAL, ...more },
    });
  const both = [one.board, other.board];
  const wrong = { code: 'INVALID_INPUT', field: 'boardIds' };
  expect(await give({ boardIds: [] })).toMatchObject([{ ...wrong, reason: 'EMPTY' }]);
  expect(await give({})).toMatchObject([{ ...wrong, reason: 'EMPTY' }]);
  expect(await give({ boardIds: both, document: DOCUMENT })).toMatchObject([
    { ...wrong, reason: 'TOO_MANY' },
  ]);
  const nowhere = toGlobalId('Board', '019a0000-0000-7000-8000-000000000000');
  expect(await give({ boardIds: [...both, nowhere] })).toMatchObject([{ code: 'NOT_FOUND' }]);
  // Open work has no log that could be read again: it says what to do in place of it.
  const openWork = { boardIds: both, document: 'subscription { openCardsChanged { kind } }' };
  expect(await give(openWork)).toMatchObject([
    {
      ...{ code: 'INVALID_INPUT', field: 'document', reason: 'BAD_DOCUMENT' },
      message: expect.stringContaining('`boardsChanges`') as string,
    },
  ]);
  const made = await scene.aWebhook({ document: SEVERAL, boards: both });
  expect(await scene.refusals('updateWebhook', { webhookId: made.id, document: DOCUMENT })).toMatchObject([
    { ...wrong, reason: 'TOO_MANY' },
  ]);
  await scene.remove(made);
});

test('a message costs as many statements with five boards as with one', async () => {
  const strikes: Strike[] = [];
  for (let n = 0; n < 5; n += 1) strikes.push(await startStrike(scene.services));
  const rests = async () => {
    const { rows } = await sql<{ isAtRest: boolean }>`select bool_and(held_until is null) as "isAtRest"
      from webhook`.execute(scene.db());
    return rows[0]!.isAtRest;
  };
  const costOf = async (boards: string[]) => {
    const made = await scene.aWebhook({ document: SEVERAL, boards });
    await aCard(scene.services, strikes[0]!, { title: 'Warm' });
    await until('it is told', () => titlesOf(strikes[0]!.board).includes('Warm'));
    await until('nobody works at it', rests);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from webhook_board
      where webhook_id = (select id from webhook order by id desc limit 1)`.execute(scene.db());
    expect(rows[0]?.n).toBe(boards.length);
    const cost = await countStatements(async () => {
      const seen = scene.receiver.got.length;
      await aCard(scene.services, strikes[0]!, { title: 'Counted' });
      await until('it is told', () => scene.receiver.got.length > seen);
      await until('nobody works at it', rests);
    }, /pgboss|^select 1$|pg_notify|event where ends_at|from webhook$|select id from webhook|as "isAtRest"/);
    await scene.remove(made);
    scene.clear();
    return cost;
  };
  const one = await costOf([strikes[0]!.board]);
  const five = await costOf(strikes.map(({ board }) => board));
  // Another look within the second may find it held already.
  expect(five).toBeLessThan(one + 3);
});

describe('rights', () => {
  test('a board that its owner may not read any more is told as gone, once; the others go on; back again it is anew', async () => {
    const open = await startStrike(scene.services);
    const team = await startStrike(scene.services, { sensitivity: 'TEAM' });
    const { token, viewer } = await joinAs(scene.services, aHandle());
    const role = (value: 'APPROVER' | null) =>
      setRole(scene.services, team.coordinator, {
        ...{ organizationId: team.organizationId, handle: viewer.handle, role: value },
      });
    await role('APPROVER');
    const made = await scene.aWebhook({ token, document: SEVERAL, boards: [open.board, team.board] });
    await aCard(scene.services, team, { sensitivity: 'TEAM', title: 'For the team' });
    await until('it is told', () => titlesOf(team.board).includes('For the team'));
    await role(null);
    const gone = () => told().filter(({ data }) => data.boardsChanges.change === null);
    await until('it is gone', () => gone().length > 0, 5_000);
    expect(gone()).toMatchObject([
      { boardId: team.board, epoch: '', data: { boardsChanges: { change: null } } },
    ]);
    await aCard(scene.services, team, { sensitivity: 'TEAM', title: 'Not for you' });
    await aCard(scene.services, open, { title: 'Still here' });
    await until('the other goes on', () => titlesOf(open.board).includes('Still here'));
    expect(gone()).toHaveLength(1);
    expect(JSON.stringify(told())).not.toContain('Not for you');
    expect((await standing(made, token)).off).toBe(null);
    await role('APPROVER');
    await until('it begins anew', () =>
      told().some(
        ({ boardId, data }) => boardId === team.board && data.boardsChanges.change?.kind === 'RESET',
      ),
    );
    await scene.remove(made, token);
  });

  test.each(['boardChanges', 'boardsChanges'])(
    'a change of rights alone says RESET over %s at once, before anything happens on the board',
    async (field) => {
      const { token, viewer } = await joinAs(scene.services, aHandle());
      const strike = await startStrike(scene.services);
      const document = field === 'boardChanges' ? DOCUMENT : SEVERAL;
      const made = await scene.aWebhook({ token, document, board: strike.board });
      await setStanding(scene.services, strike.coordinator, { handle: viewer.handle, standing: 'VETTED' });
      await until('the reset', () => scene.receiver.got.some(({ body }) => body.includes('RESET')), 5_000);
      expect(JSON.stringify(told())).toContain('RIGHTS_CHANGED');
      expect(told()[0]?.epoch).toMatch(/-vetted$/);
      expect(scene.receiver.got).toHaveLength(1);
      await scene.remove(made, token);
    },
  );

  test('what nobody says, such as a token that ran out, is found by a look of its own', async () => {
    const strike = await startStrike(scene.services);
    const { token, viewer } = await joinAs(scene.services, aHandle());
    const made = await scene.aWebhook({ token, board: strike.board });
    // By the database alone, as if the word of it was lost.
    await sql`update person set standing = 'VETTED' where id = ${viewer.personId}`.execute(scene.db());
    await sql`update webhook set looked_at = clock_timestamp() - interval '6 minutes'`.execute(scene.db());
    await until('the reset', () => scene.receiver.got.some(({ body }) => body.includes('RESET')), 5_000);
    await scene.remove(made, token);
  });
});

test('what would weigh too much is a RESET, once, and its owner reads why; what follows comes as ever', async () => {
  const strike = await startStrike(scene.services);
  const cardId = await aCard(scene.services, strike, { title: 'Long' });
  // A hundred aliases of the longest words, of a hundred cards, are more than twelve million bytes.
  const words = '語'.repeat(3_000);
  await sql`update card set local_supplies = ${words}, out_of_scope = ${words} where board_id = ${strike.boardId}`.execute(
    scene.db(),
  );
  const aliases = Array.from({ length: 9 }, (_each, n) => `a${n}: localSupplies b${n}: outOfScope`).join(' ');
  const made = await scene.aWebhook({
    board: strike.board,
    document: `subscription ($b: ID!) { boardChanges(boardId: $b) { kind resetReason revision cards { ${aliases} } } }`,
  });
  await scene.refusals('updateWebhook', { webhookId: made.id, isOn: false });
  for (let n = 0; n < 120; n += 1) await aCard(scene.services, strike, { title: `Card ${n}` });
  await sql`update card set local_supplies = ${words}, out_of_scope = ${words} where board_id = ${strike.boardId}`.execute(
    scene.db(),
  );
  await scene.refusals('updateWebhook', { webhookId: made.id, isOn: true });
  await until(
    'the reset',
    () => scene.receiver.got.some(({ body }) => body.includes('OUT_OF_REACH')),
    30_000,
  );
  await until('it is noted', async () =>
    (await scene.look(made)).deliveries.edges.some(({ node }) =>
      node.attempts.some(({ failure }) => failure === 'TOO_LARGE'),
    ),
  );
  const { deliveries, off } = await scene.look(made);
  expect(off).toBe(null);
  expect(deliveries.edges.flatMap(({ node }) => node.attempts.filter(({ failure }) => failure))).toHaveLength(
    1,
  );
  scene.clear();
  const { revision } = await moveCard(scene.services, strike.organizer.viewer.personId, { cardId });
  await until('what follows', () => told().some((each) => each.revision === revision));
  expect(told().at(-1)).toMatchObject({ data: { boardChanges: { kind: 'CHANGES' } } });
  await scene.remove(made);
}, 120_000);
