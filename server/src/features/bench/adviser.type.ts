import { GraphQLDateTimeISO } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Skill } from '../../core/access/skill.ts';
import { countedConnection, TwoWayArgs } from '../../platform/graphql/connection.ts';
import { toGlobalId } from '../../platform/graphql/global-id.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { clockOf } from './change-hours.ts';
import type { AdviserRow, ExceptionRow, HoursRow } from './read-bench.ts';

@ObjectType('Adviser', {
  implements: Node,
  description: 'Somebody on the bench, with what they chose to show to everybody.',
})
export class AdviserType extends Node {
  /** Row id of the person. */
  personId!: string;

  @Field(() => [String], { description: 'What one can ask them, in their own words; eight at most.' })
  topics!: string[];

  @Field(() => String, { description: 'A line about them; may be empty.' })
  about!: string;

  @Field(() => [Skill], { description: 'Skills they chose to show here.' })
  skills!: Skill[];

  @Field(() => [String], { description: 'Languages they talk in, as tags such as `en`.' })
  languages!: string[];

  @Field(() => Boolean, { description: 'Whether they take a break: then nothing is free.' })
  isPaused!: boolean;
}

export function toAdviser(row: AdviserRow): AdviserType {
  const { personId, topics, about, skills, languages, paused } = row;
  return Object.assign(new AdviserType(), {
    ...{ id: toGlobalId('Adviser', personId), personId, topics, about, skills, languages, isPaused: paused },
  });
}

export const AdviserConnection = countedConnection('Adviser', () => AdviserType);

@ArgsType()
export class AdvisersArgs extends TwoWayArgs {
  @Field(() => Skill, { nullable: true, description: 'Only who shows this skill.' })
  skill?: Skill | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only who talks in this language: a tag such as `es`.',
  })
  language?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only who names this in a topic or in the line about them.',
  })
  topic?: string | null;
}

@ArgsType()
export class SlotsArgs {
  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description: 'From this moment on; from now without it.',
  })
  from?: Date | null;

  @Field(() => GraphQLDateTimeISO, {
    nullable: true,
    description:
      'Before this moment; 60 days after `from` at most, and without it. Nobody books more than 180 days ahead.',
  })
  to?: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many, from 1 to 200; 100 if not said.' })
  first?: number | null;
}

@ObjectType('OfficeHours', {
  description:
    'Hours that come again, on the clock of a place: resolved for each date. A time which that clock skips is not offered; of an hour that comes twice, the first is.',
})
export class OfficeHoursType {
  @Field(() => ID, { description: 'Opaque; `updateOfficeHours` and `removeOfficeHours` take it.' })
  id!: string;

  @Field(() => [Int], { description: 'Days of the week: 1 is Monday.' })
  weekdays!: number[];

  @Field(() => Int, { description: '1 for each week, 2 for every other one.' })
  everyWeeks!: number;

  @Field(() => String, { description: 'First day, such as 2026-03-02.' })
  fromDate!: string;

  @Field(() => String, { nullable: true, description: 'Last day; null for no end.' })
  untilDate!: string | null;

  @Field(() => String, { description: 'When they begin: `09:00`.' })
  from!: string;

  @Field(() => String, { description: 'When they end: `12:00`; `24:00` is midnight.' })
  until!: string;

  @Field(() => Int, { description: 'How long a talk is: 20, 30, 45 or 60 minutes.' })
  slotMinutes!: number;

  @Field(() => String, { description: 'The zone of the clock, such as `America/Chicago`.' })
  timeZone!: string;
}

export function toOfficeHours({ fromMinute, untilMinute, ...row }: HoursRow): OfficeHoursType {
  return Object.assign(new OfficeHoursType(), {
    ...row,
    id: toGlobalId('OfficeHours', row.id),
    from: clockOf(fromMinute),
    until: clockOf(untilMinute),
  });
}

@ObjectType('HoursException', {
  description: 'A date that is not as the hours say: nothing on it, or hours beside them.',
})
export class HoursExceptionType {
  @Field(() => ID, { description: 'Opaque; `removeHoursException` takes it.' })
  id!: string;

  @Field(() => String, { description: 'The day, such as 2026-03-29.' })
  onDate!: string;

  @Field(() => Boolean, { description: 'Whether nothing is on it.' })
  isOff!: boolean;

