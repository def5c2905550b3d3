import { toGlobalId } from '../../../src/platform/graphql/global-id.ts';
import { CONDUCT_VERSION } from '../../../src/core/person/conduct.ts';
import { setRole } from '../../../src/core/trust/set-role.ts';
import type { CampaignName } from '../world.ts';
import { campaignChange, campaigns, type Change, NOBODYS_ID, ofNode, openChange } from './change.ts';

/** A block of Tess on one campaign. */
function blockChange(mutation: string, campaign: CampaignName, more: object = {}): Change {
  const input = (id: string) => ({ campaignId: toGlobalId('Campaign', id), handle: 'Tess', ...more });
  return {
    ...campaignChange(mutation, campaign, input),
    make: async (world) => ({ input: input(world.campaigns[campaign].id), unknown: input(NOBODYS_ID) }),
    // One who is blocked organizes nothing: it is not a change of the board, which would say BLOCKED.
    about: ({ ours, theirs }) => ({ organizationId: campaign === 'foreign' ? theirs : ours }),
  };
}

/** What changes organizations, people and whom they trust. */
export const ON_PEOPLE: Change[] = [
  openChange('createOrganization', 'a new one', () => ({ name: 'Local 7', kind: 'UNION_LOCAL' })),
  openChange('setRole', 'ours', ({ ours }) => ({
    organizationId: ofNode('Organization', ours),
    handle: 'Tara',
    role: 'MEMBER',
  })),
  {
    ...openChange('undoRoleRemoval', 'Tara, as a member', () => ({})),
    make: async ({ services, ours, people }) => {
      const organizer = people.organizer.viewer!;
      const tara = { organizationId: ours, handle: 'Tara' };
      await setRole(services, organizer, { ...tara, role: 'MEMBER' });
      const { removal } = await setRole(services, organizer, { ...tara, role: null });
      const input = (id: string) => ({ removalId: ofNode('RoleRemoval', id) });
      return { input: input(removal!.id), unknown: input(NOBODYS_ID) };
    },
    readable: (_world, { kind }) => kind === 'organizer',
  },
  openChange('setStanding', 'Tara', () => ({ handle: 'Tara', standing: 'NEW' })),
  openChange('vouchForPerson', 'Tara', ({ ours }) => ({
    handle: 'Tara',
    organizationId: ofNode('Organization', ours),
  })),
  openChange('withdrawVouch', 'Tess', ({ ours }) => ({
    handle: 'Tess',
    organizationId: ofNode('Organization', ours),
  })),
  openChange('agreeToConduct', 'oneself', () => ({ version: CONDUCT_VERSION })),
  ...campaigns.flatMap((campaign) => [
    blockChange('blockPerson', campaign, { reason: 'We know why' }),
    blockChange('unblockPerson', campaign),
  ]),
  openChange('updateProfile', 'oneself', () => ({ skills: ['WRITING'] })),
];
