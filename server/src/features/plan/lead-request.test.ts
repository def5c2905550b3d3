import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aPlannedAsk, anOfferedAsk } from '../../../test/support/an-ask.ts';
import { aHandle, codeOf } from '../../../test/support/local-on-strike.ts';
import { asNow, coordinator, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createOrganization } from '../../core/organization/create-organization.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { appointCoordinator } from '../../core/trust/appoint-coordinator.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { agreePlan } from './agree-plan.ts';
import { confirmLeadRequest, declineLeadRequest } from './answer-lead-request.ts';
import { becomeOrganizer } from './become-organizer.ts';
import { offerPlan } from './offer-plan.ts';
import { readPlanByLink } from './read-plan.ts';

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

let organizationId: string;
let ana: Viewer;
let olga: Viewer;
/** Has the link, and is of no organization. */
let stranger: Viewer;
beforeEach(async () => {
  organizationId = await createOrganization(services, cora, { name: 'Local 12', kind: 'UNION_LOCAL' });
  [ana, olga, stranger] = [await somebody(), await somebody(), await somebody()];
  await setRole(services, cora, { organizationId, handle: ana.handle, role: 'ORGANIZER' });
  await setRole(services, cora, { organizationId, handle: olga.handle, role: 'ORGANIZER' });
  await sql`delete from notification`.execute(db());
});

const db = () => services.orm.em.fork().getKysely();
const somebody = () => newcomer(services, aHandle());
const roleOf = async (viewer: Viewer) => (await asNow(services, viewer)).roles.get(organizationId);

