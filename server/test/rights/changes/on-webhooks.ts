import type { GraphQLSchema } from 'graphql';
import { createSchema } from '../../../src/app/schema.ts';
import { createWebhook } from '../../../src/features/webhook/keep-webhook.ts';
import { readsCampaign } from '../facts.ts';
import { campaignFact, campaigns, type Change, NOBODYS_ID, ofNode } from './change.ts';

const DOCUMENT = 'subscription ($board: ID!) { boardChanges(boardId: $board) { kind revision } }';
const WORDS = { label: 'Newsletter', url: 'https://union.org/hook', document: DOCUMENT };

let schema: Promise<GraphQLSchema> | undefined;

/** Something done with a webhook of a volunteer. */
function ownChange(mutation: string, more: object = {}): Change {
  return {
    mutation,
    what: 'a webhook of a volunteer',
    make: async ({ services, people, campaigns: { open } }) => {
      const owner = people.vetted.viewer!;
      // Ten are all that one person has.
      await services.orm.em.fork().getKysely().deleteFrom('webhook').execute();
      schema ??= createSchema();
      const { id } = await createWebhook(services, await schema, owner, {
        ...{ ...WORDS, boardIds: [open.boardId] },
      });
      const withId = (row: string) => ({ webhookId: ofNode('Webhook', row), ...more });
      return { input: withId(id), unknown: withId(NOBODYS_ID) };
    },
    about: ({ ours }) => ({ organizationId: ours }),
    readable: (_world, { kind }) => kind === 'vetted',
  };
}

/** What people store to be told of boards. */
export const ON_WEBHOOKS: Change[] = [
  ...campaigns.map((campaign): Change => ({
    mutation: 'createWebhook',
    what: `of the board of ${campaign}`,
    make: async (world) => {
      await world.services.orm.em.fork().getKysely().deleteFrom('webhook').execute();
      const of = (boardId: string) => ({ ...WORDS, boardId: ofNode('Board', boardId) });
      return { input: of(world.campaigns[campaign].boardId), unknown: of(NOBODYS_ID) };
    },
    // Whoever may read a board may be told of it, also who is a stranger to it.
    about: ({ ours }) => ({ organizationId: ours }),
    readable: (world, who) => readsCampaign(who, campaignFact(world, campaign)),
  })),
  ownChange('updateWebhook', { label: 'Another name' }),
  ownChange('deleteWebhook'),
  ownChange('testWebhook'),
  ownChange('redeliver', { fromRevision: 0 }),
];
