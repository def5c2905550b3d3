import { InvalidInput } from '../refusal/refusal.ts';

/** Area and place, or UTC. Everything else that Intl takes is an offset, or letters that three countries use. */
const NAME = /^(?:[a-z_]+(?:\/[a-z0-9_+-]+)+|utc|gmt)$/i;

/**
 * The name of a time zone as we write it, such as `America/Chicago`. Refuses what is none: an offset is true for half
 * of a year, and PostgreSQL reads its sign the other way round.
 */
export function takeTimeZone(name: string, field = 'timeZone'): string {
  const known = NAME.test(name) ? canonical(name) : null;
  if (known === null) {
    throw new InvalidInput(
      field,
      'UNKNOWN',
      'We do not know this time zone. Use a name such as America/Chicago.',
    );
  }
  return known;
}

function canonical(name: string): string | null {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return NAME.test(timeZone) && !timeZone.startsWith('SystemV/') ? timeZone : null;
  } catch {
    return null;
  }
}
