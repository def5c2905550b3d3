/** The cookie in which the browser tells its time zone, e.g. `Europe/Madrid`. */
export const timeZoneCookie = 'tz';

/** Whether `Intl` can format in this zone; a cookie may hold anything. */
export function isTimeZone(value: string | undefined): value is string {
  if (!value) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
