import { agreePlan } from '../../../src/features/plan/agree-plan.ts';
import { sql } from 'kysely';
import { toGlobalId } from '../../../src/platform/graphql/global-id.ts';
import { saveTemplate } from '../../../src/features/template/save-template.ts';
import { anAsk as aTakenAsk, anOfferedAsk, aPlannedAsk } from '../../support/an-ask.ts';
import { aHandle } from '../../support/local-on-strike.ts';
import { newcomer } from '../../support/people.ts';
import { anAsk } from '../world.ts';
import { type Change, NOBODYS_ID, ofNode, openChange } from './change.ts';

/** An answer to somebody who asks to lead a board of ours. */
function leadRequestChange(mutation: 'confirmLeadRequest' | 'declineLeadRequest'): Change {
  const input = (id: string) => ({ leadRequestId: toGlobalId('LeadRequest', id) });
  return {
    ...openChange(mutation, 'ours', () => ({})),
    make: async ({ services, ours, campaigns }) => {
      const { personId } = await newcomer(services, aHandle());
      const { rows } = await sql<{ id: string }>`
        insert into lead_request (id, organization_id, campaign_id, person_id)
        values (gen_random_uuid(), ${ours}, ${campaigns.team.id}, ${personId}) returning id`.execute(
        services.orm.em.fork().getKysely(),
      );
      return { input: input(rows[0]!.id), unknown: input(NOBODYS_ID) };
    },
    readable: ({ ours }, { viewer }) =>
      viewer !== null && (viewer.coordinator || viewer.roles.get(ours) === 'ORGANIZER'),
  };
}

const templateWords = {
  title: 'A template',
  deliverable: 'A page',
  skill: 'WRITING',
  hours: 1,
  phase: 'ONGOING',
  sensitivity: 'PUBLIC',
} as const;

/** What changes asks, their plans, and the templates of both. */
export const ON_ASKS: Change[] = [
  openChange('saveAskAnswers', 'one’s own ask', async (world) => ({
    token: (await anAsk(world)).token,
    answers: { role: 'Driver' },
  })),
  openChange('submitAsk', 'one’s own ask', async (world) => ({ token: (await anAsk(world)).token })),
  openChange('takeAsk', 'an ask', async (world) => ({ askId: ofNode('Ask', (await anAsk(world)).id) })),
  openChange('releaseAsk', 'an ask', async (world) => ({ askId: ofNode('Ask', (await anAsk(world)).id) })),
  openChange('declineAsk', 'an ask', async (world) => ({
    askId: ofNode('Ask', (await anAsk(world)).id),
    words: 'We cannot',
    elsewhere: 'The federation',
  })),
  openChange('saveTemplate', 'a new one', () => templateWords),
  openChange('retireTemplate', 'a new one', async ({ services, people }) => {
    const words = { ...templateWords, localSupplies: '', caution: null, dueOffsetHours: null };
    const { key, version } = await saveTemplate(services, people.coordinator.viewer!, { words });
    return { key, version };
  }),
  openChange('proposePlan', 'a new ask', async ({ services }) => ({
    askId: ofNode('Ask', (await aTakenAsk(services)).askId),
  })),
  openChange('updatePlan', 'a new plan', async ({ services, people }) => {
    const { planId, version } = await aPlannedAsk(services, people.coordinator.viewer!);
    return { planId: ofNode('Plan', planId), version, note: 'A word' };
  }),
  openChange('offerPlan', 'a new plan', async ({ services, people }) => {
    const { planId, version, askId } = await aPlannedAsk(services, people.coordinator.viewer!);
    const offer = {
      organizationName: 'Local 8',
      title: 'Roll on',
      slug: `roll-${askId.slice(-12)}`,
      kind: 'STRIKE',
    };
    return { planId: ofNode('Plan', planId), version, ...offer };
  }),
  openChange('agreePlan', 'the link of an ask', async ({ services, people }) => {
    const { token, version } = await anOfferedAsk(services, people.coordinator.viewer!);
    return { token, version };
  }),
  openChange('answerPlan', 'the link of an ask', async ({ services, people }) => {
    const { token, version } = await anOfferedAsk(services, people.coordinator.viewer!);
    return { token, version, word: 'Call it a lockout, please.' };
  }),
  leadRequestChange('confirmLeadRequest'),
  leadRequestChange('declineLeadRequest'),
  openChange('becomeOrganizer', 'the link of an ask', async ({ services, people }) => {
    const { token, version } = await anOfferedAsk(services, people.coordinator.viewer!);
    await agreePlan(services, { token, version });
    return { token };
  }),
];
