import type { TalkFragment } from '#web/gql/graphql.ts';

/** Talks that are to come, of those one has. */
export const toCome = (talks: readonly TalkFragment[]): TalkFragment[] =>
  talks.filter(({ state }) => state === 'BOOKED');
