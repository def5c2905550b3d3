import { Formats } from './formats.ts';
import type { Language } from '#web/words/languages.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How to write moments: for whom, in which zone, and whether the zone must be named because it is not theirs. */
export interface TimeStyle {
  language: Language;
  timeZone: string;
  nameZone: boolean;
  /** Formatters already made; without it each text makes its own. */
  formats?: Formats;
}

/** `18:00`, or `18:00 CDT` where the zone is not the reader's own. */
export function formatTime(at: Date, style: TimeStyle): string {
  const { formats = new Formats() } = style;
  return formats
    .date(style.language, {
      timeZone: style.timeZone,
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(style.nameZone ? { timeZoneName: 'short' as const } : {}),
    })
    .format(at);
}

/** `today`, `tomorrow`, `Thursday` within six days, else `Mar 12` (with the year when it is another one). */
export function formatDay(at: Date, now: Date, style: TimeStyle): string {
  const { language, timeZone, formats = new Formats() } = style;
  const days = calendarDay(at, style) - calendarDay(now, style);
  if (Math.abs(days) <= 1) return formats.relative(language, { numeric: 'auto' }).format(days, 'day');
  if (Math.abs(days) <= 6) return formats.date(language, { timeZone, weekday: 'long' }).format(at);
  const sameYear = yearIn(at, timeZone, formats) === yearIn(now, timeZone, formats);
  return formats
    .date(language, {
      timeZone,
      day: 'numeric',
      month: 'short',
      ...(sameYear ? {} : { year: 'numeric' as const }),
    })
    .format(at);
}

/** `Thursday 18:00`: the way people say a deadline. */
export function formatMoment(at: Date, now: Date, style: TimeStyle): string {
  return `${formatDay(at, now, style)} ${formatTime(at, style)}`;
}

/** A length of time in its two biggest useful parts: `50 min`, `2 h 10 min`, `3 d 4 h`. Never below one minute. */
export function formatDuration(milliseconds: number, language: Language, formats = new Formats()): string {
  const total = Math.max(1, Math.floor(Math.abs(milliseconds) / minute));
  const days = Math.floor(total / 1440);
  const hours = Math.floor((total % 1440) / 60);
  const minutes = total % 60;
  const unit = (value: number, name: 'day' | 'hour' | 'minute') =>
    formats
      .number(language, { style: 'unit', unit: name, unitDisplay: name === 'day' ? 'long' : 'short' })
      .format(value)
      .replace(/\bhr\b/, 'h');
  if (days >= 3) return unit(days, 'day');
  if (days > 0) return hours > 0 ? `${unit(days, 'day')} ${unit(hours, 'hour')}` : unit(days, 'day');
  if (hours > 0)
    return minutes > 0 ? `${unit(hours, 'hour')} ${unit(minutes, 'minute')}` : unit(hours, 'hour');
  return unit(minutes, 'minute');
}

/** `2 min ago`, `in 50 min`, `3 days ago`: one unit, always numeric. */
export function formatRelative(at: Date, now: Date, language: Language, formats = new Formats()): string {
  const distance = at.getTime() - now.getTime();
  const relative = formats.relative(language, { style: 'short' });
  const size = Math.abs(distance);
  if (size < hour) return relative.format(awayFromZero(distance / minute), 'minute').replace('.', '');
  if (size < day)
    return relative
      .format(Math.trunc(distance / hour), 'hour')
      .replace('.', '')
      .replace('hr', 'h');
  return relative.format(Math.trunc(distance / day), 'day');
}

/** Work in hours as cards carry it: `2 h`, `1.5 h`. */
export function formatHours(hours: number, language: Language, formats = new Formats()): string {
  return `${formats.number(language, { maximumFractionDigits: 1 }).format(hours)} h`;
}

/** What a strike clock shows. `day` counts from 1; `clock` is the whole time since (or until) T-0 as `31:07`. */
export interface StrikeTime {
  started: boolean;
  day: number;
  clock: string;
  seconds: string;
}

/** The strike clock at `now` for a start moment: `DAY 2` with `31:07` hours and minutes since T-0. */
export function strikeTime(startsAt: Date, now: Date): StrikeTime {
  const distance = now.getTime() - startsAt.getTime();
  const size = Math.abs(distance);
  return {
    started: distance >= 0,
    day: Math.floor(size / day) + 1,
    clock: `${Math.floor(size / hour)}:${twoDigits(Math.floor((size % hour) / minute))}`,
    seconds: twoDigits(Math.floor((size % minute) / 1000)),
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** A deadline in 20 seconds is "in 1 min", never "in 0 min". */
function awayFromZero(value: number): number {
  return value < 0 ? Math.min(-1, Math.trunc(value)) : Math.max(1, Math.trunc(value));
}

/** The number of the calendar day in a zone, so that "tomorrow" means the date and not 24 hours. */
function calendarDay(at: Date, { language, timeZone, formats = new Formats() }: TimeStyle): number {
  // In the reader's language, though only numbers are read: another language is another 10 ms to load.
  const parts = formats
    .date(language, { timeZone, calendar: 'gregory', year: 'numeric', month: 'numeric', day: 'numeric' })
    .formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return Math.round(Date.UTC(read('year'), read('month') - 1, read('day')) / day);
}

function yearIn(at: Date, timeZone: string, formats: Formats): string {
  return formats.date('en', { timeZone, year: 'numeric' }).format(at);
}
