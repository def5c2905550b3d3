import { createMailWords } from '../../platform/mail/mail-words.ts';
import { calendarDoor, unsubscribeDoor } from './open-addresses.ts';
import { codesOfNetwork } from './set-email.ts';
import type { Feature } from '../../platform/feature.ts';
import { CalendarFeed, CodeBrake, Contact, PushSubscription } from './contact.entity.ts';
import { ContactResolver } from './contact.resolver.ts';

export const contact: Feature = {
  name: 'contact',
  doors: (services) => [calendarDoor(services, createMailWords()), unsubscribeDoor(services)],
  services: ({ shareOf, config }) => ({
    codeShare: shareOf(codesOfNetwork(config.mailLimits), 'code share'),
  }),
  entities: [Contact, PushSubscription, CodeBrake, CalendarFeed],
  resolvers: [ContactResolver],
};
