import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAsk, anOfferedAsk, aPlannedAsk } from '../../../test/support/an-ask.ts';
import { aCard, localOnStrike } from '../../../test/support/local-on-strike.ts';
import { coordinator } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { migrate } from '../migrate.ts';

let database: TestDatabase;
let services: TestServices;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

test('what was there before gets the language it was most likely written in', async () => {
  const db = services.orm.em.fork().getKysely();
  const cora = await coordinator(services, 'Cora');
  // A campaign that came from an ask in Spanish, one that works in Spanish alone, one in both.
  const [asked, spanish, both] = [
    await localOnStrike(services),
    await localOnStrike(services),
    await localOnStrike(services),
  ];
  await sql`update campaign set languages = '{es}' where id = ${spanish.campaignId}`.execute(db);
  await sql`update campaign set languages = '{es,en}' where id = ${both.campaignId}`.execute(db);
  const { askId } = await anAsk(services, { status: 'ACCEPTED', language: 'es' });
  await sql`update ask set campaign_id = ${asked.campaignId} where id = ${askId}`.execute(db);
  const cards = [
    [await aCard(services, asked, 'OPEN', { title: 'Volante' }), 'es'],
    [await aCard(services, asked, 'OPEN', { title: 'Press list' }), 'en'],
    [await aCard(services, spanish, 'OPEN', { title: 'Volante' }), 'es'],
    [await aCard(services, both, 'OPEN', { title: 'Flyer' }), 'en'],
  ] as const;
  const planned = await aPlannedAsk(services, cora);
  const offered = await anOfferedAsk(services, cora);
  await sql`update ask set language = 'es-MX' where id = ${offered.askId}`.execute(db);
  const words = { title: 'Song', deliverable: 'A tune', localSupplies: '', caution: null, skill: 'WRITING' };
  await sql`insert into template_edition (key, version, words)
    values ('song', 1, ${JSON.stringify(words)}::jsonb)`.execute(db);

  await sql`alter table card drop column language`.execute(db);
  await sql`alter table plan drop column language`.execute(db);
  await sql`delete from migration where name = '2026-11-29-languages'`.execute(db);
  await migrate(database.url);

  for (const [{ id }, language] of cards) {
    const { rows } = await sql`select language from card where id = ${id}`.execute(db);
    expect(rows).toEqual([{ language }]);
  }
  const planOf = async (planId: string) =>
    (await sql`select language, version from plan where id = ${planId}`.execute(db)).rows[0];
  expect(await planOf(planned.planId)).toEqual({ language: 'en', version: planned.version });
  // The local may have read it in English: it reads it anew before it says go.
  expect(await planOf(offered.planId)).toEqual({ language: 'es', version: offered.version + 1 });
  const { rows } = await sql`select words from template_edition where key = 'song'`.execute(db);
  const { skill, ...texts } = words;
  expect(rows).toEqual([{ words: { skill, texts: { en: texts } } }]);
});
