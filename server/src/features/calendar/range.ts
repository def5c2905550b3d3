import { InvalidInput } from '../../platform/refusal/refusal.ts';

/** Over how much of it one looks at once: two months, and what of their weeks lies in others. */
export const MOST_DAYS = 62;
const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2000);
const LAST = Date.UTC(2100);

/** Refuses a time that ends before it begins, is longer than two months, or lies in no year of ours. */
export function requireRange({ from, to }: { from: Date; to: Date }): void {
  for (const [field, moment] of Object.entries({ from, to }))
    if (moment.getTime() < FIRST || moment.getTime() > LAST)
      throw new InvalidInput(field, 'OUT_OF_RANGE', 'Take a moment of the years 2000 to 2099.');
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  if (days <= 0) throw new InvalidInput('to', 'OUT_OF_RANGE', 'It has to end after it begins.');
  if (days > MOST_DAYS)
    throw new InvalidInput('to', 'OUT_OF_RANGE', `Ask for ${MOST_DAYS} days at most, and then for the next.`);
}
