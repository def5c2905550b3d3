import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Answers, ErrorType } from '../../platform/graphql/refusal.type.ts';
import { SlotRefused } from './slot-refused.ts';
import { type Slot, wallTime } from './slots-of-hours.ts';

@ObjectType('Slot', { description: 'A time that can be booked with an adviser.' })
export class SlotType implements Slot {
  @Field(() => GraphQLDateTimeISO, { description: 'When it begins; `bookSlot` takes it.' })
  startsAt!: Date;

  @Field(() => Int, { description: 'How long it is: 20, 30, 45 or 60; `bookSlot` takes it.' })
  minutes!: number;

  @Field(() => String, { description: 'What the clock of the adviser shows then: `2026-03-29T09:00`.' })
  localTime!: string;

  @Field(() => String, { description: 'The zone of that clock, such as `America/Chicago`.' })
  timeZone!: string;
}

export function toSlot({ startsAt, minutes, timeZone }: Slot): SlotType {
  return Object.assign(new SlotType(), {
    ...{ startsAt, minutes, timeZone, localTime: wallTime(startsAt, timeZone) },
  });
}

@Answers(SlotRefused)
@ObjectType('SlotRefused', {
  implements: ErrorType,
  description: 'A slot that cannot be had: `why` says why. Nothing was changed.',
})
export class SlotRefusedType extends ErrorType {
  /** Of the refusal. */
  freeSlots!: readonly Slot[];

  @Field(() => [SlotType], {
    name: 'freeSlots',
    description: 'What is free with that adviser instead: the next three, soonest first.',
  })
  offered(): SlotType[] {
    return this.freeSlots.map(toSlot);
  }
}
