// Before any class that type-graphql reads.
import 'reflect-metadata';
import { graphql, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LocalOnStrike, localOnStrike, refusalOf } from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createContext } from '../../core/access/context.ts';
import { createSchema } from '../../app/schema.ts';
import { hashOf } from '../../core/access/secret.ts';
import { saveAskAnswers } from './save-ask-answers.ts';
import { startAsk } from './start-ask.ts';
import { submitAsk } from './submit-ask.ts';
import { takeAsk } from './take-ask.ts';
import {
  aBrowser,
  allAsks,
  askNow,
  type Browser,
  noAsks,
  type Saved,
  written,
} from '../../../test/support/a-written-ask.ts';

// An ask while it is written: whoever has its link has it, and nobody’s answer is lost.

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let strike: LocalOnStrike;
let run: Browser;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  run = aBrowser(services, schema);
  strike = await localOnStrike(services);
});
beforeEach(() => noAsks(services));
afterAll(async () => {
  await services.close();
  await database.drop();
});

describe('while it is written', () => {
  test('whoever has the link has the ask, and nobody else finds it', async () => {
    const token = await written(services, {
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
    const { id } = await askNow(services, token);
    expect((await refusalOf(takeAsk(services, strike.carmen, id))).code).toBe('NOT_FOUND');
  });

  test('a link that leads nowhere changes nothing and says so', async () => {
    await written(services);
    const before = await allAsks(services);
    for (const attempt of [
      () => saveAskAnswers(services, { token: 'wrong', answers: { role: 'x' } }),
      () => submitAsk(services, 'wrong'),
    ]) {
      expect((await refusalOf(attempt())).code).toBe('LINK_INVALID');
    }
    expect(await allAsks(services)).toEqual(before);
  });

  test('a refused answer leaves the others of the same save unsaved, and what was there as it was', async () => {
    const token = await written(services);
    const before = await allAsks(services);
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
    expect(await allAsks(services)).toEqual(before);
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
    const { answers, contactSealed } = await askNow(services, token);
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
    const token = await written(services, {
      answers: { happening: 'Walk out', worries: ['PRESS'], assets: [{ asset: 'LOGO', has: true }] },
    });
    const save = (saved: Saved) => saveAskAnswers(services, { token, ...saved });
    const startsAt = new Date('2026-12-01T11:00:00Z');
    await save({
      answers: { happening: 'Lockout', startsAt },
      asRead: { happening: 'Walk out', startsAt: null },
    });
    await save({ answers: { assets: [{ asset: 'LOGO', has: false }] }, contact: 'line.41' });
    const before = await allAsks(services);
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
    expect(await allAsks(services)).toEqual(before);
  });

  test('the same words, other answers, and what is named as it is now are no clash', async () => {
    const token = await written(services, {
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
    const { answers, contactSealed } = await askNow(services, token);
    expect(answers).toEqual({
      happening: 'Lockout',
      role: 'Steward',
      lookHere: [{ label: 'a.example', url: 'https://a.example/' }],
      assets: { LOGO: true },
    });
    expect(contactSealed).toBeNull();
  });

  test('a contact that is taken away is gone', async () => {
    const token = await written(services, { contact: 'line.41' });
    await saveAskAnswers(services, { token, contact: '' });
    expect(await askNow(services, token)).toMatchObject({ contactSealed: null, likenessKeys: [] });
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
