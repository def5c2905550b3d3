import { aMaterial } from '../../support/a-material.ts';
import { register } from '../../../src/features/registration/register.ts';
import type { Sensitivity } from '../../../src/core/access/sensitivity.ts';
import { toGlobalId } from '../../../src/platform/graphql/global-id.ts';
import { wallIn } from '../../support/an-event.ts';
import { readsEvent } from '../facts.ts';
import { aWorldEvent, idOf, SENSITIVITIES, type World } from '../world.ts';
import { type Change, NOBODYS_ID, openChange } from './change.ts';

/** Something done to an event of ours, made anew for each. */
export function eventChange(
  mutation: string,
  sensitivity: Sensitivity,
  input: (world: World, eventId: string) => object | Promise<object>,
): Change {
  return {
    mutation,
    what: `a ${sensitivity} event`,
    make: async (world) => {
      const id = await aWorldEvent(world, { sensitivity, ofCampaign: false });
      const more = await input(world, id);
      const withId = (eventId: string) => ({ eventId: toGlobalId('Event', eventId), ...more });
      return { input: withId(id), unknown: withId(NOBODYS_ID) };
    },
    about: ({ ours }) => ({ organizationId: ours }),
    readable: ({ ours }, who) => readsEvent(who, { organizationId: ours, campaignId: null, sensitivity }),
  };
}

/** Something done to a file of an event of ours, made anew for each. */
const eventFileChange = (mutation: string, sensitivity: Sensitivity, input: object = {}): Change => ({
  ...{ mutation, what: `a file of a ${sensitivity} event` },
  make: async (world) => {
    const eventId = await aWorldEvent(world, { sensitivity, ofCampaign: false });
    const fileId = await aMaterial(world.services, idOf(world, 'coordinator'), eventId);
    const withId = (id: string) => ({ fileId: toGlobalId('File', id), ...input });
    return { input: withId(fileId), unknown: withId(NOBODYS_ID) };
  },
  about: ({ ours }) => ({ organizationId: ours }),
  readable: ({ ours }, who) => readsEvent(who, { organizationId: ours, campaignId: null, sensitivity }),
});

/** Somebody without an account who has a place there. */
export const stranger = ({ services }: World, eventId: string) =>
  register(services, null, {
    ...{ eventId, seat: 'ONLINE', people: 1, name: 'Sam', requestId: crypto.randomUUID() },
  });

/** Somebody of the team who has a place there. */
async function atDoor({ services, people }: World, eventId: string) {
  const given = { eventId, seat: 'ONLINE', people: 1 } as const;
  const { registrationId } = await register(services, people.member.viewer, given);
  return { registrationId: toGlobalId('Registration', registrationId) };
}

/** With the secret of a receipt, whoever has it. */
const byReceipt = (mutation: string) =>
  openChange(mutation, 'a place, by its receipt', async (world) => {
    const { secret } = await stranger(world, await aWorldEvent(world, { ofCampaign: false }));
    return { secret };
  });

export const ON_EVENTS: Change[] = [
  openChange('createEvent', 'an organization', ({ ours }) => ({
    ...{ organizationId: toGlobalId('Organization', ours), slug: `made-${crypto.randomUUID().slice(0, 13)}` },
    ...{ title: 'Rally', kind: 'RALLY', place: 'The depot', timeZone: 'UTC' },
    ...{ startsWall: wallIn(100), endsWall: wallIn(101) },
  })),
  ...SENSITIVITIES.flatMap((sensitivity) => [
    eventChange('updateEvent', sensitivity, () => ({ title: 'Another title' })),
    eventChange('cancelEvent', sensitivity, () => ({ words: 'Snow' })),
    eventChange('repeatEvent', sensitivity, () => ({ every: 'WEEK', times: 1 })),
    eventFileChange('updateEventFile', sensitivity, { shown: 'RECAP' }),
    eventFileChange('moveEventFile', sensitivity),
    eventFileChange('removeEventFile', sensitivity),
    eventChange('checkIn', sensitivity, atDoor),
    eventChange('undoCheckIn', sensitivity, atDoor),
  ]),
  openChange('register', 'a PUBLIC event', async (world) => ({
    eventId: toGlobalId('Event', await aWorldEvent(world, { ofCampaign: false })),
    ...{ seat: 'ONLINE', name: 'Sam', requestId: crypto.randomUUID() },
  })),
  ...['cancelRegistration', 'confirmRegistration', 'declinePlace'].map(byReceipt),
];
