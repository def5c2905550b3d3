// Before any class that type-graphql reads.
import 'reflect-metadata';
import { graphql, type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  aHandle,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { coordinator, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { type Context, createContext } from '../../core/access/context.ts';
import { createSchema } from '../../app/schema.ts';
import { hashOf } from '../../core/access/secret.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { declineAsk } from './decline-ask.ts';
import { readAskByToken } from './read-asks.ts';
import { saveAskAnswers } from './save-ask-answers.ts';
import { startAsk } from './start-ask.ts';
import { submitAsk } from './submit-ask.ts';
import { takeAsk } from './take-ask.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let strike: LocalOnStrike;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  strike = await localOnStrike(services);
});
beforeEach(async () => {
  await db().deleteFrom('ask').execute();
  await db().deleteFrom('notification').execute();
  services.sent.length = 0;
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
const askNow = async (token: string) => (await readAskByToken(services.orm.em.fork(), token))!;
const allAsks = () => db().selectFrom('ask').selectAll().orderBy('id').execute();

type Saved = Omit<Parameters<typeof saveAskAnswers>[1], 'token'>;

/** An ask with some answers, still written. */
async function written(saved: Saved = { answers: { organizationName: 'Local 41' } }): Promise<string> {
  const { token } = await startAsk(services, { language: 'en' });
  await saveAskAnswers(services, { token, ...saved });
  return token;
}

/** An ask that was sent. */
async function sent(saved?: Saved): Promise<{ token: string; id: string }> {
  const token = await written(saved);
  await submitAsk(services, token);
  return { token, id: (await askNow(token)).id };
}

/** Runs one operation as a browser would. */
async function run(viewer: Viewer | null, source: string, variableValues: Record<string, unknown> = {}) {
  const http = {
    request: { headers: {}, socket: { remoteAddress: '203.0.113.7' } },
    response: { setHeader: () => undefined },
  } as unknown as Context['http'];
  const contextValue = createContext(services, { viewer, http, requestId: 'test' });
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
}

describe('while it is written', () => {
  test('whoever has the link has the ask, and nobody else finds it', async () => {
    const token = await written({
      language: 'es-mx',
      contact: 'Signal line.41',
      answers: {
        happening: 'Walk out',
        startsAt: new Date('2026-12-01T11:00:00Z'),
        assets: [{ asset: 'LOGO', has: false }],
      },
    });
    expect(token).toMatch(/^[\w-]{43}$/);
    const BY_LINK = `query ($token: String!) { askByLink(token: $token) { status language hasContact contact submittedAt
      answerBy askedBefore likeDuplicates { id } answers { happening startsAt role assets { asset has } worries } } }`;
    expect(await run(null, BY_LINK, { token })).toEqual({
      askByLink: {
        status: 'DRAFT',
        language: 'es-MX',
        hasContact: true,
        contact: null,
        submittedAt: null,
        answerBy: null,
        askedBefore: false,
        likeDuplicates: [],
        answers: {
          happening: 'Walk out',
          startsAt: '2026-12-01T11:00:00.000Z',
          role: null,
          assets: [{ asset: 'LOGO', has: false }],
          worries: [],
        },
      },
    });
    for (const wrong of ['', 'x', token.slice(1), hashOf(token).toString('hex')]) {
      expect(await run(strike.carmen, BY_LINK, { token: wrong })).toEqual({ askByLink: null });
    }
    // A coordinator reads what was sent, and nothing before.
    expect(await run(strike.carmen, '{ asks(statuses: [DRAFT]) { edges { node { id } } } }')).toEqual({
      asks: { edges: [] },
    });
    const { id } = await askNow(token);
    expect((await refusalOf(takeAsk(services, strike.carmen, id))).code).toBe('NOT_FOUND');
  });

  test('a link that leads nowhere changes nothing and says so', async () => {
    await written();
    const before = await allAsks();
    for (const attempt of [
      () => saveAskAnswers(services, { token: 'wrong', answers: { role: 'x' } }),
      () => submitAsk(services, 'wrong'),
    ]) {
      expect((await refusalOf(attempt())).code).toBe('LINK_INVALID');
    }
    expect(await allAsks()).toEqual(before);
  });

  test('a refused answer leaves the others of the same save unsaved, and what was there as it was', async () => {
    const token = await written();
    const before = await allAsks();
    const refused = saveAskAnswers(services, {
      token,
      answers: { role: 'Steward', lookHere: [{ url: 'javascript:alert(1)' }] },
    });
    expect(await refusalOf(refused)).toMatchObject({ field: 'lookHere', reason: 'BAD_URL' });
    expect(await refusalOf(saveAskAnswers(services, { token, language: '!' }))).toMatchObject({
      field: 'language',
    });
    expect(await refusalOf(saveAskAnswers(services, { token, contact: 'x'.repeat(501) }))).toMatchObject({
      field: 'contact',
    });
    expect(await allAsks()).toEqual(before);
    for (const language of ['', '!']) {
      expect(await refusalOf(startAsk(services, { language }))).toMatchObject({ field: 'language' });
    }
  });

  test('ten who save different answers at once lose nothing of each other', async () => {
    const { token } = await startAsk(services, { language: 'en' });
    const saves: Saved[] = [
      { answers: { organizationName: 'Local 41' } },
      { answers: { role: 'Steward' } },
      { answers: { happening: 'Walk out' } },
      { answers: { assets: [{ asset: 'LOGO', has: true }] } },
      { answers: { assets: [{ asset: 'PHOTOS', has: false }] } },
      { answers: { approver: 'Olga' } },
      { answers: { worries: ['PRESS'] } },
      { answers: { languages: ['es'] } },
      { answers: { unsaid: 'The day' } },
      { contact: 'line.41' },
    ];
    await Promise.all(saves.map((save) => saveAskAnswers(services, { token, ...save })));
    const { answers, contactSealed } = await askNow(token);
    expect(answers).toEqual({
      organizationName: 'Local 41',
      role: 'Steward',
      happening: 'Walk out',
      assets: { LOGO: true, PHOTOS: false },
      approver: 'Olga',
      worries: ['PRESS'],
      languages: ['es'],
      unsaid: 'The day',
    });
    expect(contactSealed).not.toBeNull();
  });

  test('an answer that somebody else changed since it was read is refused, and nothing of that save is kept', async () => {
    const token = await written({
      answers: { happening: 'Walk out', worries: ['PRESS'], assets: [{ asset: 'LOGO', has: true }] },
    });
    const save = (saved: Saved) => saveAskAnswers(services, { token, ...saved });
    const startsAt = new Date('2026-12-01T11:00:00Z');
    await save({
      answers: { happening: 'Lockout', startsAt },
      asRead: { happening: 'Walk out', startsAt: null },
    });
    await save({ answers: { assets: [{ asset: 'LOGO', has: false }] }, contact: 'line.41' });
    const before = await allAsks();
    const clashes: [Saved, string, unknown][] = [
      [
        { answers: { happening: 'Sit-in', role: 'x' }, asRead: { happening: 'Walk out' } },
        'happening',
        'Lockout',
      ],
      [{ answers: { happening: null }, asRead: { happening: 'Walk out' } }, 'happening', 'Lockout'],
      [{ answers: { startsAt: null }, asRead: { startsAt: new Date(0) } }, 'startsAt', startsAt.toJSON()],
      [{ answers: { worries: ['MONEY'] }, asRead: { worries: [] } }, 'worries', ['PRESS']],
      [
        {
          answers: { assets: [{ asset: 'LOGO', has: null }] },
          asRead: { assets: [{ asset: 'LOGO', has: true }] },
        },
        'assets',
        [{ asset: 'LOGO', has: false }],
      ],
      [{ contact: 'line.42', asRead: { hasContact: false } }, 'hasContact', true],
    ];
    for (const [saved, field, now] of clashes) {
      const fields = [{ field, now: JSON.stringify(now) }];
      expect(await refusalOf(save(saved))).toMatchObject({ code: 'STALE_FIELDS', fields });
    }
    expect(await allAsks()).toEqual(before);
  });

  test('the same words, other answers, and what is named as it is now are no clash', async () => {
    const token = await written({
      answers: { happening: 'Lockout', worries: ['PRESS'] },
      contact: 'line.41',
    });
    const save = (saved: Saved) => saveAskAnswers(services, { token, ...saved });
    await save({ answers: { happening: 'Lockout' }, asRead: { happening: 'Walk out' } });
    await save({ answers: { role: 'Steward' }, asRead: { role: '', happening: 'Walk out' } });
    await save({
      answers: {
        lookHere: [{ url: 'https://a.example/' }],
        assets: [{ asset: 'LOGO', has: true }],
        worries: [],
      },
      asRead: { lookHere: [], assets: [], worries: ['PRESS'] },
    });
    await save({ contact: null, asRead: { hasContact: true } });
    const { answers, contactSealed } = await askNow(token);
    expect(answers).toEqual({
      happening: 'Lockout',
      role: 'Steward',
      lookHere: [{ label: 'a.example', url: 'https://a.example/' }],
      assets: { LOGO: true },
    });
    expect(contactSealed).toBeNull();
  });

  test('a contact that is taken away is gone', async () => {
    const token = await written({ contact: 'line.41' });
    await saveAskAnswers(services, { token, contact: '' });
    expect(await askNow(token)).toMatchObject({ contactSealed: null, likenessKeys: [] });
  });
});

describe('limits', () => {
  test('on a socket, whose address nobody counts, none begins', async () => {
    const { data } = await graphql({
      schema,
      source: 'mutation { startAsk(input: { language: "en" }) { errors { code } } }',
      contextValue: createContext(services, { viewer: null, requestId: 'test' }),
    });
    expect(data?.['startAsk']).toMatchObject({ errors: [{ code: 'NOT_ALLOWED' }] });
  });
});

describe('sending', () => {
  test('needs who it is or what is happening', async () => {
    const token = await written({ contact: 'line.41', answers: { role: 'Steward', languages: ['es'] } });
    expect(await refusalOf(submitAsk(services, token))).toMatchObject({
      field: 'happening',
      reason: 'EMPTY',
    });
    expect(await askNow(token)).toMatchObject({ status: 'DRAFT', submittedAt: null });
    await saveAskAnswers(services, { token, answers: { happening: 'Walk out' } });
    await submitAsk(services, token);
    expect((await askNow(token)).status).toBe('SUBMITTED');
  });

  test('tells every coordinator once, however often it is sent, and the clock keeps its first moment', async () => {
    const second = await coordinator(services, aHandle());
    const suspended = await coordinator(services, aHandle());
    await setStanding(services, second, { handle: suspended.handle, standing: 'SUSPENDED', note: 'Rude' });
    const token = await written();
    services.sent.length = 0;
    await Promise.all([submitAsk(services, token), submitAsk(services, token), submitAsk(services, token)]);
    const { submittedAt } = await askNow(token);
    await submitAsk(services, token);
    expect((await askNow(token)).submittedAt).toEqual(submittedAt);
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
    const { token } = await sent();
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
    const { token, id } = await sent();
    services.sent.length = 0;
    await saveAskAnswers(services, { token, answers: { approver: 'Olga' } });
    expect(services.sent).toEqual([{ desk: true }]);
    await takeAsk(services, strike.carmen, id);
    await saveAskAnswers(services, { token, answers: { role: 'Steward' } });
    expect((await askNow(token)).answers).toMatchObject({ approver: 'Olga', role: 'Steward' });
    await declineAsk(services, strike.carmen, { askId: id, words: 'No', elsewhere: 'There' });
    const late = saveAskAnswers(services, { token, answers: { role: 'Driver' } });
    expect((await refusalOf(late)).code).toBe('WRONG_STAGE');
    expect((await askNow(token)).answers.role).toBe('Steward');
  });
});

describe('triage', () => {
  test('of two coordinators who take it at once one has it, and may take it again', async () => {
    const { token, id } = await sent();
    const others = await Promise.all([1, 2, 3].map(() => coordinator(services, aHandle())));
    const tries = await Promise.allSettled(others.map((each) => takeAsk(services, each, id)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const first = others.find((_each, index) => tries[index]!.status === 'fulfilled')!;
    const before = await askNow(token);
    expect(before).toMatchObject({ status: 'TRIAGED', triagedBy: first.personId });
    await takeAsk(services, first, id);
    expect(await askNow(token)).toEqual(before);
    expect((await refusalOf(takeAsk(services, strike.carmen, id))).code).toBe('WRONG_STAGE');
  });

  test('a no comes with words and another place to go, and whoever asked reads both', async () => {
    const { token, id } = await sent();
    const no = {
      askId: id,
      words: ' We know nobody in your language yet. ',
      elsewhere: 'The federation: 555',
    };
    for (const field of ['words', 'elsewhere']) {
      const refused = declineAsk(services, strike.carmen, { ...no, [field]: '  ' });
      expect(await refusalOf(refused)).toMatchObject({ field, reason: 'EMPTY' });
    }
    expect((await askNow(token)).status).toBe('SUBMITTED');
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
    const { id } = await sent();
    const before = await allAsks();
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
    expect(await allAsks()).toEqual(before);
  });

  test('lists what waits, oldest first, page by page, without contacts', async () => {
    const made = [];
    for (const name of ['One 41', 'Two 42', 'Three 43']) {
      made.push(await sent({ contact: `line of ${name}`, answers: { organizationName: name } }));
    }
    await takeAsk(services, strike.carmen, made[1]!.id);
    await declineAsk(services, strike.carmen, { askId: made[0]!.id, words: 'No', elsewhere: 'There' });
    await written();
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

describe('asks that were made twice', () => {
  const alike = async (token: string, viewer: Viewer | null = strike.carmen) => {
    const data = await run(
      viewer,
      `query ($token: String!) { askByLink(token: $token) { askedBefore
        likeDuplicates { contact answers { organizationName } } } }`,
      { token },
    );
    return data['askByLink'] as { askedBefore: boolean; likeDuplicates: unknown[] };
  };

  test('are found by name or contact, however these are spelled', async () => {
    const first = await sent({
      contact: 'Signal: Line.41',
      answers: { organizationName: 'Tránsit Workers 41' },
    });
    const sameName = await sent({
      contact: 'other.99',
      answers: { organizationName: 'TRANSIT  WORKERS-41' },
    });
    const sameContact = await sent({
      contact: 'post@other.example\nsignal line 41',
      answers: { organizationName: 'We at the depot' },
    });
    const neither = await sent({ contact: 'else.77', answers: { organizationName: 'Tenants United' } });
    expect(await alike(first.token)).toEqual({
      askedBefore: false,
      likeDuplicates: [
        { contact: null, answers: { organizationName: 'We at the depot' } },
        { contact: null, answers: { organizationName: 'TRANSIT  WORKERS-41' } },
      ],
    });
    expect((await alike(sameName.token)).likeDuplicates).toHaveLength(1);
    expect((await alike(sameContact.token)).likeDuplicates).toHaveLength(1);
    expect((await alike(neither.token)).likeDuplicates).toEqual([]);
  });

  test('are told to whoever left the same contact within seven days, and never by the name alone', async () => {
    const name = { organizationName: 'Transit Workers 41' };
    const first = await sent({ contact: 'line.41', answers: name });
    const again = await sent({ contact: 'LINE 41', answers: { happening: 'Walk out' } });
    // An employer who types the name of a local must not learn that it asked.
    const spy = await sent({ contact: 'boss@metro.example', answers: name });
    expect((await alike(first.token, null)).askedBefore).toBe(false);
    expect(await alike(again.token, null)).toEqual({ askedBefore: true, likeDuplicates: [] });
    expect(await alike(spy.token, null)).toEqual({ askedBefore: false, likeDuplicates: [] });
    expect((await askNow(again.token)).status).toBe('SUBMITTED');
    await sql`update ask set submitted_at = submitted_at - interval '8 days'
      where token_hash = ${hashOf(first.token)}`.execute(db());
    expect((await alike(again.token, null)).askedBefore).toBe(false);
  });

  test('a name and a contact of the same letters are not alike', async () => {
    await sent({ contact: 'Local 41', answers: { happening: 'Walk out' } });
    const { token } = await sent({ answers: { organizationName: 'Local 41' } });
    expect((await alike(token)).likeDuplicates).toEqual([]);
  });
});

test('nothing that is stored shows a contact or a link', async () => {
  const contact = 'very-secret-line-41@post.example';
  const { token } = await sent({ contact, answers: { organizationName: 'Local 41' } });
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(db());
  let dump = '';
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.raw(name)} t`.execute(
      db(),
    );
    dump += rows.map(({ text }) => text).join('\n');
  }
  expect(dump).toContain('Local 41');
  const hex = (text: string) => Buffer.from(text).toString('hex');
  for (const secret of [contact, contact.slice(0, 16), token, contact.replace(/[^a-z0-9]/g, '')]) {
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain(hex(secret));
  }
});
