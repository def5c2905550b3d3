import { request } from 'playwright-core';
import {
  CreateCampaignDocument,
  CreateCardDocument,
  CreateOrganizationDocument,
  SetRoleDocument,
  VouchDocument,
  type CampaignSettingsInput,
  type CreateCardInput,
} from '../../src/gql/graphql.ts';
import { ask } from './ask.ts';
import { becomeDemoPerson } from './demo-person.ts';
import { known } from './known.ts';
import { timeZone } from './stage.ts';
import type { Visitor } from './visitor.ts';

/** A strike of its own for one journey, so that journeys on one server do not meet. */
export interface Strike {
  slug: string;
  title: string;
  /** Addresses of the board and of the campaign's page. */
  board: string;
  page: string;
  boardId: string;
  campaignId: string;
  organizationId: string;
  /** Lays a card on the board, by default an open one for writers that anyone may read. */
  card(title: string, more?: Partial<CreateCardInput>): Promise<{ id: string; number: number }>;
  /** Makes a newcomer a person of standing, as somebody of the local would. */
  vouchFor(handle: string): Promise<void>;
}

/**
 * Founds a local and its strike. `organizer` has joined already and runs it from here on. The coordinator is the demo's;
 * where there is no demo, `founder`.
 */
export async function callStrike(
  organizer: Visitor,
  handle: string,
  slug: string,
  settings: CampaignSettingsInput = {},
  founder?: Visitor,
): Promise<Strike> {
  const { url } = organizer;
  const title = `Strike ${slug}`;
  const coordinator = await request.newContext({
    baseURL: url,
    ...(founder && { storageState: await founder.context.storageState() }),
  });
  try {
    if (!founder) await becomeDemoPerson(coordinator, 'COORDINATOR');
    const { createOrganization } = await ask(coordinator, CreateOrganizationDocument, {
      input: { name: `Local ${slug}`, kind: 'UNION_LOCAL' },
    });
    const organizationId = known(createOrganization.organization).id;
    await ask(coordinator, SetRoleDocument, { input: { organizationId, handle, role: 'ORGANIZER' } });
    const { createCampaign } = await organizer.ask(CreateCampaignDocument, {
      input: {
        organizationId,
        slug,
        title,
        kind: 'STRIKE',
        timeZone,
        sensitivity: 'PUBLIC',
        languages: ['en'],
        startsAt: new Date(Date.now() - 30 * 3_600_000).toISOString(),
        story: 'They cut the night shift. We walked out.',
        demands: ['Keep the night shift'],
        settings,
      },
    });
    const campaign = known(createCampaign.campaign);
    const boardId = campaign.board.id;
    return {
      slug,
      title,
      board: `/c/${slug}/board`,
      page: `/c/${slug}`,
      boardId,
      campaignId: campaign.id,
      organizationId,
      async card(cardTitle, more = {}) {
        const { createCard } = await organizer.ask(CreateCardDocument, {
          input: {
            boardId,
            title: cardTitle,
            deliverable: 'One page, ready to send.',
            localSupplies: 'the facts',
            skill: 'WRITING',
            hours: 2,
            phase: 'ONGOING',
            languages: ['en'],
            sensitivity: 'PUBLIC',
            status: 'OPEN',
            cautionCleared: true,
            ...more,
          },
        });
        return known(createCard.card);
      },
      async vouchFor(newcomer) {
        await organizer.ask(VouchDocument, { input: { handle: newcomer } });
      },
    };
  } finally {
    await coordinator.dispose();
  }
}
