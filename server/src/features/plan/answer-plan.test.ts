import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOfferedAsk, planNow } from '../../../test/support/an-ask.ts';
import { refusalOf } from '../../../test/support/local-on-strike.ts';
import { coordinator } from '../../../test/support/people.ts';
import { createTestServices, type TestServices } from '../../../test/support/services.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { agreePlan } from './agree-plan.ts';
import { answerPlan } from './answer-plan.ts';
import { offerPlan } from './offer-plan.ts';
import { updatePlan } from './update-plan.ts';

// The local strikes cards out, names its campaign and writes back; the coordinator sees the difference.

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

async function offered() {
  const ask = await anOfferedAsk(services, cora);
  const { items } = await planNow(services, ask.planId);
  const ticked = items.filter(({ item }) => item.included).map(({ item }) => item.templateKey);
  return { ...ask, ticked };
}
const noticesOf = async (kind: string) => {
  const { rows } = await sql<{
    person: string;
  }>`select person_id as person from notification where kind = ${kind}`.execute(
    services.orm.em.fork().getKysely(),
  );
  return rows.map(({ person }) => person);
};

describe('the local writes back', () => {
  test('what it struck out, how it calls the campaign, and a word; whoever offered is told once', async () => {
    const { token, version, planId, ticked } = await offered();
    const [out] = ticked as [string];
    const before = (await noticesOf('PLAN_ANSWERED')).length;
    await answerPlan(services, {
      token,
      version,
      leaveOut: [out],
      title: 'Our bus',
      word: 'No ads, please.',
    });
    const { plan, items } = await planNow(services, planId);
    expect(plan).toMatchObject({
      status: 'OFFERED',
      version: version + 1,
      title: 'Keep the night bus',
      localTitle: 'Our bus',
      localWord: 'No ads, please.',
      localAnsweredAt: expect.any(Date) as Date,
    });
    const struck = items.filter(({ item }) => item.struck).map(({ item }) => item.templateKey);
    expect(struck).toEqual([out]);
    // Still ticked: the coordinator decides what to offer.
    expect(items.find(({ item }) => item.templateKey === out)?.item.included).toBe(true);
    expect((await noticesOf('PLAN_ANSWERED')).slice(before)).toEqual([cora.personId]);

    // The coordinator takes it over, and offers again.
    const saved = await updatePlan(services, cora, {
      planId,
      version: version + 1,
      items: [{ templateKey: out, included: false }],
    });
    await offerPlan(services, cora, {
      planId,
      version: saved.version,
      organizationName: 'Night Bus Drivers 12',
      slug: `again-${planId.slice(-12)}`,
      title: 'Our bus',
      kind: 'STRIKE',
    });
    const again = await planNow(services, planId);
    expect(again.plan).toMatchObject({ title: 'Our bus', localTitle: null, localAnsweredAt: null });
    expect(again.items.some(({ item }) => item.struck)).toBe(false);
  });

  test('refused is nothing at all, another version, an unknown card, an empty board, and a plan that is agreed', async () => {
    const { token, version, planId, ticked } = await offered();
    const refused = (input: object) => refusalOf(answerPlan(services, { token, version, ...input }));
    expect(await refused({})).toMatchObject({ field: 'word', reason: 'EMPTY' });
    expect(await refused({ leaveOut: [], title: 'Keep the night bus' })).toMatchObject({ field: 'word' });
    expect(await refused({ word: 'x', version: version - 1 })).toMatchObject({ code: 'STALE_PLAN' });
    expect(await refused({ leaveOut: ['no-such-card'] })).toMatchObject({
      field: 'leaveOut',
      reason: 'UNKNOWN',
    });
    expect(await refused({ leaveOut: ticked })).toMatchObject({ field: 'leaveOut', reason: 'EMPTY' });
    expect(await refused({ word: 'w'.repeat(2001) })).toMatchObject({ field: 'word', reason: 'TOO_LONG' });
    expect(await refused({ token: 'x'.repeat(43), word: 'x' })).toMatchObject({ code: 'LINK_INVALID' });
    expect((await planNow(services, planId)).plan.version).toBe(version);
    await agreePlan(services, { token, version });
    expect(await refused({ word: 'x' })).toMatchObject({ code: 'WRONG_STAGE', why: 'GO_SAID' });
  });

  test('the go takes what was struck out and the name along, and the plan keeps the difference', async () => {
    const { token, version, planId, ticked } = await offered();
    const out = ticked.slice(0, 2);
    const { campaignId } = await agreePlan(services, { token, version, leaveOut: out, title: 'Our bus' });
    const { rows } = await sql<{ title: string; cards: number }>`
      select campaign.title, count(card.id)::int as cards from campaign join board on board.campaign_id = campaign.id
        join card on card.board_id = board.id where campaign.id = ${campaignId} group by campaign.id`.execute(
      services.orm.em.fork().getKysely(),
    );
    expect(rows).toEqual([{ title: 'Our bus', cards: ticked.length - 2 }]);
    const { items } = await planNow(services, planId);
    const struck = items.filter(({ item }) => item.struck);
    expect(struck.map(({ item }) => item.templateKey).sort()).toEqual([...out].sort());
    expect(struck.every(({ item }) => !item.included)).toBe(true);
  });

  test('of a go and an answer at once one counts: what was agreed is what was read', async () => {
    const { token, version, planId, ticked } = await offered();
    const [out] = ticked as [string];
    const results = await Promise.allSettled([
      agreePlan(services, { token, version }),
      answerPlan(services, { token, version, leaveOut: [out] }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { plan, items } = await planNow(services, planId);
    const struck = items.some(({ item }) => item.struck);
    expect([plan.status, struck]).toEqual(plan.status === 'AGREED' ? ['AGREED', false] : ['OFFERED', true]);
  });
});
