import { askQuestion } from '../src/features/question/ask-question.ts';
import { askedAboutEvents } from '../src/features/room/asked-about-events.ts';
import { addNote } from '../src/features/room/notes.ts';
import { createPoll, voteInPoll } from '../src/features/room/polls.ts';
import { resultKeyOf } from '../src/features/room/result-key.ts';
import { updateRoom } from '../src/features/room/set-room.ts';
import { toGlobalId } from '../src/platform/graphql/global-id.ts';
import { startReplica } from '../test/live/support/replica.ts';
import { anEvent, hosts } from '../test/support/an-event.ts';
import { atRate, commitsOf, type FanOutServer, type Setting } from './fan-out-server.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LINES = 20;
/** So many that the votes of a whole run are of different people. */
const VOTERS = 100_000;

/** A whole server at which people vote in a poll of a live page: all that `fan-out-strikeboard` is for a board. */
export async function openRoom({ databaseUrl, environment }: Setting): Promise<FanOutServer> {
  const replica = await startReplica(databaseUrl, {
    timing: { poll: 1_000 },
    ...(environment && { environment }),
  });
  const { services, live } = replica;
  const by = await hosts(services);
  const eventId = await anEvent(services, by);
  await updateRoom(services, by.organizer, { eventId, shownAtOnce: true });
  const subject = { kind: 'Event', id: eventId, about: askedAboutEvents };
  for (const letter of LETTERS) {
    const text = `What do we do about point ${letter}?`;
    await askQuestion(services, null, subject, { voter: `asks ${letter}`, text, anonymous: false });
  }
  for (let index = 0; index < LINES; index += 1) {
    await addNote(services, by.organizer, { eventId, text: `Point ${index + 1}: somebody looks after it` });
  }
  const { pollId } = await createPoll(services, by.organizer, {
    ...{ eventId, text: 'When do we meet next?', open: true },
    options: ['Tomorrow', 'On Friday', 'On Sunday', 'Next week'],
  });
  const committedAt = commitsOf(services, (hint) => 'room' in hint);
  let turn = 0;
  const vote = async () => {
    turn += 1;
    const voter = `votes ${turn % VOTERS}`;
    const { revision } = await voteInPoll(services, null, { eventId, pollId, voter, choice: turn % 4 });
    return revision;
  };
  return {
    url: replica.url,
    board: toGlobalId('Event', eventId),
    resultKey: resultKeyOf(services, pollId),
    event: async () => {
      const revision = await vote();
      return { at: committedAt(), revision };
    },
    rate: (perSecond, seconds) => atRate(perSecond, seconds, vote),
    cutAll: () => replica.cutAll(),
    counts: () => live.rooms.counts,
  };
}
