import { sql } from 'kysely';
import { openAssessmentRound } from '../../../src/features/assessment/open-assessment-round.ts';
import { EDITION, questionsOf } from '../../../src/features/assessment/questions.ts';
import { isOf } from '../facts.ts';
import type { World } from '../world.ts';
import { type Change, NOBODYS_ID, ofNode } from './change.ts';

const ours = ({ ours: organizationId }: World) => ({ organizationId });

const noRound = ({ services, ours }: World) =>
  sql`delete from assessment where organization_id = ${ours}`.execute(services.orm.em.fork().getKysely());

/** A round of ours, opened anew by its organizer. */
async function aRound(world: World): Promise<string> {
  const { services, people, ours: organizationId } = world;
  await noRound(world);
  return openAssessmentRound(services, people.organizer.viewer!, { organizationId });
}

function answering(mutation: 'saveAssessment' | 'submitAssessment'): Change {
  const answers = questionsOf(EDITION).map(({ question }) => ({ question, choice: 2 }));
  const input = (id: string) => ({ assessmentId: ofNode('Assessment', id), answers });
  return {
    mutation,
    what: 'a round of ours',
    make: async (world) => ({ input: input(await aRound(world)), unknown: input(NOBODYS_ID) }),
    about: ours,
    readable: (world, who) =>
      who.viewer !== null && who.viewer.roles.has(world.ours) && isOf(who, world.ours),
  };
}

/** What the people of an organization do about its self-assessment. */
export const ON_ASSESSMENTS: Change[] = [
  {
    mutation: 'openAssessmentRound',
    what: 'ours',
    make: async (world) => {
      await noRound(world);
      return { input: { organizationId: ofNode('Organization', world.ours) } };
    },
    about: ours,
    readable: () => true,
  },
  answering('saveAssessment'),
  answering('submitAssessment'),
];
