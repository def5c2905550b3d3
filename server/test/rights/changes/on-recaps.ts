import { sql } from 'kysely';
import { editionIn } from '../../../src/features/feedback/feedback-questions.ts';
import { prepareRecap } from '../../../src/features/recap/prepare-recap.ts';
import { createRecapLink } from '../../../src/features/recap/recap-link.ts';
import { readTakeaways } from '../../../src/features/recap/read-recap.ts';
import { addTakeaway } from '../../../src/features/recap/takeaways.ts';
import { joinAs } from '../../support/people.ts';
import { readsEvent } from '../facts.ts';
import { aWorldEvent, SENSITIVITIES, type World } from '../world.ts';
import { letItBeOver } from '../world/recaps.ts';
import { type Change, NOBODYS_ID, ofNode, openChange } from './change.ts';
import { eventChange, stranger } from './on-events.ts';

/** With the secret of a receipt, at an event that is over. */
const afterwards = (mutation: string, more: (world: World) => object) =>
  openChange(mutation, 'an event, by the receipt', async (world) => {
    const eventId = await aWorldEvent(world, { ofCampaign: false });
    const { secret } = await stranger(world, eventId);
    await letItBeOver(world, eventId);
    return { secret, ...more(world) };
  });

const prepared = async (world: World, eventId: string) => {
  await letItBeOver(world, eventId);
  await prepareRecap(world.services, world.people.coordinator.viewer!, { eventId, asks: true });
  return {};
};

/** Prepared by somebody who is no one of these any more, so that everybody of the local may ask for the yes. */
const preparedBefore = async (world: World, eventId: string) => {
  await prepared(world, eventId);
  const db = world.services.orm.em.fork().getKysely();
  await sql`update recap set prepared_by_id = null where event_id = ${eventId}`.execute(db);
};

/** A link for the yes, made by somebody who is none of these. */
async function aRecapLink(world: World, eventId: string): Promise<{ id: string; token: string }> {
  const { services, people } = world;
  await preparedBefore(world, eventId);
  const { token } = await createRecapLink(services, people.coordinator.viewer!, { eventId, label: 'Lou' });
  const { viewer } = await joinAs(services, `maker-${crypto.randomUUID().slice(0, 8)}`);
  const { rows } = await sql<{ id: string }>`update recap_link set created_by_id = ${viewer.personId}
    where event_id = ${eventId} returning id`.execute(services.orm.em.fork().getKysely());
  return { id: rows[0]!.id, token };
}

const byLink = openChange('approveRecapByLink', 'a recap, by its link', async (world) => {
  const { token } = await aRecapLink(world, await aWorldEvent(world, { ofCampaign: false }));
  return { token, edition: 1 };
});

const changesByLink = openChange('requestRecapChangesByLink', 'a recap, by its link', async (world) => {
  const { token } = await aRecapLink(world, await aWorldEvent(world, { ofCampaign: false }));
  return { token, edition: 1, words: 'Leave the names out' };
});

const revokeChange = (sensitivity: (typeof SENSITIVITIES)[number]): Change => ({
  ...{ mutation: 'revokeRecapLink', what: `a link to the recap of a ${sensitivity} event` },
  make: async (world) => {
    const { id } = await aRecapLink(world, await aWorldEvent(world, { sensitivity, ofCampaign: false }));
    const withId = (linkId: string) => ({ linkId: ofNode('RecapLink', linkId) });
    return { input: withId(id), unknown: withId(NOBODYS_ID) };
  },
  about: ({ ours }) => ({ organizationId: ours }),
  readable: ({ ours }, who) => readsEvent(who, { organizationId: ours, campaignId: null, sensitivity }),
});

/** A line of an event, by its own id. */
const pickChange = (sensitivity: (typeof SENSITIVITIES)[number]): Change => ({
  ...{ mutation: 'pickTakeaway', what: `a line of a ${sensitivity} event` },
  make: async (world) => {
    const eventId = await aWorldEvent(world, { sensitivity, ofCampaign: false });
    await letItBeOver(world, eventId);
    const { services, people } = world;
    await addTakeaway(services, people.coordinator.viewer!, { eventId, text: 'Ask early' });
    const [line] = await readTakeaways(services.orm.em.fork().getKysely(), eventId);
    const withId = (id: string) => ({ takeawayId: ofNode('Takeaway', id), picked: false });
    return { input: withId(line!.id), unknown: withId(NOBODYS_ID) };
  },
  about: ({ ours }) => ({ organizationId: ours }),
  readable: ({ ours }, who) => readsEvent(who, { organizationId: ours, campaignId: null, sensitivity }),
});

export const ON_RECAPS: Change[] = [
  afterwards('giveFeedback', ({ services }) => ({
    edition: editionIn(services, 'en').hash,
    good: 'The map',
  })),
  afterwards('suggestTakeaway', () => ({ text: 'Ask early' })),
  byLink,
  changesByLink,
  ...SENSITIVITIES.flatMap((sensitivity) => [
    eventChange('prepareRecap', sensitivity, async (world, eventId) => {
      await letItBeOver(world, eventId);
      return { words: 'A full house' };
    }),
    eventChange('publishRecap', sensitivity, async (world, eventId) => ({
      ...(await prepared(world, eventId)),
      edition: 1,
    })),
    eventChange('takeBackRecap', sensitivity, prepared),
    eventChange('addTakeaway', sensitivity, async (world, eventId) => {
      await letItBeOver(world, eventId);
      return { text: 'Ask early' };
    }),
    pickChange(sensitivity),
    eventChange('createRecapLink', sensitivity, async (world, eventId) => {
      await preparedBefore(world, eventId);
      return { label: 'Lou, president' };
    }),
    revokeChange(sensitivity),
  ]),
];
