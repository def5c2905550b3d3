import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { organizationLoader } from '../../core/organization/organization.loader.ts';
import { OrganizationType } from '../../core/organization/organization.type.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { fromGlobalId } from '../../platform/graphql/global-id.ts';
import { roundLoader, roundsOfLoader, sheetsLoader } from './assessment.loader.ts';
import { isOwnPerson } from './assessment.policy.ts';
import {
  AssessmentComparisonType,
  AssessmentFiguresType,
  AssessmentLevelsType,
  AssessmentQuestionFactType,
  AssessmentSheetType,
  AssessmentType,
  NextStepType,
  toAssessment,
} from './assessment.type.ts';
import { compare, comparedWith } from './comparison.ts';
import { readAssessmentFigures } from './figures.ts';
import { levelsOfRound } from './levels-of-round.ts';
import { nextSteps } from './next-steps.ts';
import { CHOICES, choicesOf, EDITION, questionsOf } from './questions.ts';

@Resolver(() => OrganizationType)
export class OrganizationAssessments {
  @FieldResolver(() => [AssessmentType], {
    nullable: true,
    description: 'Its rounds of self-assessment, last first. Null for all but people with a role in it.',
  })
  async assessments(
    @Root() { uuid }: OrganizationType,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<AssessmentType[] | null> {
    if (!isOwnPerson(viewer, uuid)) return null;
    return (await loaders.of(roundsOfLoader).load(uuid)).map(toAssessment);
  }
}

@Resolver(() => ViewerType)
export class ViewerAssessments {
  @FieldResolver(() => [AssessmentType], {
    description: 'Rounds of their organizations that are open and that they have not answered yet.',
  })
  async waitingAssessments(
    @Root() { viewer }: ViewerType,
    @Ctx() { loaders }: Context,
  ): Promise<AssessmentType[]> {
    const organizations = [...viewer.roles.keys()].filter((id) => isOwnPerson(viewer, id));
    const rounds = (await loaders.of(roundsOfLoader).loadMany(organizations)).flatMap((of) =>
      of instanceof Error ? [] : of.filter(({ closedAt }) => closedAt === null),
    );
    const sheets = await Promise.all(rounds.map(({ id }) => loaders.of(sheetsLoader).load(id)));
    return rounds.filter((_, index) => !sheets[index]!.own?.sentAt).map(toAssessment);
  }
}

@Resolver(() => AssessmentType)
export class AssessmentResolver {
  @Query(() => AssessmentType, {
    nullable: true,
    description: 'One round. Null for all but people with a role in its organization.',
  })
  async assessment(
    @Arg('id', () => ID, { description: 'One of `organization.assessments`.' }) id: string,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<AssessmentType | null> {
    const parts = fromGlobalId(id);
    if (!viewer || parts?.name !== 'Assessment') return null;
    const row = await loaders.of(roundLoader).load(parts.uuid);
    return row && isOwnPerson(viewer, row.organizationId) ? toAssessment(row) : null;
  }

  @Query(() => [AssessmentQuestionFactType], {
    nullable: true,
    description: 'What an edition asks, in its order; empty for one that there is not.',
  })
  assessmentQuestions(
    @Arg('edition', () => Int, {
      defaultValue: EDITION,
      description: 'Which edition; the newest when left out.',
    })
    edition: number,
  ): AssessmentQuestionFactType[] {
    return factsOf(edition);
  }

  @Query(() => AssessmentFiguresType, {
    nullable: true,
    description:
      'How organizations see themselves, in numbers. For coordinators; null for all others, and below five organizations.',
  })
  async assessmentFigures(@Ctx() { em, reader }: Context): Promise<AssessmentFiguresType | null> {
    return reader.teamOf === 'EVERY' ? readAssessmentFigures(em) : null;
  }

  @FieldResolver(() => [AssessmentQuestionFactType], { description: 'What it asks, in its order.' })
  questions(@Root() { row: { edition } }: AssessmentType): AssessmentQuestionFactType[] {
    return factsOf(edition);
  }

  @FieldResolver(() => OrganizationType, { description: 'Whose round it is.' })
  organization(
    @Root() { row: { organizationId } }: AssessmentType,
    @Ctx() { loaders }: Context,
  ): Promise<OrganizationType> {
    return loaders.of(organizationLoader).load(organizationId);
  }

  @FieldResolver(() => AssessmentSheetType, {
    nullable: true,
    description: 'What you answered, draft or sent; null before you began.',
  })
  async mine(
    @Root() { row: { id, edition } }: AssessmentType,
    @Ctx() { loaders }: Context,
  ): Promise<AssessmentSheetType | null> {
    const { own } = await loaders.of(sheetsLoader).load(id);
    if (!own) return null;
    const choices = choicesOf(edition, own.answers);
    const answers = questionsOf(edition).flatMap(({ question }) => {
      const [choice, note] = [choices[question] ?? null, own.notes[question] ?? null];
      return choice === null && note === null ? [] : [{ question, choice, note }];
    });
    return { answers, savedAt: own.savedAt, sentAt: own.sentAt };
  }

  @FieldResolver(() => AssessmentComparisonType, {
    nullable: true,
    description: 'Where you and the others differ; null until you have sent your answers.',
  })
  async comparison(
    @Root() { row }: AssessmentType,
    @Ctx() { loaders }: Context,
  ): Promise<AssessmentComparisonType | null> {
    const { own, others } = await loaders.of(sheetsLoader).load(row.id);
    if (!own?.sentAt) return null;
    const compared = comparedWith(others, row);
    const questions = compare(row.edition, choicesOf(row.edition, own.answers), compared);
    return { others: compared.length, questions };
  }

  @FieldResolver(() => AssessmentLevelsType, {
    nullable: true,
    description:
      'How the areas stand: in the eyes of all where three and more have answered, else in yours. Null for an open round ' +
      'until you have sent your answers, and where there is nothing to tell.',
  })
  async levels(
    @Root() { row }: AssessmentType,
    @Ctx() { loaders }: Context,
  ): Promise<AssessmentLevelsType | null> {
    return levelsOfRound(row, await loaders.of(sheetsLoader).load(row.id));
  }

  @FieldResolver(() => [NextStepType], {
    nullable: true,
    description: 'Three things to do now, by your own answers; null until you have sent them.',
  })
  async nextSteps(
    @Root() { row: { id, edition } }: AssessmentType,
    @Ctx() { loaders }: Context,
  ): Promise<NextStepType[] | null> {
    const { own } = await loaders.of(sheetsLoader).load(id);
    if (!own?.sentAt) return null;
    return nextSteps(edition, choicesOf(edition, own.answers)).map((step) => ({
      ...step,
      templateKey: step.kind === 'TEMPLATE' ? step.templateKey : null,
    }));
  }
}

function factsOf(edition: number): AssessmentQuestionFactType[] {
  return questionsOf(edition).map((fact) => ({ ...fact, choices: CHOICES }));
}