  @Field(() => String, { nullable: true, description: 'When the extra hours begin; null for a date off.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'When they end; null for a date off.' })
  until!: string | null;

  @Field(() => Int, { nullable: true, description: 'How long a talk is then; null for a date off.' })
  slotMinutes!: number | null;

  @Field(() => String, { nullable: true, description: 'The zone of the clock; null for a date off.' })
  timeZone!: string | null;
}

export function toHoursException({ id, onDate, ...hours }: ExceptionRow): HoursExceptionType {
  const { fromMinute, untilMinute, slotMinutes, timeZone } = hours;
  return Object.assign(new HoursExceptionType(), {
    ...{ id: toGlobalId('HoursException', id), onDate, slotMinutes, timeZone },
    isOff: fromMinute === null,
    from: fromMinute === null ? null : clockOf(fromMinute),
    until: untilMinute === null ? null : clockOf(untilMinute),
  });
}

@ObjectType('Advising', { description: 'Your side of the bench: only you see it.' })
export class AdvisingType {
  personId!: string;

  @Field(() => Boolean, {
    description: 'Whether you may advise: by your standing, as a coordinator, or because one invited you.',
  })
  mayOffer!: boolean;

  @Field(() => Boolean, { description: 'Whether a coordinator invited you.' })
  isInvited!: boolean;

  @Field(() => Boolean, {
    description: 'Whether a coordinator took you off the bench, until one invites you again.',
  })
  isRemoved!: boolean;

  @Field(() => AdviserType, {
    nullable: true,
    description: 'What others see; null while you are not on the bench.',
  })
  adviser!: AdviserType | null;

  @Field(() => Int, { description: 'Talks that you give in a week at most.' })
  weeklyLimit!: number;

  @Field(() => String, { nullable: true, description: 'Where you meet: shown to whoever booked a talk.' })
  meetAt!: string | null;
}

@InputType('AdviserAsReadInput', { description: 'As you read it, in the fields you change.' })
export class AdviserAsReadInput {
  @Field(() => [String], {
    nullable: true,
    description: 'All topics from now on: one to eight, 60 characters each.',
  })
  topics?: string[] | null;

  @Field(() => String, { nullable: true, description: 'A line about you, 300 characters at most.' })
  about?: string | null;

  @Field(() => [Skill], { nullable: true, description: 'All skills to show, from now on.' })
  skills?: Skill[] | null;

  @Field(() => [String], { nullable: true, description: 'All languages from now on, as tags such as `es`.' })
  languages?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where you meet: an address on the web, for whoever booked; null for none.',
  })
  meetAt?: string | null;

  @Field(() => Int, { nullable: true, description: 'Talks in a week, 1 to 20.' })
  weeklyLimit?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether you take a break. What is booked stays.' })
  isPaused?: boolean | null;
}

@InputType('UpdateAdviserInput', {
  description: 'What to offer, or to change of it. What is left out stays.',
})
export class UpdateAdviserInput extends AdviserAsReadInput {
  @Field(() => AdviserAsReadInput, {
    nullable: true,
    description:
      'The same fields as you read them: refused as StaleFields where one was changed since. What is left out is not compared.',
  })
  asRead?: AdviserAsReadInput | null;
}

@InputType('LeaveBenchInput', { description: 'A word to whoever booked.' })
export class LeaveBenchInput {
  @Field(() => String, {
    description: 'Told to whoever booked a talk; may be empty. 500 characters at most.',
  })
  word!: string;
}

@InputType('InviteAdviserInput', { description: 'Whom to ask.' })
export class InviteAdviserInput {
  @Field(() => String, { description: 'Their handle.' })
  handle!: string;
}

@InputType('RemoveAdviserInput', { description: 'Whom to take off the bench, and why.' })
export class RemoveAdviserInput {
  @Field(() => ID, { description: 'The adviser.' })
  adviserId!: string;

  @Field(() => String, { description: 'Told to whoever booked a talk, 500 characters at most.' })
  word!: string;
}

@InputType('ClockHoursInput', { description: 'Hours of one day, on the clock of a place.' })
export class ClockHoursInput {
  @Field(() => String, { description: 'When they begin: `09:00`.' })
  from!: string;

  @Field(() => String, {
    description: 'When they end, on the same day: `12:00`; `00:00` or `24:00` is midnight.',
  })
  until!: string;

