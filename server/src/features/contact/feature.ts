import { sql } from 'kysely';
import { older } from '../../platform/db/older.ts';
import type { Feature } from '../../platform/feature.ts';
import { createMailWords } from '../../platform/mail/mail-words.ts';
import { CalendarFeed, CodeBrake, Contact, PushSubscription } from './contact.entity.ts';
import { ContactResolver } from './contact.resolver.ts';
import { calendarDoor, unsubscribeDoor } from './open-addresses.ts';
import { codesOfNetwork } from './set-email.ts';

export const contact: Feature = {
  name: 'contact',
  entities: [Contact, PushSubscription, CodeBrake, CalendarFeed],
  resolvers: [ContactResolver],
  services: ({ shareOf, config }, features) => ({
    codeShare: shareOf(codesOfNetwork(config.mailLimits), 'code share'),
    calendarSources: features.flatMap(({ calendar }) => calendar ?? []),
  }),
  doors: (services) => [
    calendarDoor(services, createMailWords(services.languages)),
    unsubscribeDoor(services),
  ],
  agesOut: [sql`delete from code_brake where ${older('since', 1)}`],
  erasesPerson: {
    gone: { contact: 'person_id', push_subscription: 'person_id', calendar_feed: 'person_id' },
  },
};
