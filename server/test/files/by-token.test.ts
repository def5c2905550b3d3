import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TokenScope } from '../../src/core/access/token-scope.ts';
import { createCampaign } from '../../src/core/board/create-campaign.ts';
import { claimCard } from '../../src/core/card/claim-card.ts';
import { createToken, type NewToken } from '../../src/features/token/create-token.ts';
import { revokeToken } from '../../src/features/token/revoke-token.ts';
import { toGlobalId } from '../../src/platform/graphql/global-id.ts';
import { aPicture } from '../support/a-picture.ts';
import { aCard, aHandle, type LocalOnStrike, localOnStrike } from '../support/local-on-strike.ts';
import { joinAs } from '../support/people.ts';
import { createTestServices, type TestServices } from '../support/services.ts';
import { startApp, type TestApp } from '../support/start-app.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { begin, send } from '../support/uploads.ts';

// A tool sends files and takes them by its token: with the scope that fits, as its person, on the campaigns it is made for.

let database: TestDatabase;
let services: TestServices;
let app: TestApp;
let strike: LocalOnStrike;
let photo: Buffer;
let ana: Awaited<ReturnType<typeof joinAs>>;

beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  app = await startApp(database.url, { BUDGETS: 'on', TRUST_PROXY: '1' });
  strike = await localOnStrike(services);
  photo = await aPicture();
  ana = await joinAs(services, aHandle());
});
afterAll(async () => {
  await app.close();
  await services.close();
  await database.drop();
});

async function aToken(scopes: TokenScope[], more: Partial<NewToken> = {}) {
  const input = { name: 'photo tool', scopes, organizationId: null, campaignIds: null, days: 30, ...more };
  const made = await createToken(services, ana.viewer, input);
  return {
    ...made,
    authorization: `Bearer ${made.secret}`,
    revoke: () => revokeToken(services, ana.viewer, made.id),
  };
}

async function heldCard(): Promise<string> {
  const { id } = await aCard(services, strike, 'OPEN');
  await claimCard(services, ana.viewer.personId, { cardId: id });
  return id;
}

const by = (authorization: string) => ({ sender: { url: app.url, cookie: '' }, headers: { authorization } });
const beginBy = (authorization: string, cardId: string, use: 'WORK' | 'CARD' = 'WORK') =>
  begin(
    by(authorization).sender,
    { ...{ cardId, use, name: 'gate.jpg', type: 'image/jpeg', bytes: photo.length } },
    { authorization },
  );
const sendBy = (authorization: string, address: string) =>
  fetch(`${app.url}${address}`, {
    method: 'PATCH',
    headers: {
      ...{ authorization, 'tus-resumable': '1.0.0', 'upload-offset': '0' },
      'content-type': 'application/offset+octet-stream',
    },
    body: photo as Uint8Array<ArrayBuffer>,
  });
const take = (authorization: string, address: string) =>
  fetch(`${app.url}/files/${toGlobalId('File', address.split('/').at(-1)!)}`, { headers: { authorization } });
const said = async (answer: Response) =>
  ((await answer.json()) as { errors: { message: string; extensions: Record<string, unknown> }[] })
    .errors[0]!;

