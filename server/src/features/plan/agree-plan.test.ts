import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAsk, anOfferedAsk, aPlannedAsk, planNow, someAnswers } from '../../../test/support/an-ask.ts';
import { coordinator } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createCampaign } from '../../core/board/create-campaign.ts';
import { createOrganization } from '../../core/organization/create-organization.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import type { Refusal } from '../../platform/refusal/refusal.ts';
import { agreePlan } from './agree-plan.ts';
import { readPlanByLink } from './read-plan.ts';
import { offerPlan } from './offer-plan.ts';
import { proposePlan } from './propose-plan.ts';
import { updatePlan } from './update-plan.ts';
import { codeOf } from '../../../test/support/local-on-strike.ts';

// The local says go to the plan it read, and its board is there, once.

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
    .select([
      'card.title',
      'card.status',
      'card.caution',
      'card.due_offset_hours as due',
      'card.languages',
      'card.language',
    ])
    .where('board.campaign_id', '=', campaignId)
    .execute();

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
    const { items, plan } = await planNow(services, planId);
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

  test.each([{ hideEmployer: false, hideStart: false }, { hideEmployer: true }, {}])(
    'and a tick that was not made, in %o, opens nothing: only the go itself does',
    async (answers) => {
      const shown = async (go: { employerHidden?: boolean; startHidden?: boolean }) => {
        const { token, version } = await anOfferedAsk(services, cora, { ...someAnswers, ...answers });
        const { campaignId } = await agreePlan(services, { token, version, sensitivity: 'PUBLIC', ...go });
        return db()
          .selectFrom('campaign')
          .select(['employer_hidden as employerHidden', 'start_hidden as startHidden'])
          .where('id', '=', campaignId)
          .executeTakeFirstOrThrow();
      };
      expect(await shown({})).toEqual({ employerHidden: true, startHidden: true });
      expect(await shown({ employerHidden: false })).toEqual({ employerHidden: false, startHidden: true });
      expect(await shown({ startHidden: false })).toEqual({ employerHidden: true, startHidden: false });
    },
  );

  test('to a plan in Spanish, and has cards in Spanish that say so', async () => {
    const { askId, token } = await anAsk(services, { language: 'es' });
    const { planId } = await proposePlan(services, cora, { askId });
    const offer = { organizationName: 'Choferes de Noche', slug: 'choferes', title: 'Que siga el nocturno' };
    const { version } = await offerPlan(services, cora, { ...offer, planId, version: 1, kind: 'STRIKE' });
    const { campaignId } = await agreePlan(services, { token, version });
    const cards = await cardsOf(campaignId);
    expect(cards.map(({ title }) => title)).toContain('Lista de prensa');
    expect(new Set(cards.map(({ language }) => language))).toEqual(new Set(['es']));
    // What the volunteer has to speak is another thing.
    expect(cards.every(({ languages }) => languages.length === 2)).toBe(true);
  });

  test('eight times at once, and there is one campaign, one board, one set of cards, one notice', async () => {
    const { token, version, planId } = await anOfferedAsk(services, cora);
    const before = await made();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => agreePlan(services, { token, version })),
    );
    expect(new Set(answers.map(({ campaignId }) => campaignId)).size).toBe(1);
    const cards = (await planNow(services, planId)).items.filter(({ item }) => item.included).length;
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
    expect((await planNow(services, planId)).plan.status).toBe('OFFERED');
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
    await agreePlan(services, { token, version: (await planNow(services, planId)).plan.version });
    const { plan, items } = await planNow(services, planId);
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
    expect(await readPlanByLink(services, services.orm.em.fork(), token)).toBeNull();
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
