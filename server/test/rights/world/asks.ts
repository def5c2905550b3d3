import { declineAsk } from '../../../src/features/ask/decline-ask.ts';
import { saveAskAnswers } from '../../../src/features/ask/save-ask-answers.ts';
import { startAsk } from '../../../src/features/ask/start-ask.ts';
import { submitAsk } from '../../../src/features/ask/submit-ask.ts';
import { takeAsk } from '../../../src/features/ask/take-ask.ts';
import type { World } from './people.ts';

/** An ask of a local that was sent. Returns its row id, and the secret of its link. */
export async function anAsk(world: World): Promise<{ id: string; token: string }> {
  const { services } = world;
  const { token } = await startAsk(services, { language: 'es' });
  await saveAskAnswers(services, {
    token,
    contact: 'Signal: line.41',
    answers: {
      organizationName: 'Transit Workers 41',
      organizationKind: 'UNION_LOCAL',
      role: 'Steward',
      kind: 'STRIKE',
      happening: 'They cut the night shift.',
      startsAt: new Date(),
      timeZone: 'America/Chicago',
      lookHere: [{ url: 'https://41.example' }],
      assets: [{ asset: 'LOGO', has: true }],
      approver: 'Olga',
      worries: ['PRESS'],
      worryWords: 'Nobody calls us back.',
      languages: ['es'],
      needs: ['WRITING'],
      suggestForUs: true,
      needWords: 'A leaflet',
      hideEmployer: true,
      hideStart: false,
      employer: 'Metro Lines',
      unsaid: 'The depot',
      localHoursPerWeek: 3,
    },
  });
  await submitAsk(services, token);
  const { id } = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('ask')
    .select('id')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return { id, token };
}

/** One that became a campaign, one that was declined, and one that is still written. */
export async function someAsks(world: World): Promise<void> {
  const { services, people, campaigns } = world;
  const cora = people.coordinator.viewer!;
  const accepted = await anAsk(world);
  await takeAsk(services, cora, accepted.id);
  await services.orm.em
    .fork()
    .getKysely()
    .updateTable('ask')
    .set({ status: 'ACCEPTED', campaign_id: campaigns.team.id, held_at: new Date() })
    .where('id', '=', accepted.id)
    .execute();
  const declined = await anAsk(world);
  await declineAsk(services, cora, { askId: declined.id, words: 'We cannot', elsewhere: 'The federation' });
  await startAsk(services, { language: 'en' });
}
