import { sql } from 'kysely';
import { createEvent } from '../../../src/features/event/create-event.ts';
import { cancelEvent } from '../../../src/features/event/cancel-event.ts';
import { readSessions } from '../../../src/features/event/event-sessions.ts';
import { updateEvent } from '../../../src/features/event/update-event.ts';
import { checkIn } from '../../../src/features/registration/check-in.ts';
import { cancelRegistration } from '../../../src/features/registration/own-registration.ts';
import { register } from '../../../src/features/registration/register.ts';
import { runRegistrationJob } from '../../../src/features/registration/run-registration-job.ts';
import type { Sensitivity } from '../../../src/core/access/sensitivity.ts';
import { toGlobalId } from '../../../src/platform/graphql/global-id.ts';
import { wallIn } from '../../support/an-event.ts';
import { aBegunMaterial, aMaterial } from '../../support/a-material.ts';
import { aRecap } from './recaps.ts';
import { idOf, type Kind, SENSITIVITIES, type World } from './people.ts';

/** An event of ours with everything said of it, for the open campaign unless said otherwise. Returns its row id. */
export async function aWorldEvent(
  { services, people, ours, campaigns }: World,
  { sensitivity = 'PUBLIC', ofCampaign = true }: { sensitivity?: Sensitivity; ofCampaign?: boolean } = {},
): Promise<string> {
  return createEvent(services, people.organizer.viewer!, {
    organizationId: ours,
    campaignId: ofCampaign ? campaigns.open.id : null,
    slug: `event-${crypto.randomUUID().slice(0, 13)}`,
    ...{ title: 'Tools and tactics', kind: 'TRAINING', chair: 'Lou', place: 'Union hall', online: true },
    parties: [{ part: 'CO_HOST', name: 'Transit', organizationId: toGlobalId('Organization', ours) }],
    speakers: [{ name: 'Ana', role: 'host', line: 'Drives the night bus' }],
    ...{ streamUrl: 'https://stream.example/41', hashtag: 'line41', story: 'How', languages: ['en'] },
    ...{ accessibility: 'A ramp', roomCapacity: 1, onlineCapacity: 5, price: 'SUGGESTED', priceWords: '5' },
    ...{ startsWall: wallIn(168), endsWall: wallIn(170), timeZone: 'UTC', sensitivity },
    sessions: [
      {
        ...{
          title: 'Practice',
          presenter: 'Ana',
          skills: ['WRITING'],
          startsWall: wallIn(168.5),
          minutes: 30,
        },
        materials: [{ label: 'Slides', url: 'https://slides.example' }],
      },
    ],
  });
}

/** Files that are shown now, and with the recap, of the event and of its session; and two that are on their way. */
async function someMaterial(world: World, eventId: string): Promise<void> {
  const { services } = world;
  const [host, coordinator] = [idOf(world, 'organizer'), idOf(world, 'coordinator')];
  const [session] = await readSessions(services.orm.em.fork().getKysely(), [eventId]);
  const sessionId = session!.id;
  await aMaterial(services, host, eventId);
  await aMaterial(services, host, eventId, { shown: 'RECAP', name: 'for-later.pdf' });
  await aMaterial(services, coordinator, eventId, { sessionId, name: 'exercise.pdf' });
  await aMaterial(services, coordinator, eventId, { sessionId, shown: 'RECAP', name: 'answers.pdf' });
  await aBegunMaterial(services, host, eventId, { name: 'on-its-way.pdf' });
  await aBegunMaterial(services, coordinator, eventId, { shown: 'RECAP', name: 'on-its-way-too.pdf' });
}

/** Events of every sensitivity, one that moved, one called off, one over and counted; and people in every state. */
export async function someEvents(world: World): Promise<void> {
  const { services, people } = world;
  const take = async (kind: Kind, eventId: string, seat: 'ROOM' | 'ONLINE' = 'ROOM') =>
    (
      await register(services, people[kind].viewer, {
        eventId,
        seat,
        people: 1,
        requestId: crypto.randomUUID(),
      })
    ).registrationId;
  for (const sensitivity of SENSITIVITIES)
    await someMaterial(world, await aWorldEvent(world, { sensitivity }));
  const organizer = people.organizer.viewer!;
  const moved = await aWorldEvent(world, { ofCampaign: false });
  await take('coordinator', moved, 'ONLINE');
  await take('newcomer', moved, 'ONLINE');
  const first = await take('vetted', moved);
  await take('lead', moved);
  await take('holder', moved);
  // Whoever waited longest is asked, the next one waits.
  await cancelRegistration(services, { viewer: people.vetted.viewer, registrationId: first });
  await updateEvent(services, organizer, { eventId: moved, place: 'The other hall' });
  const over = await aWorldEvent(world, { ofCampaign: false });
  await take('coordinator', over, 'ONLINE');
  const here = await take('newcomer', over, 'ONLINE');
  await take('member', over);
  await checkIn(services, people.coordinator.viewer!, { eventId: over, registrationId: here });
  const db = services.orm.em.fork().getKysely();
  const { rows } = await sql<{ endsAt: Date }>`update event set starts_at = starts_at - interval '8 days',
    ends_at = ends_at - interval '8 days' where id = ${over} returning ends_at as "endsAt"`.execute(db);
  await runRegistrationJob(services, { countOf: over, endsAt: rows[0]!.endsAt.toISOString() });
  await aRecap(world);
  const off = await aWorldEvent(world, { ofCampaign: false });
  await cancelEvent(services, organizer, { eventId: off, words: 'Snow' });
}
