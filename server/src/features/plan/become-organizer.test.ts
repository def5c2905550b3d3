import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOfferedAsk } from '../../../test/support/an-ask.ts';
import { asNow, coordinator, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { agreePlan } from './agree-plan.ts';
import { becomeOrganizer } from './become-organizer.ts';
import { codeOf } from '../../../test/support/local-on-strike.ts';

// Whoever has the link leads the board that the plan became.

let database: TestDatabase;
let services: TestServices;
let cora: Viewer;
beforeAll(async () => {
  database = await createTestDatabase();
  services = await createTestServices(database.url);
  cora = await coordinator(services, 'Cora');
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

const db = () => services.orm.em.fork().getKysely();

describe('whoever has the link leads the board', () => {
  test('once, the same person again, and nobody else; also when both come at once', async () => {
    const { token, version, slug } = await anOfferedAsk(services, cora);
    const [ana, ben] = [await newcomer(services, 'Ana'), await newcomer(services, 'Ben')];
    expect(await codeOf(becomeOrganizer(services, ana, { token }))).toBe('WRONG_STAGE');
    const { campaignId } = await agreePlan(services, { token, version });
    const tries = await Promise.allSettled(
      [ana, ben].map((each) => becomeOrganizer(services, each, { token })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [first, second] = tries[0]!.status === 'fulfilled' ? [ana, ben] : [ben, ana];
    expect(await becomeOrganizer(services, first!, { token })).toMatchObject({
      campaignSlug: expect.stringContaining(slug),
      waits: false,
    });
    expect(await codeOf(becomeOrganizer(services, second!, { token }))).toBe('LINK_INVALID');
    const { organization_id } = await db()
      .selectFrom('campaign')
      .select('organization_id')
      .where('id', '=', campaignId)
      .executeTakeFirstOrThrow();
    expect((await asNow(services, first!)).roles).toEqual(new Map([[organization_id, 'ORGANIZER']]));
    expect((await asNow(services, second!)).roles.size).toBe(0);
    // A role that was taken away does not come back by the link.
    await setRole(services, cora, { organizationId: organization_id, handle: first!.handle, role: null });
    await becomeOrganizer(services, first!, { token });
    expect((await asNow(services, first!)).roles.size).toBe(0);
  });

  test('but no suspended person, and not by a link that leads nowhere', async () => {
    const { token, version } = await anOfferedAsk(services, cora);
    await agreePlan(services, { token, version });
    const sue = await newcomer(services, 'Sue');
    expect(await codeOf(becomeOrganizer(services, sue, { token: 'none' }))).toBe('LINK_INVALID');
    await setStanding(services, cora, { handle: 'Sue', standing: 'SUSPENDED', note: 'Rude' });
    expect(await codeOf(becomeOrganizer(services, sue, { token }))).toBe('SUSPENDED');
  });
});
