import type { Feature } from '../../platform/feature.ts';
import { createCatalogue } from '../../platform/mail/mail-words.ts';
import { widgetDoors } from './widget-doors.ts';

export const widget: Feature = {
  name: 'widget',
  doors: (services) =>
    widgetDoors(services, {
      feed: createCatalogue('feed', services.languages),
      site: createCatalogue('site', services.languages),
    }),
};
