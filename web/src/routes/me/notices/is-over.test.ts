import { expect, test } from 'vitest';
import { isOver } from './is-over.ts';

type Told = Parameters<typeof isOver>[0];
const about = (kind: Told['kind'], card: Partial<NonNullable<Told['card']>> | null): Told => ({
  kind,
  card: card && {
    id: 'c',
    number: 1,
    title: 'Leaflet',
    status: 'CLAIMED',
    changesRequestedAt: null,
    briefChangedAt: null,
    craftReviewedAt: null,
    waiting: null,
    ...card,
  },
});
const at = '2026-11-29T10:00:00Z';

test.each<[Told, boolean]>([
  [about('WORK_WAITS', { status: 'IN_REVIEW' }), false],
  [about('WORK_WAITS', { status: 'DONE' }), true],
  [about('WORK_WAITS', { status: 'CLAIMED', changesRequestedAt: at }), true],
  [about('CRAFT_WAITS', { status: 'IN_REVIEW' }), false],
  [about('CRAFT_WAITS', { status: 'IN_REVIEW', craftReviewedAt: at }), true],
  [about('VOLUNTEER_WAITS', { waiting: { since: at } }), false],
  [about('VOLUNTEER_WAITS', {}), true],
  [about('INVITED', { status: 'OPEN' }), false],
  [about('INVITED', {}), true],
  [about('LEASE_EXPIRING', {}), false],
  [about('LEASE_EXPIRING', { status: 'OPEN' }), true],
  [about('CHANGES_REQUESTED', { changesRequestedAt: at }), false],
  [about('CHANGES_REQUESTED', { status: 'IN_REVIEW' }), true],
  [about('BRIEF_CHANGED', { briefChangedAt: at }), false],
  [about('BRIEF_CHANGED', {}), true],
  // What waits for nothing is as true later, and of a card that one may not read nothing is known.
  [about('COMMENTED', { status: 'DONE' }), false],
  [about('APPROVED', { status: 'DONE' }), false],
  [about('WORK_WAITS', null), false],
])('%o is over: %s', (notice, over) => {
  expect(isOver(notice)).toBe(over);
});
