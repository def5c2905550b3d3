import { Temporal } from 'temporal-polyfill';

/** North and south: of these the clocks of one are changed within half a year, whenever a test runs. */
const ZONES = ['America/New_York', 'America/Santiago', 'Australia/Lord_Howe'];

/** The next time, a week from now at the earliest, that clocks are changed somewhere: where, and when. */
export function nextChange(now = Date.now()): { timeZone: string; at: Date } {
  const changes = ZONES.flatMap((timeZone) => {
    const from = Temporal.Instant.fromEpochMilliseconds(now + 7 * 86_400_000).toZonedDateTimeISO(timeZone);
    const at = from.getTimeZoneTransition('next');
    return at ? [{ timeZone, at: new Date(at.epochMilliseconds) }] : [];
  });
  const [first] = changes.sort((one, other) => one.at.getTime() - other.at.getTime());
  if (!first) throw new Error('Clocks are changed nowhere any more.');
  return first;
}
