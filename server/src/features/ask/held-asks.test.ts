import 'reflect-metadata';
import { graphql, type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anExchange } from '../../../test/support/an-exchange.ts';
import { aHandle, refusalOf } from '../../../test/support/local-on-strike.ts';
import { coordinator, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { countDesk, readDesk } from '../desk/read-desk.ts';
import { createContext } from '../../core/access/context.ts';
import { createSchema } from '../../app/schema.ts';
import { localLedger } from '../../platform/entries/entry-ledger.ts';
import { createEntryLimits } from '../../platform/entries/entry-limit.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { NetworkShare } from '../../platform/entries/network-share.ts';
import { ASKS_OF_NETWORK } from './ask-share.ts';
import { toAsk } from './ask.type.ts';
import { declineAsk } from './decline-ask.ts';
import { eraseAsk } from './erase-ask.ts';
import { readAskByToken } from './read-asks.ts';
import { releaseAsk } from './release-ask.ts';
import { saveAskAnswers } from './save-ask-answers.ts';
import { startAsk } from './start-ask.ts';
import { ASKS_A_DAY, submitAsk } from './submit-ask.ts';
import { takeAsk } from './take-ask.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let cora: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  cora = await coordinator(services, 'Cora');
});
beforeEach(async () => {
  services.askShare = new NetworkShare(ASKS_OF_NETWORK, localLedger());
  services.entryLimits = createEntryLimits();
  await sql`delete from ask`.execute(db());
  await sql`delete from notification`.execute(db());
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
const askNow = async (token: string) => (await readAskByToken(services.orm.em.fork(), token))!;
const noRoom = async () => false;

async function written(): Promise<string> {
  const { token } = await startAsk(services, { language: 'en' });
  await saveAskAnswers(services, { token, answers: { happening: 'We walk out' }, contact: 'Signal: us.1' });
  return token;
}

/** Sends an ask as a browser at an address does, and gives the status it has then. */
async function sendFrom(remoteAddress: string): Promise<string> {
  const { data, errors } = await graphql({
    schema,
    source: `mutation ($token: String!) { submitAsk(input: { token: $token }) { ask { status } errors { code } } }`,
    variableValues: { token: await written() },
    contextValue: createContext(services, {
      ...{ viewer: null, http: anExchange(remoteAddress), requestId: 'test' },
    }),
  });
  expect(errors).toBeUndefined();
  const { ask, errors: refusals } = data!['submitAsk'] as { ask: { status: string }; errors: object[] };
  // Whatever comes, nobody is turned away.
  expect(refusals).toEqual([]);
  return ask.status;
}

const statusesFrom = async (addresses: string[]) => {
  const statuses: string[] = [];
  for (const address of addresses) statuses.push(await sendFrom(address));
  return statuses.map((status) => (status === 'SUBMITTED' ? '+' : status === 'HELD' ? '-' : '?')).join('');
};

describe('one network uses up its own share and nobody else’s', () => {
  const { home, customer, site } = ASKS_OF_NETWORK;

  test('an address of IPv4, also written as IPv6', async () => {
    const all = Array.from({ length: home + 2 }, (_, n) => (n % 2 ? '::ffff:203.0.113.9' : '203.0.113.9'));
    expect(await statusesFrom(all)).toBe(`${'+'.repeat(home)}--`);
    expect(await sendFrom('203.0.113.10')).toBe('SUBMITTED');
  });

  test('a /64, a /56 and a /48 of IPv6, each with a share of its own', async () => {
    const inHome = Array.from({ length: home + 1 }, (_, n) => `2001:db8:7:0:${n + 1}::1`);
    expect(await statusesFrom(inHome)).toBe(`${'+'.repeat(home)}-`);
    // Other homes of the same customer have what is left of the customer's share, which the one held back took nothing of.
    const ofCustomer = Array.from({ length: customer - home + 1 }, (_, n) => `2001:db8:7:${n + 1}::1`);
    expect(await statusesFrom(ofCustomer)).toBe(`${'+'.repeat(customer - home)}-`);
    const ofSite = Array.from({ length: site - customer + 1 }, (_, n) => `2001:db8:7:${n + 1}00::1`);
    expect(await statusesFrom(ofSite)).toBe(`${'+'.repeat(site - customer)}-`);
    expect(await sendFrom('2001:db8:8::1')).toBe('SUBMITTED');
  });

  test('beginning and writing take nothing of it, nor does sending again', async () => {
    for (let begun = 0; begun < 3 * home; begun += 1) await startAsk(services, { language: 'en' });
    const token = await written();
    let asked = 0;
    const room = async () => {
      asked += 1;
      return true;
    };
    for (let times = 0; times < 3; times += 1) await submitAsk(services, token, room);
    const empty = await startAsk(services, { language: 'en' });
    expect(await refusalOf(submitAsk(services, empty.token, room))).toMatchObject({ reason: 'EMPTY' });
    expect(asked).toBe(1);
  });
});

test('a day in which more were sent than can be read holds the others back, also many at once', async () => {
  await sql`insert into ask (id, token_hash, status, submitted_at) select gen_random_uuid(), sha256(n::text::bytea),
    'DECLINED', now() from generate_series(1, ${ASKS_A_DAY - 2}) n`.execute(db());
  const tokens = await Promise.all(Array.from({ length: 6 }, written));
  await Promise.all(tokens.map((token) => submitAsk(services, token)));
  const statuses = await Promise.all(tokens.map(async (token) => (await askNow(token)).status));
  expect(statuses.sort()).toEqual(['HELD', 'HELD', 'HELD', 'HELD', 'SUBMITTED', 'SUBMITTED']);
  await sql`update ask set submitted_at = submitted_at - interval '25 hours'`.execute(db());
  const token = await written();
  await submitAsk(services, token);
  expect((await askNow(token)).status).toBe('SUBMITTED');
});

describe('an ask that is held back', () => {
  test('is whole, says until when somebody looks at it, and can still be changed', async () => {
    const token = await written();
    await submitAsk(services, token, noRoom);
    await saveAskAnswers(services, { token, answers: { role: 'Steward' } });
    const row = await askNow(token);
    expect(row).toMatchObject({
      status: 'HELD',
      submittedAt: null,
      answers: { happening: 'We walk out', role: 'Steward' },
    });
    expect(row.contactSealed).not.toBeNull();
    const { answerBy, heldAt, eraseAfter } = toAsk(row);
    expect(answerBy!.getTime() - heldAt!.getTime()).toBe(24 * 3_600_000);
    expect(eraseAfter).toBeNull();
  });

  test('stands on the desk in a list of its own; a flood is one notice to each coordinator', async () => {
    const tokens = await Promise.all(Array.from({ length: 4 }, written));
    for (const token of tokens) await submitAsk(services, token, noRoom);
    const em = services.orm.em.fork();
    const counts = await countDesk(em, {}, cora.personId);
    expect(counts.find(({ section }) => section === 'HELD_ASKS')).toMatchObject({ total: 4, late: 0 });
    expect(counts.find(({ section }) => section === 'ASKS')).toMatchObject({ total: 0 });
    const page = { viewerId: cora.personId, limit: 10, after: null };
    expect(await readDesk(em, 'HELD_ASKS', {}, page)).toHaveLength(4);
    const told = await db().selectFrom('notification').select(['kind', 'person_id as who']).execute();
    expect(told).toEqual([{ kind: 'ASK_HELD', who: cora.personId }]);
    await sql`update ask set held_at = held_at - interval '25 hours'`.execute(db());
    const later = await countDesk(em, {}, cora.personId);
    expect(later.find(({ section }) => section === 'HELD_ASKS')).toMatchObject({ total: 4, late: 4 });
  });

  test('is let in line by a coordinator, and the four hours begin then; nobody else lets it', async () => {
    const token = await written();
    await submitAsk(services, token, noRoom);
    const { id } = await askNow(token);
    await sql`update ask set held_at = held_at - interval '20 hours'`.execute(db());
    const stranger = await newcomer(services, aHandle());
    expect((await refusalOf(releaseAsk(services, stranger, id))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(takeAsk(services, cora, id))).code).toBe('WRONG_STAGE');
    await releaseAsk(services, cora, id);
    await releaseAsk(services, cora, id);
    const row = await askNow(token);
    expect(row.status).toBe('SUBMITTED');
    expect(toAsk(row).answerBy!.getTime() - row.submittedAt!.getTime()).toBe(4 * 3_600_000);
    expect(row.submittedAt!.getTime() - row.heldAt!.getTime()).toBeGreaterThan(19 * 3_600_000);
    await takeAsk(services, cora, id);
    await declineAsk(services, cora, { askId: id, words: 'No', elsewhere: 'There' });
    expect((await refusalOf(releaseAsk(services, cora, id))).code).toBe('WRONG_STAGE');
  });

  test('can be declined as it is', async () => {
    const token = await written();
    await submitAsk(services, token, noRoom);
    await declineAsk(services, cora, { askId: (await askNow(token)).id, words: 'No', elsewhere: 'There' });
    expect(await askNow(token)).toMatchObject({ status: 'DECLINED', declineWords: 'No' });
  });
});

test('what was begun and not sent goes by its age: an empty one after a day, any other after ninety', async () => {
  const { token: empty } = await startAsk(services, { language: 'en' });
  const draft = await written();
  const [emptyId, draftId] = [(await askNow(empty)).id, (await askNow(draft)).id];
  const age = (id: string, what: string, hours: number) =>
    sql`update ask set ${sql.ref(what)} = clock_timestamp() - make_interval(hours => ${hours}) where id = ${id}`.execute(
      db(),
    );
  await age(emptyId, 'updated_at', 23);
  expect(await eraseAsk(services, emptyId)).toBe(false);
  await age(emptyId, 'updated_at', 25);
  expect(await eraseAsk(services, emptyId)).toBe(true);
  // Touched every day, and begun long ago.
  await age(draftId, 'created_at', 89 * 24);
  expect(await eraseAsk(services, draftId)).toBe(false);
  await age(draftId, 'created_at', 91 * 24);
  expect(toAsk(await askNow(draft)).eraseAfter!.getTime()).toBeLessThan(Date.now());
  expect(await eraseAsk(services, draftId)).toBe(true);
});
