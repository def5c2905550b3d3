import { sql } from 'kysely';
import { updateEvent } from '../../../src/features/event/update-event.ts';
import type { FeedbackBalance } from '../../../src/features/feedback/feedback.entity.ts';
import { prepareRecap } from '../../../src/features/recap/prepare-recap.ts';
import {
  approveRecapByLink,
  openRecapLink,
  requestRecapChangesByLink,
} from '../../../src/features/recap/approve-recap-by-link.ts';
import { createRecapLink, readRecapLinks, revokeRecapLink } from '../../../src/features/recap/recap-link.ts';
import { pickTakeaway, suggestTakeaway } from '../../../src/features/recap/takeaways.ts';
import { readTakeaways } from '../../../src/features/recap/read-recap.ts';
import { checkIn } from '../../../src/features/registration/check-in.ts';
import { register } from '../../../src/features/registration/register.ts';
import { letEventComeNear } from '../../support/an-event.ts';
import { aMaterial } from '../../support/a-material.ts';
import { say } from '../../support/an-afterwards.ts';
import { aWorldEvent } from './events.ts';
import { idOf, type World } from './people.ts';

/** Lets an event be over. */
export const letItBeOver = ({ services }: World, eventId: string) => letEventComeNear(services, eventId, 171);

/** An event that is over, of which six said something, with a recap that has the yes of somebody by a link. */
export async function aRecap(world: World): Promise<string> {
  const { services, people } = world;
  const organizer = people.organizer.viewer!;
  const coordinator = people.coordinator.viewer!;
  const eventId = await aWorldEvent(world, { ofCampaign: false });
  await updateEvent(services, organizer, { eventId, onlineCapacity: 100 });
  const seat = { eventId, seat: 'ONLINE', people: 1 } as const;
  const own = await register(services, coordinator, seat);
  const secrets: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    const requestId = crypto.randomUUID();
    const { secret } = await register(services, null, { ...seat, name: 'Sam', requestId });
    secrets.push(secret!);
  }
  await letItBeOver(world, eventId);
  await checkIn(services, organizer, { eventId, registrationId: own.registrationId });
  const said = {
    ...{ good: 'The map', missing: 'Coffee', nextWords: 'Filming', nextSkills: ['WRITING' as const] },
    balance: 'RIGHT' as FeedbackBalance,
  };
  await say(services, { viewer: coordinator, eventId }, said);
  for (const secret of secrets) await say(services, { secret }, said);
  await suggestTakeaway(services, { viewer: coordinator, eventId }, { text: 'Ask early' });
  const db = services.orm.em.fork().getKysely();
  const [line] = await readTakeaways(db, eventId);
  await pickTakeaway(services, organizer, { takeawayId: line!.id, picked: true });
  await aMaterial(services, coordinator.personId, eventId, { shown: 'RECAP' });
  await prepareRecap(services, organizer, {
    ...{ eventId, asks: true, words: 'A full house', recordingUrl: 'https://videos.example.org/41' },
    files: [{ url: 'https://slides.example.org/41', label: 'Slides' }],
    ...{ volunteers: ['Ed'], sponsors: ['The print shop'], leftOut: ['NOTES'] },
  });
  // What a noun adds that is not there yet.
  const part = [{ kind: 'QUESTIONS', items: [{ text: 'Who pays?', answer: 'The fund' }] }];
  await sql`update recap set prepared = jsonb_set(prepared, '{parts}', ${JSON.stringify(part)}::jsonb)
    where event_id = ${eventId}`.execute(db);
  const link = async () =>
    (await createRecapLink(services, coordinator, { eventId, label: 'Lou, president' })).token;
  await link();
  const [ended] = await readRecapLinks(db, eventId);
  await revokeRecapLink(services, coordinator, ended!.id);
  const token = await link();
  await openRecapLink(services.orm.em.fork(), token, { viewerId: null });
  const words = 'Thank the drivers too';
  await requestRecapChangesByLink(services, { token, edition: 1, words, viewerId: null });
  await approveRecapByLink(services, { token, edition: 1, viewerId: null });
  await sql`delete from notification where event_id = ${eventId} and person_id <> ${idOf(world, 'coordinator')}`.execute(
    db,
  );
  return eventId;
}
