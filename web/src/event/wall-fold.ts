import { fromZonedInput, momentsOf, toZonedInput } from '#web/time/zoned-input.ts';

/** Whether clocks show a time twice, in the night in which they are put back. */
export const comesTwice = (wall: string | null, timeZone: string): boolean =>
  wall !== null && momentsOf(wall, timeZone).length > 1;

/**
 * The time that is taken for one that clocks skip, in the night in which they are put forward: the field says which.
 * Every other one is itself.
 */
export function meantWall(wall: string, timeZone: string): string {
  const moment = fromZonedInput(wall, timeZone);
  return moment ? toZonedInput(moment, timeZone) : wall;
}
