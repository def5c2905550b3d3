import type { CalendarKind } from '#web/gql/graphql.ts';

/** In the order in which they can be chosen. */
export const calendarKinds: readonly string[] = [
  'START',
  'DUE',
  'EVENT',
  'SESSION',
  'TALK',
  'HOURS',
  'CLOSING',
] satisfies CalendarKind[];
