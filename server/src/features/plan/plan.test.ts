import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAsk, anOfferedAsk, aPlannedAsk, someAnswers } from '../../../test/support/an-ask.ts';
import { refusalOf } from '../../../test/support/local-on-strike.ts';
import { asNow, coordinator, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createCampaign } from '../../core/board/create-campaign.ts';
import { createOrganization } from '../../core/organization/create-organization.ts';
import { setRole } from '../../core/trust/set-role.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Refusal } from '../../platform/refusal/refusal.ts';
import { retireTemplate, saveTemplate } from '../template/save-template.ts';
import { readTemplates } from '../template/read-templates.ts';
import { agreePlan } from './agree-plan.ts';
import { becomeOrganizer } from './become-organizer.ts';
import { offerPlan } from './offer-plan.ts';
import { proposePlan } from './propose-plan.ts';
import { readPlan, readPlanByLink } from './read-plan.ts';
import { updatePlan } from './update-plan.ts';

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
const planNow = (planId: string) => readPlan(services.orm.em.fork(), planId);
const codeOf = async (call: Promise<unknown>) => (await refusalOf(call)).code;

/** Everything an agreement makes, to show that nothing of it is there, or that it is there once. */
async function made() {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*)::int from organization) as organizations, (select count(*)::int from campaign) as campaigns,
    (select count(*)::int from board) as boards, (select count(*)::int from card) as cards,
    (select count(*)::int from board_event) as events, (select count(*)::int from notification) as notices,
    (select count(*)::int from membership) as memberships`.execute(db());
  return rows[0]!;
}

const cardsOf = (campaignId: string) =>
  db()
    .selectFrom('card')
    .innerJoin('board', 'board.id', 'card.board_id')
    .select(['card.title', 'card.status', 'card.caution', 'card.due_offset_hours as due', 'card.languages'])
    .where('board.campaign_id', '=', campaignId)
    .execute();

describe('a coordinator', () => {
  test('gets the plan of the rules, and the same one when asking again, also two at once', async () => {
    const ask = await anAsk(services);
    const [one, other] = await Promise.all([
      proposePlan(services, cora, ask),
      proposePlan(services, cora, ask),
    ]);
    expect(other).toEqual(one);
    expect(await proposePlan(services, cora, ask)).toEqual(one);
    const { plan, items } = await planNow(one.planId);
    expect(plan).toMatchObject({ status: 'PROPOSED', version: 1 });
    const press = items.find(({ template }) => template.key === 'press-list');
    expect(press).toMatchObject({ item: { reason: 'NO_PRESS_CONTACT', included: true } });
  });

  test('plans no ask that nobody has taken, and none that is not there', async () => {
    const unsent = await anAsk(services, { status: 'DRAFT' });
    expect(await codeOf(proposePlan(services, cora, unsent))).toBe('NOT_FOUND');
    for (const status of ['SUBMITTED', 'DECLINED'] as const) {
      const ask = await anAsk(services, { status });
      expect(await codeOf(proposePlan(services, cora, ask))).toBe('WRONG_STAGE');
    }
    expect(await codeOf(proposePlan(services, cora, { askId: cora.personId }))).toBe('NOT_FOUND');
  });

  test('ticks, moves, adds and writes a word; who read an older version is refused', async () => {
    const { planId, version } = await aPlannedAsk(services, cora);
    const changed = await updatePlan(services, cora, {
      planId,
      version,
      items: [
        { templateKey: 'press-list', included: false },
        { templateKey: 'faq', dueOffsetHours: -24 },
        { templateKey: 'opinion-pack', included: true },
      ],
      note: 'Call me before Friday.',
    });
    const { plan, items } = await planNow(planId);
    expect([changed.version, plan.version, plan.note]).toEqual([2, 2, 'Call me before Friday.']);
    const itemOf = (key: string) => items.find(({ template }) => template.key === key)?.item;
    expect(itemOf('press-list')).toMatchObject({ included: false, leftOut: null });
    expect(itemOf('faq')).toMatchObject({ dueOffsetHours: -24 });
    expect(itemOf('opinion-pack')).toMatchObject({ included: true });
    expect(await codeOf(updatePlan(services, cora, { planId, version, note: 'Late' }))).toBe('STALE_PLAN');
  });

  test('of two who edit at once the second is refused', async () => {
    const { planId, version } = await aPlannedAsk(services, cora);
    const edits = await Promise.allSettled(
      ['One', 'Other'].map((note) => updatePlan(services, cora, { planId, version, note })),
    );
    const refused = edits.flatMap((edit) => (edit.status === 'rejected' ? [edit.reason as unknown] : []));
    expect(refused).toMatchObject([{ code: 'STALE_PLAN' }]);
    expect((await planNow(planId)).plan.version).toBe(2);
  });

  test.each([
    ['a due moment that has passed', [{ templateKey: 'faq', dueOffsetHours: -24 * 30 }], 'PAST'],
    ['a due moment out of range', [{ templateKey: 'faq', dueOffsetHours: 99_999 }], 'OUT_OF_RANGE'],
    ['an unknown template', [{ templateKey: 'no-such', included: true }], 'UNKNOWN'],
  ])('is refused %s, and nothing changes', async (_what, items, reason) => {
    const { planId, version } = await aPlannedAsk(services, cora);
    const before = await planNow(planId);
    const refusal = await refusalOf(updatePlan(services, cora, { planId, version, items, note: 'Hello' }));
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', reason });
    expect(await planNow(planId)).toEqual(before);
  });

  test('a retired template comes into no new plan, and stays readable in old ones', async () => {
    const old = await aPlannedAsk(services, cora);
    const retired = await retireTemplate(services, cora, { key: 'rumor-reply', version: 1 });
    const fresh = await aPlannedAsk(services, cora);
    const keysOf = async (planId: string) =>
      (await planNow(planId)).items.map(({ template }) => template.key);
    expect(await keysOf(old.planId)).toContain('rumor-reply');
    expect(await keysOf(fresh.planId)).not.toContain('rumor-reply');
    const add = { ...fresh, items: [{ templateKey: 'rumor-reply', included: true }] };
    expect(await codeOf(updatePlan(services, cora, add))).toBe('INVALID_INPUT');
    const words = (await readTemplates(services.orm.em.fork())).find(({ key }) => key === 'rumor-reply')!;
    await saveTemplate(services, cora, { key: words.key, version: retired.version, words });
  });

  test('offers it with what the campaign will be called, and refuses what cannot be', async () => {
    const planned = await aPlannedAsk(services, cora);
    const offer = {
      ...planned,
      organizationName: 'Drivers',
      slug: 'the-drivers',
      title: 'Roll on',
      kind: 'STRIKE' as const,
    };
    expect(await readPlanByLink(services.orm.em.fork(), planned.token)).toBeNull();
    expect(await codeOf(offerPlan(services, cora, { ...offer, slug: 'New' }))).toBe('INVALID_INPUT');
    expect(await codeOf(offerPlan(services, cora, { ...offer, title: ' ' }))).toBe('INVALID_INPUT');
    expect(await codeOf(offerPlan(services, cora, { ...offer, organizationName: '' }))).toBe('INVALID_INPUT');
    expect(await codeOf(offerPlan(services, cora, { ...offer, organizationId: planned.askId }))).toBe(
      'NOT_FOUND',
    );
    const { version } = await offerPlan(services, cora, offer);
    expect(await readPlanByLink(services.orm.em.fork(), planned.token)).toMatchObject({
      plan: { status: 'OFFERED', version, title: 'Roll on', slug: 'the-drivers' },
    });
    const nothing = await aPlannedAsk(services, cora);
    const { items } = await planNow(nothing.planId);
    const unticked = await updatePlan(services, cora, {
      ...nothing,
      items: items.map(({ item }) => ({ templateKey: item.templateKey, included: false })),
    });
    const empty = { ...offer, ...nothing, ...unticked };
    expect(await refusalOf(offerPlan(services, cora, empty))).toMatchObject({ reason: 'EMPTY' });
  });

  test('nobody else makes, changes or offers plans', async () => {
    const planned = await aPlannedAsk(services, cora);
    const [newt, late] = [await newcomer(services, 'Newt'), await coordinator(services, 'Latecora')];
    await setStanding(services, cora, { handle: 'Latecora', standing: 'SUSPENDED', note: 'Rude' });
    const offer = {
      ...planned,
      organizationName: 'Drivers',
      slug: 'not-yours',
      title: 'Mine',
      kind: 'STRIKE' as const,
    };
    for (const [viewer, code] of [
      [newt, 'NOT_ALLOWED'],
      [await asNow(services, late), 'SUSPENDED'],
    ] as const) {
      expect(await codeOf(proposePlan(services, viewer, planned))).toBe(code);
      expect(await codeOf(updatePlan(services, viewer, { ...planned, note: 'Hi' }))).toBe(code);
      expect(await codeOf(offerPlan(services, viewer, offer))).toBe(code);
    }
  });
});

describe('the local says go', () => {
  test('and organization, campaign, board and cards are there, with the words of the answers', async () => {
    services.sent.length = 0;
    const { token, version, slug, planId } = await anOfferedAsk(services, cora);
    const { campaignId } = await agreePlan(services, { token, version });
    const campaign = await db()
      .selectFrom('campaign')
      .innerJoin('organization', 'organization.id', 'campaign.organization_id')
      .selectAll('campaign')
      .select(['organization.name as organizationName'])
      .where('campaign.id', '=', campaignId)
      .executeTakeFirstOrThrow();
    expect(campaign).toMatchObject({
      slug: expect.stringMatching(`^${slug}-[0-9a-f]{6}$`),
      title: 'Keep the night bus',
      kind: 'STRIKE',
      story: 'They want to stop the night bus.',
      how_to_help: 'Our page: https://drivers.example.org/',
      employer: 'Metro Lines',
      // Not answered, so nothing is said.
      employer_hidden: true,
      start_hidden: true,
      time_zone: 'America/Chicago',
      languages: ['en', 'es'],
      sensitivity: 'TEAM',
      starts_at: new Date(someAnswers.startsAt!),
      organizationName: 'Night Bus Drivers 12',
    });
    const { items, plan } = await planNow(planId);
    const ticked = items.filter(({ item }) => item.included);
    const cards = await cardsOf(campaignId);
    expect(cards.map(({ title }) => title).sort()).toEqual(
      ticked.map(({ template }) => template.title).sort(),
    );
    for (const { caution, status, languages } of cards) {
      expect([status, languages]).toEqual([caution ? 'DRAFT' : 'OPEN', ['en', 'es']]);
    }
    expect(new Set(cards.map(({ status }) => status))).toEqual(new Set(['DRAFT', 'OPEN']));
    expect(plan).toMatchObject({ status: 'AGREED', agreedAt: expect.any(Date) as Date });
    const ask = await db().selectFrom('ask').selectAll().where('id', '=', plan.ask).executeTakeFirstOrThrow();
    expect(ask).toMatchObject({ status: 'ACCEPTED', campaign_id: campaignId, decided_by_id: cora.personId });
    const notices = await db()
      .selectFrom('notification')
      .select(['kind', 'person_id as person'])
      .where('campaign_id', '=', campaignId)
      .execute();
    expect(notices).toEqual([{ kind: 'PLAN_AGREED', person: cora.personId }]);
    expect(services.sent).toContainEqual({ desk: true });
    expect(services.sent).toContainEqual({ notify: cora.personId });
  });

  test.each(['PUBLIC', 'VETTED'] as const)('and chooses that the campaign is %s', async (sensitivity) => {
    const { token, version } = await anOfferedAsk(services, cora);
    const { campaignId } = await agreePlan(services, { token, version, sensitivity });
    const campaign = await db()
      .selectFrom('campaign')
      .select('sensitivity')
      .where('id', '=', campaignId)
      .executeTakeFirstOrThrow();
    expect(campaign.sensitivity).toBe(sensitivity);
  });

  test('eight times at once, and there is one campaign, one board, one set of cards, one notice', async () => {
    const { token, version, planId } = await anOfferedAsk(services, cora);
    const before = await made();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => agreePlan(services, { token, version })),
    );
    expect(new Set(answers.map(({ campaignId }) => campaignId)).size).toBe(1);
    const cards = (await planNow(planId)).items.filter(({ item }) => item.included).length;
    expect(await made()).toEqual({
      ...before,
      organizations: before.organizations! + 1,
      campaigns: before.campaigns! + 1,
      boards: before.boards! + 1,
      cards: before.cards! + cards,
      events: before.events! + 1,
      notices: before.notices! + 1,
    });
    // And again a day later, whatever version the page shows.
    expect(await agreePlan(services, { token, version: 1 })).toEqual(answers[0]);
  });

  test('a go that breaks in the middle leaves nothing behind', async () => {
    const { token, version, planId } = await anOfferedAsk(services, cora);
    const before = await made();
    const jobs = {
      ...services.jobs,
      statement: () => Promise.reject(new Error('The power is out')),
    } as unknown as TestServices['jobs'];
    await expect(agreePlan({ ...services, jobs }, { token, version })).rejects.toThrow('The power is out');
    expect(await made()).toEqual(before);
    expect((await planNow(planId)).plan.status).toBe('OFFERED');
    await agreePlan(services, { token, version });
  });

  test('to the version they read, and to no other', async () => {
    const { token, version, planId } = await anOfferedAsk(services, cora);
    const before = await made();
    await updatePlan(services, cora, { planId, version, items: [{ templateKey: 'faq', included: false }] });
    expect(await codeOf(agreePlan(services, { token, version }))).toBe('STALE_PLAN');
    expect(await made()).toEqual(before);
    await agreePlan(services, { token, version: version + 1 });
    expect(await codeOf(updatePlan(services, cora, { planId, version: version + 1, note: 'x' }))).toBe(
      'WRONG_STAGE',
    );
  });

  test('while coordinators edit: everybody gets an answer, and the board is the plan that was agreed to', async () => {
    const { token, version, planId } = await anOfferedAsk(services, cora);
    const edit = (note: string) =>
      updatePlan(services, cora, { planId, version, note, items: [{ templateKey: 'faq', included: false }] });
    const all = await Promise.allSettled([
      ...['One', 'Two'].map(edit),
      ...[version, version + 1, version, version + 1].map((read) =>
        agreePlan(services, { token, version: read }),
      ),
      ...['Three', 'Four'].map(edit),
    ]);
    for (const each of all) {
      if (each.status === 'rejected')
        expect(['STALE_PLAN', 'WRONG_STAGE']).toContain((each.reason as Refusal).code);
    }
    // In some orders everybody read an older version; then the local says go once more.
    await agreePlan(services, { token, version: (await planNow(planId)).plan.version });
    const { plan, items } = await planNow(planId);
    const [made] = await db().selectFrom('ask').select('campaign_id').where('id', '=', plan.ask).execute();
    const titles = (await cardsOf(made!.campaign_id!)).map(({ title }) => title);
    const ticked = items.filter(({ item }) => item.included).map(({ template }) => template.title);
    expect(titles.sort()).toEqual(ticked.sort());
  });

  test('not to a request that was declined meanwhile', async () => {
    const { token, version, planId, askId } = await anOfferedAsk(services, cora);
    await db().updateTable('ask').set({ status: 'DECLINED' }).where('id', '=', askId).execute();
    expect(await codeOf(agreePlan(services, { token, version }))).toBe('WRONG_STAGE');
    expect(await codeOf(updatePlan(services, cora, { planId, version, note: 'x' }))).toBe('WRONG_STAGE');
    expect(await readPlanByLink(services.orm.em.fork(), token)).toBeNull();
  });

  test('not to what was not offered, and not by another link', async () => {
    const { token } = await aPlannedAsk(services, cora);
    expect(await codeOf(agreePlan(services, { token, version: 1 }))).toBe('WRONG_STAGE');
    expect(await codeOf(agreePlan(services, { token: (await anAsk(services)).token, version: 1 }))).toBe(
      'WRONG_STAGE',
    );
    for (const wrong of ['', 'x', `x${token}`, token.toLowerCase() + '0']) {
      expect(await codeOf(agreePlan(services, { token: wrong, version: 1 }))).toBe('LINK_INVALID');
    }
  });

  test('an address that somebody took meanwhile gets a number', async () => {
    const { token, version, slug } = await anOfferedAsk(services, cora);
    const organizationId = await createOrganization(services, cora, { name: 'Others', kind: 'COALITION' });
    await createCampaign(services, cora.personId, {
      ...{ organizationId, slug, title: 'Others', kind: 'STRIKE', sensitivity: 'PUBLIC' },
    });
    const { campaignId } = await agreePlan(services, { token, version, sensitivity: 'PUBLIC' });
    const campaign = await db()
      .selectFrom('campaign')
      .select('slug')
      .where('id', '=', campaignId)
      .executeTakeFirstOrThrow();
    expect(campaign.slug).toBe(`${slug}-2`);
  });

  test('after days of thinking, cards whose moment has passed have none', async () => {
    const { token, version, askId } = await anOfferedAsk(services, cora);
    const startsAt = new Date(Date.now() - 20 * 86_400_000).toISOString();
    await db()
      .updateTable('ask')
      .set({ answers: sql`answers || ${JSON.stringify({ startsAt })}::jsonb` })
      .where('id', '=', askId)
      .execute();
    const { campaignId } = await agreePlan(services, { token, version });
    for (const { due } of await cardsOf(campaignId)) expect(due === null || due > 20 * 24).toBe(true);
  });

  test('answers longer than a campaign’s fields are cut, not refused', async () => {
    const answers = { ...someAnswers, happening: 'é'.repeat(9000), employer: 'M'.repeat(160) };
    const { token, version } = await anOfferedAsk(services, cora, answers);
    await agreePlan(services, { token, version });
  });
});

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
