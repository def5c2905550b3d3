import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { type Counted, spanOf, spanToConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { publicAddress } from '../../platform/http/public-address.ts';
import { nullIfRefused } from '../../platform/refusal/refusal.ts';
import { mayManageEvent } from '../event/event.policy.ts';
import { eventLoader } from '../event/event.loader.ts';
import { EventType } from '../event/event.type.ts';
import type { EventRow } from '../event/read-events.ts';
import { countLink } from './count-visit.ts';
import { capacityOf, EXPECTED, seatsOf } from './places.ts';
import { listOfPerson, readBySecret } from './read-registrations.ts';
import {
  atDoorCountLoader,
  atDoorLoader,
  beforeLoader,
  mineLoader,
  seatsLoader,
  turnoutLoader,
} from './registration.loader.ts';
import {
  AlreadyCheckedInType,
  EventDoorType,
  EventSeatsType,
  EventTurnoutType,
  RegistrationByLinkPayload,
  RegistrationConnection,
  RegistrationType,
  toRegistration,
} from './registration.type.ts';
import { seatToken } from './seat-code.ts';
import { isSmall } from './small-numbers.ts';

/** Places at events that are to come, of one person. */
export const MOST_OWN = 50;

const managesEvent = (viewer: Viewer | null, event: EventRow): boolean =>
  viewer !== null && viewer.standing !== 'SUSPENDED' && mayManageEvent(viewer, event);

@Resolver(() => EventType)
export class EventRegistrations {
  @FieldResolver(() => [EventSeatsType], {
    description:
      'Its places, in numbers: in the room, online, or both. None once it is over where a number is from one to four, but for organizers.',
  })
  async seats(@Root() { row }: EventType, @Ctx() { viewer, loaders }: Context): Promise<EventSeatsType[]> {
    const counts = await loaders.of(seatsLoader).load(row.id);
    const seats = seatsOf(row).map((seat) => {
      const { taken = 0, waiting = 0 } = counts.find((count) => count.seat === seat) ?? {};
      return { seat, capacity: capacityOf(row, seat), taken, waiting };
    });
    // One beside the sum of all, which the recap says, would give the other away.
    const tells = seats.some(({ taken, waiting }) => isSmall(taken) || isSmall(waiting));
    if (row.phase === 'OVER' && tells && !managesEvent(viewer, row)) return [];
    return seats.map((seat) => Object.assign(new EventSeatsType(), seat));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Address of the stream. Where places online have a limit: for who has one, and for its organizers; null for all others.',
  })
  async streamUrl(@Root() { row }: EventType, @Ctx() { viewer, loaders }: Context): Promise<string | null> {
    if (row.onlineCapacity === null || managesEvent(viewer, row)) return row.streamUrl;
    const mine = viewer && (await loaders.of(mineLoader).load(row.id));
    return mine && hasStream(mine) ? row.streamUrl : null;
  }

  @FieldResolver(() => RegistrationType, {
    nullable: true,
    description: 'What you have there; null for nothing.',
  })
  async registration(
    @Root() { row }: EventType,
    @Ctx() { loaders }: Context,
  ): Promise<RegistrationType | null> {
    const mine = await loaders.of(mineLoader).load(row.id);
    return mine && toRegistration(mine);
  }

  @FieldResolver(() => EventTurnoutType, {
    nullable: true,
    description:
      'What came of it; null until it was counted, after its end, and where a number is from one to four, but for organizers.',
  })
  async turnout(
    @Root() { row }: EventType,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<EventTurnoutType | null> {
    const turnout = await loaders.of(turnoutLoader).load(row.id);
    if (!turnout) return null;
    const { came, missed, gaveUp } = turnout;
    if ([came, missed, gaveUp].some(isSmall) && !managesEvent(viewer, row)) return null;
    return Object.assign(new EventTurnoutType(), turnout);
  }

  @FieldResolver(() => EventDoorType, {
    nullable: true,
    description:
      'What is seen at the door. Null for all but organizers of the organization, and coordinators.',
  })
  async door(@Root() { row }: EventType, @Ctx() { viewer, loaders }: Context): Promise<EventDoorType | null> {
    if (!managesEvent(viewer, row)) return null;
    const counts = await loaders.of(seatsLoader).load(row.id);
    const sum = (of: 'taken' | 'here' | 'waiting') => counts.reduce((all, count) => all + count[of], 0);
    const figures = { expected: sum('taken'), here: sum('here'), waiting: sum('waiting') };
    return Object.assign(new EventDoorType(), { eventId: row.id, ...figures });
  }
}

@Resolver(() => EventDoorType)
export class EventDoorResolver {
  @FieldResolver(() => RegistrationConnection, { description: 'Who has places or waits, by name.' })
  async registrations(
    @Root() { eventId }: EventDoorType,
    @Arg('search', () => String, {
      defaultValue: '',
      description: 'Only those whose name holds this, or whose code it is.',
    })
    search: string,
    @Args(() => TwoWayArgs) page: TwoWayArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Counted<RegistrationType>> {
    const span = spanOf(page, 30);
    const which = { id: eventId, search: search.trim().slice(0, 80) };
    const rows = await loaders.of(atDoorLoader).load({ ...which, span });
    return {
      ...spanToConnection(rows, span, { keys: ({ place }) => place, node: toRegistration }),
      count: () => loaders.of(atDoorCountLoader).load(which),
    };
  }
}

@Resolver(() => RegistrationType)
export class RegistrationResolver {
  @FieldResolver(() => EventType, {
    nullable: true,
    description: 'Of which event; null where they may not read that one any more.',
  })
  event(@Root() { row }: RegistrationType, @Ctx() { loaders }: Context): Promise<EventType | null> {
    return loaders.of(eventLoader).load(row.eventId).catch(nullIfRefused);
  }

  @FieldResolver(() => Int, { description: 'Behind how many they stand in line; 0 for who does not wait.' })
  before(@Root() { row }: RegistrationType, @Ctx() { loaders }: Context): Promise<number> | number {
    return row.state === 'WAITING' ? loaders.of(beforeLoader).load(row.id) : 0;
  }

  @FieldResolver(() => String, { description: 'What the code holds that is drawn for the door: an address.' })
  async ticket(@Root() { row }: RegistrationType, @Ctx() context: Context): Promise<string> {
    const event = await context.loaders.of(eventLoader).load(row.eventId).catch(nullIfRefused);
    return `${publicAddress(context)}/e/${event?.slug ?? ''}/door#${seatToken(context.services, row.id)}`;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Address of the stream, for places online that are theirs; null else.',
  })
  async streamUrl(@Root() { row }: RegistrationType, @Ctx() { loaders }: Context): Promise<string | null> {
    if (row.seat !== 'ONLINE' || !hasStream(row)) return null;
    const event = await loaders.of(eventLoader).load(row.eventId).catch(nullIfRefused);
    return event?.row.streamUrl ?? null;
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who let them in; null for nobody, and for who left.',
  })
  checkedInBy(
    @Root() { row }: RegistrationType,
    @Ctx() { loaders, viewer }: Context,
  ): Promise<PersonType> | null {
    if (!row.checkedInById || !viewer) return null;
    return loaders.of(personLoader).load(row.checkedInById);
  }

  @Query(() => RegistrationByLinkPayload, {
    description: 'The place behind a receipt. No account is needed, and opening it changes nothing.',
  })
  registrationByLink(
    @Arg('secret', () => String, { description: 'What stands behind the # of the receipt.' }) secret: string,
    @Ctx() context: Context,
  ): Promise<RegistrationByLinkPayload> {
    return answer(async () => {
      await countLink(context);
      return { registration: toRegistration(await readBySecret(context.em.getKysely(), secret)) };
    });
  }
}

@Resolver(() => ViewerType)
export class ViewerRegistrations {
  @FieldResolver(() => [RegistrationType], {
    description: 'Places they have, or wait for, at events that are not over; the next one first.',
  })
  async registrations(@Root() { viewer }: ViewerType, @Ctx() { em }: Context): Promise<RegistrationType[]> {
    return (await listOfPerson(em, viewer.personId, MOST_OWN)).map(toRegistration);
  }
}

@Resolver(() => AlreadyCheckedInType)
export class AlreadyCheckedInResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who did it; null for somebody who left since.',
  })
  by(
    @Root() { checkedInById }: AlreadyCheckedInType,
    @Ctx() { loaders }: Context,
  ): Promise<PersonType> | null {
    return checkedInById ? loaders.of(personLoader).load(checkedInById) : null;
  }
}

const hasStream = ({ state }: { state: string }) => [...EXPECTED, 'ATTENDED'].includes(state as never);
