// Before any class that type-graphql reads.
import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  aHandle,
  localOnStrike,
  type LocalOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { coordinator, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createSchema } from '../../app/schema.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import { declineAsk } from './decline-ask.ts';
import { saveAskAnswers } from './save-ask-answers.ts';
import { submitAsk } from './submit-ask.ts';
import { takeAsk } from './take-ask.ts';
import {
  aBrowser,
  allAsks,
  askNow,
  type Browser,
  noAsks,
  sent,
  written,
} from '../../../test/support/a-written-ask.ts';

// An ask that is sent: who is told, who takes it, and what the answer is.

let database: TestDatabase;
let services: TestServices;
let strike: LocalOnStrike;
let run: Browser;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  run = aBrowser(services, await createSchema());
  strike = await localOnStrike(services);
});
beforeEach(() => noAsks(services));
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();

describe('sending', () => {
  test('needs who it is or what is happening', async () => {
    const token = await written(services, {
      contact: 'line.41',
      answers: { role: 'Steward', languages: ['es'] },
    });
    expect(await refusalOf(submitAsk(services, token))).toMatchObject({
      field: 'happening',
      reason: 'EMPTY',
    });
    expect(await askNow(services, token)).toMatchObject({ status: 'DRAFT', submittedAt: null });
    await saveAskAnswers(services, { token, answers: { happening: 'Walk out' } });
    await submitAsk(services, token);
    expect((await askNow(services, token)).status).toBe('SUBMITTED');
  });

  test('tells every coordinator once, however often it is sent, and the clock keeps its first moment', async () => {
    const second = await coordinator(services, aHandle());
    const suspended = await coordinator(services, aHandle());
    await setStanding(services, second, { handle: suspended.handle, standing: 'SUSPENDED', note: 'Rude' });
    const token = await written(services);
    services.sent.length = 0;
    await Promise.all([submitAsk(services, token), submitAsk(services, token), submitAsk(services, token)]);
    const { submittedAt } = await askNow(services, token);
    await submitAsk(services, token);
    expect((await askNow(services, token)).submittedAt).toEqual(submittedAt);
    const told = await db()
      .selectFrom('notification')
      .select('person_id')
      .where('kind', '=', 'ASK_CAME')
      .execute();
    expect(told).toHaveLength(2);
    expect(new Set(told.map((row) => row.person_id))).toEqual(new Set([strike.coordinator, second.personId]));
    expect(services.sent).toHaveLength(3);
    expect(services.sent).toContainEqual({ desk: true });
    expect(services.sent).toContainEqual({ notify: strike.coordinator });
    await setStanding(services, strike.carmen, {
      handle: second.handle,
      standing: 'SUSPENDED',
      note: 'Rude',
    });
  });

  test('starts a clock of four hours that both sides see', async () => {
    const { token } = await sent(services);
    const data = await run(
      null,
      'query ($token: String!) { askByLink(token: $token) { submittedAt answerBy } }',
      {
        token,
      },
    );
    const { submittedAt, answerBy } = data['askByLink'] as Record<string, string>;
    expect(Date.parse(answerBy!) - Date.parse(submittedAt!)).toBe(4 * 3_600_000);
  });

  test('does not close it: answers can be added until it is decided', async () => {
    const { token, id } = await sent(services);
    services.sent.length = 0;
    await saveAskAnswers(services, { token, answers: { approver: 'Olga' } });
    expect(services.sent).toEqual([{ desk: true }]);
    await takeAsk(services, strike.carmen, id);
    await saveAskAnswers(services, { token, answers: { role: 'Steward' } });
    expect((await askNow(services, token)).answers).toMatchObject({ approver: 'Olga', role: 'Steward' });
    await declineAsk(services, strike.carmen, { askId: id, words: 'No', elsewhere: 'There' });
    const late = saveAskAnswers(services, { token, answers: { role: 'Driver' } });
    expect((await refusalOf(late)).code).toBe('WRONG_STAGE');
    expect((await askNow(services, token)).answers.role).toBe('Steward');
  });
});