test('a tool sends work for the card that its person holds, and takes it again', async () => {
  const { authorization } = await aToken(['ACT_CARDS', 'READ_CAMPAIGN']);
  const begun = await beginBy(authorization, await heldCard());
  expect(begun.status).toBe(201);
  expect(begun.headers.get('ratelimit-policy')).toContain('"token"');
  const address = begun.headers.get('location')!;
  const head = await fetch(`${app.url}${address}`, {
    method: 'HEAD',
    headers: { authorization, 'tus-resumable': '1.0.0' },
  });
  expect(head.headers.get('upload-offset')).toBe('0');
  expect((await sendBy(authorization, address)).status).toBe(204);
  const taken = await take(authorization, address);
  expect([taken.status, taken.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect(taken.headers.get('vary')).toContain('authorization');
  // Nobody else's tool finds it.
  expect((await take('', address)).status).toBe(404);
});

test('without the scope that fits it is refused in words, and nothing is begun', async () => {
  const cardId = await heldCard();
  const count = async () =>
    (
      await sql<{ n: number }>`select count(*)::int as n from file`.execute(
        services.orm.em.fork().getKysely(),
      )
    ).rows[0]?.n;
  const before = await count();
  const reader = await aToken(['READ_CAMPAIGN']);
  const refused = await beginBy(reader.authorization, cardId);
  expect(refused.status).toBe(403);
  expect(await said(refused)).toEqual({
    message: 'This token was not made for that: it needs ACT_CARDS.',
    extensions: { code: 'TOKEN_SCOPE', needs: ['ACT_CARDS'] },
  });
  const actor = await aToken(['ACT_CARDS']);
  expect((await said(await beginBy(actor.authorization, cardId, 'CARD'))).extensions).toEqual({
    code: 'TOKEN_SCOPE',
    needs: ['MANAGE_CAMPAIGN'],
  });
  expect(await count()).toBe(before);
  // What one tool began, another of the same person does not go on with where it was not made for it.
  const begun = await beginBy(actor.authorization, cardId);
  const address = begun.headers.get('location')!;
  expect((await said(await sendBy(reader.authorization, address))).extensions.code).toBe('TOKEN_SCOPE');
  expect((await sendBy(actor.authorization, address)).status).toBe(204);
});

test('a token that does not count is refused at both doors, and is never taken for its person’s cookie', async () => {
  const cardId = await heldCard();
  const ended = await aToken(['ACT_CARDS', 'READ_CAMPAIGN']);
  const begun = await beginBy(ended.authorization, cardId);
  const address = begun.headers.get('location')!;
  await ended.revoke();
  for (const authorization of [ended.authorization, 'Bearer sbt_nothing']) {
    const cookie = `strikeboard=${ana.token}`;
    for (const answer of [
      await beginBy(authorization, cardId),
      await sendBy(authorization, address),
      await take(authorization, address),
      await fetch(`${app.url}/files/x`, { headers: { authorization, cookie } }),
    ]) {
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
      expect((await said(answer)).extensions.code).toBe('TOKEN_NOT_VALID');
    }
  }
  // By their session they go on with it.
  expect((await send({ url: app.url, cookie: `strikeboard=${ana.token}` }, address, 0, photo)).status).toBe(
    204,
  );
});

test('on other campaigns than it was made for it sends nothing and finds nothing of its person’s', async () => {
  const cardId = await heldCard();
  const whole = await aToken(['ACT_CARDS', 'READ_CAMPAIGN']);
  const begun = await beginBy(whole.authorization, cardId);
  const address = begun.headers.get('location')!;
  expect((await sendBy(whole.authorization, address)).status).toBe(204);
  const other = await createCampaign(services, strike.coordinator, {
    ...{
      organizationId: strike.organizationId,
      slug: `other-${strike.slug}`,
      kind: 'STRIKE',
      title: 'Other',
    },
    ...{ languages: ['en'], sensitivity: 'PUBLIC' },
  });
  const elsewhere = await aToken(['ACT_CARDS', 'READ_CAMPAIGN'], { campaignIds: [other.campaignId] });
  expect((await said(await beginBy(elsewhere.authorization, cardId))).extensions).toMatchObject({
    ...{ code: 'NOT_ALLOWED', why: 'TOKEN_ELSEWHERE' },
  });
  expect((await take(elsewhere.authorization, address)).status).toBe(404);
  expect((await take(whole.authorization, address)).status).toBe(200);
  // Nor does one that reads nothing but what is public.
  const publicOnly = await aToken(['READ_PUBLIC']);
  expect((await take(publicOnly.authorization, address)).status).toBe(404);
});

test('it pays from the budget of its token, and waits where that is spent', async () => {
  const poor = await startApp(database.url, { BUDGETS: 'on', TRUST_PROXY: '1', BUDGET_TOKEN: '250' });
  try {
    const { authorization } = await aToken(['READ_PUBLIC']);
    const ask = () =>
      fetch(`${poor.url}/files/x`, { headers: { authorization, 'x-forwarded-for': '203.0.113.9' } });
    const statuses = [(await ask()).status, (await ask()).status];
    expect(statuses).toEqual([404, 404]);
    const spent = await ask();
    expect(spent.status).toBe(429);
    expect(Number(spent.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await said(spent)).extensions).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      retryAfter: expect.any(Number) as number,
    });
  } finally {
    await poor.close();
  }
});
