import type { Viewer } from '../../src/core/access/viewer.ts';
import { createOpening, type NewOpening } from '../../src/features/opening/write-opening.ts';
import type { Services } from '../../src/platform/services.ts';

/** The words of an opening that is right in every way. */
export const openingWords = {
  title: 'New-media director',
  story: 'You run what members see online, with two others.',
  place: 'Chicago',
  languages: ['en', 'es'],
  skills: ['SOCIAL_MEDIA', 'WRITING'],
  payFrom: 58_000,
  payTo: 64_000,
  currency: 'USD',
  payPer: 'YEAR',
  hoursAWeek: 37.5,
  closesOn: '2090-01-15T18:00',
  timeZone: 'America/Chicago',
} satisfies Omit<NewOpening, 'organizationId'>;

/** An opening of that organization; returns its row id. */
export const anOpening = (
  services: Services,
  viewer: Viewer,
  given: Partial<NewOpening> & { organizationId: string },
): Promise<string> => createOpening(services, viewer, { ...openingWords, ...given });
