import { randomInt } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { claimCard } from '../src/core/card/claim-card.ts';
import { createCard } from '../src/core/card/create-card.ts';
import { handInCard } from '../src/core/review/hand-in-card.ts';
import type { CardOnBoard } from '../src/core/board/read-cards.ts';
import { approveCard, passCraftReview } from '../src/core/review/review-card.ts';
import { createCampaign } from '../src/core/board/create-campaign.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { createOrganization } from '../src/core/organization/create-organization.ts';
import { setRole } from '../src/core/trust/set-role.ts';
import type { Joined } from '../src/core/person/join.ts';
import { setStanding } from '../src/core/trust/set-standing.ts';
import type { Services } from '../src/platform/services.ts';
import { cardTemplates } from '../test/support/templates.ts';
import { coordinator, joinAs } from '../test/support/people.ts';

/** Claims that one person may hold: the most that a campaign can set. */
export const CLAIMS_EACH = 10;

/** A board in the middle of a strike, made by the use cases people use. */
export interface BusyBoard {
  slug: string;
  boardId: string;
  /** As outsiders name it. */
  board: string;
  /** The open cards in board order; the first are on the first screen. */
  open: CardOnBoard[];
  organizer: Joined;
  /** Standing VETTED, no role, holds nothing. */
  vetted: Joined;
  /** Standing NEW, no role, holds nothing. */
  volunteer: Joined;
}

/** A public board with so many cards, two thirds of them open and the rest spread over the other columns. */
export async function makeBusyBoard(services: Services, cards: number): Promise<BusyBoard> {
  const carmen = await coordinator(services, aHandle());
  const organizer = await joinAs(services, aHandle());
  const organizationId = await createOrganization(services, carmen, {
    name: 'Transit Workers 41',
    kind: 'UNION_LOCAL',
  });
  await setRole(services, carmen, { organizationId, handle: organizer.viewer.handle, role: 'ORGANIZER' });
  const slug = `bench-${randomInt(1e9)}`;
  const { boardId } = await createCampaign(services, organizer.viewer.personId, {
    organizationId,
    slug,
    title: 'Hold the line',
    kind: 'STRIKE',
    languages: ['en', 'es'],
    sensitivity: 'PUBLIC',
    settings: { newcomerClaimLimit: CLAIMS_EACH, claimLimit: CLAIMS_EACH, newcomerShare: 100 },
  });

  const open: CardOnBoard[] = [];
  const workers = await crowd(services, Math.ceil(cards / CLAIMS_EACH / 3));
  for (let index = 0; index < cards; index += 1) {
    const card = await newCard(services, organizer, boardId, index);
    // The first twenty stay open, so that the first screen has cards to take.
    const turn = index < 20 ? 0 : index % 12;
    if (turn < 8) {
      open.push(card);
      continue;
    }
    const cardId = card.id;
    const worker = workers[index % workers.length]?.viewer.personId ?? '';
    await claimCard(services, worker, { cardId });
    if (turn < 10) continue;
    await handInCard(services, worker, { cardId, note: 'Here it is', links: [] });
    if (turn < 11) continue;
    await passCraftReview(services, carmen.personId, { cardId });
    await approveCard(services, organizer.viewer.personId, { cardId, thanks: 'This helps us tonight.' });
  }
  const vetted = await joinAs(services, aHandle());
  await setStanding(services, carmen, { handle: vetted.viewer.handle, standing: 'VETTED' });
  const [volunteer] = await crowd(services, 1);
  if (!volunteer) throw new Error('Nobody joined.');
  return { slug, boardId, board: toGlobalId('Board', boardId), open, organizer, vetted, volunteer };
}

/** So many newcomers with sessions. */
export async function crowd(services: Services, size: number): Promise<Joined[]> {
  const people: Joined[] = [];
  for (let index = 0; index < size; index += 1) people.push(await joinAs(services, aHandle()));
  return people;
}

/** More open cards at the end of a board. */
export async function addOpenCards(
  services: Services,
  { organizer, boardId }: Pick<BusyBoard, 'organizer' | 'boardId'>,
  count: number,
): Promise<CardOnBoard[]> {
  const cards: CardOnBoard[] = [];
  for (let index = 0; index < count; index += 1) {
    cards.push(await newCard(services, organizer, boardId, index));
  }
  return cards;
}

async function newCard(
  services: Services,
  organizer: Joined,
  boardId: string,
  index: number,
): Promise<CardOnBoard> {
  const template = cardTemplates[index % cardTemplates.length];
  if (!template) throw new Error('There are no templates.');
  const { title, deliverable, skill, hours, phase, localSupplies } = template;
  const { result } = await createCard(services, organizer.viewer.personId, {
    ...{ boardId, deliverable, skill, hours, phase, localSupplies },
    title: `${title} (${index + 1})`,
    sensitivity: 'PUBLIC',
  });
  if (!result) throw new Error('The card had been made before.');
  return result;
}

/** Signs a browser in. */
export async function signIn(context: BrowserContext, url: string, { token }: Joined): Promise<void> {
  await context.addCookies([{ name: 'strikeboard', value: token, url }]);
}

/** Letters only, as the rules of handles want. */
function aHandle(): string {
  return `vol${Array.from({ length: 12 }, () => String.fromCharCode(97 + randomInt(26))).join('')}`;
}
