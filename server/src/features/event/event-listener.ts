import type { Em } from '../../platform/db/orm.ts';
import type { Services } from '../../platform/services.ts';

/** What a change of an event did. */
export interface EventFact {
  /** FILES: of what is said about it nothing changed, its files did. */
  kind: 'CREATED' | 'UPDATED' | 'CANCELLED' | 'FILES';
  eventId: string;
  /** Whether it is at another time or place than before. */
  moved: boolean;
  /** Who did it: a row id. */
  actorId: string;
}

/**
 * People who have something to do at an event, with or without a place there: row ids of those whom it still concerns.
 * They are told of what happens to it as those who have a place are, once where they are both.
 */
export type HelpersOfEvent = (em: Em, eventId: string) => Promise<string[]>;

/** Somebody above who hears of changes of events. Facts carry ids alone: who hears reads again. */
export interface EventListener {
  /** In the transaction of the change, the event still locked. What it returns is called after the commit. */
  changed(em: Em, fact: EventFact): Promise<() => void>;
}

/** All of them, each once. */
export async function readHelpersOf(
  { eventHelpers }: Pick<Services, 'eventHelpers'>,
  em: Em,
  eventId: string,
): Promise<string[]> {
  const found = [];
  for (const helpers of eventHelpers) found.push(...(await helpers(em, eventId)));
  return [...new Set(found)];
}

declare module '../../platform/services.ts' {
  interface Services {
    eventListeners: readonly EventListener[];
    eventHelpers: readonly HelpersOfEvent[];
  }
}
declare module '../../platform/feature.ts' {
  interface Feature {
    readonly hearsEvents?: (services: Services) => EventListener;
    readonly helpsAtEvents?: HelpersOfEvent;
  }
}
