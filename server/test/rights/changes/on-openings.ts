import { randomUUID } from 'node:crypto';
import { askQuestion } from '../../../src/features/question/ask-question.ts';
import { showQuestion } from '../../../src/features/question/moderate-questions.ts';
import { applyForOpening } from '../../../src/features/opening/apply.ts';
import { anOpening, openingWords } from '../../support/an-opening.ts';
import { isOf } from '../facts.ts';
import type { Somebody, World } from '../world.ts';
import { type Change, NOBODYS_ID, ofNode, openChange } from './change.ts';

/** An opening of ours, made anew; no more are open than may be. */
async function ourOpening({ services, people, ours }: World): Promise<string> {
  const db = services.orm.em.fork().getKysely();
  const withdrawn = { state: 'WITHDRAWN', closed_at: new Date() } as const;
  await db.updateTable('opening').set(withdrawn).where('organization_id', '=', ours).execute();
  return anOpening(services, people.organizer.viewer!, { organizationId: ours });
}

/** A question about it, to be read by everybody. */
async function aQuestion(world: World, openingId: string): Promise<string> {
  const { services, people } = world;
  const asker = people.lead.viewer!;
  const subject = { kind: 'Opening', id: openingId, about: services.askedAbout.get('Opening')! };
  const given = { voter: asker.personId, text: randomUUID(), anonymous: false };
  const id = await askQuestion(services, asker, subject, given);
  await showQuestion(services, people.organizer.viewer!, subject, id);
  return ofNode('Question', id);
}

const aboutQuestion = (
  mutation: string,
  more: (world: World, openingId: string) => Promise<object> | object = () => ({}),
) =>
  openChange(mutation, 'a question about an opening of ours', async (world) => {
    const openingId = await ourOpening(world);
    return { questionId: await aQuestion(world, openingId), ...(await more(world, openingId)) };
  });

const hires = ({ ours }: World, who: Somebody) =>
  isOf(who, ours) && (who.viewer!.coordinator || who.viewer!.roles.get(ours) === 'ORGANIZER');

/** What is done with openings, and with questions about them. */
export const ON_OPENINGS: Change[] = [
  openChange('createOpening', 'ours', async (world) => {
    await ourOpening(world);
    return { ...openingWords, organizationId: ofNode('Organization', world.ours) };
  }),
  openChange('updateOpening', 'of ours', async (world) => ({
    openingId: ofNode('Opening', await ourOpening(world)),
    title: 'Director',
  })),
  openChange('closeOpening', 'of ours', async (world) => ({
    openingId: ofNode('Opening', await ourOpening(world)),
  })),
  openChange('applyForOpening', 'of ours', async (world) => ({
    openingId: ofNode('Opening', await ourOpening(world)),
    words: 'I would like to.',
    shares: ['HANDLE'],
  })),
  {
    ...openChange('answerApplication', 'to an opening of ours', () => ({})),
    make: async (world) => {
      const openingId = await ourOpening(world);
      const given = { openingId, words: 'I would like to.', shares: [] };
      const db = world.services.orm.em.fork().getKysely();
      await db.deleteFrom('application').execute();
      const id = await applyForOpening(world.services, world.people.lead.viewer!, given);
      const input = (of: string) => ({
        applicationId: ofNode('Application', of),
        state: 'TALKING',
        words: 'Come by.',
      });
      return { input: input(id), unknown: input(NOBODYS_ID) };
    },
    readable: hires,
  },
  openChange('askQuestion', 'an opening of ours', async (world) => ({
    subjectId: ofNode('Opening', await ourOpening(world)),
    text: 'Is it a night shift?',
  })),
  aboutQuestion('voteForQuestion'),
  aboutQuestion('takeBackVote'),
  aboutQuestion('showQuestion'),
  aboutQuestion('hideQuestion'),
  aboutQuestion('answerQuestion', () => ({ text: 'Yes' })),
  aboutQuestion('mergeQuestions', async (world, openingId) => ({
    intoId: await aQuestion(world, openingId),
  })),
];
