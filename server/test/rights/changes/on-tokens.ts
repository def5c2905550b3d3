import { createToken } from '../../../src/features/token/create-token.ts';
import type { Somebody, World } from '../world.ts';
import { type Change, NOBODYS_ID, ofNode } from './change.ts';

const words = { name: 'newsletter tool', scopes: ['READ_CAMPAIGN' as const], days: 30 };

const runs = ({ ours }: World, { viewer }: Somebody) =>
  viewer !== null &&
  viewer.standing !== 'SUSPENDED' &&
  (viewer.coordinator || viewer.roles.get(ours) === 'ORGANIZER');

/** Tokens by which tools act for ours. */
export const ON_TOKENS: Change[] = [
  {
    mutation: 'createToken',
    what: 'for ours',
    make: async ({ services, ours }) => {
      // As many count at once as may; each of those who may makes one.
      await services.orm.em
        .fork()
        .getKysely()
        .deleteFrom('token')
        .where('organization_id', '=', ours)
        .execute();
      const withId = (id: string) => ({ ...words, organizationId: ofNode('Organization', id) });
      return { input: withId(ours), unknown: withId(NOBODYS_ID) };
    },
    about: ({ ours }) => ({ organizationId: ours }),
    readable: () => true,
  },
  {
    mutation: 'revokeToken',
    what: 'of ours',
    findsFirst: true,
    make: async ({ services, people, ours }) => {
      const made = { ...words, organizationId: ours, campaignIds: null };
      const { id } = await createToken(services, people.organizer.viewer!, made);
      const withId = (row: string) => ({ tokenId: ofNode('Token', row) });
      return { input: withId(id), unknown: withId(NOBODYS_ID) };
    },
    about: ({ ours }) => ({ organizationId: ours }),
    readable: runs,
  },
];
