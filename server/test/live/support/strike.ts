import { randomUUID } from 'node:crypto';
import { createCard } from '../../../src/core/card/create-card.ts';
import type { Sensitivity } from '../../../src/core/access/sensitivity.ts';
import { createCampaign } from '../../../src/core/board/create-campaign.ts';
import { toGlobalId } from '../../../src/platform/graphql/global-id.ts';
import { createOrganization } from '../../../src/core/organization/create-organization.ts';
import { setRole } from '../../../src/core/trust/set-role.ts';
import type { Joined } from '../../../src/core/person/join.ts';
import type { Services } from '../../../src/platform/services.ts';
import { asNow, coordinator, joinAs } from '../../support/people.ts';

/** A local on strike, its organizer, a coordinator, and an empty public board. */
export interface Strike {
  coordinator: Awaited<ReturnType<typeof coordinator>>;
  organizer: Joined;
  organizationId: string;
  campaignId: string;
  boardId: string;
  /** As outsiders name it. */
  board: string;
}

export async function startStrike(
  services: Services,
  { sensitivity = 'PUBLIC' }: { sensitivity?: Sensitivity } = {},
): Promise<Strike> {
  const coordinating = await coordinator(services, aHandle());
  const organizer = await joinAs(services, aHandle());
  const organizationId = await createOrganization(services, coordinating, {
    name: 'Transit Workers 41',
    kind: 'UNION_LOCAL',
  });
  await setRole(services, coordinating, {
    organizationId,
    handle: organizer.viewer.handle,
    role: 'ORGANIZER',
  });
  const { campaignId, boardId } = await createCampaign(services, organizer.viewer.personId, {
    organizationId,
    slug: `strike-${randomUUID().slice(0, 8)}`,
    title: 'Hold the line',
    kind: 'STRIKE',
    languages: ['en'],
    sensitivity,
    settings: { newcomerClaimLimit: 10, claimLimit: 10, firstLeaseHours: 0, newcomerShare: 100 },
  });
  return {
    coordinator: coordinating,
    organizer: { ...organizer, viewer: await asNow(services, organizer.viewer) },
    organizationId,
    campaignId,
    boardId,
    board: toGlobalId('Board', boardId),
  };
}

/** A card of the organizer on the strike's board; returns its row id. */
export async function aCard(
  services: Services,
  strike: Strike,
  given: { sensitivity?: Sensitivity; title?: string; hours?: number } = {},
): Promise<string> {
  const { result } = await createCard(services, strike.organizer.viewer.personId, {
    boardId: strike.boardId,
    title: given.title ?? 'Write the leaflet',
    deliverable: 'One page, ready to print',
    skill: 'WRITING',
    hours: given.hours ?? 2,
    phase: 'ONGOING',
    sensitivity: given.sensitivity ?? 'PUBLIC',
  });
  if (!result) throw new Error('The card was made before.');
  return result.id;
}

/** A handle nobody has: letters only, as the rules of handles want. */
export function aHandle(): string {
  const letters = randomUUID().replace(/[^a-f]/g, '');
  return `Vol${letters}${Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '')}`.slice(0, 18);
}
