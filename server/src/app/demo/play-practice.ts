import type { Viewer } from '../../core/access/viewer.ts';
import { answerPractice } from '../../features/practice/answer-practice.ts';
import { createPracticeCard } from '../../features/practice/create-practice-card.ts';
import { handInPractice, startPractice } from '../../features/practice/do-practice.ts';
import { readSessions } from '../../features/event/event-sessions.ts';
import type { Services } from '../../platform/services.ts';
import type { Handle } from './story.ts';

const CARDS = [
  {
    title: 'Twenty seconds at the gate',
    deliverable: 'One clip of twenty seconds that can be understood without its sound.',
    gives: 'Somebody who cuts film looks at it and says what to try next.',
    checklist: ['Hold the phone across', 'Stand where the light is behind you', 'Count to twenty'],
    hours: 0.5,
  },
  {
    title: 'A caption that carries the clip',
    deliverable: 'Two lines of caption and one of text over the picture.',
    gives: 'The one-page list of what captions do wrong.',
    checklist: ['Who, where, what now', 'Read it aloud'],
    hours: 0.5,
  },
];

/** Two practice cards for a training of the demo; somebody could not wait, and is done with one. */
export async function playPractice(
  services: Services,
  cast: Record<Handle, Viewer>,
  eventId: string,
): Promise<void> {
  const [session] = await readSessions(services.orm.em.fork().getKysely(), [eventId]);
  if (!session) return;
  const ids: string[] = [];
  for (const card of CARDS)
    ids.push(
      await createPracticeCard(services, cast.marisol, {
        ...{ ...card, sessionId: session.id, skill: 'ONLINE_VIDEO', language: 'en' },
        links: [{ label: 'The one-page list', url: 'https://files.example/one-page' }],
      }),
    );
  const practiceId = await startPractice(services, cast.quietthunder, ids[0]!);
  await handInPractice(services, cast.quietthunder, {
    practiceId,
    words: 'From the second step of the shelter, at seven in the morning.',
  });
  await answerPractice(services, cast.oleander, {
    practiceId,
    wellDone: true,
    words:
      'Steady, and one sees at once who stands there. Next time wait for the bus to come into the picture.',
  });
}