  @Field(() => Int, { description: 'How long a talk is: 20, 30, 45 or 60 minutes.' })
  slotMinutes!: number;

  @Field(() => String, { description: 'The zone of the clock, such as `America/Chicago`.' })
  timeZone!: string;
}

@InputType('AddOfficeHoursInput', { description: 'Hours that come again.' })
export class AddOfficeHoursInput extends ClockHoursInput {
  @Field(() => [Int], { description: 'Days of the week: 1 is Monday.' })
  weekdays!: number[];

  @Field(() => Int, {
    description: '1 for each week; 2 for every other one, from the week of the first day.',
  })
  everyWeeks!: number;

  @Field(() => String, { description: 'First day, such as 2026-03-02.' })
  fromDate!: string;

  @Field(() => String, { nullable: true, description: 'Last day; without it they have no end.' })
  untilDate?: string | null;
}

@InputType('UpdateOfficeHoursInput', { description: 'Hours that come again, as they are from now on.' })
export class UpdateOfficeHoursInput extends AddOfficeHoursInput {
  @Field(() => ID, { description: 'One of `viewer.advising.hours`.' })
  hoursId!: string;

  @Field(() => AddOfficeHoursInput, {
    nullable: true,
    description: 'They as you read them: refused as STALE_FIELDS where they are something else by now.',
  })
  asRead?: AddOfficeHoursInput | null;
}

@InputType('AddHoursExceptionInput', { description: 'A date that is not as the hours say.' })
export class AddHoursExceptionInput {
  @Field(() => String, { description: 'The day, such as 2026-03-29.' })
  onDate!: string;

  @Field(() => ClockHoursInput, {
    nullable: true,
    description: 'Hours beside what comes again. Without them nothing is on that day.',
  })
  hours?: ClockHoursInput | null;
}

@InputType('RemoveOfficeHoursInput', { description: 'Which hours to take away.' })
export class RemoveOfficeHoursInput {
  @Field(() => ID, { description: 'One of `viewer.advising.hours`.' })
  hoursId!: string;
}

@InputType('RemoveHoursExceptionInput', { description: 'Which date is as the hours say again.' })
export class RemoveHoursExceptionInput {
  @Field(() => ID, { description: 'One of `viewer.advising.exceptions`.' })
  exceptionId!: string;
}

@ObjectType({ description: 'The answer to what changes your side of the bench.' })
abstract class AdvisingPayload extends Payload {
  @Field(() => AdvisingType, { nullable: true, description: 'It as it is now; null when refused.' })
  advising?: AdvisingType | null;
}

@ObjectType('UpdateAdviserPayload', { description: 'The answer to `updateAdviser`.' })
export class UpdateAdviserPayload extends AdvisingPayload {}

@ObjectType('LeaveBenchPayload', { description: 'The answer to `leaveBench`.' })
export class LeaveBenchPayload extends AdvisingPayload {}

@ObjectType('AddOfficeHoursPayload', { description: 'The answer to `addOfficeHours`.' })
export class AddOfficeHoursPayload extends AdvisingPayload {}

@ObjectType('UpdateOfficeHoursPayload', { description: 'The answer to `updateOfficeHours`.' })
export class UpdateOfficeHoursPayload extends AdvisingPayload {}

@ObjectType('RemoveOfficeHoursPayload', { description: 'The answer to `removeOfficeHours`.' })
export class RemoveOfficeHoursPayload extends AdvisingPayload {}

@ObjectType('AddHoursExceptionPayload', { description: 'The answer to `addHoursException`.' })
export class AddHoursExceptionPayload extends AdvisingPayload {}

@ObjectType('RemoveHoursExceptionPayload', { description: 'The answer to `removeHoursException`.' })
export class RemoveHoursExceptionPayload extends AdvisingPayload {}

@ObjectType('InviteAdviserPayload', { description: 'The answer to `inviteAdviser`.' })
export class InviteAdviserPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'Whether they were asked; null when refused.' })
  invited?: boolean | null;
}

@ObjectType('RemoveAdviserPayload', { description: 'The answer to `removeAdviser`.' })
export class RemoveAdviserPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'Whether they are off the bench; null when refused.' })
  removed?: boolean | null;
}

declare module '../../platform/graphql/global-id.ts' {
  interface NodeNames {
    Adviser: true;
    OfficeHours: true;
    HoursException: true;
  }
}
