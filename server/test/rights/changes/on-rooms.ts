import { sql } from 'kysely';
import { askQuestion } from '../../../src/features/question/ask-question.ts';
import { showQuestion } from '../../../src/features/question/moderate-questions.ts';
import { addNote } from '../../../src/features/room/notes.ts';
import { createPoll } from '../../../src/features/room/polls.ts';
import type { Sensitivity } from '../../../src/core/access/sensitivity.ts';
import { readsEvent } from '../facts.ts';
import { aWorldEvent, holderOf, type World } from '../world.ts';
import { roomOf } from '../world/rooms.ts';
import { type Change, NOBODYS_ID, ofNode } from './change.ts';

type Key = 'eventId' | 'pollId' | 'noteId' | 'questionId' | 'subjectId';
const NODES = {
  eventId: 'Event',
  pollId: 'Poll',
  noteId: 'RoomNote',
  questionId: 'Question',
  subjectId: 'Event',
} as const;

/** What there is to change in a room, made anew; gives its row id. */
const MAKES: Record<Key, (world: World, eventId: string, sensitivity: Sensitivity) => Promise<string>> = {
  eventId: async (_world, eventId) => eventId,
  subjectId: async (_world, eventId) => eventId,
  pollId: async ({ services, people }, eventId) => {
    const given = { eventId, text: 'When?', options: ['Now', 'Later'], open: true };
    return (await createPoll(services, people.organizer.viewer!, given)).pollId;
  },
  // Written by who holds cards of that sensitivity.
  noteId: async ({ services, people }, eventId, sensitivity) =>
    (await addNote(services, people[holderOf(sensitivity)].viewer!, { eventId, text: 'A line' })).noteId,
  questionId: async (world, eventId) => {
    const { services, people } = world;
    const asker = people.lead.viewer!;
    const asked = { voter: asker.personId, text: crypto.randomUUID(), anonymous: false };
    const id = await askQuestion(services, asker, roomOf(world, eventId), asked);
    await showQuestion(services, people.organizer.viewer!, roomOf(world, eventId), id);
    return id;
  },
};

type More = (world: World, eventId: string) => object | Promise<object>;

/** Something done in the room of an event of ours, for the campaign from which somebody is blocked. */
function roomChange(mutation: string, sensitivity: Sensitivity, key: Key, more: More = () => ({})): Change {
  return {
    ...{ mutation, what: `the room of a ${sensitivity} event`, findsFirst: true },
    make: async (world) => {
      const eventId = await aWorldEvent(world, { sensitivity });
      const id = await MAKES[key](world, eventId, sensitivity);
      const rest = await more(world, eventId);
      const withId = (of: string) => ({ [key]: ofNode(NODES[key], of), ...rest });
      return { input: withId(id), unknown: withId(NOBODYS_ID) };
    },
    about: ({ ours, campaigns }) => ({
      ...{ organizationId: ours, campaignId: campaigns.open.id, sensitivity },
    }),
    readable: ({ ours, campaigns }, who) =>
      readsEvent(who, { organizationId: ours, campaignId: campaigns.open.id, sensitivity }),
  };
}

/** The poll was closed before. */
const closedBefore = ({ services }: World, eventId: string) =>
  sql`update poll set state = 'CLOSED', closed_at = now() where event_id = ${eventId}`
    .execute(services.orm.em.fork().getKysely())
    .then(() => ({}));

/** What is done on the live page of an event. */
export const ON_ROOMS: Change[] = (['PUBLIC', 'VETTED'] as const).flatMap((sensitivity) => {
  const of = (mutation: string, key: Key, more?: More) => roomChange(mutation, sensitivity, key, more);
  return [
    of('createPoll', 'eventId', () => ({ text: 'When?', options: ['Now', 'Later'] })),
    of('openPoll', 'pollId', closedBefore),
    of('closePoll', 'pollId'),
    of('voteInPoll', 'pollId', () => ({ choice: 0 })),
    of('addNote', 'eventId', () => ({ text: 'Another line' })),
    of('updateNote', 'noteId', () => ({ text: 'Better words', version: 1 })),
    of('removeNote', 'noteId', () => ({ version: 1 })),
    of('setNowOn', 'eventId', () => ({ words: 'The break' })),
    of('updateRoom', 'eventId', () => ({ shownAtOnce: true })),
    of('setRoomChair', 'eventId', ({ people }) => ({ handle: people.coordinator.viewer!.handle })),
    of('turnQuestionIntoCard', 'questionId'),
    of('turnQuestionIntoEvent', 'questionId', async (world) => ({
      madeEventId: ofNode('Event', await aWorldEvent(world, { ofCampaign: false })),
    })),
    of('askQuestion', 'subjectId', () => ({ text: crypto.randomUUID() })),
    of('voteForQuestion', 'questionId'),
  ];
});
