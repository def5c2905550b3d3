import { wasHere } from '../../core/access/browser-marks.ts';
import { formDoor } from '../../core/access/form-door.ts';
import { signedIn } from '../../core/person/entrance.ts';
import type { Door } from '../../platform/http/door.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { answerPractice } from './answer-practice.ts';
import { handInPractice, pathOfPractice, startPractice } from './do-practice.ts';
import { readPractice } from './read-practice.ts';

/** What is practised as forms send it, without a script: beginning, handing in, and answering somebody else's. */
export const practiceDoors = (services: Services): Door[] => [
  formDoor(services, {
    path: '/practice-begun',
    words: [],
    act: async (context, form) => {
      const cardId = rowId('PracticeCard', form.get('practiceCardId') ?? '');
      await startPractice(services, signedIn(context), cardId);
      return { to: pathOfPractice(cardId) };
    },
  }),
  formDoor(services, {
    path: '/practice-handed-in',
    words: ['words', 'link'],
    act: async (context, form) => {
      const practiceId = rowId('Practice', form.get('practiceId') ?? '');
      const url = form.get('link')?.trim();
      await handInPractice(services, signedIn(context), {
        practiceId,
        words: form.get('words'),
        links: url ? [{ url }] : [],
      });
      return { to: await pathOf(services, practiceId) };
    },
  }),
  formDoor(services, {
    path: '/practice-answered',
    words: ['words'],
    act: async (context, form) => {
      const practiceId = rowId('Practice', form.get('practiceId') ?? '');
      const wellDone = form.get('wellDone');
      if (wellDone !== 'yes' && wellDone !== 'no')
        throw new InvalidInput('wellDone', 'EMPTY', 'Say whether it is well done.');
      const handedInAt = new Date(form.get('handedInAt') ?? '');
      if (Number.isNaN(handedInAt.getTime()))
        throw new InvalidInput('handedInAt', 'UNKNOWN', 'Load the page again, and answer then.');
      const here = context.http ? wasHere(services, context.http.request) : undefined;
      await answerPractice(
        services,
        signedIn(context),
        { practiceId, wellDone: wellDone === 'yes', words: form.get('words') ?? '', handedInAt },
        here,
      );
      return { to: await pathOf(services, practiceId) };
    },
  }),
];

async function pathOf({ orm }: Services, practiceId: string): Promise<string> {
  const found = await readPractice(orm.em.fork().getKysely(), practiceId);
  return found ? pathOfPractice(found.cardId) : '/me';
}
