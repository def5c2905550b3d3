import { sql } from 'kysely';
import { createCertificate } from '../../../src/features/record/certificates.ts';
import { createPracticeCard } from '../../../src/features/practice/create-practice-card.ts';
import { startPractice } from '../../../src/features/practice/do-practice.ts';
import type { Sensitivity } from '../../../src/core/access/sensitivity.ts';
import { readsCard, readsEvent } from '../facts.ts';
import { aCard, aWorldEvent, SENSITIVITIES, type World } from '../world.ts';
import { aPracticeCard, handedIn } from '../world/practice.ts';
import { campaignFact, type Change, NOBODYS_ID, ofNode, openChange } from './change.ts';

const db = ({ services }: World) => services.orm.em.fork().getKysely();
const ofOurs: Pick<Change, 'about'> = { about: ({ ours }) => ({ organizationId: ours }) };
async function sessionOf(world: World, eventId: string): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`select id from event_session where event_id = ${eventId}`.execute(db(world));
  return rows[0]!.id;
}

const WORDS = { title: 'Post', deliverable: 'Three posts', skill: 'WRITING', hours: 1, language: 'en' };

/** A practice card at a training of ours that is for no campaign. */
async function aCardOf(world: World, sensitivity: Sensitivity): Promise<string> {
  const sessionId = await sessionOf(world, await aWorldEvent(world, { sensitivity, ofCampaign: false }));
  return createPracticeCard(world.services, world.people.organizer.viewer!, {
    ...{ ...WORDS, skill: 'WRITING', sessionId },
  });
}

/** What is done to a practice card of ours. */
const ofCard = (mutation: string, sensitivity: Sensitivity, more: object = {}): Change => ({
  ...{ mutation, what: `a ${sensitivity} practice card` },
  about: ({ ours }) => ({ organizationId: ours }),
  make: async (world) => {
    const id = await aCardOf(world, sensitivity);
    const withId = (uuid: string) => ({ practiceCardId: ofNode('PracticeCard', uuid), ...more });
    return { input: withId(id), unknown: withId(NOBODYS_ID) };
  },
  readable: ({ ours }, who) => readsEvent(who, { organizationId: ours, campaignId: null, sensitivity }),
});

/** Vera's practice, which nobody else knows of while it is not handed in. */
const ofVera = (mutation: string, input: object): Change => ({
  ...{ mutation, what: 'a practice of another one', ...ofOurs },
  make: async (world) => {
    const id = await startPractice(world.services, world.people.vetted.viewer!, await aPracticeCard(world));
    const withId = (uuid: string) => ({ practiceId: ofNode('Practice', uuid), ...input });
    return { input: withId(id), unknown: withId(NOBODYS_ID) };
  },
  readable: (_world, { kind }) => kind === 'vetted',
});

/** A finished card for everybody: certificates tell of those. */
async function allFinishedOne(world: World): Promise<void> {
  for (const { viewer } of Object.values(world.people))
    if (viewer)
      await sql`insert into card (id, board_id, number, title, deliverable, local_supplies, out_of_scope, skill, hours,
          phase, sensitivity, status, position, holder_id, finished_at)
        select gen_random_uuid(), id, 100000 + floor(random() * 1e8)::int, 'Done', '', '', '', 'WRITING', 1, 'ONGOING', 'PUBLIC', 'DONE',
          'a0', ${viewer.personId}, now() from board where campaign_id = ${world.campaigns.foreign.id}`.execute(
        db(world),
      );
}

export const ON_PRACTICE: Change[] = [
  ...SENSITIVITIES.flatMap((sensitivity): Change[] => [
    {
      ...{ mutation: 'createPracticeCard', what: `a ${sensitivity} training`, ...ofOurs },
      make: async (world) => {
        const id = await sessionOf(world, await aWorldEvent(world, { sensitivity, ofCampaign: false }));
        const withId = (uuid: string) => ({ sessionId: ofNode('EventSession', uuid), ...WORDS });
        return { input: withId(id), unknown: withId(NOBODYS_ID) };
      },
      readable: ({ ours }, who) => readsEvent(who, { organizationId: ours, campaignId: null, sensitivity }),
    },
    ofCard('removePracticeCard', sensitivity),
    ofCard('updatePracticeCard', sensitivity, { title: 'Another title' }),
    ofCard('startPractice', sensitivity),
  ]),
  ofVera('leavePractice', {}),
  ofVera('handInPractice', { words: 'Here' }),
  {
    ...{ mutation: 'answerPractice', what: 'a practice at a PUBLIC training', ...ofOurs },
    make: async (world) => {
      const id = await handedIn(world, 'vetted', await aCardOf(world, 'PUBLIC'));
      const withId = (uuid: string) => ({
        practiceId: ofNode('Practice', uuid),
        wellDone: false,
        words: 'More',
      });
      return { input: withId(id), unknown: withId(NOBODYS_ID) };
    },
    readable: () => true,
  },
  {
    ...{ mutation: 'keepCardForTraining', what: 'a PUBLIC card of open' },
    make: async (world) => {
      const cardId = await aCard(world, {
        campaign: 'open',
        sensitivity: 'PUBLIC',
        status: 'OPEN',
        plain: true,
      });
      const withId = (uuid: string) => ({ cardId: ofNode('Card', uuid), hours: 3 });
      return { input: withId(cardId), unknown: withId(NOBODYS_ID), cardId };
    },
    about: ({ ours, campaigns }) => ({ organizationId: ours, campaignId: campaigns.open.id }),
    readable: (world, who) =>
      readsCard(who, {
        campaign: campaignFact(world, 'open'),
        sensitivity: 'PUBLIC',
        status: 'OPEN',
      } as never),
  },
  openChange('showRecord', 'oneself', () => ({ parts: ['TRAINED'] })),
  openChange('createCertificate', 'oneself', async (world) => {
    await allFinishedOne(world);
    return { name: 'Ana M.' };
  }),
  {
    ...{ mutation: 'revokeCertificate', what: 'a certificate of another one', ...ofOurs },
    make: async (world) => {
      await allFinishedOne(world);
      const id = await createCertificate(world.services, world.people.vetted.viewer!, {});
      const withId = (uuid: string) => ({ certificateId: ofNode('Certificate', uuid) });
      return { input: withId(id), unknown: withId(NOBODYS_ID) };
    },
    readable: (_world, { kind }) => kind === 'vetted',
  },
  openChange('answerDrift', 'oneself', async (world) => {
    for (const { viewer } of Object.values(world.people)) if (viewer) await ask(world, viewer.personId);
    return { reason: 'NO_TIME' };
  }),
];

const ask = (world: World, personId: string) =>
  sql`insert into drift_ask (person_id) values (${personId})
    on conflict (person_id) do update set answered_at = null`.execute(db(world));
