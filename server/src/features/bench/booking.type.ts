import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { type BookingRow, BookingState } from './read-bookings.ts';
import { wallTime } from './slots-of-hours.ts';

registerEnumType(BookingState, {
  name: 'BookingState',
  description: 'How a talk stands.',
  valuesConfig: {
    BOOKED: { description: 'It is to come, or under way.' },
    CANCELLED: { description: 'One of the two cancelled it, or the adviser advises no more.' },
    KEPT: { description: 'Its time is over, and nobody says that it did not happen.' },
    MISSED: { description: 'One of the two was not there, says the other.' },
  },
});

@ObjectType('Booking', { description: 'A talk of two, with an adviser. Only the two see it.' })
export class BookingType {
  row!: BookingRow;

  @Field(() => ID, { description: 'Opaque; what changes a talk takes it. It stays when the talk is moved.' })
  id!: string;

  @Field(() => BookingState, { description: 'How it stands.' })
  state!: BookingState;

  @Field(() => GraphQLDateTimeISO, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => String, {
    description: 'What the clock of the adviser shows when it begins: `2026-03-29T09:00`.',
  })
  localTime!: string;

  @Field(() => String, { description: 'The zone of that clock.' })
  timeZone!: string;

  @Field(() => Boolean, { description: 'Whether you are the adviser of the two.' })
  asAdviser!: boolean;

  @Field(() => String, { description: 'What it is about, as whoever booked wrote it; empty when they left.' })
  question!: string;

  @Field(() => String, { description: 'A note after it, which both read and write; may be empty.' })
  note!: string;

  @Field(() => String, { description: 'The word with which it was cancelled or missed; may be empty.' })
  word!: string;

  @Field(() => Boolean, { description: 'Whether you are who cancelled it, or says it was missed.' })
  endedByYou!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Where you meet, until it is over; null where nothing was said.',
  })
  meetAt!: string | null;
}

/** A talk as one of its two sees it. */
export function toBooking(row: BookingRow, viewerId: string): BookingType {
  const { id, state, startsAt, endsAt, timeZone, question, note, word, meetAt } = row;
  return Object.assign(new BookingType(), {
    ...{ row, state, startsAt, endsAt, timeZone, question, note, word, meetAt },
    id: toGlobalId('Booking', id),
    localTime: wallTime(startsAt, timeZone),
    asAdviser: row.adviserId === viewerId,
    endedByYou: row.endedById === viewerId,
  });
}

@InputType('BookSlotInput', { description: 'Which slot, and what about.' })
export class BookSlotInput {
  @Field(() => ID, { description: 'The adviser.' })
  adviserId!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When the slot begins.' })
  startsAt!: Date;

  @Field(() => Int, { description: 'How long it is.' })
  minutes!: number;

  @Field(() => String, { description: 'What you want to talk about: 10 to 2000 characters.' })
  question!: string;

  @Field(() => ID, { nullable: true, description: 'The organization for which you ask, as its organizer.' })
  organizationId?: string | null;
}

@InputType('RescheduleBookingInput', { description: 'Where to move a talk.' })
export class RescheduleBookingInput {
  @Field(() => ID, { description: 'A talk that you booked and that has not begun.' })
  bookingId!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When the other slot begins.' })
  startsAt!: Date;

  @Field(() => Int, { description: 'How long it is.' })
  minutes!: number;

  @Field(() => ID, { nullable: true, description: 'Another adviser; the same one without it.' })
  adviserId?: string | null;
}

@InputType('CancelBookingInput', { description: 'Which talk, and a word.' })
export class CancelBookingInput {
  @Field(() => ID, { description: 'A talk of yours that has not begun.' })
  bookingId!: string;

  @Field(() => String, { description: 'A word for the other one, 500 characters at most.' })
  word!: string;
}

@InputType('ReportNoShowInput', { description: 'Which talk, and a word.' })
export class ReportNoShowInput {
  @Field(() => ID, { description: 'A talk of yours, from ten minutes after its beginning, for a week.' })
  bookingId!: string;

  @Field(() => String, { description: 'A word for the other one, 500 characters at most.' })
  word!: string;
}

@InputType('WriteBookingNoteInput', { description: 'The note of a talk.' })
export class WriteBookingNoteInput {
  @Field(() => ID, { description: 'A talk of yours that has begun, for thirty days.' })
  bookingId!: string;

  @Field(() => String, { description: 'All of the note from now on, 4000 characters at most.' })
  note!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The note as you read it: refused as StaleFields where the other one changed it since.',
  })
  asRead?: string | null;
}

@ObjectType({ description: 'The answer to what changes a talk.' })
abstract class BookingPayload extends Payload {
  @Field(() => BookingType, { nullable: true, description: 'The talk as it is now; null when refused.' })
  booking?: BookingType | null;
}

@ObjectType('BookSlotPayload', { description: 'The answer to `bookSlot`.' })
export class BookSlotPayload extends BookingPayload {}

@ObjectType('RescheduleBookingPayload', {
  description: 'The answer to `rescheduleBooking`. With another adviser it is another talk.',
})
export class RescheduleBookingPayload extends BookingPayload {}

@ObjectType('CancelBookingPayload', { description: 'The answer to `cancelBooking`.' })
export class CancelBookingPayload extends BookingPayload {}

@ObjectType('ReportNoShowPayload', { description: 'The answer to `reportNoShow`.' })
export class ReportNoShowPayload extends BookingPayload {}

@ObjectType('WriteBookingNotePayload', { description: 'The answer to `writeBookingNote`.' })
export class WriteBookingNotePayload extends BookingPayload {}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Booking: true;
  }
}
