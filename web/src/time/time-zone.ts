/** The cookie in which the browser tells its time zone, e.g. `Europe/Madrid`. */
export const timeZoneCookie = 'tz';

/** Area and place, or UTC: an offset is no zone, and some browsers cannot write in one. */
const name = /^(?:[a-z_]+(?:\/[a-z0-9_+-]+)+|utc)$/i;

/** Whether moments can be written in this zone here; a cookie may hold anything, and each side knows other names. */
export function isTimeZone(value: string | null | undefined): value is string {
  if (!value || !name.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** The zone of this device; null where it has none that can be used: `Etc/Unknown` is what a lost setting is called. */
export function browserZone(): string | null {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone) ? timeZone : null;
}

/** The zones to choose from; none where the browser does not list them. */
export function zoneNames(): readonly string[] {
  return typeof Intl.supportedValuesOf === 'function'
    ? Intl.supportedValuesOf('timeZone').filter((zone) => name.test(zone))
    : [];
}

/** The first of these zones that can be written in here, else UTC. */
export function usableZone(...wanted: readonly (string | null | undefined)[]): string {
  return wanted.find(isTimeZone) ?? 'UTC';
}
