import type { AssessmentArea } from '#web/gql/graphql.ts';

/** What the drawing shows, in its order. */
export const AREAS = ['PEOPLE', 'PLANNING', 'WORTH', 'ACCOUNTS', 'VOICE'] as const satisfies AssessmentArea[];
