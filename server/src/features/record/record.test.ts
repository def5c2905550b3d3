import 'reflect-metadata';
import { graphql, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Hosts, hosts } from '../../../test/support/an-event.ts';
import { aTraining, comeTo, practise } from '../../../test/support/a-training.ts';
import {
  aCard,
  aHandle,
  codeOf,
  type LocalOnStrike,
  localOnStrike,
  refusalOf,
} from '../../../test/support/local-on-strike.ts';
import { newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createSchema } from '../../app/schema.ts';
import { createContext } from '../../core/access/context.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { setPublicPage } from '../difference/set-public-page.ts';
import { answerPractice } from '../practice/answer-practice.ts';
import { createCertificate, listCertificates, MOST_STANDING, revokeCertificate } from './certificates.ts';
import { showRecord } from './show-record.ts';

let database: TestDatabase;
let services: TestServices;
let schema: GraphQLSchema;
let by: Hosts;
let strike: LocalOnStrike;
let me: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  schema = await createSchema();
  by = await hosts(services);
  strike = await localOnStrike(services);
});
beforeEach(async () => {
  me = await newcomer(services, aHandle());
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();
async function ask<Data>(source: string, viewer: Viewer | null = me): Promise<Data> {
  const contextValue = createContext(services, { viewer, requestId: 'test' });
  const { data, errors } = await graphql({ schema, source, contextValue });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as Data;
}
/** Trained and practised at a training of that sensitivity. */
async function learn(sensitivity: 'PUBLIC' | 'TEAM'): Promise<void> {
  const { eventId, cardId } = await aTraining(services, by, {
    sensitivity: 'PUBLIC',
    title: `A ${sensitivity} one`,
  });
  await comeTo(services, by, eventId, me);
  const practiceId = await practise(services, cardId, me);
  await answerPractice(services, by.organizer, { practiceId, wellDone: true, words: 'Good' });
  await sql`update event set sensitivity = ${sensitivity} where id = ${eventId}`.execute(db());
}
const shown = () =>
  ask<{ publicPage: { record: Record<string, unknown> } }>(
    `{ publicPage(handle: "${me.handle}") { record { trainedIn { title } practised { title } reviewed } } }`,
    null,
  );

test('a record shows nothing that its person did not choose, and of that only what anybody may know', async () => {
  await learn('PUBLIC');
  await learn('TEAM');
  const { viewer } = await ask<{
    viewer: { ownRecord: { trainedIn: object[]; practised: object[]; shown: string[] } };
  }>('{ viewer { ownRecord { trainedIn { title } practised { title } reviewed thanked shown } } }');
  // Who may not read the training any more does not read its name here either.
  expect(viewer.ownRecord).toMatchObject({ trainedIn: [{ title: 'A PUBLIC one' }], shown: [] });
  await setPublicPage(services, me, { on: true });
  expect((await shown()).publicPage.record).toEqual({ trainedIn: null, practised: null, reviewed: null });
  await showRecord(services, me, ['TRAINED', 'REVIEWED', 'TRAINED']);
  expect((await shown()).publicPage.record).toEqual({
    trainedIn: [{ title: 'A PUBLIC one' }],
    practised: null,
    reviewed: 0,
  });
  await showRecord(services, me, []);
  expect((await shown()).publicPage.record).toEqual({ trainedIn: null, practised: null, reviewed: null });
});

test('a certificate says what was finished until then, and nothing else; taken back it proves nothing', async () => {
  expect((await refusalOf(createCertificate(services, me, {}))).why).toBe('NOTHING_FINISHED');
  await aCard(services, strike, 'DONE', { holder: me.personId, hours: 2 });
  await aCard(services, strike, 'IN_REVIEW', { holder: me.personId, hours: 5 });
  const id = await createCertificate(services, me, { name: '  Ana María ' });
  const verify = (code: string) =>
    ask<{ certificate: Record<string, unknown> | null }>(
      `{ certificate(code: "${code}") { __typename name cards hours firstAt lastAt madeAt } }`,
      null,
    );
  const { code } = (await listCertificates(db(), me.personId))[0]!;
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
  const { certificate } = await verify(code);
  expect(certificate).toMatchObject({ name: 'Ana María', cards: 1, hours: 2 });
  // As people read it aloud and type it.
  expect(
    (
      await verify(
        ` ${code
          .toLowerCase()
          .replaceAll('0', 'o')
          .replaceAll('1', 'l')
          .replace(/(.{5})/g, '$1-')}`,
      )
    ).certificate,
  ).toEqual(certificate);
  // What comes later is not in it.
  await aCard(services, strike, 'DONE', { holder: me.personId, hours: 4 });
  expect((await verify(code)).certificate).toEqual(certificate);
  const fields = Object.keys((schema.getType('VerifiedCertificate') as GraphQLObjectType).getFields());
  expect(fields.sort()).toEqual(['cards', 'firstAt', 'hours', 'lastAt', 'madeAt', 'name']);
  const other = await newcomer(services, aHandle());
  expect(await codeOf(revokeCertificate(services, other, id))).toBe('NOT_FOUND');
  await revokeCertificate(services, me, id);
  expect((await verify(code)).certificate).toBeNull();
});

test('of one campaign alone, by the handle where nothing was typed; twenty stand at once; of who is on hold none', async () => {
  await aCard(services, strike, 'DONE', { holder: me.personId, hours: 2 });
  const elsewhere = await localOnStrike(services);
  await aCard(services, elsewhere, 'DONE', { holder: me.personId, hours: 3 });
  await createCertificate(services, me, { campaignId: strike.campaignId });
  await createCertificate(services, me, {});
  const all = await listCertificates(db(), me.personId);
  expect(all.map(({ name, cards, hours }) => ({ name, cards, hours }))).toEqual([
    { name: me.handle, cards: 2, hours: 5 },
    { name: me.handle, cards: 1, hours: 2 },
  ]);
  const none = createCertificate(services, me, { campaignId: (await localOnStrike(services)).campaignId });
  expect((await refusalOf(none)).why).toBe('NOTHING_FINISHED');
  for (let count = all.length; count < MOST_STANDING; count++) await createCertificate(services, me, {});
  expect((await refusalOf(createCertificate(services, me, {}))).why).toBe('CERTIFICATES_STANDING');
  await sql`update person set standing = 'SUSPENDED' where id = ${me.personId}`.execute(db());
  const { certificate } = await ask<{ certificate: null }>(
    `{ certificate(code: "${all[0]!.code}") { name } }`,
    null,
  );
  expect(certificate).toBeNull();
});

test('what two did together counts half for each', async () => {
  const { id } = await aCard(services, strike, 'DONE', { holder: me.personId, hours: 3 });
  await sql`update card set partner_id = ${strike.vetted} where id = ${id}`.execute(db());
  await createCertificate(services, me, {});
  expect((await listCertificates(db(), me.personId))[0]).toMatchObject({ cards: 1, hours: 1.5 });
});
