import { FIRST_YEAR, fromZonedInput, LAST_YEAR, toZonedInput } from './zoned-input.ts';

/** A moment, or what clocks say then in a zone that is still being chosen; a day; the time of a clock. */
export type MomentKind = 'moment' | 'wall' | 'day' | 'clock';

/**
 * What a field of a moment holds while what stands in it is no moment: half typed, an hour taken out, a year with five
 * digits. It is nothing that could be sent, and above all it is not "none".
 */
export const UNFINISHED = 'unfinished';

export const isUnfinished = (value: unknown): boolean => value === UNFINISHED;

/** A moment out of a draft, which an older page may have kept as it was typed. */
export function keptMoment(value: unknown): string | null {
  if (value === UNFINISHED) return UNFINISHED;
  const moment = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}

/** What the input gets to show a value; nothing for none. */
export function toInput(value: string | null, kind: MomentKind, timeZone: string): string {
  if (value === null || value === UNFINISHED) return '';
  if (kind !== 'moment') return value;
  return Number.isNaN(Date.parse(value)) ? '' : toZonedInput(value, timeZone);
}

/**
 * What an input says: a moment as an ISO string, what clocks say like `2026-03-02T05:00`, a day like `2026-03-02`, a time like `05:00`; null for none at all.
 * `isBad` is the browser's word that something stands there which it cannot read, and gives no text of.
 */
export function readInput(
  text: string,
  isBad: boolean,
  { kind, timeZone }: { kind: MomentKind; timeZone: string },
): string | null {
  if (isBad) return UNFINISHED;
  const said = text.trim();
  if (said === '') return null;
  if (kind === 'moment' || kind === 'wall') {
    const wall = said.replace(' ', 'T');
    const moment = fromZonedInput(wall, timeZone);
    return (kind === 'wall' && moment ? wall.slice(0, 16) : moment) ?? UNFINISHED;
  }
  if (kind === 'clock') return /^([01]\d|2[0-3]):[0-5]\d(:00)?$/.test(said) ? said.slice(0, 5) : UNFINISHED;
  const isDay = fromZonedInput(`${said}T12:00`, 'UTC')?.startsWith(said) ?? false;
  return isDay ? said : UNFINISHED;
}

/** The first and the last value that an input of this kind takes. */
export function limitsOf(kind: MomentKind): { min?: string; max?: string } {
  if (kind === 'clock') return {};
  const [first, last] = [`${FIRST_YEAR}-01-01`, `${LAST_YEAR}-12-31`];
  return kind === 'day' ? { min: first, max: last } : { min: `${first}T00:00`, max: `${last}T23:59` };
}
