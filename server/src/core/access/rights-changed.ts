import type { Services } from '../../platform/services.ts';

/** Somebody above who draws the consequences when somebody may do more or less than before. They look again what. */
export type RightsListener = (personId: string) => Promise<void>;

/**
 * To be called after the commit that changed what somebody may do: streams look again, and what they may no longer
 * hold goes back.
 */
export async function rightsChanged(
  services: Pick<Services, 'hints' | 'rightsListeners'>,
  personId: string,
): Promise<void> {
  services.hints.send({ person: personId });
  for (const listener of services.rightsListeners) await listener(personId);
}

declare module '../../platform/services.ts' {
  interface Services {
    rightsListeners: readonly RightsListener[];
  }
}
declare module '../../platform/feature.ts' {
  interface Feature {
    readonly hearsRights?: (services: Services) => RightsListener;
  }
}

declare module '../../platform/live/hints.ts' {
  interface HintKinds {
    /** The rights of this person may have changed: standing, role, or a session ended. */
    person: { person: string };
  }
}
