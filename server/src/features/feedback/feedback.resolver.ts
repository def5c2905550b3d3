import { sql } from 'kysely';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { mayManageEvent } from '../event/event.policy.ts';
import { EventType } from '../event/event.type.ts';
import { countLink } from '../registration/count-visit.ts';
import type { RegistrationRow } from '../registration/read-registrations.ts';
import { mineLoader } from '../registration/registration.loader.ts';
import { sumLoader, wishesLoader } from './feedback.loader.ts';
import {
  FeedbackByLinkPayload,
  FeedbackFormType,
  FeedbackQuestionsType,
  FeedbackSumType,
  FeedbackTextType,
  FeedbackType,
  FeedbackWishType,
  GiveFeedbackInput,
  GiveFeedbackPayload,
  toFeedback,
  toQuestions,
  toSum,
  toWishes,
} from './feedback.type.ts';
import { editionIn } from './feedback-questions.ts';
import { FEEDBACK_DAYS, HAD_PLACE, timeForFeedback } from './feedback-time.ts';
import { type ByPlace, findPlace } from './find-place.ts';
import { giveFeedback } from './give-feedback.ts';
import { readAnswer, readTexts } from './read-feedback.ts';

const runs = ({ viewer }: Context, { row }: EventType) =>
  viewer !== null && viewer.standing !== 'SUSPENDED' && mayManageEvent(viewer, row);

@Resolver(() => EventType)
export class EventFeedback {
  @FieldResolver(() => FeedbackFormType, {
    nullable: true,
    description: 'Where you say something of it; null where you have no place there.',
  })
  async feedbackForm(@Root() { row }: EventType, @Ctx() context: Context): Promise<FeedbackFormType | null> {
    const mine = await context.loaders.of(mineLoader).load(row.id);
    return mine && HAD_PLACE.includes(mine.state) ? formOf(context, mine) : null;
  }

  @FieldResolver(() => FeedbackSumType, {
    nullable: true,
    description: 'What people said of it; null below five answers, and for all but who run it.',
  })
  async feedback(@Root() event: EventType, @Ctx() context: Context): Promise<FeedbackSumType | null> {
    const sum = runs(context, event) && (await context.loaders.of(sumLoader).load(event.row.id));
    return sum ? toSum(sum) : null;
  }

  @FieldResolver(() => [FeedbackTextType], {
    description:
      'What people wrote of it, without names and shuffled; empty below five answers, and for all but who run it.',
  })
  async feedbackTexts(@Root() event: EventType, @Ctx() context: Context): Promise<FeedbackTextType[]> {
    if (!runs(context, event)) return [];
    const texts = await readTexts(context.em.getKysely(), event.row.id);
    return texts.map((text) => Object.assign(new FeedbackTextType(), text));
  }

  @FieldResolver(() => [FeedbackWishType], {
    description:
      'What people who came to it, and to earlier ones of its series, want to practise next. Empty for all but who run it.',
  })
  async wishes(@Root() event: EventType, @Ctx() context: Context): Promise<FeedbackWishType[]> {
    return runs(context, event) ? toWishes(await context.loaders.of(wishesLoader).load(event.row.id)) : [];
  }
}

@Resolver(() => FeedbackFormType)
export class FeedbackFormResolver {
  @FieldResolver(() => FeedbackQuestionsType, { description: 'The questions of today.' })
  questions(
    @Arg('language', () => String, {
      defaultValue: 'en',
      description: 'In which language, as a BCP 47 tag; in English where we do not speak it.',
    })
    language: string,
    @Ctx() { services }: Context,
  ): FeedbackQuestionsType {
    return toQuestions(editionIn(services, language));
  }

  @FieldResolver(() => FeedbackType, { nullable: true, description: 'What they said; null for nothing.' })
  async said(@Root() { place }: FeedbackFormType, @Ctx() { em }: Context): Promise<FeedbackType | null> {
    const row = await readAnswer(em.getKysely(), place);
    return row ? toFeedback(row) : null;
  }

  @Query(() => FeedbackByLinkPayload, {
    description:
      'Where whoever has a receipt says something of the event. No account is needed, and it changes nothing.',
  })
  feedbackByLink(
    @Arg('secret', () => String, { description: 'What stands behind the # of the receipt.' }) secret: string,
    @Ctx() context: Context,
  ): Promise<FeedbackByLinkPayload> {
    return answer(async () => {
      await countLink(context);
      return { form: await formOf(context, await findPlace(context.em, { secret })) };
    });
  }

  @Mutation(() => GiveFeedbackPayload, {
    description:
      'Say something of an event at which you have a place, or change what you said: from its beginning until two weeks after its end.',
  })
  giveFeedback(
    @Arg('input', () => GiveFeedbackInput, { description: 'What the mutation takes.' })
    given: GiveFeedbackInput,
    @Ctx() context: Context,
  ): Promise<GiveFeedbackPayload> {
    return answer(async () => {
      const by = await placeOf(context, given);
      await giveFeedback(context.services, by, given);
      return { form: await formOf(context, await findPlace(context.em, by)) };
    });
  }
}

/** By which place somebody speaks; tries of receipts are counted. */
export async function placeOf(
  context: Context,
  { secret, eventId }: { secret?: string | null; eventId?: string | null },
): Promise<ByPlace> {
  if (secret) {
    await countLink(context);
    return { secret };
  }
  return { viewer: signedIn(context), eventId: rowId('Event', eventId ?? '') };
}

export async function formOf({ em }: Context, place: RegistrationRow): Promise<FeedbackFormType> {
  const { rows } = await sql<Pick<FeedbackFormType, 'isOpen' | 'opensAt' | 'closesAt'>>`
    select ${timeForFeedback()} as "isOpen", starts_at as "opensAt",
      ends_at + make_interval(days => ${FEEDBACK_DAYS}) as "closesAt"
    from event where id = ${place.eventId}`.execute(em.getKysely());
  return Object.assign(new FeedbackFormType(), { ...rows[0]!, place });
}