describe('triage', () => {
  test('of two coordinators who take it at once one has it, and may take it again', async () => {
    const { token, id } = await sent(services);
    const others = await Promise.all([1, 2, 3].map(() => coordinator(services, aHandle())));
    const tries = await Promise.allSettled(others.map((each) => takeAsk(services, each, id)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const first = others.find((_each, index) => tries[index]!.status === 'fulfilled')!;
    const before = await askNow(services, token);
    expect(before).toMatchObject({ status: 'TRIAGED', triagedBy: first.personId });
    await takeAsk(services, first, id);
    expect(await askNow(services, token)).toEqual(before);
    expect((await refusalOf(takeAsk(services, strike.carmen, id))).code).toBe('WRONG_STAGE');
  });

  test('a no comes with words and another place to go, and whoever asked reads both', async () => {
    const { token, id } = await sent(services);
    const no = {
      askId: id,
      words: ' We know nobody in your language yet. ',
      elsewhere: 'The federation: 555',
    };
    for (const field of ['words', 'elsewhere']) {
      const refused = declineAsk(services, strike.carmen, { ...no, [field]: '  ' });
      expect(await refusalOf(refused)).toMatchObject({ field, reason: 'EMPTY' });
    }
    expect((await askNow(services, token)).status).toBe('SUBMITTED');
    services.sent.length = 0;
    await declineAsk(services, strike.carmen, no);
    expect(services.sent).toEqual([{ desk: true }]);
    const data = await run(
      null,
      `query ($token: String!) { askByLink(token: $token) { status declineWords declineElsewhere
        triagedBy { handle } decidedBy { handle } contact } }`,
      { token },
    );
    expect(data['askByLink']).toEqual({
      status: 'DECLINED',
      declineWords: 'We know nobody in your language yet.',
      declineElsewhere: 'The federation: 555',
      triagedBy: null,
      decidedBy: null,
      contact: null,
    });
    expect((await refusalOf(declineAsk(services, strike.carmen, no))).code).toBe('WRONG_STAGE');
    expect((await refusalOf(takeAsk(services, strike.carmen, id))).code).toBe('WRONG_STAGE');
  });

  test('is for coordinators by the rights they have now, not by those they came with', async () => {
    const { id } = await sent(services);
    const before = await allAsks(services);
    const wasOne = await coordinator(services, aHandle());
    await setStanding(services, strike.carmen, {
      handle: wasOne.handle,
      standing: 'SUSPENDED',
      note: 'Rude',
    });
    const nobodys = '019a0000-0000-7000-8000-000000000000';
    const volunteer = await newcomer(services, aHandle());
    for (const askId of [id, nobodys]) {
      expect((await refusalOf(takeAsk(services, wasOne, askId))).code).toBe('SUSPENDED');
      expect((await refusalOf(takeAsk(services, volunteer, askId))).code).toBe('NOT_ALLOWED');
      const no = { askId, words: 'x', elsewhere: 'y' };
      expect((await refusalOf(declineAsk(services, volunteer, no))).code).toBe('NOT_ALLOWED');
    }
    expect((await refusalOf(takeAsk(services, strike.carmen, nobodys))).code).toBe('NOT_FOUND');
    expect(await allAsks(services)).toEqual(before);
  });

  test('lists what waits, oldest first, page by page, without contacts', async () => {
    const made = [];
    for (const name of ['One 41', 'Two 42', 'Three 43']) {
      made.push(await sent(services, { contact: `line of ${name}`, answers: { organizationName: name } }));
    }
    await takeAsk(services, strike.carmen, made[1]!.id);
    await declineAsk(services, strike.carmen, { askId: made[0]!.id, words: 'No', elsewhere: 'There' });
    await written(services);
    const LIST = `query ($after: String, $statuses: [AskStatus!]) { asks(first: 1, after: $after, statuses: $statuses) {
      edges { node { id contact hasContact answers { organizationName } triagedBy { handle } } }
      pageInfo { hasNextPage endCursor } } }`;
    type Page = {
      asks: {
        edges: { node: { id: string; answers: { organizationName: string } } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    const first = (await run(strike.carmen, LIST)) as Page;
    expect(first.asks.edges[0]?.node).toMatchObject({
      answers: { organizationName: 'Two 42' },
      hasContact: true,
      contact: null,
      triagedBy: { handle: strike.carmen.handle },
    });
    const second = (await run(strike.carmen, LIST, { after: first.asks.pageInfo.endCursor })) as Page;
    expect(second.asks.edges[0]?.node.answers.organizationName).toBe('Three 43');
    expect(second.asks.pageInfo.hasNextPage).toBe(false);
    const declined = (await run(strike.carmen, LIST, { statuses: ['DECLINED'] })) as Page;
    expect(declined.asks.edges[0]?.node.answers.organizationName).toBe('One 41');
    // One at a time, the coordinator reads how to reach them; nobody else finds it at all.
    const ONE = 'query ($id: ID!) { node(id: $id) { ... on Ask { contact } } }';
    const { id } = first.asks.edges[0]!.node;
    expect(await run(strike.carmen, ONE, { id })).toEqual({ node: { contact: 'line of Two 42' } });
    const volunteer = await newcomer(services, aHandle());
    for (const other of [null, volunteer]) {
      expect(await run(other, ONE, { id })).toEqual({ node: null });
      expect(await run(other, LIST)).toMatchObject({ asks: { edges: [] } });
    }
  });
});
