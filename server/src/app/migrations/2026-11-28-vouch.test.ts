import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCard, aPerson, localOnStrike } from '../../../test/support/local-on-strike.ts';
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

test('who was vetted by a vouch alone is so where it was given; work and a coordinator’s word stand', async () => {
  const strike = await localOnStrike(services);
  const db = services.orm.em.fork().getKysely();
  const lead = await aPerson(services, strike.carmen, { standing: 'LEAD' });
  // As it was before the rule: everybody NEW became VETTED by a word.
  const vouchedBy = async (by: string, done = 0) => {
    const id = await aPerson(services, strike.carmen);
    for (let card = 0; card < done; card++) await aCard(services, strike, 'DONE', { holder: id });
    await sql`delete from standing_change where person_id = ${id}`.execute(db);
    await sql`update person set standing = 'VETTED' where id = ${id}`.execute(db);
    await sql`insert into standing_change (id, person_id, before, after, reason, note, by_id)
      values (uuidv7(), ${id}, 'NEW', 'VETTED', 'VOUCHED', 'We met', ${by})`.execute(db);
    return id;
  };
  const byMember = await vouchedBy(strike.member);
  const byLead = await vouchedBy(lead);
  const byCoordinator = await vouchedBy(strike.coordinator);
  const withWork = await vouchedBy(strike.member, 2);
  const lifted = await vouchedBy(strike.member);
  await sql`insert into standing_change (id, person_id, before, after, reason, by_id)
    values (uuidv7(), ${lifted}, 'VETTED', 'VETTED', 'COORDINATOR', ${strike.coordinator})`.execute(db);

  await sql`drop table vouch`.execute(db);
  await sql`delete from migration where name = '2026-11-28-vouch'`.execute(db);
  await migrate(database.url);

  const standingOf = async (id: string) => {
    const { rows } = await sql<{ standing: string; vouches: string[] }>`select standing,
      array(select organization_id from vouch where person_id = person.id and by_id = ${strike.member}
        and note = 'We met') as vouches from person where id = ${id}`.execute(db);
    return rows[0];
  };
  expect(await standingOf(byMember)).toEqual({ standing: 'NEW', vouches: [strike.organizationId] });
  expect(await standingOf(byLead)).toEqual({ standing: 'NEW', vouches: [] });
  for (const id of [byCoordinator, withWork, lifted, strike.vetted])
    expect(await standingOf(id)).toEqual({ standing: 'VETTED', vouches: [] });
  const { rows } = await sql<{
    id: string;
    reason: string;
  }>`select person_id as id, reason from standing_change
    where person_id in (${byMember}, ${withWork}) and reason <> 'VOUCHED' order by reason`.execute(db);
  expect(rows).toEqual([
    { id: byMember, reason: 'RULE_CHANGED' },
    { id: withWork, reason: 'WORK_APPROVED' },
  ]);
});
