import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/access/context.ts';
import type { Viewer } from '../../core/access/viewer.ts';
import { organizationLoader } from '../../core/organization/organization.loader.ts';
import { OrganizationType } from '../../core/organization/organization.type.ts';
import { signedIn } from '../../core/person/entrance.ts';
import { personLoader } from '../../core/person/person.loader.ts';
import { PersonType } from '../../core/person/person.type.ts';
import { ViewerType } from '../../core/person/viewer.type.ts';
import { rowId } from '../../platform/graphql/global-id.ts';
import { answer } from '../../platform/graphql/refusal.type.ts';
import { notFound } from '../../platform/refusal/refusal.ts';
import type { Services } from '../../platform/services.ts';
import { adviserLoader } from './adviser.loader.ts';
import { AdviserType, toAdviser } from './adviser.type.ts';
import { bookSlot } from './book-slot.ts';
import {
  BookingType,
  BookSlotInput,
  BookSlotPayload,
  CancelBookingInput,
  CancelBookingPayload,
  ReportNoShowInput,
  ReportNoShowPayload,
  RescheduleBookingInput,
  RescheduleBookingPayload,
  toBooking,
  WriteBookingNoteInput,
  WriteBookingNotePayload,
} from './booking.type.ts';
import { cancelBooking, reportNoShow, writeBookingNote } from './end-booking.ts';
import { listBookings, readBooking } from './read-bookings.ts';
import { rescheduleBooking } from './reschedule-booking.ts';

const input = { description: 'What the mutation takes.' };

@Resolver(() => BookingType)
export class BookingResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'Who asks; null when they left.' })
  booker(@Root() { row }: BookingType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return row.bookerId ? loaders.of(personLoader).load(row.bookerId) : null;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who advises; null when they left.' })
  advisedBy(@Root() { row }: BookingType, @Ctx() { loaders }: Context): Promise<PersonType> | null {
    return row.adviserId ? loaders.of(personLoader).load(row.adviserId) : null;
  }

  @FieldResolver(() => AdviserType, {
    nullable: true,
    description: 'The same as an adviser; null when they are on the bench no more.',
  })
  async adviser(@Root() { row }: BookingType, @Ctx() { loaders }: Context): Promise<AdviserType | null> {
    const adviser = row.adviserId && (await loaders.of(adviserLoader).load(row.adviserId));
    return adviser ? toAdviser(adviser) : null;
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The organization for which they ask; null where it is for themselves.',
  })
  organization(@Root() { row }: BookingType, @Ctx() { loaders }: Context): Promise<OrganizationType> | null {
    return row.organizationId ? loaders.of(organizationLoader).load(row.organizationId) : null;
  }

  @Mutation(() => BookSlotPayload, {
    description:
      'Book a talk with an adviser, an hour ahead at least; two in a week at most. Of two who want the same time one gets it, and the other hears what is free instead.',
  })
  bookSlot(
    @Arg('input', () => BookSlotInput, input) given: BookSlotInput,
    @Ctx() context: Context,
  ): Promise<BookSlotPayload> {
    return asBooking(context, (services, viewer) => {
      const { adviserId, organizationId } = given;
      return bookSlot(services, viewer, {
        ...given,
        adviserId: rowId('Adviser', adviserId),
        organizationId: organizationId == null ? null : rowId('Organization', organizationId),
      });
    });
  }

  @Mutation(() => RescheduleBookingPayload, {
    description: 'Move a talk that you booked, to another time of the adviser or to another one.',
  })
  rescheduleBooking(
    @Arg('input', () => RescheduleBookingInput, input) given: RescheduleBookingInput,
    @Ctx() context: Context,
  ): Promise<RescheduleBookingPayload> {
    return asBooking(context, (services, viewer) => {
      const { adviserId, bookingId } = given;
      return rescheduleBooking(services, viewer, {
        ...given,
        bookingId: rowId('Booking', bookingId),
        adviserId: adviserId == null ? null : rowId('Adviser', adviserId),
      });
    });
  }

  @Mutation(() => CancelBookingPayload, {
    description: 'Cancel a talk that has not begun. Either of the two may.',
  })
  cancelBooking(
    @Arg('input', () => CancelBookingInput, input) { bookingId, word }: CancelBookingInput,
    @Ctx() context: Context,
  ): Promise<CancelBookingPayload> {
    return asBooking(context, (services, viewer) =>
      cancelBooking(services, viewer, { bookingId: rowId('Booking', bookingId), word }),
    );
  }

  @Mutation(() => ReportNoShowPayload, {
    description: 'Say that the other one was not there. Either of the two may.',
  })
  reportNoShow(
    @Arg('input', () => ReportNoShowInput, input) { bookingId, word }: ReportNoShowInput,
    @Ctx() context: Context,
  ): Promise<ReportNoShowPayload> {
    return asBooking(context, (services, viewer) =>
      reportNoShow(services, viewer, { bookingId: rowId('Booking', bookingId), word }),
    );
  }

  @Mutation(() => WriteBookingNotePayload, {
    description: 'Write the note of a talk that has begun. Either of the two may; both read it.',
  })
  writeBookingNote(
    @Arg('input', () => WriteBookingNoteInput, input) given: WriteBookingNoteInput,
    @Ctx() context: Context,
  ): Promise<WriteBookingNotePayload> {
    return asBooking(context, (services, viewer) =>
      writeBookingNote(services, viewer, { ...given, bookingId: rowId('Booking', given.bookingId) }),
    );
  }
}

@Resolver(() => ViewerType)
export class ViewerBookings {
  @FieldResolver(() => [BookingType], {
    description:
      'Talks that you booked or give: those to come, soonest first, then those of the last thirty days, newest first.',
  })
  async bookings(@Root() { viewer }: ViewerType, @Ctx() { em }: Context): Promise<BookingType[]> {
    return (await listBookings(em, viewer.personId)).map((row) => toBooking(row, viewer.personId));
  }
}

/** Carries out a change of a talk, and answers with it as it is then. */
function asBooking(
  context: Context,
  change: (services: Services, viewer: Viewer) => Promise<string>,
): Promise<BookSlotPayload> {
  return answer(async (): Promise<{ booking: BookingType }> => {
    const viewer = signedIn(context);
    const row = await readBooking(context.em, await change(context.services, viewer));
    if (!row) throw notFound('booking');
    return { booking: toBooking(row, viewer.personId) };
  });
}
