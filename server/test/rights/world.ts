import { createOrganization } from '../../src/core/organization/create-organization.ts';
import { coordinator } from '../support/people.ts';
import type { TestServices } from '../support/services.ts';
import { someAsks } from './world/asks.ts';
import { theBench } from './world/bench.ts';
import { aCampaign, aCard, sentBack, severalAtOnce } from './world/cards.ts';
import {
  answeredByLink,
  blockBela,
  screensOnWalls,
  someAsked,
  theDifferenceAndTheEnd,
} from './world/happened.ts';
import { someEvents } from './world/events.ts';
import { somePractice } from './world/practice.ts';
import { openingsOfOurs } from './world/openings.ts';
import { someRooms } from './world/rooms.ts';
import { importBoard } from '../../src/features/import/import-board.ts';
import { someSuggestions } from './world/suggestions.ts';
import { toolsOfOurs } from './world/tools.ts';
import { aFailingWebhook } from './world/webhooks.ts';
import { makePeople, SENSITIVITIES, type World } from './world/people.ts';

/*
 * The world in which every right is tried: who is in it, what they have, and what happened before.
 */

export { anAsk } from './world/asks.ts';
export { aCard } from './world/cards.ts';
export { aWorldEvent } from './world/events.ts';
export { askedLongAgo } from './world/happened.ts';
export {
  type CampaignName,
  holderOf,
  idOf,
  type Kind,
  KINDS,
  SENSITIVITIES,
  type Somebody,
  type World,
} from './world/people.ts';

/** Two organizations with people of every kind, and cards of every sensitivity in every status. */
export async function makeWorld(services: TestServices): Promise<World> {
  const cora = await coordinator(services, 'Cora');
  const ours = await createOrganization(services, cora, { name: 'Transit Workers 41', kind: 'UNION_LOCAL' });
  const theirs = await createOrganization(services, cora, { name: 'Tenants United', kind: 'COALITION' });
  // Nobody but coordinators knows of it: it has no campaign, and nobody in it.
  await createOrganization(services, cora, { name: 'Nobody Yet', kind: 'COMMUNITY_GROUP' });
  const people = await makePeople(services, cora, { ours, theirs });
  const world: World = { services, people, ours, theirs, campaigns: {} as World['campaigns'] };
  const shown = { employer: 'Metro Lines', startsAt: new Date(Date.now() + 10 * 86_400_000) };
  world.campaigns.open = await aCampaign(world, 'open', {
    ...shown,
    sensitivity: 'PUBLIC',
    employerHidden: true,
    startHidden: true,
  });
  world.campaigns.vetted = await aCampaign(world, 'vetted', { ...shown, sensitivity: 'VETTED' });
  world.campaigns.team = await aCampaign(world, 'team', { ...shown, sensitivity: 'TEAM' });
  world.campaigns.ended = await aCampaign(world, 'ended', { ...shown, sensitivity: 'PUBLIC' });
  world.campaigns.foreign = await aCampaign(world, 'foreign', { ...shown, sensitivity: 'PUBLIC' });
  for (const sensitivity of SENSITIVITIES) {
    for (const status of ['DRAFT', 'OPEN', 'CLAIMED', 'IN_REVIEW', 'DONE', 'CANCELLED'] as const) {
      await aCard(world, { campaign: 'open', sensitivity, status });
    }
    await sentBack(world, sensitivity);
    await aCard(world, { campaign: 'team', sensitivity });
    await aCard(world, { campaign: 'vetted', sensitivity });
    await aCard(world, { campaign: 'ended', sensitivity });
    await aCard(world, { campaign: 'foreign', sensitivity });
  }
  await aCard(world, { campaign: 'foreign', sensitivity: 'PUBLIC', status: 'DRAFT' });
  await severalAtOnce(world);
  await someAsked(world);
  await someAsks(world);
  await blockBela(world);
  await answeredByLink(world);
  await screensOnWalls(world);
  await someEvents(world);
  await somePractice(world);
  await theDifferenceAndTheEnd(world);
  await theBench(world);
  await openingsOfOurs(world);
  await someRooms(world);
  await someSuggestions(world);
  const said = {
    type: 'commentCard',
    data: { text: 'Here it is' },
    memberCreator: { fullName: 'Ana, elsewhere' },
  };
  const imported = { id: 'c', idList: 'l', name: 'An imported card', actions: [said] };
  await importBoard(world.services, world.people.coordinator.viewer, {
    ...{ campaignId: world.campaigns.open.id, text: JSON.stringify(imported) },
    mapping: { lists: [{ key: 'l', status: 'OPEN' }] },
  });
  await toolsOfOurs(world);
  await aFailingWebhook(world);
  // No use case makes somebody part of the demo but the demo itself.
  await services.orm.em
    .fork()
    .getKysely()
    .updateTable('person')
    .set({ demo_part: 'VOLUNTEER' })
    .where('handle', '=', 'Newt')
    .execute();
  return world;
}
