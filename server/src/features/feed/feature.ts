import type { Feature } from '../../platform/feature.ts';
import { createCatalogue } from '../../platform/mail/mail-words.ts';
import { feedDoors } from './feed-door.ts';

export const feed: Feature = {
  name: 'feed',
  doors: (services) =>
    feedDoors(services, {
      feed: createCatalogue('feed', services.languages),
      site: createCatalogue('site', services.languages),
    }),
};
