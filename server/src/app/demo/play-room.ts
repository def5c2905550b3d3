import type { Viewer } from '../../core/access/viewer.ts';
import { askQuestion } from '../../features/question/ask-question.ts';
import { answerQuestion, showQuestion } from '../../features/question/moderate-questions.ts';
import { voteForQuestion } from '../../features/question/vote-for-question.ts';
import { askedAboutEvents } from '../../features/room/asked-about-events.ts';
import { addNote } from '../../features/room/notes.ts';
import { createPoll, voteInPoll } from '../../features/room/polls.ts';
import { setNowOn } from '../../features/room/set-room.ts';
import type { Services } from '../../platform/services.ts';
import type { Handle } from './story.ts';

/** The live page of the event that is on: four questions, a poll, three lines of notes. */
export async function playRoom(
  services: Services,
  { marisol, oleander, ana, juniper }: Record<Handle, Viewer>,
  eventId: string,
): Promise<void> {
  const subject = { kind: 'Event', id: eventId, about: askedAboutEvents };
  const ask = (who: Viewer, text: string, anonymous = false) =>
    askQuestion(services, who, subject, { voter: who.personId, text, anonymous });
  const phone = await ask(oleander, 'Who answers the phone between two and five?');
  const film = await ask(ana, 'May we film faces at the gate, or only banners?');
  const rain = await ask(juniper, 'What happens if it rains?', true);
  for (const questionId of [phone, film, rain]) await showQuestion(services, marisol, subject, questionId);
  for (const { personId, ...who } of [ana, juniper, marisol])
    await voteForQuestion(services, { personId, ...who }, subject, { questionId: phone, voter: personId });
  await voteForQuestion(services, oleander, subject, { questionId: film, voter: oleander.personId });
  const text = 'Only who said yes. Ask first, each time.';
  await answerQuestion(services, marisol, subject, { questionId: film, text });
  await ask(oleander, 'Can somebody bring a second tent?', true);
  const { pollId } = await createPoll(services, marisol, {
    ...{ eventId, text: 'When do we meet tomorrow?', open: true },
    options: ['At five, before the first bus', 'At six', 'At noon'],
  });
  for (const [who, choice] of [
    [oleander, 0],
    [ana, 1],
    [juniper, 0],
  ] as const)
    await voteInPoll(services, who, { eventId, pollId, choice, voter: who.personId });
  for (const [who, line] of [
    [marisol, 'Gate 1: two people until midnight, then Ana’s group.'],
    [ana, 'Captions for the clip are ready by nine.'],
    [juniper, 'The list of phone numbers stays on paper.'],
  ] as const)
    await addNote(services, who, { eventId, text: line });
  await setNowOn(services, marisol, { eventId, words: 'Who films, who answers the phone' });
}
