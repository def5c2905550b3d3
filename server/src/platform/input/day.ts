import { InvalidInput } from '../refusal/refusal.ts';
import { FIRST_YEAR } from './moment.ts';

/** A day such as 2026-11-25; null for none, undefined where nothing is said. Refuses what is no day, and years before 2000. */
export function takeDay(value: string | null | undefined, field: string): string | null | undefined {
  if (value === undefined) return undefined;
  const day = value?.trim();
  if (!day) return null;
  const date = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : null;
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day)
    throw new InvalidInput(field, 'UNKNOWN', 'This is no day. Write it like 2026-11-25.');
  if (date.getUTCFullYear() < FIRST_YEAR)
    throw new InvalidInput(field, 'OUT_OF_RANGE', `Choose a day from ${FIRST_YEAR} on.`);
  return day;
}

/** Minutes after midnight of a time such as 09:30; 24:00 ends a day. Refuses what is no time. */
export function takeClock(value: string, field: string): number {
  const [, hours, minutes] = /^(\d\d):([0-5]\d)$/.exec(value.trim()) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  if (hours === undefined || minute > 1440)
    throw new InvalidInput(field, 'UNKNOWN', 'This is no time. Write it like 09:30.');
  return minute;
}
