// Before any class that type-graphql reads.
import 'reflect-metadata';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LocalOnStrike, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createSchema } from '../../app/schema.ts';
import { hashOf } from '../../core/access/secret.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { aBrowser, askNow, type Browser, noAsks, sent } from '../../../test/support/a-written-ask.ts';

// Asks of the same people are found by what they are reached by, which nothing that is stored shows.

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
    const first = await sent(services, {
      contact: 'Signal: Line.41',
      answers: { organizationName: 'Tránsit Workers 41' },
    });
    const sameName = await sent(services, {
      contact: 'other.99',
      answers: { organizationName: 'TRANSIT  WORKERS-41' },
    });
    const sameContact = await sent(services, {
      contact: 'post@other.example\nsignal line 41',
      answers: { organizationName: 'We at the depot' },
    });
    const neither = await sent(services, {
      contact: 'else.77',
      answers: { organizationName: 'Tenants United' },
    });
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
    const first = await sent(services, { contact: 'line.41', answers: name });
    const again = await sent(services, { contact: 'LINE 41', answers: { happening: 'Walk out' } });
    // An employer who types the name of a local must not learn that it asked.
    const spy = await sent(services, { contact: 'boss@metro.example', answers: name });
    expect((await alike(first.token, null)).askedBefore).toBe(false);
    expect(await alike(again.token, null)).toEqual({ askedBefore: true, likeDuplicates: [] });
    expect(await alike(spy.token, null)).toEqual({ askedBefore: false, likeDuplicates: [] });
    expect((await askNow(services, again.token)).status).toBe('SUBMITTED');
    await sql`update ask set submitted_at = submitted_at - interval '8 days'
      where token_hash = ${hashOf(first.token)}`.execute(db());
    expect((await alike(again.token, null)).askedBefore).toBe(false);
  });

  test('a name and a contact of the same letters are not alike', async () => {
    await sent(services, { contact: 'Local 41', answers: { happening: 'Walk out' } });
    const { token } = await sent(services, { answers: { organizationName: 'Local 41' } });
    expect((await alike(token)).likeDuplicates).toEqual([]);
  });
});

test('nothing that is stored shows a contact or a link', async () => {
  const contact = 'very-secret-line-41@post.example';
  const { token } = await sent(services, { contact, answers: { organizationName: 'Local 41' } });
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
