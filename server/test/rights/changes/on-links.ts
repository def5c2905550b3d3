import { createApprovalLink } from '../../../src/core/review/approval-link.ts';
import type { Sensitivity } from '../../../src/core/access/sensitivity.ts';
import { createCampaign } from '../../../src/core/board/create-campaign.ts';
import { createOrganization } from '../../../src/core/organization/create-organization.ts';
import { createRoleLink } from '../../../src/features/role-link/create-role-link.ts';
import { createWatchLink } from '../../../src/features/wall/watch-link.ts';
import { toGlobalId } from '../../../src/platform/graphql/global-id.ts';
import { aCard, type CampaignName, idOf, SENSITIVITIES } from '../world.ts';
import {
  campaignChange,
  campaigns,
  cardChange,
  type Change,
  NOBODYS_ID,
  ofNode,
  openChange,
} from './change.ts';

/** What is done with a link for approving, made anew for each. */
function linkChange(
  mutation: string,
  sensitivity: Sensitivity,
  input: (link: { id: string; token: string }) => object,
): Change {
  const change = cardChange('approveCard', 'open', sensitivity);
  const byToken = mutation !== 'revokeApprovalLink';
  return {
    ...change,
    mutation,
    make: async (world) => {
      const cardId = await aCard(world, { sensitivity, status: 'IN_REVIEW', plain: true });
      const organizer = idOf(world, 'organizer');
      const { token } = await createApprovalLink(world.services, organizer, { cardId, label: 'Lou' });
      const { id } = await world.services.orm.em
        .fork()
        .getKysely()
        .selectFrom('approval_link')
        .select('id')
        .where('card_id', '=', cardId)
        .executeTakeFirstOrThrow();
      const unknown = byToken ? {} : { unknown: input({ id: NOBODYS_ID, token: '' }) };
      return { input: input({ id, token }), cardId, ...unknown };
    },
    // Whoever has the link needs no right to read the card.
    ...(byToken && { readable: () => true }),
  };
}

/** A link for a screen: made, or taken back after its local made it. */
function watchLinkChange(mutation: 'createWatchLink' | 'revokeWatchLink', campaign: CampaignName): Change {
  const words = { label: 'Strike office', hours: 12 };
  return {
    ...campaignChange(mutation, campaign, () => ({})),
    make: async (world) => {
      const { services, campaigns, people } = world;
      const campaignId = campaigns[campaign].id;
      if (mutation === 'createWatchLink') {
        const input = (id: string) => ({ campaignId: toGlobalId('Campaign', id), ...words });
        return { input: input(campaignId), unknown: input(NOBODYS_ID) };
      }
      const db = services.orm.em.fork().getKysely();
      await db.deleteFrom('watch_link').where('campaign_id', '=', campaignId).execute();
      const local = people[campaign === 'foreign' ? 'foreigner' : 'organizer'].viewer!;
      const flags = { sensitivity: 'PUBLIC', showsHandles: false, showsThanks: false } as const;
      await createWatchLink(services, local, { campaignId, ...words, ...flags });
      const { id } = await db
        .selectFrom('watch_link')
        .select('id')
        .where('campaign_id', '=', campaignId)
        .executeTakeFirstOrThrow();
      const input = (link: string) => ({ linkId: toGlobalId('WatchLink', link) });
      return { input: input(id), unknown: input(NOBODYS_ID) };
    },
    // One who is blocked organizes nothing: it is not a change of the board, which would say BLOCKED.
    about: ({ ours, theirs }) => ({ organizationId: campaign === 'foreign' ? theirs : ours }),
  };
}

/** An invite link: made, taken back after its local made it, or taken up by somebody of no role there. */
function roleLinkChange(mutation: 'createRoleLink' | 'revokeRoleLink', campaign: CampaignName): Change {
  const words = { label: 'Lou, president', role: 'APPROVER', days: 7, maxUses: 1 } as const;
  return {
    ...watchLinkChange('createWatchLink', campaign),
    mutation,
    make: async (world) => {
      const { services, campaigns, people } = world;
      const campaignId = campaigns[campaign].id;
      const db = services.orm.em.fork().getKysely();
      await db.deleteFrom('role_link').where('campaign_id', '=', campaignId).execute();
      if (mutation === 'createRoleLink') {
        const input = (id: string) => ({ campaignId: toGlobalId('Campaign', id), ...words });
        return { input: input(campaignId), unknown: input(NOBODYS_ID) };
      }
      const local = people[campaign === 'foreign' ? 'foreigner' : 'organizer'].viewer!;
      await createRoleLink(services, local, { campaignId, ...words });
      const { id } = await db
        .selectFrom('role_link')
        .select('id')
        .where('campaign_id', '=', campaignId)
        .executeTakeFirstOrThrow();
      const input = (link: string) => ({ linkId: toGlobalId('RoleLink', link) });
      return { input: input(id), unknown: input(NOBODYS_ID) };
    },
  };
}

/** What is done with links: for approving, for screens, and for roles. */
export const ON_LINKS: Change[] = [
  openChange('acceptRoleLink', 'a local of nobody', async ({ services, people }) => {
    const viewer = people.coordinator.viewer!;
    const organizationId = await createOrganization(services, viewer, { name: 'New', kind: 'UNION_LOCAL' });
    const { campaignId } = await createCampaign(services, viewer.personId, {
      ...{ organizationId, slug: `new-${organizationId.slice(0, 8)}`, title: 'New', kind: 'STRIKE' },
    });
    const words = { label: 'Lou, president', role: 'ORGANIZER', days: 7, maxUses: 1 } as const;
    return createRoleLink(services, viewer, { campaignId, ...words });
  }),
  ...campaigns.flatMap((campaign) => [
    watchLinkChange('createWatchLink', campaign),
    watchLinkChange('revokeWatchLink', campaign),
    roleLinkChange('createRoleLink', campaign),
    roleLinkChange('revokeRoleLink', campaign),
  ]),
  ...SENSITIVITIES.flatMap((sensitivity) => [
    cardChange('createApprovalLink', 'open', sensitivity),
    linkChange('revokeApprovalLink', sensitivity, (link) => ({ linkId: ofNode('ApprovalLink', link.id) })),
    linkChange('approveByLink', sensitivity, ({ token }) => ({ token, thanks: 'Thank you' })),
    linkChange('requestChangesByLink', sensitivity, ({ token }) => ({ token, note: 'Shorter' })),
  ]),
];
