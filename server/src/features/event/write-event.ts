import { readCampaignsById } from '../../core/campaign/read-campaigns.ts';
import { readerOf, type Viewer } from '../../core/access/viewer.ts';
import type { Em } from '../../platform/db/orm.ts';
import { momentOfWall } from '../../platform/input/wall-time.ts';
import { InvalidInput, notFound } from '../../platform/refusal/refusal.ts';
import type { EventRow } from './read-events.ts';
import type { Folds, takeEventWords } from './event-words.ts';

type Words = ReturnType<typeof takeEventWords>;

/** Nothing that is called an event lasts longer (ms). */
const LONGEST_MS = 14 * 24 * 3_600_000;

/** An event as it is to be written: the row's own fields, with what was given in their place. */
export type Draft = Pick<
  EventRow,
  | 'startsWall'
  | 'endsWall'
  | 'timeZone'
  | 'place'
  | 'online'
  | 'streamUrl'
  | 'roomCapacity'
  | 'onlineCapacity'
>;

/** When it begins and ends, by the rules of its zone. Refuses times that are none, and an end before the beginning. */
export function momentsOf(
  { startsWall, endsWall, timeZone }: Pick<Draft, 'startsWall' | 'endsWall' | 'timeZone'>,
  { startsFold, endsFold }: Folds,
): { startsAt: Date; endsAt: Date } {
  const startsAt = momentOfWall(startsWall, { timeZone, field: 'startsWall', fold: startsFold });
  const endsAt = momentOfWall(endsWall, { timeZone, field: 'endsWall', fold: endsFold });
  if (endsAt <= startsAt)
    throw new InvalidInput('endsWall', 'OUT_OF_RANGE', 'An event ends after it begins.');
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_MS)
    throw new InvalidInput('endsWall', 'OUT_OF_RANGE', 'An event lasts two weeks at most.');
  return { startsAt, endsAt };
}

/** Refuses an event that is nowhere. One with the address of a stream is online. */
export function requireSomewhere({ place, online }: Pick<Draft, 'place' | 'online'>): void {
  if (place || online) return;
  throw new InvalidInput('place', 'EMPTY', 'Say where it is: a place, or online, or both.');
}

/** What was given, as columns of the row. */
export function columnsOf(words: Words): Record<string, unknown> {
  const { parties, speakers, ...plain } = words;
  const columns = Object.entries(plain).map(([field, value]) => [snake(field), value]);
  return {
    ...Object.fromEntries(columns),
    ...(parties && { parties: JSON.stringify(parties) }),
    ...(speakers && { speakers: JSON.stringify(speakers) }),
  };
}

const snake = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Refuses a campaign that is not there, that somebody may not read, or that another organization runs. */
export async function requireCampaign(
  em: Em,
  viewer: Viewer,
  { campaignId, organizationId }: { campaignId: string; organizationId: string },
): Promise<void> {
  const [campaign] = await readCampaignsById(em, readerOf(viewer), [campaignId]);
  if (campaign?.organizationId !== organizationId) throw notFound('campaign');
}
