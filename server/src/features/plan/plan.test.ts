import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAsk, aPlannedAsk, planNow } from '../../../test/support/an-ask.ts';
import { codeOf, refusalOf } from '../../../test/support/local-on-strike.ts';
import { asNow, coordinator, newcomer } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { setStanding } from '../../core/trust/set-standing.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { retireTemplate, saveTemplate } from '../template/save-template.ts';
import { offerPlan } from './offer-plan.ts';
import { proposePlan } from './propose-plan.ts';
import { readPlanByLink } from './read-plan.ts';
import { updatePlan } from './update-plan.ts';

// A plan is proposed, changed and offered by a coordinator, and by nobody else.

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

describe('a coordinator', () => {
  test('gets the plan of the rules, and the same one when asking again, also two at once', async () => {
    const ask = await anAsk(services);
    const [one, other] = await Promise.all([
      proposePlan(services, cora, ask),
      proposePlan(services, cora, ask),
    ]);
    expect(other).toEqual(one);
    expect(await proposePlan(services, cora, ask)).toEqual(one);
    const { plan, items } = await planNow(services, one.planId);
    expect(plan).toMatchObject({ status: 'PROPOSED', version: 1 });
    const press = items.find(({ template }) => template.key === 'press-list');
    expect(press).toMatchObject({ item: { reason: 'NO_PRESS_CONTACT', included: true } });
  });

  test('gets it in the language of the ask, and may choose another one', async () => {
    const titleOf = async (planId: string) => {
      const { plan, items } = await planNow(services, planId);
      const faq = items.find(({ template }) => template.key === 'faq')!.template;
      return [plan.language, faq.language, faq.title];
    };
    const inSpanish = ['es', 'es', 'Preguntas y respuestas para miembros y público'];
    const inEnglish = ['en', 'en', 'Questions and answers for members and the public'];
    for (const [language, expected] of [
      ['es-MX', inSpanish],
      // Nobody wrote templates in it: the coordinator, and the local, see English and are told so.
      ['ht', inEnglish],
    ] as const) {
      const { planId } = await proposePlan(services, cora, await anAsk(services, { language }));
      expect(await titleOf(planId)).toEqual(expected);
    }
    const { planId } = await proposePlan(services, cora, await anAsk(services, { language: 'es' }));
    const { version } = await updatePlan(services, cora, { planId, version: 1, language: 'en' });
    expect([version, await titleOf(planId)]).toEqual([2, inEnglish]);
    const wrong = updatePlan(services, cora, { planId, version, language: 'tlh', note: 'Hello' });
    expect(await refusalOf(wrong)).toMatchObject({ code: 'INVALID_INPUT', field: 'language' });
    expect((await planNow(services, planId)).plan).toMatchObject({ version, note: '', language: 'en' });
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
    const { plan, items } = await planNow(services, planId);
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
    expect((await planNow(services, planId)).plan.version).toBe(2);
  });

  test.each([
    ['a due moment that has passed', [{ templateKey: 'faq', dueOffsetHours: -24 * 30 }], 'PAST'],
    ['a due moment out of range', [{ templateKey: 'faq', dueOffsetHours: 99_999 }], 'OUT_OF_RANGE'],
    ['an unknown template', [{ templateKey: 'no-such', included: true }], 'UNKNOWN'],
  ])('is refused %s, and nothing changes', async (_what, items, reason) => {
    const { planId, version } = await aPlannedAsk(services, cora);
    const before = await planNow(services, planId);
    const refusal = await refusalOf(updatePlan(services, cora, { planId, version, items, note: 'Hello' }));
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', reason });
    expect(await planNow(services, planId)).toEqual(before);
  });

  test('a retired template comes into no new plan, and stays readable in old ones', async () => {
    const old = await aPlannedAsk(services, cora);
    const retired = await retireTemplate(services, cora, { key: 'rumor-reply', version: 1 });
    const fresh = await aPlannedAsk(services, cora);
    const keysOf = async (planId: string) =>
      (await planNow(services, planId)).items.map(({ template }) => template.key);
    expect(await keysOf(old.planId)).toContain('rumor-reply');
    expect(await keysOf(fresh.planId)).not.toContain('rumor-reply');
    const add = { ...fresh, items: [{ templateKey: 'rumor-reply', included: true }] };
    expect(await codeOf(updatePlan(services, cora, add))).toBe('INVALID_INPUT');
    const words = (await services.templates.newest(services.orm.em.fork(), 'en')).find(
      ({ key }) => key === 'rumor-reply',
    )!;
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
    expect(await readPlanByLink(services, services.orm.em.fork(), planned.token)).toBeNull();
    expect(await codeOf(offerPlan(services, cora, { ...offer, slug: 'New' }))).toBe('INVALID_INPUT');
    expect(await codeOf(offerPlan(services, cora, { ...offer, title: ' ' }))).toBe('INVALID_INPUT');
    expect(await codeOf(offerPlan(services, cora, { ...offer, organizationName: '' }))).toBe('INVALID_INPUT');
    expect(await codeOf(offerPlan(services, cora, { ...offer, organizationId: planned.askId }))).toBe(
      'NOT_FOUND',
    );
    const { version } = await offerPlan(services, cora, offer);
    expect(await readPlanByLink(services, services.orm.em.fork(), planned.token)).toMatchObject({
      plan: { status: 'OFFERED', version, title: 'Roll on', slug: 'the-drivers' },
    });
    const nothing = await aPlannedAsk(services, cora);
    const { items } = await planNow(services, nothing.planId);
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
