import type { Feature } from '../../platform/feature.ts';
import type { Text } from '../../platform/mail/carriers.ts';
import { createCatalogue } from '../../platform/mail/mail-words.ts';
import { Pictures } from '../../platform/share/pictures.ts';
import type { PictureWords } from '../../platform/share/shared-things.ts';
import { pictureDoor } from './picture-door.ts';
import { robotsDoor, sitemapDoor } from './sitemap-door.ts';

export const share: Feature = {
  name: 'share',
  services: (services, features) => ({
    shared: {
      pictureOf: async (thing, key, t) => {
        for (const { pictures = {} } of features) {
          if (Object.hasOwn(pictures, thing)) return (await pictures[thing]?.(services, key, t)) ?? null;
        }
        return null;
      },
      listedPages: features.flatMap(({ listedPages }) => listedPages ?? []),
    },
  }),
  doors: (services) => [
    pictureDoor(services, { pictures: new Pictures(), words: createCatalogue('site', services.languages) }),
    sitemapDoor(services),
    robotsDoor(services),
  ],
};

declare module '../../platform/services.ts' {
  interface Services {
    /** What the nouns of the house have to show to those to whom an address is passed on. */
    shared: {
      pictureOf(thing: string, key: string, t: Text): Promise<PictureWords | null>;
      listedPages: NonNullable<Feature['listedPages']>[];
    };
  }
}
