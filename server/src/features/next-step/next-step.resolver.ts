import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { cardLoader } from '../../core/card/card.loader.ts';
import { CardType } from '../../core/card/card.type.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { toViewer, ViewerType } from '../../core/person/viewer.type.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { ProgrammeType } from '../difference/difference.type.ts';
import { eventLoader } from '../event/event.loader.ts';
import { EventType } from '../event/event.type.ts';
import { OpeningType, toOpening } from '../opening/opening.type.ts';
import { openingLoader } from '../opening/read-openings.ts';
import { practiceCardLoader } from '../practice/practice.loader.ts';
import { PracticeCardType, toPracticeCard } from '../practice/practice.type.ts';
import { answerDrift, isAsked, readDrift } from './answer-drift.ts';
import { firstMonth, nextStep } from './next-step-rules.ts';
import { factsLoader } from './next-step.loader.ts';
import {
  AnswerDriftInput,
  AnswerDriftPayload,
  DriftType,
  FirstMonthStepType,
  NextStepType,
  toNextStep,
} from './next-step.type.ts';

@Resolver(() => ViewerType)
export class ViewerNextStep {
  @FieldResolver(() => NextStepType, {
    nullable: true,
    description: 'One thing to do next, with its reason; null while you are suspended.',
  })
  async nextStep(@Root() { viewer }: ViewerType, @Ctx() { loaders }: Context): Promise<NextStepType | null> {
    if (viewer.standing === 'SUSPENDED') return null;
    return toNextStep(nextStep(await loaders.of(factsLoader).load(viewer.personId)));
  }

  @FieldResolver(() => [FirstMonthStepType], {
    nullable: true,
    description: 'The path of your first month here; null once that is over, and when all of it is done.',
  })
  async firstMonth(
    @Root() { viewer }: ViewerType,
    @Ctx() { loaders }: Context,
  ): Promise<FirstMonthStepType[] | null> {
    if (viewer.standing === 'SUSPENDED') return null;
    return firstMonth(await loaders.of(factsLoader).load(viewer.personId));
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether we asked you why you were not here, and you have not answered.',
  })
  isAskedWhy(@Root() { viewer }: ViewerType, @Ctx() { em }: Context): Promise<boolean> {
    return isAsked(em, viewer.personId);
  }

  @Mutation(() => AnswerDriftPayload, {
    description: 'Say why you were not here, if we asked. Kept without your name, and asked once.',
  })
  answerDrift(
    @Arg('input', () => AnswerDriftInput, { description: 'What the mutation takes.' })
    given: AnswerDriftInput,
    @Ctx() context: Context,
  ): Promise<AnswerDriftPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      await answerDrift(context.services, viewer, given);
      return { viewer: toViewer(viewer) };
    });
  }
}

@Resolver(() => NextStepType)
export class NextStepResolver {
  @FieldResolver(() => CardType, { nullable: true, description: 'The card it leads to; null of all else.' })
  card(@Root() { found }: NextStepType, @Ctx() { loaders }: Context): Promise<CardType | null> | null {
    return found.cardId ? loaders.of(cardLoader).load(found.cardId).catch(nullIfRefused) : null;
  }

  @FieldResolver(() => PracticeCardType, {
    nullable: true,
    description: 'The practice card it leads to; null of all else.',
  })
  async practiceCard(
    @Root() { found }: NextStepType,
    @Ctx() { loaders }: Context,
  ): Promise<PracticeCardType | null> {
    if (!found.practiceCardId) return null;
    const row = await loaders.of(practiceCardLoader).load(found.practiceCardId).catch(nullIfRefused);
    return row && toPracticeCard(row);
  }

  @FieldResolver(() => EventType, {
    nullable: true,
    description: 'The training it leads to; null of all else.',
  })
  event(@Root() { found }: NextStepType, @Ctx() { loaders }: Context): Promise<EventType | null> | null {
    return found.eventId ? loaders.of(eventLoader).load(found.eventId).catch(nullIfRefused) : null;
  }
}

@Resolver(() => NextStepType)
export class NextStepOpening {
  @FieldResolver(() => OpeningType, {
    nullable: true,
    description: 'The opening it leads to; null of all else.',
  })
  async opening(@Root() { found }: NextStepType, @Ctx() { loaders }: Context): Promise<OpeningType | null> {
    const row = found.openingId ? await loaders.of(openingLoader).load(found.openingId) : null;
    return row && toOpening(row);
  }
}

@Resolver(() => ProgrammeType)
export class ProgrammeDrift {
  @FieldResolver(() => DriftType, { description: 'Why people took cards and came no more.' })
  drift(@Ctx() { em }: Context): Promise<DriftType> {
    return readDrift(em);
  }
}
