import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { eventLoader } from '../event/event.loader.ts';
import { formOf, placeOf } from '../feedback/feedback.resolver.ts';
import { findPlace } from '../feedback/find-place.ts';
import { prepareRecap } from './prepare-recap.ts';
import { publishRecap, takeBackRecap } from './publish-recap.ts';
import { readTakeaway } from './read-recap.ts';
import {
  AddTakeawayInput,
  AddTakeawayPayload,
  PickTakeawayInput,
  PickTakeawayPayload,
  PrepareRecapInput,
  PrepareRecapPayload,
  PublishRecapInput,
  PublishRecapPayload,
  SuggestTakeawayInput,
  SuggestTakeawayPayload,
  TakeBackRecapInput,
  TakeBackRecapPayload,
} from './recap.inputs.ts';
import { recapLoader } from './recap.loader.ts';
import { toTakeaway } from './recap.type.ts';
import { addTakeaway, pickTakeaway, suggestTakeaway } from './takeaways.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class RecapMutations {
  @Mutation(() => PrepareRecapPayload, {
    description:
      'Correct the recap of an event that is over, and ask the local for its yes. For who runs the event.',
  })
  prepareRecap(
    @Arg('input', () => PrepareRecapInput, input) given: PrepareRecapInput,
    @Ctx() context: Context,
  ): Promise<PrepareRecapPayload> {
    return ofEvent(context, given, (eventId) =>
      prepareRecap(context.services, signedIn(context), { ...given, eventId }),
    );
  }

  @Mutation(() => PublishRecapPayload, {
    description:
      'Say the local’s yes to what was prepared: it is public then. For its organizers and approvers; not for who prepared it, where somebody else may.',
  })
  publishRecap(
    @Arg('input', () => PublishRecapInput, input) given: PublishRecapInput,
    @Ctx() context: Context,
  ): Promise<PublishRecapPayload> {
    return ofEvent(context, given, (eventId) =>
      publishRecap(context.services, signedIn(context), { ...given, eventId }),
    );
  }

  @Mutation(() => TakeBackRecapPayload, {
    description: 'Take a recap back: nobody reads it any more. For the local and coordinators.',
  })
  takeBackRecap(
    @Arg('input', () => TakeBackRecapInput, input) given: TakeBackRecapInput,
    @Ctx() context: Context,
  ): Promise<TakeBackRecapPayload> {
    return ofEvent(context, given, (eventId) =>
      takeBackRecap(context.services, signedIn(context), { eventId }),
    );
  }

  @Mutation(() => SuggestTakeawayPayload, {
    description:
      'Leave a line that you take along from an event at which you have a place; five at most, until two weeks after it.',
  })
  suggestTakeaway(
    @Arg('input', () => SuggestTakeawayInput, input) given: SuggestTakeawayInput,
    @Ctx() context: Context,
  ): Promise<SuggestTakeawayPayload> {
    return answer(async () => {
      const by = await placeOf(context, given);
      await suggestTakeaway(context.services, by, given);
      return { form: await formOf(context, await findPlace(context.em, by)) };
    });
  }

  @Mutation(() => AddTakeawayPayload, {
    description: 'Add a line of your own to the takeaways of an event that you run.',
  })
  addTakeaway(
    @Arg('input', () => AddTakeawayInput, input) given: AddTakeawayInput,
    @Ctx() context: Context,
  ): Promise<AddTakeawayPayload> {
    return ofEvent(context, given, (eventId) =>
      addTakeaway(context.services, signedIn(context), { ...given, eventId }),
    );
  }

  @Mutation(() => PickTakeawayPayload, {
    description: 'Pick a line for the recap, or leave it out, and put it in other words.',
  })
  pickTakeaway(
    @Arg('input', () => PickTakeawayInput, input) given: PickTakeawayInput,
    @Ctx() context: Context,
  ): Promise<PickTakeawayPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const takeawayId = rowId('Takeaway', given.takeawayId);
      await pickTakeaway(context.services, viewer, { ...given, takeawayId });
      const row = await readTakeaway(context.em.getKysely(), takeawayId);
      return { takeaway: row ? toTakeaway(row) : null };
    });
  }
}

/** Does something about the recap of an event, and answers with the event as it is then. */
function ofEvent(
  { loaders }: Context,
  { eventId }: { eventId: string },
  act: (eventId: string) => Promise<unknown>,
) {
  return answer(async () => {
    const id = rowId('Event', eventId);
    await act(id);
    loaders.of(recapLoader).clear(id);
    return { event: await loaders.of(eventLoader).load(id) };
  });
}
