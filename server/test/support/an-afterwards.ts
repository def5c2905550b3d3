import { register } from '../../src/features/registration/register.ts';
import type { Viewer } from '../../src/core/access/viewer.ts';
import { editionIn } from '../../src/features/feedback/feedback-questions.ts';
import { type FeedbackInput, giveFeedback } from '../../src/features/feedback/give-feedback.ts';
import type { ByPlace } from '../../src/features/feedback/find-place.ts';
import type { Services } from '../../src/platform/services.ts';
import { anEvent, type Hosts, letEventComeNear } from './an-event.ts';
import { aHandle } from './local-on-strike.ts';
import { joinAs } from './people.ts';

export interface Attended {
  eventId: string;
  /** By which each of them speaks; those with an account first. */
  places: ByPlace[];
  people: Viewer[];
}

/** An event with that many people, which began and, unless said otherwise, is over. */
export async function anEventWith(
  services: Services,
  by: Hosts,
  given: { accounts?: number; strangers?: number; hoursAgo?: number } & Partial<
    Parameters<typeof anEvent>[2]
  > = {},
): Promise<Attended> {
  const { accounts = 0, strangers = 0, hoursAgo = 3, ...words } = given;
  const eventId = await anEvent(services, by, words);
  const people: Viewer[] = [];
  const places: ByPlace[] = [];
  const seat = { eventId, seat: 'ROOM', people: 1 } as const;
  for (let count = 0; count < accounts; count += 1) {
    const { viewer } = await joinAs(services, aHandle());
    await register(services, viewer, seat);
    people.push(viewer);
    places.push({ viewer, eventId });
  }
  for (let count = 0; count < strangers; count += 1) {
    const requestId = crypto.randomUUID();
    const { secret } = await register(services, null, { ...seat, name: 'Sam', requestId });
    places.push({ secret: secret! });
  }
  await letEventComeNear(services, eventId, 168 + hoursAgo);
  return { eventId, places, people };
}

/** Says something of an event, by the questions of today in English. */
export const say = (services: Services, by: ByPlace, said: Partial<FeedbackInput>): Promise<string> =>
  giveFeedback(services, by, { edition: editionIn(services, 'en').hash, ...said });
