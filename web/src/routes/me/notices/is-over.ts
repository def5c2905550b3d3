import type { NotificationKind, NoticesQuery } from '#web/gql/graphql.ts';

type Told = Pick<
  NonNullable<NoticesQuery['viewer']>['notifications']['edges'][number]['node'],
  'kind' | 'card'
>;

/** Kinds that tell of something that waits on a card, and whether it still does. */
const waits = {
  INVITED: (card) => card.status === 'OPEN',
  LEASE_EXPIRING: (card) => card.status === 'CLAIMED',
  CHANGES_REQUESTED: (card) => card.status === 'CLAIMED' && card.changesRequestedAt !== null,
  BRIEF_CHANGED: (card) => card.status === 'CLAIMED' && card.briefChangedAt !== null,
  VOLUNTEER_WAITS: (card) => card.status === 'CLAIMED' && card.waiting !== null,
  WORK_WAITS: (card) => card.status === 'IN_REVIEW',
  CRAFT_WAITS: (card) => card.status === 'IN_REVIEW' && card.craftReviewedAt === null,
} satisfies Partial<Record<NotificationKind, (card: NonNullable<Told['card']>) => boolean>>;

export type Waiting = keyof typeof waits;

/** Whether what a notice tells of waits no more: then it is told in the past. Of a card one may not read nothing is known. */
export function isOver<Notice extends Told>(notice: Notice): notice is Notice & { kind: Waiting } {
  const { kind, card } = notice;
  return card !== null && kind in waits && !waits[kind as Waiting](card);
}
