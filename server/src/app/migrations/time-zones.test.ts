import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { localOnStrike } from '../../../test/support/local-on-strike.ts';
import { joinAs } from '../../../test/support/people.ts';
import { createTestServices } from '../../../test/support/services.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { TimeZones } from './2026-11-28-time-zones.ts';

test('what was stored for a zone and is none becomes UTC, or nothing; zones stay', async () => {
  const database = await createTestDatabase();
  const services = await createTestServices(database.url);
  try {
    const { em } = services.orm;
    const db = em.getKysely();
    const { campaignId } = await localOnStrike(services);
    const { viewer } = await joinAs(services, 'odd-clock');
    await sql`insert into notification_choice (person_id) values (${viewer.personId})`.execute(db);
    await sql`insert into availability (person_id) values (${viewer.personId})`.execute(db);
    await sql`insert into ask (id, token_hash, status) values (gen_random_uuid(), '\\x01', 'DRAFT')`.execute(
      db,
    );

    const after = async (zone: string) => {
      await sql`update campaign set time_zone = ${zone} where id = ${campaignId}`.execute(db);
      await sql`update notification_choice set time_zone = ${zone}`.execute(db);
      await sql`update availability set time_zone = ${zone}`.execute(db);
      await sql`update ask set answers = jsonb_build_object('timeZone', ${zone}::text, 'kind', 'STRIKE')`.execute(
        db,
      );
      const migration = new TimeZones(em.getDriver(), services.orm.config);
      migration.up();
      for (const query of migration.getQueries()) await em.getConnection().execute(query as string);
      const { rows } = await sql`select campaign.time_zone as campaign, choice.time_zone as choice,
        availability.time_zone as availability, ask.answers
        from campaign, notification_choice choice, availability, ask where campaign.id = ${campaignId}`.execute(
        db,
      );
      return rows[0];
    };

    for (const zone of ['+02:00', 'Etc/Unknown', 'CST', 'SystemV/EST5']) {
      expect(await after(zone)).toEqual({
        campaign: 'UTC',
        choice: 'UTC',
        availability: null,
        answers: { kind: 'STRIKE' },
      });
    }
    for (const zone of ['America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC']) {
      expect(await after(zone)).toEqual({
        campaign: zone,
        choice: zone,
        availability: zone,
        answers: { kind: 'STRIKE', timeZone: zone },
      });
    }
  } finally {
    await services.close();
    await database.drop();
  }
});
