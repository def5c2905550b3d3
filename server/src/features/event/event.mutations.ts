import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { cancelEvent } from './cancel-event.ts';
import { createEvent } from './create-event.ts';
import {
  CancelEventInput,
  CancelEventPayload,
  CreateEventInput,
  CreateEventPayload,
  RepeatEventInput,
  RepeatEventPayload,
  UpdateEventInput,
  UpdateEventPayload,
} from './event.inputs.ts';
import { eventLoader } from './event.loader.ts';
import type { EventType } from './event.type.ts';
import { repeatEvent } from './repeat-event.ts';
import { updateEvent } from './update-event.ts';

const input = { description: 'What the mutation takes.' };

@Resolver()
export class EventMutations {
  @Mutation(() => CreateEventPayload, {
    description: 'Announce an event. For organizers of the organization, and coordinators.',
  })
  createEvent(
    @Arg('input', () => CreateEventInput, input) given: CreateEventInput,
    @Ctx() context: Context,
  ): Promise<CreateEventPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const id = await createEvent(context.services, viewer, {
        ...given,
        organizationId: rowId('Organization', given.organizationId),
        campaignId: given.campaignId == null ? null : rowId('Campaign', given.campaignId),
      });
      return { event: await readAgain(context, id) };
    });
  }

  @Mutation(() => UpdateEventPayload, {
    description:
      'Change what is said about an event. Whoever has a place hears of another time or place. For organizers and coordinators.',
  })
  updateEvent(
    @Arg('input', () => UpdateEventInput, input) given: UpdateEventInput,
    @Ctx() context: Context,
  ): Promise<UpdateEventPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const eventId = rowId('Event', given.eventId);
      await updateEvent(context.services, viewer, { ...given, eventId });
      return { event: await readAgain(context, eventId) };
    });
  }

  @Mutation(() => CancelEventPayload, {
    description: 'Call an event off; everybody with a place is told. For organizers and coordinators.',
  })
  cancelEvent(
    @Arg('input', () => CancelEventInput, input) given: CancelEventInput,
    @Ctx() context: Context,
  ): Promise<CancelEventPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const eventId = rowId('Event', given.eventId);
      await cancelEvent(context.services, viewer, { ...given, eventId });
      return { event: await readAgain(context, eventId) };
    });
  }

  @Mutation(() => RepeatEventPayload, {
    description:
      'Announce an event again, each week, fortnight or month at the time that clocks show. Each is an event of its own. For organizers and coordinators.',
  })
  repeatEvent(
    @Arg('input', () => RepeatEventInput, input) given: RepeatEventInput,
    @Ctx() context: Context,
  ): Promise<RepeatEventPayload> {
    return answer(async () => {
      const viewer = signedIn(context);
      const eventId = rowId('Event', given.eventId);
      const ids = await repeatEvent(context.services, viewer, { ...given, eventId });
      return { events: await Promise.all(ids.map((id) => readAgain(context, id))) };
    });
  }
}

const readAgain = ({ loaders }: Context, id: string): Promise<EventType> =>
  loaders.of(eventLoader).clear(id).load(id);
