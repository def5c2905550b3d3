import { InvalidInput } from '../refusal/refusal.ts';

/** Moments outside of these years are typing errors: years of two digits, or of five. The pages say the same. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2099;

/** A moment that people can mean; null for none. Refuses years before 2000 and after 2099, and what is no moment. */
export function takeMoment(moment: Date | null, field: string): Date | null {
  const isMeant =
    moment === null ||
    (moment.getTime() >= Date.UTC(FIRST_YEAR, 0) && moment.getTime() < Date.UTC(LAST_YEAR + 1, 0));
  if (isMeant) return moment;
  throw new InvalidInput(
    field,
    'OUT_OF_RANGE',
    `Choose a moment in the years ${FIRST_YEAR} to ${LAST_YEAR}.`,
  );
}
