import { sql } from 'kysely';
import { askQuestion } from '../../../src/features/question/ask-question.ts';
import {
  answerQuestion,
  hideQuestion,
  mergeQuestions,
  showQuestion,
} from '../../../src/features/question/moderate-questions.ts';
import { addNote } from '../../../src/features/room/notes.ts';
import { closePoll, createPoll, voteInPoll } from '../../../src/features/room/polls.ts';
import { setNowOn } from '../../../src/features/room/set-room.ts';
import { turnQuestionIntoCard, turnQuestionIntoEvent } from '../../../src/features/room/turn-question.ts';
import type { Sensitivity } from '../../../src/core/access/sensitivity.ts';
import { aWorldEvent } from './events.ts';
import { type Kind, SENSITIVITIES, type World } from './people.ts';

/** What a question of the room of an event is asked, shown and answered by. */
export const roomOf = ({ services }: World, eventId: string) => ({
  ...{ kind: 'Event', id: eventId },
  about: services.askedAbout.get('Event')!,
});

/** Polls, notes and questions in every state at an event of each sensitivity; the lead took part, and the coordinator. */
export async function someRooms(world: World): Promise<void> {
  const made = await aWorldEvent(world, { sensitivity: 'TEAM' });
  for (const sensitivity of SENSITIVITIES.filter((each) => each !== 'TEAM'))
    await aRoom(world, sensitivity, made);
}

async function aRoom(world: World, sensitivity: Sensitivity, madeEventId: string): Promise<void> {
  const { services, people } = world;
  const organizer = people.organizer.viewer!;
  const eventId = await aWorldEvent(world, { sensitivity });
  const poll = async (open: boolean) =>
    (await createPoll(services, organizer, { eventId, text: 'When?', options: ['Now', 'Later'], open }))
      .pollId;
  const vote = (kind: Kind, pollId: string, choice: number) => {
    const viewer = people[kind].viewer!;
    return voteInPoll(services, viewer, { eventId, pollId, choice, voter: viewer.personId });
  };
  await poll(false);
  const open = await poll(true);
  await vote('lead', open, 0);
  await vote('coordinator', open, 1);
  const closed = await poll(true);
  await vote('lead', closed, 1);
  await closePoll(services, organizer, { eventId, pollId: closed });

  for (const kind of ['member', 'lead'] as const)
    await addNote(services, people[kind].viewer!, { eventId, text: `Said by a ${kind}` });
  const session = await services.orm.em
    .fork()
    .getKysely()
    .selectFrom('event_session')
    .select('id')
    .where('event_id', '=', eventId)
    .executeTakeFirstOrThrow();
  // One who leads there anyway; named as by hand, since nobody follows over a change of who leads.
  await sql`update room set chair_id = ${people.teamHolder.viewer!.personId} where event_id = ${eventId}`.execute(
    services.orm.em.fork().getKysely(),
  );
  await setNowOn(services, organizer, { eventId, sessionId: session.id, words: 'Hands on' });

  const lead = people.lead.viewer!;
  const subject = roomOf(world, eventId);
  const ask = (text: string) =>
    askQuestion(services, lead, subject, { voter: lead.personId, text, anonymous: false });
  const shown = async (text: string) => {
    const id = await ask(text);
    await showQuestion(services, organizer, subject, id);
    return id;
  };
  const answered = await ask('Who pays the fine?');
  await answerQuestion(services, organizer, subject, { questionId: answered, text: 'The fund.' });
  const hidden = await shown('Who is the rat?');
  await hideQuestion(services, organizer, subject, { questionId: hidden, allOfAsker: false });
  await mergeQuestions(services, organizer, subject, {
    questionId: await ask('Is there a fine to pay?'),
    intoId: answered,
  });
  const forCard = await shown('Who makes the banner?');
  await turnQuestionIntoCard(services, organizer, { eventId, questionId: forCard });
  const forEvent = await shown('Can we do this again?');
  await turnQuestionIntoEvent(services, organizer, { eventId, questionId: forEvent, madeEventId });
  await ask('Does anybody look at this?');
}
