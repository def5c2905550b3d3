import type { Feature } from '../../platform/feature.ts';
import { createCatalogue } from '../../platform/mail/mail-words.ts';
import { CalendarResolver } from './calendar.resolver.ts';
import { feedDoors } from './feed-door.ts';
import { MOST_ITEMS } from './read-calendar.ts';

export const calendar: Feature = {
  name: 'calendar',
  resolvers: [CalendarResolver],
  // What hours come to is reckoned, and not read.
  lists: { 'Calendar.items': { most: MOST_ITEMS, look: 100 } },
  doors: (services) => feedDoors(services, createCatalogue('calendar', services.languages)),
};
