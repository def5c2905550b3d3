import { browserZone, zoneNames } from './time-zone.ts';

/** A zone to choose, by the place that people know it by. */
export interface ZonePlace {
  zone: string;
  place: string;
}

/**
 * Places whose names differ from the one in the zone's id: browsers know the names of zones in each language, and of
 * places in none. By language; what is not here is called as in the id.
 */
const PLACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { 'America/Sao_Paulo': 'São Paulo', 'America/Bogota': 'Bogotá', 'Pacific/Honolulu': 'Honolulu' },
  es: {
    'America/New_York': 'Nueva York',
    'America/Los_Angeles': 'Los Ángeles',
    'America/Mexico_City': 'Ciudad de México',
    'America/Cancun': 'Cancún',
    'America/Mazatlan': 'Mazatlán',
    'America/Merida': 'Mérida',
    'America/Bogota': 'Bogotá',
    'America/Panama': 'Panamá',
    'America/Havana': 'La Habana',
    'America/Puerto_Rico': 'Puerto Rico',
    'America/Santo_Domingo': 'Santo Domingo',
    'America/Sao_Paulo': 'São Paulo',
    'America/Asuncion': 'Asunción',
    'Pacific/Honolulu': 'Honolulú',
    'Europe/London': 'Londres',
    'Europe/Paris': 'París',
    'Europe/Berlin': 'Berlín',
    'Europe/Rome': 'Roma',
    'Europe/Lisbon': 'Lisboa',
  },
};

/** What a zone is called in a language: its place, and what its time is called there, such as `New York (Eastern)`. */
export function zonePlace(zone: string, language: string): string {
  if (!zone.includes('/')) return zone;
  const time = timeName(zone, language);
  const place = placeOf(zone, language);
  return time === null || time === place ? place : `${place} (${time})`;
}

/** Where people say what their time is called. To ask a browser for that name costs it a millisecond a zone. */
const NAMED: ReadonlySet<string> = new Set(
  [
    ...['New_York', 'Detroit', 'Chicago', 'Denver', 'Phoenix', 'Boise', 'Los_Angeles', 'Anchorage'],
    ...['Toronto', 'Halifax', 'St_Johns', 'Winnipeg', 'Regina', 'Edmonton', 'Vancouver'],
    ...['Mexico_City', 'Cancun', 'Hermosillo', 'Tijuana', 'Puerto_Rico'],
  ].map((place) => `America/${place}`),
);

/** All zones of this browser by their places, in the order of the alphabet; the device's own is not among them. */
export function zonePlaces(language: string): ZonePlace[] {
  const here = browserZone();
  const { compare } = new Intl.Collator(language);
  return zoneNames()
    .filter((zone) => zone !== here)
    .map((zone) => ({ zone, place: NAMED.has(zone) ? zonePlace(zone, language) : placeOf(zone, language) }))
    .sort((one, other) => compare(one.place, other.place));
}

/** The last part of the id, and the state or country where there is one: `Knox, Indiana`. */
function placeOf(zone: string, language: string): string {
  const known = PLACES[language]?.[zone];
  if (known) return known;
  const [area = zone, ...parts] = zone.replaceAll('_', ' ').split('/');
  return parts.reverse().join(', ') || area;
}

function timeName(zone: string, language: string): string | null {
  try {
    const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' });
    const name = format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value;
    if (!name || /^(?:GMT|UTC)/.test(name)) return null;
    return name.replace(/ (?:Standard )?Time$/, '');
  } catch {
    // An older browser does not know that style, or not that zone.
    return null;
  }
}