/** What everybody was told, as "handle kind role". */
async function told(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', person.handle, kind, about.handle, notification.role) as line from notification
    join person on person.id = person_id left join person about on about.id = about_id order by 1`.execute(
    db(),
  );
  return rows.map(({ line }) => line);
}

/** An ask for an organization that is here already, to which the local said go. */
async function anAgreedAsk(of: string | null = organizationId) {
  if (of === null) {
    const offered = await anOfferedAsk(services, cora);
    const agreed = await agreePlan(services, offered);
    return { ...offered, ...agreed, slug: await slugOf(agreed.campaignId) };
  }
  const planned = await aPlannedAsk(services, cora);
  const slug = `lead-${planned.askId.slice(-12)}`;
  const { version } = await offerPlan(services, cora, {
    ...{ ...planned, organizationId: of, slug, title: 'Keep the night bus', kind: 'STRIKE' },
  });
  const agreed = await agreePlan(services, { token: planned.token, version });
  return { ...planned, ...agreed, slug: await slugOf(agreed.campaignId) };
}

/** As the campaign has it: one that not everybody may read gets more than was chosen. */
async function slugOf(campaignId: string): Promise<string> {
  const { slug } = await db()
    .selectFrom('campaign')
    .select('slug')
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  return slug;
}

async function theRequest(campaignId: string): Promise<string> {
  const { id } = await db()
    .selectFrom('lead_request')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow();
  return id;
}

describe('the link of an ask of an organization that was here before', () => {
  test('opens nothing by itself: its organizers are asked, and say yes', async () => {
    const { token, slug, campaignId } = await anAgreedAsk();
    await sql`delete from notification`.execute(db());
    expect(await becomeOrganizer(services, stranger, { token })).toEqual({ campaignSlug: slug, waits: true });
    expect(await becomeOrganizer(services, stranger, { token })).toEqual({ campaignSlug: slug, waits: true });
    expect((await asNow(services, stranger)).roles.size).toBe(0);
    expect((await readPlanByLink(services, services.orm.em.fork(), token))?.leadWaits).toBe(true);
    expect(await told()).toEqual(
      [ana, olga].map(({ handle }) => `${handle} LEAD_ASKED ${stranger.handle}`).sort(),
    );

    await sql`delete from notification`.execute(db());
    const request = await theRequest(campaignId);
    expect(await confirmLeadRequest(services, ana, request)).toBe(organizationId);
    expect(await roleOf(stranger)).toBe('ORGANIZER');
    expect(await told()).toEqual(
      [olga, stranger].map(({ handle }) => `${handle} ROLE_CHANGED ${stranger.handle} ORGANIZER`).sort(),
    );
    // Once more is the same; a no comes too late.
    await confirmLeadRequest(services, olga, request);
    expect(await codeOf(declineLeadRequest(services, olga, request))).toBe('WRONG_STAGE');
    expect(await becomeOrganizer(services, stranger, { token })).toEqual({
      campaignSlug: slug,
      waits: false,
    });
  });

  test('is free again after a no, for everybody but whom the organization declined', async () => {
    const { token, campaignId } = await anAgreedAsk();
    await becomeOrganizer(services, stranger, { token });
    await sql`delete from notification`.execute(db());
    await declineLeadRequest(services, olga, await theRequest(campaignId));
    expect(await roleOf(stranger)).toBeUndefined();
    expect(await told()).toEqual([`${stranger.handle} LEAD_DECLINED`]);
    expect(await codeOf(becomeOrganizer(services, stranger, { token }))).toBe('NOT_ALLOWED');
    const another = await somebody();
    expect((await becomeOrganizer(services, another, { token })).waits).toBe(true);
    // Who is organizer already needs nobody's yes.
    await declineLeadRequest(services, olga, await theRequest(campaignId));
    expect((await becomeOrganizer(services, ana, { token })).waits).toBe(false);
  });

  test('is answered by nobody else: not whoever asked, no member, no coordinator, no stranger', async () => {
    const { token, campaignId } = await anAgreedAsk();
    await setRole(services, cora, { organizationId, handle: stranger.handle, role: 'MEMBER' });
    await becomeOrganizer(services, stranger, { token });
    // A role that one has is not raised by the way.
    expect(await roleOf(stranger)).toBe('MEMBER');
    const request = await theRequest(campaignId);
    const answers = [confirmLeadRequest, declineLeadRequest];
    for (const answer of answers) {
      expect(await codeOf(answer(services, stranger, request))).toBe('NOT_FOUND');
      expect(await codeOf(answer(services, await somebody(), request))).toBe('NOT_FOUND');
      expect(await codeOf(answer(services, cora, request))).toBe('NOT_ALLOWED');
    }
    // Made organizer of it in another way meanwhile, they still do not answer themselves.
    await setRole(services, ana, { organizationId, handle: stranger.handle, role: 'ORGANIZER' });
    for (const answer of answers)
      expect(await codeOf(answer(services, stranger, request))).toBe('NOT_ALLOWED');
  });

  test('is for coordinators to answer where the organization has no organizer', async () => {
    const empty = await createOrganization(services, cora, { name: 'Local 13', kind: 'UNION_LOCAL' });
    const { token, campaignId } = await anAgreedAsk(empty);
    await sql`delete from notification`.execute(db());
    expect((await becomeOrganizer(services, stranger, { token })).waits).toBe(true);
    expect(await told()).toEqual([`Cora LEAD_ASKED ${stranger.handle}`]);
    await confirmLeadRequest(services, cora, await theRequest(campaignId));
    expect((await asNow(services, stranger)).roles).toEqual(new Map([[empty, 'ORGANIZER']]));
  });

  test('of two answers at once, one counts', async () => {
    const { token, campaignId } = await anAgreedAsk();
    await becomeOrganizer(services, stranger, { token });
    const request = await theRequest(campaignId);
    const answers = await Promise.allSettled([
      confirmLeadRequest(services, ana, request),
      declineLeadRequest(services, olga, request),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await roleOf(stranger)).toBe(answers[0].status === 'fulfilled' ? 'ORGANIZER' : undefined);
  });
});

describe('an organization that the ask brought', () => {
  const organizationOf = async (campaignId: string) => {
    const row = await db()
      .selectFrom('campaign')
      .select('organization_id as id')
      .where('id', '=', campaignId)
      .executeTakeFirstOrThrow();
    return row.id;
  };

  test('is led by whoever has the link, while there is nobody to ask', async () => {
    const { token, slug, campaignId } = await anAgreedAsk(null);
    expect(await becomeOrganizer(services, stranger, { token })).toEqual({
      campaignSlug: slug,
      waits: false,
    });
    const roles = new Map([[await organizationOf(campaignId), 'ORGANIZER']]);
    expect((await asNow(services, stranger)).roles).toEqual(roles);
  });

  test('is asked first once somebody is in it', async () => {
    const { token, campaignId } = await anAgreedAsk(null);
    const organization = await organizationOf(campaignId);
    await setRole(services, cora, { organizationId: organization, handle: ana.handle, role: 'ORGANIZER' });
    expect((await becomeOrganizer(services, stranger, { token })).waits).toBe(true);
    expect((await asNow(services, stranger)).roles.size).toBe(0);
    await confirmLeadRequest(services, ana, await theRequest(campaignId));
    expect((await asNow(services, stranger)).roles.get(organization)).toBe('ORGANIZER');
  });
});

describe('everybody who has to know is told', () => {
  test('of every role that is given, changed or taken: the organizers and the person, but not whoever did it', async () => {
    const line = (who: Viewer, role = '') => `${who.handle} ROLE_CHANGED ${stranger.handle} ${role}`.trim();
    for (const role of ['MEMBER', 'APPROVER'] as const) {
      await sql`delete from notification`.execute(db());
      await setRole(services, ana, { organizationId, handle: stranger.handle, role });
      expect(await told()).toEqual([line(olga, role), line(stranger, role)].sort());
      // The same once more is no news.
      await setRole(services, ana, { organizationId, handle: stranger.handle, role });
      expect(await told()).toHaveLength(2);
    }
    await sql`delete from notification`.execute(db());
    await setRole(services, cora, { organizationId, handle: stranger.handle, role: 'ORGANIZER' });
    expect(await told()).toEqual([ana, olga, stranger].map((who) => line(who, 'ORGANIZER')).sort());
    await sql`delete from notification`.execute(db());
    await setRole(services, ana, { organizationId, handle: stranger.handle, role: null });
    expect(await told()).toEqual([line(olga), line(stranger)].sort());
  });

  test('of a campaign that is begun in the name of an organization: its organizers', async () => {
    await anAgreedAsk();
    const lines = [cora, ana, olga].map(({ handle }) => `${handle} PLAN_AGREED`);
    expect(await told()).toEqual(lines.sort());
  });

  test('of a new coordinator: all others, once', async () => {
    const carl = await somebody();
    await appointCoordinator(services, carl.handle);
    await appointCoordinator(services, carl.handle);
    expect(await told()).toEqual([`Cora COORDINATOR_NAMED ${carl.handle}`]);
  });
});
