import type { Sensitivity } from '../access/sensitivity.ts';
import { takeMoment } from '../../platform/input/moment.ts';
import { languageTags, numberBetween, plainText, textList, textOrNull } from '../../platform/input/text.ts';
import { takeTimeZone } from '../../platform/input/time-zone.ts';
import { InvalidInput } from '../../platform/refusal/refusal.ts';

/** What organizers say about a campaign. Undefined leaves a field as it is. */
export interface CampaignWordsInput {
  title?: string | null;
  story?: string | null;
  demands?: string[] | null;
  howToHelp?: string | null;
  employer?: string | null;
  startsAt?: Date | null;
  employerHidden?: boolean | null;
  startHidden?: boolean | null;
  timeZone?: string | null;
  languages?: string[] | null;
  sensitivity?: Sensitivity | null;
  settings?: {
    leaseHours?: number | null;
    firstLeaseHours?: number | null;
    newcomerShare?: number | null;
    newcomerClaimLimit?: number | null;
    claimLimit?: number | null;
    craftReviewRequired?: boolean | null;
  } | null;
}

/** Fields of the campaign's row that were given, checked. */
export function takeCampaignWords(input: CampaignWordsInput) {
  const { settings } = input;
  return {
    ...(input.title !== undefined && { title: plainText(input.title, { field: 'title', max: 120 }) }),
    ...(input.story !== undefined && {
      story: plainText(input.story, { field: 'story', max: 5000, multiline: true, optional: true }),
    }),
    ...(input.demands !== undefined && {
      demands: textList(input.demands, { field: 'demands', max: 200, maxItems: 12 }),
    }),
    ...(input.howToHelp !== undefined && {
      howToHelp: plainText(input.howToHelp, {
        field: 'howToHelp',
        max: 2000,
        multiline: true,
        optional: true,
      }),
    }),
    ...(input.employer !== undefined && {
      employer: textOrNull(input.employer, { field: 'employer', max: 120 }),
    }),
    ...(input.startsAt !== undefined && { startsAt: takeMoment(input.startsAt, 'startsAt') }),
    ...(input.employerHidden != null && { employerHidden: input.employerHidden }),
    ...(input.startHidden != null && { startHidden: input.startHidden }),
    ...(input.timeZone != null && { timeZone: takeTimeZone(input.timeZone) }),
    ...(input.languages !== undefined && { languages: languageTags(input.languages, 'languages') }),
    ...(input.sensitivity != null && { sensitivity: input.sensitivity }),
    ...(settings?.leaseHours != null && {
      leaseHours: whole(settings.leaseHours, 'settings.leaseHours', 336),
    }),
    ...(settings?.firstLeaseHours != null && {
      firstLeaseHours: numberBetween(settings.firstLeaseHours, 'settings.firstLeaseHours', 0, 336),
    }),
    ...(settings?.newcomerShare != null && {
      newcomerShare: numberBetween(settings.newcomerShare, 'settings.newcomerShare', 10, 100),
    }),
    ...(settings?.newcomerClaimLimit != null && {
      newcomerClaimLimit: whole(settings.newcomerClaimLimit, 'settings.newcomerClaimLimit', 10),
    }),
    ...(settings?.claimLimit != null && {
      claimLimit: whole(settings.claimLimit, 'settings.claimLimit', 10),
    }),
    ...(settings?.craftReviewRequired != null && { craftReviewRequired: settings.craftReviewRequired }),
  };
}

const whole = (value: number, field: string, max: number) => numberBetween(value, field, 1, max);

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Words that would shadow a page, or speak in our name. */
const RESERVED_SLUGS = new Set(['new', 'board', 'settings', 'admin', 'api', 'strikeboard', 'help']);

/** The name of a campaign in addresses: lower-case letters, digits and single hyphens, 3 to 60. */
export function takeSlug(value: string): string {
  const slug = plainText(value, { field: 'slug', max: 60 });
  if (slug.length < 3)
    throw new InvalidInput('slug', 'TOO_SHORT', 'Use at least three letters.', { limit: 3 });
  if (!SLUG.test(slug)) {
    throw new InvalidInput('slug', 'BAD_CHARACTERS', 'Use lower-case letters, digits and hyphens.');
  }
  if (RESERVED_SLUGS.has(slug))
    throw new InvalidInput('slug', 'RESERVED', 'This word is reserved. Choose another one.');
  return slug;
}
