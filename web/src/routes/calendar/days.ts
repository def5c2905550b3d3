/** A day as calendars write it: `2026-03-29`. It has no zone; what moments it holds depends on one. */
export type Day = string;

export type CalendarView = 'month' | 'week' | 'list';

const DAY_MS = 86_400_000;

export const plusDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Whether it is a day of the years 2000 to 2099. */
export function isDay(text: string | null): text is Day {
  if (text === null || !/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** 0 for the first day of its week. `firstDay` is 1 for Monday to 7 for Sunday, as `Intl.Locale` tells it. */
const dayInWeek = (day: Day, firstDay: number) =>
  (new Date(`${day}T00:00Z`).getUTCDay() - (firstDay % 7) + 7) % 7;

/** Days that a view shows: whole weeks of a month, a week, or thirty days from one on. */
export function daysOf(view: CalendarView, on: Day, firstDay: number): Day[] {
  if (view === 'list') return range(on, 30);
  if (view === 'week') return range(plusDays(on, -dayInWeek(on, firstDay)), 7);
  const first = `${on.slice(0, 7)}-01`;
  const start = plusDays(first, -dayInWeek(first, firstDay));
  const weeks = Math.ceil((dayInWeek(first, firstDay) + lengthOfMonth(first)) / 7);
  return range(start, weeks * 7);
}

const range = (from: Day, many: number) => Array.from({ length: many }, (_, at) => plusDays(from, at));

const lengthOfMonth = (first: Day) =>
  new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0)).getUTCDate();

/** The day one comes to with a step back (-1) or on (1). A month later is the first of it, so that no month is left out. */
export function step(view: CalendarView, on: Day, by: -1 | 1): Day {
  if (view === 'week') return plusDays(on, 7 * by);
  if (view === 'list') return plusDays(on, 30 * by);
  const [year, month] = on.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10);
}

/** What lies on each of the days; what goes over midnight lies on all that it touches. */
export function onDays<Item extends { at: string; until?: string | null }>(
  items: readonly Item[],
  days: readonly Day[],
  dayOf: (iso: string) => Day,
): Map<Day, Item[]> {
  const found = new Map<Day, Item[]>(days.map((day) => [day, []]));
  for (const item of items) {
    const first = dayOf(item.at);
    // An end at midnight is of the day before.
    const end = item.until ? dayOf(new Date(Date.parse(item.until) - 1).toISOString()) : first;
    for (let day = first; day <= (end < first ? first : end); day = plusDays(day, 1))
      found.get(day)?.push(item);
  }
  return found;
}
