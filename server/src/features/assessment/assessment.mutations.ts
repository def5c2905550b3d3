import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import {
  OpenAssessmentRoundInput,
  OpenAssessmentRoundPayload,
  SaveAssessmentInput,
  SaveAssessmentPayload,
  SubmitAssessmentInput,
  SubmitAssessmentPayload,
} from './assessment.inputs.ts';
import { roundLoader, sheetsLoader } from './assessment.loader.ts';
import { type AssessmentType, toAssessment } from './assessment.type.ts';
import { openAssessmentRound } from './open-assessment-round.ts';
import { saveAssessment } from './save-assessment.ts';
import { submitAssessment } from './submit-assessment.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class AssessmentMutations {
  @Mutation(() => OpenAssessmentRoundPayload, {
    description:
      'Open a new round; the one before is closed, and what was not sent goes along. All people of the organization are ' +
      'told. For organizers.',
  })
  openAssessmentRound(
    @Arg('input', () => OpenAssessmentRoundInput, input) given: OpenAssessmentRoundInput,
    @Ctx() context: Context,
  ): Promise<OpenAssessmentRoundPayload> {
    return answer(async () => {
      const organizationId = rowId('Organization', given.organizationId);
      const id = await openAssessmentRound(context.services, signedIn(context), { organizationId });
      return { assessment: await readAgain(context, id) };
    });
  }

  @Mutation(() => SaveAssessmentPayload, {
    description: 'Keep your answers so far, on any device. For people with a role in the organization.',
  })
  saveAssessment(
    @Arg('input', () => SaveAssessmentInput, input) given: SaveAssessmentInput,
    @Ctx() context: Context,
  ): Promise<SaveAssessmentPayload> {
    return answer(async () => {
      const assessmentId = rowId('Assessment', given.assessmentId);
      await saveAssessment(context.services, signedIn(context), { ...given, assessmentId });
      return { assessment: await readAgain(context, assessmentId) };
    });
  }

  @Mutation(() => SubmitAssessmentPayload, {
    description:
      'Send your answers: they stand from then on, and you see where the others differ. For people with a role in the ' +
      'organization.',
  })
  submitAssessment(
    @Arg('input', () => SubmitAssessmentInput, input) given: SubmitAssessmentInput,
    @Ctx() context: Context,
  ): Promise<SubmitAssessmentPayload> {
    return answer(async () => {
      const assessmentId = rowId('Assessment', given.assessmentId);
      await submitAssessment(context.services, signedIn(context), { ...given, assessmentId });
      return { assessment: await readAgain(context, assessmentId) };
    });
  }
}

async function readAgain({ loaders }: Context, id: string): Promise<AssessmentType> {
  loaders.of(sheetsLoader).clear(id);
  return toAssessment((await loaders.of(roundLoader).clear(id).load(id))!);
}
