import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { countedConnection } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { Answers, ErrorType } from '../../platform/graphql/refusal.type.ts';
import { AlreadyCheckedIn } from './registration-refusals.ts';
import { RegistrationEnd, RegistrationState, Seat } from './registration.entity.ts';
import type { RegistrationRow } from './read-registrations.ts';

registerEnumType(Seat, {
  name: 'Seat',
  description: 'Where one takes part.',
  valuesConfig: { ROOM: { description: 'In the room.' }, ONLINE: { description: 'Over the stream.' } },
});
registerEnumType(RegistrationState, {
  name: 'RegistrationState',
  description: 'How a registration stands.',
  valuesConfig: {
    REGISTERED: { description: 'They have places.' },
    WAITING: { description: 'They stand in line; `before` says behind how many.' },
    INVITED: { description: 'Places came free and are kept for them until `invitedUntil`.' },
    CONFIRMED: { description: 'They have places, and said once more that they come.' },
    CANCELLED: { description: 'Given up; `endedBy` says how.' },
    ATTENDED: { description: 'They were checked in.' },
    MISSED: { description: 'They were expected, others were checked in, they were not.' },
  },
});
registerEnumType(RegistrationEnd, {
  name: 'RegistrationEnd',
  description: 'How a registration ended that was given up.',
  valuesConfig: {
    OWN: { description: 'They gave it up.' },
    DECLINED: { description: 'They said no to places that were kept for them.' },
    LAPSED: { description: 'They did not answer in time.' },
  },
});

@ObjectType('Registration', {
  implements: Node,
  description: 'Somebody who wants to come to an event, with as many as come along.',
})
export class RegistrationType extends Node {
  row!: RegistrationRow;

  @Field(() => Seat, { description: 'Where they take part.' })
  seat!: Seat;

  @Field(() => Int, { description: 'How many they are, from 1 to 10.' })
  people!: number;

  @Field(() => RegistrationState, { description: 'How it stands.' })
  state!: RegistrationState;

  @Field(() => String, {
    description: 'What they are called at the door; a handle, or a name. Empty for who left.',
  })
  name!: string;

  @Field(() => String, { description: 'Six signs to be read out or typed at the door.' })
  code!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When they came.' })
  registeredAt!: Date;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'Until when places are kept for them; null else.',
  })
  invitedUntil!: Date | null;

  @Field(() => RegistrationEnd, {
    nullable: true,
    description: 'How it was given up; null while it was not.',
  })
  endedBy!: RegistrationEnd | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'When they were checked in; null while they were not.',
  })
  checkedInAt!: Date | null;
}

export const RegistrationConnection = countedConnection('Registration', () => RegistrationType);

/** A registration as whoever may know of it sees it. */
export function toRegistration(row: RegistrationRow): RegistrationType {
  return Object.assign(new RegistrationType(), {
    ...row,
    row,
    id: toGlobalId('Registration', row.id),
    name: row.handle ?? row.name,
  });
}

@ObjectType('EventSeats', { description: 'Places of one sort at an event, in numbers.' })
export class EventSeatsType {
  @Field(() => Seat, { description: 'Which sort.' })
  seat!: Seat;

  @Field(() => Int, { nullable: true, description: 'How many there are; null for no limit.' })
  capacity!: number | null;

  @Field(() => Int, { description: 'How many are taken, or kept for somebody.' })
  taken!: number;

  @Field(() => Int, { description: 'How many people wait for some.' })
  waiting!: number;
}

@ObjectType('EventTurnout', { description: 'What came of an event, in numbers.' })
export class EventTurnoutType {
  @Field(() => Int, { description: 'How many people came.' })
  came!: number;

  @Field(() => Int, { description: 'How many were expected and did not.' })
  missed!: number;

  @Field(() => Int, { description: 'How many gave their place up before.' })
  gaveUp!: number;
}

@ObjectType('EventDoor', { description: 'An event as it is seen at its door.' })
export class EventDoorType {
  /** Row id. */
  eventId!: string;

  @Field(() => Int, { description: 'How many people have places: who is here, and who is not yet.' })
  expected!: number;

  @Field(() => Int, { description: 'How many are here.' })
  here!: number;

  @Field(() => Int, { description: 'How many wait for a place.' })
  waiting!: number;
}

@Answers(AlreadyCheckedIn)
@ObjectType('AlreadyCheckedIn', {
  implements: ErrorType,
  description: 'Somebody else was first at the door.',
})
export class AlreadyCheckedInType extends ErrorType {
  registrationId!: string;
  checkedInById!: string | null;

  @Field(() => GraphQLDateTimeISO, { description: 'When that was.' })
  at!: Date;
}

@InputType('RegisterInput', { description: 'Places at an event.' })
export class RegisterInputType {
  @Field(() => ID, { description: 'Which event.' })
  eventId!: string;

  @Field(() => Seat, { description: 'In the room or online.' })
  seat!: Seat;

  @Field(() => Int, { defaultValue: 1, description: 'How many come, from 1 to 10: all get places, or none.' })
  people!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What you are called at the door; needed without an account, 80 characters at most.',
  })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A random UUID; needed without an account. Sent again with the same one, it takes no other places.',
  })
  requestId?: string | null;
}

@InputType('OwnRegistrationInput', { description: 'A registration of yours, or the secret of its receipt.' })
export class OwnRegistrationInput {
  @Field(() => ID, { nullable: true, description: 'With an account.' })
  registrationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Without one: what stands behind the # of the receipt.',
  })
  secret?: string | null;
}

@InputType('CheckInInput', { description: 'Whom to let in: by what they show, or whom you found by name.' })
export class CheckInInput {
  @Field(() => ID, { description: 'At the door of which event.' })
  eventId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What was scanned, or the six signs as they were typed.',
  })
  code?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whom you found in the list.' })
  registrationId?: string | null;
}

@InputType('UndoCheckInInput', { description: 'Who is not here after all.' })
export class UndoCheckInInput {
  @Field(() => ID, { description: 'At the door of which event.' })
  eventId!: string;

  @Field(() => ID, { description: 'Whom you let in.' })
  registrationId!: string;
}

@ObjectType({ description: 'A registration as it is now.' })
abstract class RegistrationPayload extends Payload {
  @Field(() => RegistrationType, { nullable: true, description: 'As it is now; null when refused.' })
  registration!: RegistrationType | null;
}

@ObjectType('RegisterPayload', { description: 'The answer to `register`.' })
export class RegisterPayload extends RegistrationPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'The address of the receipt, for who has no account. Shown once: we keep no copy. Null with an account, and when refused.',
  })
  address!: string | null;
}
@ObjectType('CancelRegistrationPayload', { description: 'The answer to `cancelRegistration`.' })
export class CancelRegistrationPayload extends RegistrationPayload {}
@ObjectType('ConfirmRegistrationPayload', { description: 'The answer to `confirmRegistration`.' })
export class ConfirmRegistrationPayload extends RegistrationPayload {}
@ObjectType('DeclinePlacePayload', { description: 'The answer to `declinePlace`.' })
export class DeclinePlacePayload extends RegistrationPayload {}
@ObjectType('CheckInPayload', { description: 'The answer to `checkIn`.' })
export class CheckInPayload extends RegistrationPayload {}
@ObjectType('UndoCheckInPayload', { description: 'The answer to `undoCheckIn`.' })
export class UndoCheckInPayload extends RegistrationPayload {}
@ObjectType('RegistrationByLinkPayload', { description: 'The answer to `registrationByLink`.' })
export class RegistrationByLinkPayload extends RegistrationPayload {}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Registration: true;
  }
}
