import type { Sensitivity } from '../../../src/core/access/sensitivity.ts';
import { invitePerson } from '../../../src/features/matching/invite-person.ts';
import { toGlobalId } from '../../../src/platform/graphql/global-id.ts';
import { aCard, askedLongAgo, type CampaignName, idOf, SENSITIVITIES } from '../world.ts';
import { cardChange, type Change, NOBODYS_ID, openChange } from './change.ts';

/** Asking Mila, who may read everything of ours. Her earlier invitations are long ago. */
function asking(campaign: CampaignName, sensitivity: Sensitivity): Change {
  const change = cardChange('invitePerson', campaign, sensitivity);
  return {
    ...change,
    // Not a change of the board, which would say BLOCKED: one who is blocked asks nobody.
    about: ({ ours, theirs }) => ({ organizationId: campaign === 'foreign' ? theirs : ours, sensitivity }),
    make: async (world) => {
      await askedLongAgo(world.services);
      const target = await change.make(world);
      const more = { personId: toGlobalId('Person', idOf(world, 'member')) };
      return { ...target, input: { ...target.input, ...more }, unknown: { ...target.unknown, ...more } };
    },
  };
}

/** "Not now" of the newcomer, who alone was asked. */
const declining: Change = {
  mutation: 'declineInvitation',
  what: 'an invitation of the newcomer',
  make: async (world) => {
    await askedLongAgo(world.services);
    const cardId = await aCard(world, { plain: true });
    const organizer = world.people.organizer.viewer!;
    const personId = idOf(world, 'newcomer');
    const { id } = await invitePerson(world.services, organizer, { cardId, personId });
    const withId = (invitation: string) => ({ invitationId: toGlobalId('Invitation', invitation) });
    return { input: withId(id), unknown: withId(NOBODYS_ID), cardId };
  },
  about: ({ ours }) => ({ organizationId: ours }),
  readable: (_world, { kind }) => kind === 'newcomer',
};

/** What asks people for cards. */
export const ON_MATCHING: Change[] = [
  ...SENSITIVITIES.map((sensitivity) => asking('open', sensitivity)),
  asking('foreign', 'PUBLIC'),
  declining,
  openChange('updateAvailability', 'oneself', () => ({ weeklyHours: 5 })),
];
