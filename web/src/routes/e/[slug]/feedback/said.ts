import type { FeedbackBalance, Skill } from '#web/gql/graphql.ts';

/** How talk and practice stood to each other, as it is chosen. */
export const choices = ['TOO_MUCH_TALK', 'RIGHT', 'ENOUGH_HANDS_ON'] as const;

/** What somebody says of an event, in the form's own terms. */
export interface Said {
  good: string;
  missing: string;
  balance: FeedbackBalance | null;
  nextSkills: Skill[];
  nextWords: string;
}

/** By what somebody speaks: a receipt, their place as the viewer, or a receipt that the browser keeps from scripts. */
export type Own = { secret: string } | { eventId: string } | 'kept';
